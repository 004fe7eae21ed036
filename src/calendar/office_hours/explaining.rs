//! The arithmetic of a due time, step by step.

use super::{Closed, OfficeHours};
use crate::i18n::helsinki;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// How a due time comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The office time that was counted, in order; together as long as was asked for.
    pub stretches: Vec<Stretch>,
    /// The days on which the office didn't open meanwhile, in order.
    pub closed: Vec<(NaiveDate, Closed)>,
    /// When the office time was used up.
    pub counted: NaiveDateTime,
    /// The same, moved on into the window when the employer can be reached.
    pub due: NaiveDateTime,
}

/// Open from one instant to another, within one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: NaiveDateTime,
    pub until: NaiveDateTime,
}

impl Stretch {
    pub fn day(self) -> NaiveDate {
        helsinki(self.from).date_naive()
    }
}

/// Nobody reads more days than these (a year); the rest is left out.
const DAYS: usize = 366;

impl OfficeHours {
    /// What `add` counts from `start`, and where `in_window` moves it. `window` is in minutes of the day.
    pub fn explain(&self, start: NaiveDateTime, minutes: i64, window: Option<(u32, u32)>) -> Explanation {
        let counted = self.add(start, minutes);
        let due = window.map_or(counted, |(from, until)| self.in_window(counted, from, until));
        let first = helsinki(start).date_naive();
        // At midnight it is still the day that ends.
        let last = helsinki(counted - TimeDelta::seconds(1)).date_naive();
        let (mut stretches, mut closed) = (Vec::new(), Vec::new());
        for day in first.iter_days().take_while(|day| *day <= last).take(DAYS) {
            closed.extend(self.closed_on(day).map(|why| (day, why)));
            let clipped = self.on(day).map(|(opens, closes)| Stretch { from: opens.max(start), until: closes.min(counted) });
            stretches.extend(clipped.filter(|stretch| stretch.from < stretch.until));
        }
        Explanation { stretches, closed, counted, due }
    }
}
