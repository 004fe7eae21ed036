//! Single cases in words, and rules that hold for any instant.

use super::*;

/// A wall-clock time in Finland, outside of the hours of a clock change.
fn at(day: &str, hour: u32, minute: u32) -> NaiveDateTime {
    instant(day.parse().expect("a day"), hour * 60 + minute)
}

fn periods(weekdays: std::ops::RangeInclusive<u32>, hours: &[(u32, u32)]) -> Vec<Period> {
    let on = |weekday| hours.iter().map(move |(from, until)| Period { weekday, opens_minute: from * 60, closes_minute: until * 60 });
    weekdays.flat_map(on).collect()
}

fn nine_to_three() -> OfficeHours {
    OfficeHours::new(periods(1..=5, &[(9, 15)]))
}

fn with_lunch() -> OfficeHours {
    OfficeHours::new(periods(1..=5, &[(9, 12), (13, 15)]))
}

fn always() -> OfficeHours {
    OfficeHours::new(periods(1..=7, &[(0, 24)]))
}

const FRIDAY: &str = "2026-11-20";
const SATURDAY: &str = "2026-11-21";
const MONDAY: &str = "2026-11-23";

#[test]
fn the_weekend_does_not_count() {
    assert_eq!(nine_to_three().add(at(FRIDAY, 14, 30), 120), at(MONDAY, 10, 30));
    assert_eq!(nine_to_three().minutes_between(at(FRIDAY, 14, 30), at(MONDAY, 10, 30)), 120);
}

#[test]
fn a_due_time_may_be_the_closing_moment() {
    assert_eq!(nine_to_three().add(at(FRIDAY, 13, 0), 120), at(FRIDAY, 15, 0));
    assert_eq!(nine_to_three().add(at(FRIDAY, 15, 0), 0), at(FRIDAY, 15, 0));
    assert_eq!(nine_to_three().add(at(FRIDAY, 15, 0), 1), at(MONDAY, 9, 1));
    assert_eq!(always().add(at(FRIDAY, 24, 0), 0), at(SATURDAY, 0, 0));
}

#[test]
fn a_start_while_closed_counts_from_the_next_opening() {
    for start in [at(FRIDAY, 15, 1), at(SATURDAY, 12, 0), at(MONDAY, 0, 0), at(MONDAY, 9, 0)] {
        assert_eq!(nine_to_three().add(start, 60), at(MONDAY, 10, 0), "{start}");
    }
    assert_eq!(nine_to_three().add(at(SATURDAY, 12, 0), 0), at(MONDAY, 9, 0));
    assert_eq!(nine_to_three().add(at(SATURDAY, 12, 0), -5), at(MONDAY, 9, 0));
}

#[test]
fn several_periods_a_day() {
    assert_eq!(with_lunch().add(at(FRIDAY, 11, 30), 60), at(FRIDAY, 13, 30));
    assert_eq!(with_lunch().add(at(FRIDAY, 11, 30), 30), at(FRIDAY, 12, 0));
    assert!(!with_lunch().is_open(at(FRIDAY, 12, 0)));
    assert_eq!(with_lunch().next_opening(at(FRIDAY, 12, 0)), at(FRIDAY, 13, 0));
}

#[test]
fn open_from_the_opening_moment_until_the_closing_moment() {
    assert!(nine_to_three().is_open(at(FRIDAY, 9, 0)));
    assert!(nine_to_three().is_open(at(FRIDAY, 14, 59)));
    assert!(!nine_to_three().is_open(at(FRIDAY, 15, 0)));
    assert!(!nine_to_three().is_open(at(SATURDAY, 10, 0)));
    assert_eq!(nine_to_three().next_opening(at(FRIDAY, 15, 0)), at(MONDAY, 9, 0));
}

#[test]
fn without_hours_it_is_weekdays_eight_to_four() {
    let broken = Period { weekday: 8, opens_minute: 900, closes_minute: 540 };
    for hours in [OfficeHours::new(Vec::new()), OfficeHours::new(vec![broken])] {
        assert_eq!(hours.add(at(FRIDAY, 15, 30), 60), at(MONDAY, 8, 30));
    }
}

#[test]
fn periods_in_any_order_and_overlapping_are_one() {
    let mixed = OfficeHours::new(periods(1..=5, &[(12, 15), (10, 13), (9, 12)]));
    assert_eq!(mixed, nine_to_three());
}

#[test]
fn what_is_late_is_negative() {
    assert_eq!(nine_to_three().minutes_between(at(MONDAY, 10, 0), at(FRIDAY, 14, 0)), -120);
    assert_eq!(nine_to_three().minutes_between(at(SATURDAY, 1, 0), at(SATURDAY, 23, 0)), 0);
}

#[test]
fn both_clock_changes() {
    let night = OfficeHours::new(periods(7..=7, &[(0, 8)]));
    assert_eq!(night.minutes_between(at("2026-03-29", 0, 0), at("2026-03-29", 8, 0)), 7 * 60);
    assert_eq!(night.minutes_between(at("2026-10-25", 0, 0), at("2026-10-25", 8, 0)), 9 * 60);
    assert_eq!(night.add(at("2026-03-29", 0, 0), 4 * 60), at("2026-03-29", 5, 0));
    assert_eq!(night.add(at("2026-10-25", 0, 0), 8 * 60), at("2026-10-25", 7, 0));
    // Nine in the morning stays nine in the morning.
    assert_eq!(nine_to_three().add(at("2026-03-27", 14, 0), 120), at("2026-03-30", 10, 0));
    assert_eq!(nine_to_three().add(at("2026-10-23", 14, 0), 120), at("2026-10-26", 10, 0));
}

