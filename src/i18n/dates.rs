//! Dates and times as Finns write them: 20.11.2026, 14.30, pe 20.11.2026 klo 14.30. Instants are UTC, the wall clock is Helsinki's.

use super::{Lang, text};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::{Europe::Helsinki, Tz};

/// A stored instant (UTC) on the wall clock.
pub fn helsinki(instant: NaiveDateTime) -> DateTime<Tz> {
    instant.and_utc().with_timezone(&Helsinki)
}

pub fn date(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

/// Days from one to another without saying anything twice: 20.11.2026, 16.–22.11.2026, 30.11.–6.12.2026, 28.12.2026–3.1.2027.
pub fn span(first: NaiveDate, last: NaiveDate) -> String {
    let from = match (first.year() == last.year(), first.month() == last.month()) {
        _ if first == last => return date(last),
        (true, true) => format!("{}.", first.day()),
        (true, false) => format!("{}.{}.", first.day(), first.month()),
        _ => date(first),
    };
    format!("{from}–{}", date(last))
}

pub fn time(instant: NaiveDateTime) -> String {
    let local = helsinki(instant);
    format!("{}.{:02}", local.hour(), local.minute())
}

/// Minutes from local midnight as a time of day.
pub fn clock(minute: i64) -> String {
    format!("{}.{:02}", minute / 60, minute % 60)
}

/// The short name of the weekday: ma, ti, ke …
pub fn weekday(lang: Lang, day: NaiveDate) -> String {
    text(lang, &format!("weekday-short-{}", day.weekday().number_from_monday()))
}

pub fn date_time(lang: Lang, instant: NaiveDateTime) -> String {
    let day = helsinki(instant).date_naive();
    format!("{} {} {} {}", weekday(lang, day), date(day), text(lang, "clock-at"), time(instant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_says_nothing_twice() {
        for (first, last, shown) in [
            ("2026-11-20", "2026-11-20", "20.11.2026"),
            ("2026-11-16", "2026-11-22", "16.–22.11.2026"),
            ("2026-11-30", "2026-12-06", "30.11.–6.12.2026"),
            ("2026-12-28", "2027-01-03", "28.12.2026–3.1.2027"),
            ("2026-11-16", "2027-11-22", "16.11.2026–22.11.2027"),
        ] {
            assert_eq!(span(first.parse().expect("a day"), last.parse().expect("a day")), shown);
        }
    }
}
