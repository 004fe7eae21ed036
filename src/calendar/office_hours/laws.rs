//! What holds for any hours and any instant.

use super::*;
use chrono::TimeDelta;

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn periods(&mut self, most: u64) -> Vec<Period> {
        let count = self.below(most + 1);
        let period = |numbers: &mut Self| {
            // An hour at least, else some searches would go on for a hundred years.
            let opens_minute = numbers.below(1_381) as u32;
            let closes_minute = opens_minute + 60 + numbers.below(u64::from(1_381 - opens_minute)) as u32;
            Period { weekday: 1 + numbers.below(7) as u32, opens_minute, closes_minute }
        };
        (0..count).map(|_| period(self)).collect()
    }

    /// Within the two years.
    fn day(&mut self) -> NaiveDate {
        "2026-01-01".parse::<NaiveDate>().expect("a day") + Days::new(self.below(730))
    }

    /// A week of its own, and sometimes seasons, closed ones among them, and closing days.
    fn hours(&mut self) -> OfficeHours {
        let usual = self.periods(12);
        let season = |numbers: &mut Self| {
            let (first, length) = (numbers.day(), numbers.below(80));
            let last = (length < 60).then(|| first + Days::new(length));
            Season { first, last, periods: numbers.periods(6) }
        };
        let closing = |numbers: &mut Self| {
            let first = numbers.day();
            Closing { first, last: first + Days::new(numbers.below(4)), name: String::new() }
        };
        let (seasons, closings) = (self.below(4), self.below(8));
        let seasons = (0..seasons).map(|_| season(self)).collect();
        let closings = (0..closings).map(|_| closing(self)).collect();
        OfficeHours::new(usual).with_seasons(seasons).with_closings(closings)
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
    for round in 0..2_000 {
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
        let explained = hours.explain(start, some, Some((from, until)));
        let moved = hours.in_window(due, from, until);
        assert!(moved >= due && is_in_office_hours(&hours, moved), "{}", told());
        assert_eq!((explained.counted, explained.due), (due, moved), "{}", told());
        days_hold(&hours, start, numbers.below(12) as u32, &told);
        if (due - start).num_days() < 365 {
            stretches_hold(&hours, &explained, (start, some), &told);
        }
    }
}

/// Office days end in office hours, and later starts never end earlier.
fn days_hold(hours: &OfficeHours, start: NaiveDateTime, days: u32, told: &impl Fn() -> String) {
    let end = hours.add_days(start, days);
    assert!(end >= start && is_in_office_hours(hours, end), "{days} days: {}", told());
    for later in [1, 1_800, 20_000, 100_000] {
        assert!(hours.add_days(start + TimeDelta::seconds(later), days) >= end, "{days} days, {later} s later: {}", told());
    }
    assert!(hours.add_days(start, days + 1) > end, "{days} days and one: {}", told());
}

/// The stretches add up, lie open and in order, and every day between is one with stretches or a closed one.
fn stretches_hold(hours: &OfficeHours, explained: &Explanation, (start, minutes): (NaiveDateTime, i64), told: &impl Fn() -> String) {
    let length: TimeDelta = explained.stretches.iter().map(|stretch| stretch.until - stretch.from).sum();
    assert_eq!(length, TimeDelta::minutes(minutes), "{}", told());
    assert!(explained.stretches.windows(2).all(|pair| pair[0].until < pair[1].from), "{}", told());
    for stretch in &explained.stretches {
        assert!(stretch.from >= start && stretch.from < stretch.until && hours.is_open(stretch.from), "{}", told());
        assert!(!explained.closed.iter().any(|(day, _)| *day == stretch.day()), "{}", told());
    }
}
