//! The half year that the demo looks back on: its working days, and the hours in which things happen.

use crate::calendar::clock::instant;
use crate::calendar::is_office_day;
use crate::i18n::helsinki;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

/// How many days the demo looks back.
const LENGTH: u64 = 182;
/// The hours of the telephone line, in minutes from local midnight.
const OPENS: u32 = 9 * 60;
const CLOSES: u32 = 15 * 60;

pub struct HalfYear {
    /// The present, in UTC.
    pub now: NaiveDateTime,
    pub today: NaiveDate,
    /// The days from Monday to Friday but for holidays, without today.
    pub working_days: Vec<NaiveDate>,
}

impl HalfYear {
    pub fn before(now: NaiveDateTime) -> Self {
        let today = helsinki(now).date_naive();
        let days = (1..=LENGTH).rev().map(|ago| today - Days::new(ago));
        Self { now, today, working_days: days.filter(|day| is_office_day(*day)).collect() }
    }

    /// The first morning.
    pub fn start(&self) -> NaiveDateTime {
        instant(self.working_days[0], 7 * 60)
    }

    /// When the telephone line had been open for this many minutes less than now.
    pub fn ago(&self, minutes: i64) -> NaiveDateTime {
        let (mut left, mut day) = (minutes, self.today);
        loop {
            if is_office_day(day) {
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
        assert_eq!(history.working_days.len(), 129, "Midsummer Eve is none");
        assert!(history.working_days.iter().all(|day| *day < history.today && is_office_day(*day)));
    }
}
