//! A response clock that runs only while the office is open.
//!
//! The office is open at its usual hours of the week, or at those of a season (summer hours, a shortened day, closed
//! throughout July), and closed on Finland's holidays and on its own closing days.

mod counting;
mod explaining;

use super::clock::{MINUTES_OF_DAY, instant};
use super::holidays::{Holiday, is_weekend};
use super::week::{Period, Week};
use crate::i18n::helsinki;
use chrono::{Days, NaiveDate, NaiveDateTime};
pub use explaining::{Explanation, Stretch};

/// The hours of an office, in Finland's time. Instants go in and out in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    usual: Week,
    /// The one that began last comes first.
    seasons: Vec<(NaiveDate, NaiveDate, Week)>,
    closings: Vec<Closing>,
}

/// Hours that hold for a time instead of the usual ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    pub first: NaiveDate,
    /// None: from `first` on.
    pub last: Option<NaiveDate>,
    /// Empty: closed throughout.
    pub periods: Vec<Period>,
}

/// Days on which this office is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub name: String,
}

/// Why the office doesn't open on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Saturday or Sunday, and no hours.
    Weekend,
    /// A weekday without hours.
    NoHours,
    Holiday(Holiday),
    /// A closing day of this name.
    Named(String),
}

impl Default for OfficeHours {
    /// Monday to Friday, 8–16, but for holidays.
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl OfficeHours {
    /// The usual week; its periods may come in any order and overlap. Without a usable one the office is open Monday to
    /// Friday, 8–16: a clock that never runs would be no clock.
    pub fn new(periods: Vec<Period>) -> Self {
        Self { usual: Week::of(periods).or_office(), seasons: Vec::new(), closings: Vec::new() }
    }

    /// Where seasons overlap, the one that began last holds, of two such the later in the list. One without an end and
    /// without hours becomes Monday to Friday, 8–16, for the same reason as above.
    pub fn with_seasons(mut self, seasons: Vec<Season>) -> Self {
        let week = |season: Season| {
            let week = Week::of(season.periods);
            let week = if season.last.is_none() { week.or_office() } else { week };
            (season.first, season.last.unwrap_or(NaiveDate::MAX), week)
        };
        self.seasons = seasons.into_iter().map(week).collect();
        self.seasons.reverse();
        self.seasons.sort_by_key(|(first, ..)| std::cmp::Reverse(*first));
        self
    }

    pub fn with_closings(mut self, closings: Vec<Closing>) -> Self {
        self.closings = closings;
        self
    }

    /// The instant itself while open, else when the office opens next.
    pub fn next_opening(&self, at: NaiveDateTime) -> NaiveDateTime {
        let first = helsinki(at).date_naive();
        let openings = first.iter_days().take_while(|day| *day < horizon(first));
        let next = openings.flat_map(|day| self.on(day)).find(|(_, closes)| at < *closes);
        next.map_or_else(|| instant(horizon(first), 0), |(opens, _)| opens.max(at))
    }

    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        self.on(helsinki(at).date_naive()).any(|(opens, closes)| opens <= at && at < closes)
    }

    /// The office opens at some time of this day.
    pub fn opens_on(&self, day: NaiveDate) -> bool {
        self.on(day).next().is_some()
    }

    /// Why it doesn't open on this day; none if it does.
    pub fn closed_on(&self, day: NaiveDate) -> Option<Closed> {
        if self.opens_on(day) {
            return None;
        }
        if self.week_of(day).on(day).next().is_none() {
            return Some(if is_weekend(day) { Closed::Weekend } else { Closed::NoHours });
        }
        let named = || self.closings.iter().find(|closing| closing.covers(day)).map(|closing| Closed::Named(closing.name.clone()));
        Some(Holiday::on(day).map(Closed::Holiday).or_else(named).unwrap_or(Closed::NoHours))
    }

    /// Moves a due time on to the first moment when the office is open and the wall clock is between these minutes of the
    /// day (when the employer can be reached). A window that doesn't meet the office hours in a quarter of a year moves
    /// nothing.
    pub fn in_window(&self, due: NaiveDateTime, from_minute: u32, until_minute: u32) -> NaiveDateTime {
        if from_minute >= until_minute || until_minute > MINUTES_OF_DAY {
            return due;
        }
        let days = helsinki(due).date_naive().iter_days().take(92);
        let both = days.flat_map(|day| {
            let window = (instant(day, from_minute), instant(day, until_minute));
            self.on(day).map(move |(opens, closes)| (opens.max(window.0), closes.min(window.1)))
        });
        let mut open_windows = both.filter(|(opens, closes)| opens < closes);
        open_windows.find(|(_, closes)| due <= *closes).map_or(due, |(opens, _)| opens.max(due))
    }

    /// The open periods of a day, from when to when (UTC), in order; one that a clock change swallows is none.
    pub fn on(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDateTime, NaiveDateTime)> {
        let is_closed = Holiday::on(day).is_some() || self.closings.iter().any(|closing| closing.covers(day));
        let week = (!is_closed).then(|| self.week_of(day));
        week.into_iter()
            .flat_map(move |week| week.on(day))
            .map(move |period| (instant(day, period.opens_minute), instant(day, period.closes_minute)))
            .filter(|(opens, closes)| opens < closes)
    }

    fn week_of(&self, day: NaiveDate) -> &Week {
        let season = self.seasons.iter().find(|(first, last, _)| *first <= day && day <= *last);
        season.map_or(&self.usual, |(.., week)| week)
    }
}

impl Closing {
    fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Nothing is looked for beyond a hundred years: no opening there is an error in the rows, and every search ends.
fn horizon(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(36_525)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;
