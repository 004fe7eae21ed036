//! When reminders and digests may leave.

use super::clock::instant;
use crate::i18n::helsinki;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};

/// From one minute of the day to another, counted from local midnight, on working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SendingWindow {
    pub from_minute: u32,
    pub until_minute: u32,
}

impl SendingWindow {
    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        self.next(at) == at
    }

    /// The instant itself while the window is open, else when it opens next.
    pub fn next(&self, at: NaiveDateTime) -> NaiveDateTime {
        let today = helsinki(at).date_naive();
        let days = (0..14).map(|ahead| today + Days::new(ahead));
        let windows = days.filter(|day| opens_on(*day)).map(|day| (instant(day, self.from_minute), instant(day, self.until_minute)));
        windows.filter(|(opens, closes)| opens < closes).find(|(_, closes)| at < *closes).map_or(at, |(opens, _)| opens.max(at))
    }
}

fn opens_on(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
