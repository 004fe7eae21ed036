//! Single cases in words.

use super::*;
use chrono::TimeDelta;

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
    // The Sunday after is Easter.
    assert_eq!(skipped.next_opening(at("2026-03-28", 12, 0)), at("2026-04-12", 3, 0));
    assert_eq!(skipped.add(at("2026-03-28", 12, 0), 60), at("2026-04-12", 4, 0));
}

#[test]
fn long_spans_are_counted_in_weeks() {
    // Of the working days of 2026, nine are holidays.
    let year = nine_to_three().minutes_between(at("2026-01-01", 0, 0), at("2027-01-01", 0, 0));
    assert_eq!(year, (261 - 9) * 6 * 60);
    assert_eq!(nine_to_three().add(at("2026-01-01", 0, 0), year), at("2026-12-31", 15, 0));
    let decade = "2026-01-01".parse::<NaiveDate>().expect("a day").iter_days().take(3_652);
    let open: TimeDelta = decade.filter(|day| Holiday::on(*day).is_none()).map(|day| instant(day, 1_440) - instant(day, 0)).sum();
    assert_eq!(always().minutes_between(at("2026-01-01", 0, 0), at("2036-01-01", 0, 0)), open.num_minutes());
}

#[test]
fn the_day_before_good_friday() {
    assert_eq!(nine_to_three().add(at("2026-04-02", 14, 30), 120), at("2026-04-07", 10, 30));
    assert_eq!(nine_to_three().minutes_between(at("2026-04-02", 14, 30), at("2026-04-07", 10, 30)), 120);
}

#[test]
fn midsummer_eve() {
    assert_eq!(nine_to_three().add(at("2026-06-18", 14, 0), 120), at("2026-06-22", 10, 0));
    assert_eq!(nine_to_three().next_opening(at("2026-06-19", 10, 0)), at("2026-06-22", 9, 0));
    assert!(!nine_to_three().is_open(at("2026-06-19", 10, 0)));
    let always_on_eve = always().closed_on("2026-06-19".parse().expect("a day"));
    assert_eq!(always_on_eve, Some(Closed::Holiday(Holiday::MidsummerEve)));
}

fn closing(first: &str, last: &str, name: &str) -> Closing {
    Closing { first: first.parse().expect("a day"), last: last.parse().expect("a day"), name: name.to_owned() }
}

#[test]
fn a_closing_day() {
    let hours = nine_to_three().with_closings(vec![closing(FRIDAY, FRIDAY, "Henkilöstöpäivä")]);
    assert_eq!(hours.add(at("2026-11-19", 14, 30), 120), at(MONDAY, 10, 30));
    assert_eq!(hours.minutes_between(at("2026-11-16", 0, 0), at(MONDAY, 0, 0)), 4 * 360);
    assert!(!hours.opens_on(FRIDAY.parse().expect("a day")));
    assert_eq!(hours.closed_on(FRIDAY.parse().expect("a day")), Some(Closed::Named("Henkilöstöpäivä".to_owned())));
    assert_eq!(hours.closed_on(SATURDAY.parse().expect("a day")), Some(Closed::Weekend));
}

fn season(first: &str, last: Option<&str>, hours: &[(u32, u32)]) -> Season {
    let day = |text: &str| text.parse().expect("a day");
    Season { first: day(first), last: last.map(day), periods: periods(1..=5, hours) }
}

#[test]
fn hours_that_change_on_a_date() {
    // From Monday on 10–12; the summer has its own; the Thursday before Midsummer is shorter still.
    let hours = nine_to_three().with_seasons(vec![
        season("2027-06-24", Some("2027-06-24"), &[(9, 10)]),
        season(MONDAY, None, &[(10, 12)]),
        season("2027-06-01", Some("2027-07-31"), &[(9, 12)]),
    ]);
    assert_eq!(hours.add(at(FRIDAY, 14, 30), 120), at(MONDAY, 11, 30));
    let opens = |day: &str| hours.next_opening(at(day, 0, 0));
    assert_eq!((opens("2027-05-31"), opens("2027-06-01")), (at("2027-05-31", 10, 0), at("2027-06-01", 9, 0)));
    assert_eq!((opens("2027-07-30"), opens("2027-08-02")), (at("2027-07-30", 9, 0), at("2027-08-02", 10, 0)));
    assert_eq!(hours.add(at("2027-06-24", 9, 30), 60), at("2027-06-28", 9, 30));
}

