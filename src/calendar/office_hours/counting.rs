//! Adding and counting office time.

use super::{OfficeHours, horizon};
use crate::calendar::clock::{MINUTES_OF_DAY, instant};
use crate::calendar::holidays::Holiday;
use crate::i18n::helsinki;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};

impl OfficeHours {
    /// The instant when the office has been open for so many minutes since `start`. A start while closed counts from the
    /// next opening; the result is inside an open period or the moment when one closes. Fewer than no minutes are none.
    pub fn add(&self, start: NaiveDateTime, minutes: i64) -> NaiveDateTime {
        let mut left = TimeDelta::try_minutes(minutes.max(0)).unwrap_or(TimeDelta::MAX);
        let first = helsinki(start).date_naive();
        // A period that closed at midnight belongs to the day before.
        let mut day = first - Days::new(1);
        while day < horizon(first) {
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
        instant(day, 0)
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

    /// The same time of day so many office days later: on the n-th day after `start`'s that opens at all, or when it closes
    /// for the day if that is earlier, or at the next opening if it is closed just then. A start while closed counts from
    /// the next opening. No days give that start.
    pub fn add_days(&self, start: NaiveDateTime, days: u32) -> NaiveDateTime {
        let from = self.add(start, 0);
        let (mut day, mut time) = (helsinki(from).date_naive(), since_midnight(from));
        if !self.on(day).any(|(opens, closes)| opens <= from && from <= closes) {
            // A period that closed at midnight.
            (day, time) = (day - Days::new(1), TimeDelta::minutes(MINUTES_OF_DAY.into()));
        }
        let Some(ahead) = days.checked_sub(1) else { return from };
        let later = day.iter_days().skip(1).take_while(|later| *later < horizon(day));
        match later.filter(|day| self.opens_on(*day)).nth(ahead as usize) {
            Some(day) => self.at_or_after(day, time),
            None => instant(horizon(day), 0),
        }
    }

    /// This time of a day that opens; when it is closed then, the next opening of the day, else when it closes for the day.
    fn at_or_after(&self, day: NaiveDate, time: TimeDelta) -> NaiveDateTime {
        let wanted = instant(day, time.num_minutes() as u32) + (time - TimeDelta::minutes(time.num_minutes()));
        let mut closing = wanted;
        for (opens, closes) in self.on(day) {
            if wanted <= closes {
                return wanted.max(opens);
            }
            closing = closes;
        }
        closing
    }

    /// How long the office is open in the week that begins with this day, if it is a Monday: long spans are counted in weeks.
    fn whole_week(&self, monday: NaiveDate) -> Option<TimeDelta> {
        if monday.weekday() != Weekday::Mon {
            return None;
        }
        let days = || (0..7).map(|ahead| monday + Days::new(ahead));
        if self.is_like_any_other(monday, monday + Days::new(6)) && days().all(|day| Holiday::on(day).is_none()) {
            return Some(TimeDelta::minutes(self.week_of(monday).minutes().into()));
        }
        Some(days().flat_map(|day| self.on(day)).map(|(opens, closes)| closes - opens).sum())
    }

    /// No clock change, closing day or change of season in this week.
    fn is_like_any_other(&self, monday: NaiveDate, sunday: NaiveDate) -> bool {
        let within = |day: &NaiveDate| monday <= *day && *day <= sunday;
        instant(sunday, MINUTES_OF_DAY) - instant(monday, 0) == TimeDelta::days(7)
            && !self.closings.iter().any(|closing| closing.first <= sunday && monday <= closing.last)
            && !self.seasons.iter().any(|(first, last, _)| within(first) || within(last))
    }
}

/// On the wall clock.
fn since_midnight(at: NaiveDateTime) -> TimeDelta {
    TimeDelta::seconds(helsinki(at).num_seconds_from_midnight().into())
}
