//! The duty roster as its form sends it: one `day-2026-11-23` for each day with the person's id or nothing, and beside it
//! `was-2026-11-23` with what the page showed. Only days that differ are saved, so that two planners at work at the same
//! time keep each other's other days.

use chrono::NaiveDate;
use std::collections::HashMap;

#[derive(Debug, PartialEq, Eq)]
pub struct Roster {
    pub team_id: i64,
    /// The Monday that the page began with.
    pub from: NaiveDate,
    /// Who is on duty from now on, or nobody.
    pub changes: Vec<(NaiveDate, Option<i64>)>,
}

impl Roster {
    /// None if a field is not what the page sends.
    pub fn read(fields: &[(String, String)]) -> Option<Self> {
        let values: HashMap<&str, &str> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let mut changes = Vec::new();
        for (name, value) in &values {
            let Some(day) = name.strip_prefix("day-") else { continue };
            if values.get(format!("was-{day}").as_str()) == Some(value) {
                continue;
            }
            let holder = if value.is_empty() { None } else { Some(value.parse().ok()?) };
            changes.push((day.parse().ok()?, holder));
        }
        changes.sort_unstable();
        Some(Self { team_id: values.get("team")?.parse().ok()?, from: values.get("from")?.parse().ok()?, changes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Option<Roster> {
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Roster::read(&fields)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn only_what_differs_is_a_change() {
        let fields = [
            ("team", "3"),
            ("from", "2026-11-16"),
            ("day-2026-11-23", "7"),
            ("was-2026-11-23", "7"),
            ("day-2026-11-25", ""),
            ("was-2026-11-25", "7"),
            ("day-2026-11-24", "8"),
            ("was-2026-11-24", ""),
        ];
        let roster = read(&fields).expect("a roster");
        assert_eq!((roster.team_id, roster.from), (3, day("2026-11-16")));
        assert_eq!(roster.changes, [(day("2026-11-24"), Some(8)), (day("2026-11-25"), None)]);
    }

    #[test]
    fn other_fields_are_refused() {
        for field in [("day-2026-11-31", "7"), ("day-x", "7"), ("day-2026-11-23", "Heli"), ("team", "x"), ("from", "soon")] {
            assert_eq!(read(&[("team", "3"), ("from", "2026-11-16"), field]), None, "{field:?}");
        }
        assert_eq!(read(&[]), None);
    }
}
