//! The open periods of a week.

use super::clock::MINUTES_OF_DAY;
use chrono::{Datelike, NaiveDate};

/// One open period of one weekday (1 is Monday), in minutes of the wall clock from midnight; it may close at 1,440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub weekday: u32,
    pub opens_minute: u32,
    pub closes_minute: u32,
}

/// A week's periods in order, none touching the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Week(Vec<Period>);

impl Week {
    /// Periods may come in any order and overlap; those that make no sense are left out.
    pub fn of(mut periods: Vec<Period>) -> Self {
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
        Self(periods)
    }

    /// Monday to Friday, 8–16.
    pub fn office() -> Self {
        Self((1..=5).map(|weekday| Period { weekday, opens_minute: 8 * 60, closes_minute: 16 * 60 }).collect())
    }

    /// The same, or office hours instead of none.
    pub fn or_office(self) -> Self {
        if self.0.is_empty() { Self::office() } else { self }
    }

    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = &Period> {
        let weekday = day.weekday().number_from_monday();
        self.0.iter().filter(move |period| period.weekday == weekday)
    }

    /// Of the whole week.
    pub fn minutes(&self) -> u32 {
        self.0.iter().map(|period| period.closes_minute - period.opens_minute).sum()
    }
}
