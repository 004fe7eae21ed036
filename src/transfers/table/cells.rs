//! Cells of either format.

use calamine::ExcelDateTime;
use chrono::{Datelike, Days, NaiveDate};

/// Takes the empty cells off the end.
pub fn trim(cells: &mut Vec<String>) {
    let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
    cells.truncate(filled);
}

/// A number as a Finn types it: `1234,5`; whole ones without decimals.
pub fn number(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// A workbook's instant as `d.m.yyyy`, with ` h.mm` if it has a time of day. In January and February of 1900 programs differ by a day,
/// since the format has a 29.2.1900: such a one is no date, and neither is one beyond our time.
pub fn date(at: &ExcelDateTime) -> Option<String> {
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let first = NaiveDate::from_ymd_opt(1900, 3, 1)?;
    let minutes = u64::from(hour) * 60 + u64::from(minute) + u64::from(second >= 30);
    let day = day + Days::new(minutes / 1_440);
    if day < first || day.year() >= 2200 {
        return None;
    }
    let minutes = minutes % 1_440;
    let date = crate::i18n::date(day);
    Some(if minutes == 0 { date } else { format!("{date} {}.{:02}", minutes / 60, minutes % 60) })
}

/// A workbook's time of day: the part of a day.
pub fn time(part: f64) -> String {
    let minutes = (part * 1_440.0).round() as u64;
    format!("{}.{:02}", minutes / 60, minutes % 60)
}
