//! The Finnish wall clock as instants, both clock changes included; and times of day as people write them.

use crate::i18n::helsinki;
use chrono::{LocalResult, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::{Europe::Helsinki, GapInfo};

pub const MINUTES_OF_DAY: u32 = 24 * 60;

/// The instant (UTC) when the wall clock of a day shows this minute, counted from midnight; 1,440 is the next midnight.
/// A time that comes twice in autumn means the first one; one that spring skips means the moment of the change. So a
/// later wall time is never an earlier instant.
pub fn instant(day: NaiveDate, minute: u32) -> NaiveDateTime {
    let wall = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute.into());
    match Helsinki.from_local_datetime(&wall) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.naive_utc(),
        LocalResult::None => {
            let after = GapInfo::new(&wall, &Helsinki).and_then(|gap| gap.end);
            after.map_or(wall, |change| change.naive_utc())
        }
    }
}

/// The same, but none for a time that spring skips.
pub fn exact_instant(day: NaiveDate, minute: u32) -> Option<NaiveDateTime> {
    let at = instant(day, minute);
    let wall = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute.into());
    (helsinki(at).naive_local() == wall).then_some(at)
}

/// A time of day as people write it, in minutes from midnight: `9`, `09`, `9.30`, `9:30`, `9,30`, `930`; until `24`.
pub fn read(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = match text.split_once(['.', ':', ',']) {
        Some(parts) => parts,
        None if matches!(text.len(), 3 | 4) && digits(text) => text.split_at(text.len() - 2),
        None => (text, "00"),
    };
    if !(digits(hour) && hour.len() <= 2 && digits(minute) && minute.len() == 2) {
        return None;
    }
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    Some(hour * 60 + minute).filter(|total| minute < 60 && *total <= MINUTES_OF_DAY)
}

/// The shortest way to write a time of day: `9`, `9.30`, `24`.
pub fn write(minute: u32) -> String {
    match minute % 60 {
        0 => format!("{}", minute / 60),
        minutes => format!("{}.{minutes:02}", minute / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> NaiveDateTime {
        text.parse().expect("an instant")
    }

    fn at(day: &str, hour: u32, minute: u32) -> NaiveDateTime {
        instant(day.parse().expect("a day"), hour * 60 + minute)
    }

    #[test]
    fn winter_and_summer() {
        assert_eq!(at("2026-11-20", 9, 0), utc("2026-11-20T07:00:00"));
        assert_eq!(at("2026-06-20", 9, 0), utc("2026-06-20T06:00:00"));
        assert_eq!(at("2026-06-20", 24, 0), at("2026-06-21", 0, 0));
    }

    #[test]
    fn a_skipped_time_is_the_moment_of_the_change() {
        assert_eq!(at("2026-03-29", 2, 59), utc("2026-03-29T00:59:00"));
        assert_eq!(at("2026-03-29", 3, 30), utc("2026-03-29T01:00:00"));
        assert_eq!(at("2026-03-29", 4, 0), utc("2026-03-29T01:00:00"));
    }

    #[test]
    fn a_repeated_time_is_the_first_one() {
        assert_eq!(at("2026-10-25", 3, 30), utc("2026-10-25T00:30:00"));
        assert_eq!(at("2026-10-25", 4, 0), utc("2026-10-25T02:00:00"));
    }

    #[test]
    fn only_exact_times_are_exact() {
        let exact = |day: &str, minute| exact_instant(day.parse().expect("a day"), minute);
        assert_eq!(exact("2026-03-29", 3 * 60 + 30), None);
        assert_eq!(exact("2026-03-29", 4 * 60), Some(utc("2026-03-29T01:00:00")));
        assert_eq!(exact("2026-10-25", 3 * 60 + 30), Some(utc("2026-10-25T00:30:00")));
    }

    #[test]
    fn times_as_finns_type_them() {
        for (text, expected) in [
            ("9", 540),
            ("09", 540),
            ("9.30", 570),
            ("09:30", 570),
            ("930", 570),
            ("0930", 570),
            (" 23,59 ", 1_439),
            ("0", 0),
            ("24", 1_440),
            ("24.00", 1_440),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
            assert_eq!(read(&write(expected)), Some(expected));
        }
        for text in ["", "25", "24.01", "9.60", "9.3", "9.", ".30", "9.300", "12345", "-1", "+9", "9.30 pm", "yhdeksän", "\u{669}.30"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
