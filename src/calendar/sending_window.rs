//! When reminders and digests may leave: on office days, between two times of day.

use super::{OfficeHours, Period};
use chrono::NaiveDateTime;

/// In minutes of the day; open Monday to Friday, but for holidays. A window without a length is 8–16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendingWindow {
    pub from_minute: u32,
    pub until_minute: u32,
}

impl SendingWindow {
    pub fn is_open(self, at: NaiveDateTime) -> bool {
        self.hours().is_open(at)
    }

    /// The instant itself while the window is open, else when it opens next.
    pub fn next(self, at: NaiveDateTime) -> NaiveDateTime {
        self.hours().next_opening(at)
    }

    fn hours(self) -> OfficeHours {
        let day = |weekday| Period { weekday, opens_minute: self.from_minute, closes_minute: self.until_minute };
        OfficeHours::new((1..=5).map(day).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::clock::instant;

    fn at(day: &str, hour: u32, minute: u32) -> NaiveDateTime {
        instant(day.parse().expect("a day"), hour * 60 + minute)
    }

    #[test]
    fn only_on_office_days_between_the_times() {
        let window = SendingWindow { from_minute: 7 * 60, until_minute: 17 * 60 + 30 };
        for (day, hour, minute, open) in [
            ("2026-11-20", 6, 59, false),
            ("2026-11-20", 7, 0, true),
            ("2026-11-20", 17, 29, true),
            ("2026-11-20", 17, 30, false),
            ("2026-11-21", 12, 0, false),
            ("2026-12-24", 12, 0, false),
            ("2026-12-31", 12, 0, true),
        ] {
            assert_eq!(window.is_open(at(day, hour, minute)), open, "{day} {hour}.{minute}");
        }
        assert_eq!(window.next(at("2026-11-20", 12, 0)), at("2026-11-20", 12, 0));
        assert_eq!(window.next(at("2026-04-02", 18, 0)), at("2026-04-07", 7, 0), "over Easter");
        assert_eq!(window.next(at("2026-06-18", 17, 30)), at("2026-06-22", 7, 0), "over Midsummer");
    }

    #[test]
    fn a_window_without_a_length_opens_all_the_same() {
        let broken = SendingWindow { from_minute: 900, until_minute: 900 };
        assert_eq!(broken.next(at("2026-11-21", 12, 0)), at("2026-11-23", 8, 0));
    }
}