#[test]
fn a_period_that_spring_skips_is_none() {
    let skipped = OfficeHours::new(periods(7..=7, &[(3, 4)]));
    assert_eq!(skipped.next_opening(at("2026-03-28", 12, 0)), at("2026-04-05", 3, 0));
    assert_eq!(skipped.add(at("2026-03-28", 12, 0), 60), at("2026-04-05", 4, 0));
}

#[test]
fn long_spans_are_counted_in_weeks() {
    let years = always().add(at("2020-01-01", 0, 0), 10 * 366 * 24 * 60);
    assert_eq!(years, at("2020-01-01", 0, 0) + TimeDelta::days(3660));
    assert_eq!(nine_to_three().minutes_between(at("2026-01-05", 0, 0), at("2027-01-04", 0, 0)), 52 * 30 * 60);
}

#[test]
fn a_window_moves_the_due_time_on() {
    let hours = nine_to_three();
    let in_window = |due, from: u32, until: u32| hours.in_window(due, from * 60, until * 60);
    assert_eq!(in_window(at(FRIDAY, 10, 0), 9, 11), at(FRIDAY, 10, 0));
    assert_eq!(in_window(at(FRIDAY, 11, 0), 9, 11), at(FRIDAY, 11, 0));
    assert_eq!(in_window(at(FRIDAY, 10, 0), 13, 17), at(FRIDAY, 13, 0));
    assert_eq!(in_window(at(FRIDAY, 11, 1), 9, 11), at(MONDAY, 9, 0));
    assert_eq!(in_window(at(FRIDAY, 15, 0), 14, 18), at(FRIDAY, 15, 0));
    assert_eq!(in_window(at(FRIDAY, 15, 0), 7, 10), at(MONDAY, 9, 0));
    assert_eq!(with_lunch().in_window(at(FRIDAY, 12, 0), 12 * 60 + 30, 14 * 60), at(FRIDAY, 13, 0));
}

#[test]
fn a_window_that_never_meets_the_office_hours_moves_nothing() {
    let due = at(FRIDAY, 10, 0);
    for (from, until) in [(17 * 60, 19 * 60), (15 * 60, 16 * 60), (600, 600), (700, 600), (0, 1_441)] {
        assert_eq!(nine_to_three().in_window(due, from, until), due, "{from}–{until}");
    }
}

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn hours(&mut self) -> OfficeHours {
        let count = 1 + self.below(12);
        let periods = (0..count).map(|_| {
            let opens_minute = self.below(1_440) as u32;
            let closes_minute = opens_minute + 1 + self.below(u64::from(1_440 - opens_minute)) as u32;
            Period { weekday: 1 + self.below(7) as u32, opens_minute, closes_minute }
        });
        OfficeHours::new(periods.collect())
    }

    /// Within two years, both clock changes of each near, to the second.
    fn instant(&mut self) -> NaiveDateTime {
        let near_a_change = ["2026-03-28T12:00:00", "2026-10-24T12:00:00"][self.below(2) as usize];
        let (from, span) = if self.below(2) == 0 { (near_a_change, 2 * 86_400) } else { ("2026-01-01T00:00:00", 2 * 365 * 86_400) };
        from.parse::<NaiveDateTime>().expect("an instant") + TimeDelta::seconds(self.below(span) as i64)
    }
}

/// Open, or just closed.
fn is_in_office_hours(hours: &OfficeHours, at: NaiveDateTime) -> bool {
    hours.is_open(at) || hours.is_open(at - TimeDelta::seconds(1))
}

#[test]
fn rules_that_always_hold() {
    let mut numbers = Numbers(20_261_122);
    for round in 0..4_000 {
        let hours = numbers.hours();
        let start = numbers.instant();
        let (some, more) = (numbers.below(3_000) as i64, numbers.below(30_000) as i64);
        let due = hours.add(start, some);
        let told = || format!("round {round}: {hours:?} {start} + {some} + {more}");
        assert!(due >= start, "{}", told());
        assert!(is_in_office_hours(&hours, due), "never while closed: {}", told());
        assert_eq!(hours.minutes_between(start, due), some, "there and back: {}", told());
        assert_eq!(hours.add(due, more), hours.add(start, some + more), "additive: {}", told());
        let later = start + TimeDelta::seconds(numbers.below(200_000) as i64);
        assert!(hours.add(later, some) >= due, "monotonic: {}", told());
        let opening = hours.next_opening(start);
        assert!(opening >= start && hours.is_open(opening), "{}", told());
        assert_eq!(hours.minutes_between(start, opening), 0, "{}", told());
        let from = numbers.below(1_439) as u32;
        let until = from + 1 + numbers.below(u64::from(1_440 - from)) as u32;
        let moved = hours.in_window(due, from, until);
        assert!(moved >= due && is_in_office_hours(&hours, moved), "{}", told());
    }
}
