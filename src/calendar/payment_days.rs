//! The days of the month on which payments go out to customers.

use super::holidays::is_office_day;
use crate::codes::codes;
use chrono::{Datelike, Days, Months, NaiveDate};

codes! {
    /// Where a payment day goes that is no banking day.
    pub Roll {
        Previous = "previous",
        Next = "next",
    }
}

/// Days of the month, each on a banking day: Monday to Friday, no public holiday, and neither Midsummer Eve nor Christmas
/// Eve. (Banks do pay on those two; but nobody is at the office to send the payments off, so they are no payment days.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentDays {
    /// 1–31; in a shorter month its last day.
    pub days: Vec<u32>,
    pub roll: Roll,
}

impl PaymentDays {
    /// The first payment day after this day; none only if there are no days.
    pub fn next_payment_day(&self, after: NaiveDate) -> Option<NaiveDate> {
        self.after(after).next()
    }

    /// The payment days after this day, in order.
    pub fn after(&self, after: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let this_month = after - Days::new(u64::from(after.day0()));
        let mut days = self.days.clone();
        days.sort_unstable();
        // The month before may roll into this one, and this one back into it.
        let months = (0..).map_while(move |ahead| (this_month - Months::new(1)).checked_add_months(Months::new(ahead)));
        let roll = self.roll;
        let all = months.flat_map(move |month| days.clone().into_iter().filter_map(move |day| Some(rolled(of_month(month, day)?, roll))));
        let mut latest = after;
        all.filter(move |day| {
            let is_new = *day > latest;
            latest = latest.max(*day);
            is_new
        })
        .take(if self.days.iter().any(|day| (1..=31).contains(day)) { usize::MAX } else { 0 })
    }
}

/// The day of the month that begins on `first`, or its last one.
fn of_month(first: NaiveDate, day: u32) -> Option<NaiveDate> {
    if !(1..=31).contains(&day) {
        return None;
    }
    (0..4).find_map(|short| first.with_day(day.checked_sub(short)?))
}

fn rolled(mut day: NaiveDate, roll: Roll) -> NaiveDate {
    while !is_office_day(day) {
        day = match roll {
            Roll::Previous => day - Days::new(1),
            Roll::Next => day + Days::new(1),
        };
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn in_a_row(days: &[u32], roll: Roll, after: &str, count: usize) -> Vec<String> {
        let days = PaymentDays { days: days.to_vec(), roll };
        days.after(day(after)).take(count).map(|day| day.format("%-d.%-m.").to_string()).collect()
    }

    #[test]
    fn weekends_and_holidays_are_rolled() {
        // 2026: 10 January is a Saturday, 25 January a Sunday, 25 December a Friday after Christmas Eve.
        assert_eq!(in_a_row(&[10, 25], Roll::Previous, "2026-01-01", 4), ["9.1.", "23.1.", "10.2.", "25.2."]);
        assert_eq!(in_a_row(&[10, 25], Roll::Next, "2026-01-01", 4), ["12.1.", "26.1.", "10.2.", "25.2."]);
        assert_eq!(in_a_row(&[25, 10], Roll::Previous, "2026-12-09", 3), ["10.12.", "23.12.", "8.1."]);
        assert_eq!(in_a_row(&[10, 25], Roll::Next, "2026-12-10", 2), ["28.12.", "11.1."]);
    }

    #[test]
    fn after_means_later() {
        let days = PaymentDays { days: vec![10, 25], roll: Roll::Previous };
        assert_eq!(days.next_payment_day(day("2026-01-08")), Some(day("2026-01-09")));
        assert_eq!(days.next_payment_day(day("2026-01-09")), Some(day("2026-01-23")));
        assert_eq!(days.next_payment_day(day("2026-01-10")), Some(day("2026-01-23")));
    }

    #[test]
    fn days_may_roll_into_another_month() {
        assert_eq!(in_a_row(&[1], Roll::Previous, "2026-07-30", 2), ["31.7.", "1.9."], "1 August is a Saturday");
        assert_eq!(in_a_row(&[31], Roll::Next, "2026-01-30", 3), ["2.2.", "2.3.", "31.3."], "Saturdays");
        assert_eq!(in_a_row(&[31], Roll::Next, "2026-02-01", 1), ["2.2."], "of the month before");
    }

    #[test]
    fn without_days_there_is_none() {
        for days in [vec![], vec![0, 32]] {
            assert_eq!(PaymentDays { days, roll: Roll::Next }.next_payment_day(day("2026-01-01")), None);
        }
    }
}