#[test]
fn closed_throughout() {
    let july = nine_to_three().with_seasons(vec![season("2027-07-01", Some("2027-07-31"), &[])]);
    assert_eq!(july.add(at("2027-06-30", 14, 0), 120), at("2027-08-02", 10, 0));
    assert_eq!(july.closed_on("2027-07-01".parse().expect("a day")), Some(Closed::NoHours));
    // Closed for good is no answer: the clock runs at office hours, so that what was promised falls due.
    let ended = nine_to_three().with_seasons(vec![season(MONDAY, None, &[])]);
    assert_eq!(ended.add(at(FRIDAY, 14, 0), 120), at(MONDAY, 9, 0));
}

#[test]
fn a_search_without_an_end_ends() {
    let start = at(FRIDAY, 12, 0);
    let never = nine_to_three().with_closings(vec![closing("2000-01-01", "9999-12-31", "Kiinni")]);
    let in_a_hundred_years = start + TimeDelta::days(36_500);
    for end in [never.add(start, 60), never.next_opening(start), never.add_days(start, 1), nine_to_three().add(start, i64::MAX)] {
        assert!(end > in_a_hundred_years, "{end}");
    }
    assert_eq!(never.in_window(start, 540, 600), start);
    assert_eq!(never.minutes_between(start, in_a_hundred_years), 0);
}

#[test]
fn so_many_office_days() {
    for (start, days, expected) in [
        (at(FRIDAY, 10, 17), 1, at(MONDAY, 10, 17)),
        (at(FRIDAY, 15, 0), 1, at(MONDAY, 15, 0)),
        (at(FRIDAY, 15, 1), 1, at("2026-11-24", 9, 0)),
        (at(SATURDAY, 12, 0), 1, at("2026-11-24", 9, 0)),
        (at("2026-04-01", 11, 0), 2, at("2026-04-07", 11, 0)),
        (at(SATURDAY, 12, 0), 0, at(MONDAY, 9, 0)),
        (at(FRIDAY, 10, 0), 0, at(FRIDAY, 10, 0)),
    ] {
        assert_eq!(nine_to_three().add_days(start, days), expected, "{start} + {days}");
    }
    let shorter = with_lunch().with_seasons(vec![season(MONDAY, Some(MONDAY), &[(10, 11), (12, 13)])]);
    for ((hour, minute), expected) in [((14, 30), (13, 0)), ((9, 30), (10, 0)), ((11, 30), (12, 0)), ((10, 30), (10, 30))] {
        assert_eq!(shorter.add_days(at(FRIDAY, hour, minute), 1), at(MONDAY, expected.0, expected.1), "{hour}.{minute}");
    }
    let night = OfficeHours::new(periods(5..=6, &[(20, 24)]));
    assert_eq!(night.add_days(at(FRIDAY, 24, 0), 1), at(SATURDAY, 24, 0));
}

#[test]
fn a_due_time_is_explained() {
    let hours = with_lunch().with_closings(vec![closing(MONDAY, MONDAY, "Henkilöstöpäivä")]);
    let explained = hours.explain(at(FRIDAY, 11, 30), 240, Some((10 * 60, 11 * 60)));
    let stretch = |from, until| Stretch { from, until };
    assert_eq!(
        explained.stretches,
        [
            stretch(at(FRIDAY, 11, 30), at(FRIDAY, 12, 0)),
            stretch(at(FRIDAY, 13, 0), at(FRIDAY, 15, 0)),
            stretch(at("2026-11-24", 9, 0), at("2026-11-24", 10, 30))
        ]
    );
    let closed: Vec<_> = explained.closed.into_iter().map(|(day, why)| (day.to_string(), why)).collect();
    let named = |day: &str, why| (day.to_owned(), why);
    assert_eq!(
        closed,
        [
            named(SATURDAY, Closed::Weekend),
            named("2026-11-22", Closed::Weekend),
            named(MONDAY, Closed::Named("Henkilöstöpäivä".to_owned()))
        ]
    );
    assert_eq!((explained.counted, explained.due), (at("2026-11-24", 10, 30), at("2026-11-24", 10, 30)));
    let moved = nine_to_three().explain(at(FRIDAY, 9, 0), 60, Some((13 * 60, 24 * 60)));
    assert_eq!((moved.counted, moved.due), (at(FRIDAY, 10, 0), at(FRIDAY, 13, 0)));
    let until_midnight = always().explain(at(FRIDAY, 22, 0), 120, None);
    assert_eq!((until_midnight.stretches.len(), until_midnight.closed.len()), (1, 0));
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
