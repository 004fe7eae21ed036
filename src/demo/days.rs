//! The half year that the demo looks back on: its working days, and the hours in which things happen.

use crate::i18n::helsinki;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Weekday};
use chrono_tz::Europe::Helsinki;

/// How many days the demo looks back.
const LENGTH: u64 = 182;
/// The hours of the telephone line, in minutes from local midnight.
const OPENS: i64 = 9 * 60;
const CLOSES: i64 = 15 * 60;

pub struct HalfYear {
    /// The present, in UTC.
    pub now: NaiveDateTime,
    pub today: NaiveDate,
    /// The days from Monday to Friday, without today. (What a public holiday closes is not known here.)
    pub working_days: Vec<NaiveDate>,
}

impl HalfYear {
    pub fn before(now: NaiveDateTime) -> Self {
        let today = helsinki(now).date_naive();
        let days = (1..=LENGTH).rev().map(|ago| today - Days::new(ago));
        Self { now, today, working_days: days.filter(|day| is_working_day(*day)).collect() }
    }

    /// The first morning.
    pub fn start(&self) -> NaiveDateTime {
        instant(self.working_days[0], 7 * 60)
    }

    /// When the telephone line had been open for this many minutes less than now.
    pub fn ago(&self, minutes: i64) -> NaiveDateTime {
        let (mut left, mut day) = (minutes, self.today);
        loop {
            if is_working_day(day) {
                let closes = instant(day, CLOSES).min(self.now);
                let open = (closes - instant(day, OPENS)).num_minutes().max(0);
                if open > left {
                    return closes - TimeDelta::minutes(left);
                }
                left -= open;
            }
            day = day - Days::new(1);
        }
    }
}

pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_working_day(*day)).unwrap_or(day)
}

/// A time of office hours, in minutes from local midnight, as an instant in UTC.
pub fn instant(day: NaiveDate, minute: i64) -> NaiveDateTime {
    let local = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
    Helsinki.from_local_datetime(&local).earliest().expect("clocks change at night").naive_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_year(now: &str) -> HalfYear {
        HalfYear::before(now.parse().expect("an instant"))
    }

    #[test]
    fn only_open_hours_are_counted_back() {
        let ago = |now: &str, minutes| half_year(now).ago(minutes).to_string();
        // Friday 20.11.2026 at 10.00 in Finland.
        assert_eq!(ago("2026-11-20T08:00:00", 15), "2026-11-20 07:45:00");
        assert_eq!(ago("2026-11-20T08:00:00", 75), "2026-11-19 12:45:00");
        // Sunday, and Monday before opening: Friday afternoon.
        assert_eq!(ago("2026-11-22T10:00:00", 15), "2026-11-20 12:45:00");
        assert_eq!(ago("2026-11-23T05:00:00", 15), "2026-11-20 12:45:00");
    }

    #[test]
    fn history_is_half_a_year_of_working_days() {
        let history = half_year("2026-11-22T10:00:00");
        assert_eq!(history.working_days.len(), 130);
        assert!(history.working_days.iter().all(|day| *day < history.today && is_working_day(*day)));
    }
}
