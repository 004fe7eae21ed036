//! The Finnish wall clock as instants, both clock changes included.

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
}
