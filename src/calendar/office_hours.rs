//! A response clock that runs only while the office is open.

use super::clock::{MINUTES_OF_DAY, instant};
use crate::i18n::helsinki;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

/// One open period of one weekday (1 is Monday), in minutes of the wall clock from midnight; it may close at 1,440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub weekday: u32,
    pub opens_minute: u32,
    pub closes_minute: u32,
}

/// The office hours of a week, in Finland's time. Instants go in and out in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    /// In order, none touching the next.
    periods: Vec<Period>,
}

impl Default for OfficeHours {
    /// Monday to Friday, 8–16.
    fn default() -> Self {
        let periods = (1..=5).map(|weekday| Period { weekday, opens_minute: 8 * 60, closes_minute: 16 * 60 }).collect();
        Self { periods }
    }
}

impl OfficeHours {
    /// Periods may come in any order and overlap. Without a usable one the office is open Monday to Friday, 8–16: a clock
    /// that never runs would be no clock.
    pub fn new(mut periods: Vec<Period>) -> Self {
        periods.retain(|period| {
            (1..=7).contains(&period.weekday) && period.opens_minute < period.closes_minute && period.closes_minute <= MINUTES_OF_DAY
        });
        periods.sort_unstable();
        periods.dedup_by(|next, kept| {
            let touches = next.weekday == kept.weekday && next.opens_minute <= kept.closes_minute;
            if touches {
                kept.closes_minute = kept.closes_minute.max(next.closes_minute);
            }
            touches
        });
        if periods.is_empty() { Self::default() } else { Self { periods } }
    }

    /// The instant when the office has been open for so many minutes since `start`. A start while closed counts from the
    /// next opening; the result is inside an open period or the moment when one closes. Fewer than no minutes are none.
    pub fn add(&self, start: NaiveDateTime, minutes: i64) -> NaiveDateTime {
        let mut left = TimeDelta::minutes(minutes.max(0));
        let first = helsinki(start).date_naive();
        // A period that closed at midnight belongs to the day before.
        let mut day = first - Days::new(1);
        loop {
            if let Some(week) = self.whole_week(day).filter(|week| day > first && *week < left) {
                left -= week;
                day = day + Days::new(7);
                continue;
            }
            for (opens, closes) in self.on(day).filter(|(_, closes)| start <= *closes) {
                let from = opens.max(start);
                if left <= closes - from {
                    return from + left;
                }
                left -= closes - from;
            }
            day = day + Days::new(1);
        }
    }

    /// How long the office is open from `from` to `until`, in whole minutes; negative if `until` is earlier.
    pub fn minutes_between(&self, from: NaiveDateTime, until: NaiveDateTime) -> i64 {
        if until < from {
            return -self.minutes_between(until, from);
        }
        let (first, last) = (helsinki(from).date_naive(), helsinki(until).date_naive());
        let mut open = TimeDelta::zero();
        let mut day = first;
        while day <= last {
            if let Some(week) = self.whole_week(day).filter(|_| day > first && day + Days::new(7) <= last) {
                open += week;
                day = day + Days::new(7);
                continue;
            }
            open += self.on(day).map(|(opens, closes)| (closes.min(until) - opens.max(from)).max(TimeDelta::zero())).sum();
            day = day + Days::new(1);
        }
        open.num_minutes()
    }

    /// The instant itself while open, else when the office opens next.
    pub fn next_opening(&self, at: NaiveDateTime) -> NaiveDateTime {
        let mut day = helsinki(at).date_naive();
        loop {
            if let Some((opens, _)) = self.on(day).find(|(_, closes)| at < *closes) {
                return opens.max(at);
            }
            day = day + Days::new(1);
        }
    }

    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        self.next_opening(at) == at
    }

    /// The office opens at some time of this day.
    pub fn opens_on(&self, day: NaiveDate) -> bool {
        self.on(day).next().is_some()
    }

    /// Moves a due time on to the first moment when the office is open and the wall clock is between these minutes of the
    /// day (when the employer can be reached). A window that never meets the office hours moves nothing.
    pub fn in_window(&self, due: NaiveDateTime, from_minute: u32, until_minute: u32) -> NaiveDateTime {
        if from_minute >= until_minute || until_minute > MINUTES_OF_DAY {
            return due;
        }
        let today = helsinki(due).date_naive();
        // Two weeks: spring may skip the window once.
        let days = (0..14).map(|ahead| today + Days::new(ahead));
        let both = days.flat_map(|day| {
            let window = (instant(day, from_minute), instant(day, until_minute));
            self.on(day).map(move |(opens, closes)| (opens.max(window.0), closes.min(window.1)))
        });
        let mut open_windows = both.filter(|(opens, closes)| opens < closes);
        open_windows.find(|(_, closes)| due <= *closes).map_or(due, |(opens, _)| opens.max(due))
    }

    /// The open periods of a day; one that a clock change swallows is none.
    fn on(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDateTime, NaiveDateTime)> {
        let weekday = day.weekday().number_from_monday();
        let periods = self.periods.iter().filter(move |period| period.weekday == weekday);
        periods
            .map(move |period| (instant(day, period.opens_minute), instant(day, period.closes_minute)))
            .filter(|(opens, closes)| opens < closes)
    }

    /// How long the office is open in the week that begins with this day, if it is a Monday: long spans are counted in weeks.
    fn whole_week(&self, day: NaiveDate) -> Option<TimeDelta> {
        if day.weekday() != chrono::Weekday::Mon {
            return None;
        }
        let clock_changes = instant(day + Days::new(7), 0) - instant(day, 0) != TimeDelta::days(7);
        if clock_changes {
            let days = (0..7).map(|ahead| day + Days::new(ahead));
            return Some(days.flat_map(|day| self.on(day)).map(|(opens, closes)| closes - opens).sum());
        }
        let minutes: u32 = self.periods.iter().map(|period| period.closes_minute - period.opens_minute).sum();
        Some(TimeDelta::minutes(minutes.into()))
    }
}

#[cfg(test)]
mod tests;
