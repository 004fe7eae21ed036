//! Opening hours as people write them: `9–12, 13–15` for a weekday, nothing when it is closed.

use crate::calendar::{Period, clock};
use crate::i18n::{self, Lang};
use crate::identifiers::is_dash;
use crate::web::forms::Fields;
use serde::{Deserialize, Serialize};

/// The seven fields of a form with opening hours.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Week {
    pub monday: String,
    pub tuesday: String,
    pub wednesday: String,
    pub thursday: String,
    pub friday: String,
    pub saturday: String,
    pub sunday: String,
}

impl Week {
    pub fn of(periods: &[Period]) -> Self {
        let day = |weekday| day(periods, weekday);
        Self { monday: day(1), tuesday: day(2), wednesday: day(3), thursday: day(4), friday: day(5), saturday: day(6), sunday: day(7) }
    }

    /// The [`office`] hours.
    pub fn office() -> Self {
        Self::of(&office())
    }

    /// Monday's hours from Monday to Friday.
    pub fn with_monday_on_working_days(self) -> Self {
        let day = || self.monday.clone();
        Self { tuesday: day(), wednesday: day(), thursday: day(), friday: day(), ..self }
    }

    fn days(&self) -> [(&'static str, &str); 7] {
        [
            ("monday", &self.monday),
            ("tuesday", &self.tuesday),
            ("wednesday", &self.wednesday),
            ("thursday", &self.thursday),
            ("friday", &self.friday),
            ("saturday", &self.saturday),
            ("sunday", &self.sunday),
        ]
    }

    pub fn is_empty(&self) -> bool {
        self.days().iter().all(|(_, raw)| raw.trim().is_empty())
    }

    /// The periods of the whole week, in order; an error stands on its weekday.
    pub fn typed(&self, fields: &mut Fields) -> Vec<Period> {
        let mut periods = Vec::new();
        for (weekday, (field, raw)) in (1..).zip(self.days()) {
            match read(&fields.line(field, raw)) {
                Ok(day) => {
                    periods.extend(day.into_iter().map(|(opens_minute, closes_minute)| Period { weekday, opens_minute, closes_minute }))
                }
                Err(key) => fields.errors.add(field, key),
            }
        }
        periods
    }
}

/// Monday to Friday, 8–16: where a new team begins.
pub fn office() -> Vec<Period> {
    (1..=5).map(|weekday| Period { weekday, opens_minute: 8 * 60, closes_minute: 16 * 60 }).collect()
}

/// `ma–pe 9–12, 13–15`, a line for each row of weekdays with the same hours.
pub fn in_words(periods: &[Period], lang: Lang) -> Vec<String> {
    let day = |weekday: u32| i18n::text(lang, &format!("weekday-short-{weekday}"));
    let line = |(first, last, hours): (u32, u32, String)| match first == last {
        true => format!("{} {hours}", day(first)),
        false => format!("{}–{} {hours}", day(first), day(last)),
    };
    grouped(periods).into_iter().map(line).collect()
}

/// First and last weekday of each such row, with its hours.
fn grouped(periods: &[Period]) -> Vec<(u32, u32, String)> {
    let mut groups: Vec<(u32, u32, String)> = Vec::new();
    for weekday in 1..=7 {
        let hours = day(periods, weekday);
        match groups.last_mut() {
            _ if hours.is_empty() => {}
            Some((_, last, same)) if *same == hours && *last + 1 == weekday => *last = weekday,
            _ => groups.push((weekday, weekday, hours)),
        }
    }
    groups
}

fn day(periods: &[Period], weekday: u32) -> String {
    let day = periods.iter().filter(|period| period.weekday == weekday);
    day.map(|period| write((period.opens_minute, period.closes_minute))).collect::<Vec<_>>().join(", ")
}

/// `9–12, 13–15.30`; in order, or the key of what is wrong.
fn read(text: &str) -> Result<Vec<(u32, u32)>, &'static str> {
    let mut periods = Vec::new();
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (opens, closes) = part.split_once(is_dash).ok_or("error-hours-shape")?;
        let period = clock::read(opens).zip(clock::read(closes)).ok_or("error-hours-shape")?;
        if period.0 >= period.1 {
            return Err("error-hours-order");
        }
        periods.push(period);
    }
    periods.sort_unstable();
    let overlap = periods.windows(2).any(|pair| pair[1].0 < pair[0].1);
    if overlap { Err("error-hours-overlap") } else { Ok(periods) }
}

fn write((opens, closes): (u32, u32)) -> String {
    format!("{}–{}", clock::write(opens), clock::write(closes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let both = Ok(vec![(540, 720), (780, 900)]);
        for text in ["9–12, 13–15", "9-12,13-15", "09.00 – 12.00; 13:00—15:00", "13–15, 9–12", "9–12, 13–15,"] {
            assert_eq!(read(text), both, "{text}");
        }
        assert_eq!(read(""), Ok(vec![]));
        assert_eq!(read("0–24"), Ok(vec![(0, 1440)]));
        assert_eq!(read("9–12, 12–15.30"), Ok(vec![(540, 720), (720, 930)]), "touching is no overlap");
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for text in ["9", "9–", "–", "auki", "9–12–15", "9.5–12", "9.60–12", "9–25", "9–24.30", "00009–12", "9–12 13–15", "yhdeksän–12"]
        {
            assert_eq!(read(text), Err("error-hours-shape"), "{text}");
        }
        for text in ["12–9", "9–9", "9–12, 15–13"] {
            assert_eq!(read(text), Err("error-hours-order"), "{text}");
        }
        for text in ["9–12, 11–15", "9–15, 10–11", "13–15, 9–13.01"] {
            assert_eq!(read(text), Err("error-hours-overlap"), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let week = Week { saturday: "10–14.30".to_owned(), ..Week::office() };
        let mut fields = Fields::new(chrono::NaiveDate::default());
        let periods = week.typed(&mut fields);
        assert!(fields.errors.is_empty());
        let again = Week::of(&periods);
        assert_eq!(
            (again.monday.as_str(), again.friday.as_str(), again.saturday.as_str(), again.sunday.as_str()),
            ("8–16", "8–16", "10–14.30", "")
        );
        assert_eq!(grouped(&periods), [(1, 5, "8–16".to_owned()), (6, 6, "10–14.30".to_owned())]);
    }
}
