//! The table of 2025–2032, by the churches' and the almanac's published dates.

use super::*;

/// The holidays that move; the others have their own dates: Good Friday, Easter Sunday, Ascension Day, Whit Sunday,
/// Midsummer Eve and All Saints' Day.
const MOVING: [(i32, [(u32, u32); 6]); 8] = [
    (2025, [(4, 18), (4, 20), (5, 29), (6, 8), (6, 20), (11, 1)]),
    (2026, [(4, 3), (4, 5), (5, 14), (5, 24), (6, 19), (10, 31)]),
    (2027, [(3, 26), (3, 28), (5, 6), (5, 16), (6, 25), (11, 6)]),
    (2028, [(4, 14), (4, 16), (5, 25), (6, 4), (6, 23), (11, 4)]),
    (2029, [(3, 30), (4, 1), (5, 10), (5, 20), (6, 22), (11, 3)]),
    (2030, [(4, 19), (4, 21), (5, 30), (6, 9), (6, 21), (11, 2)]),
    (2031, [(4, 11), (4, 13), (5, 22), (6, 1), (6, 20), (11, 1)]),
    (2032, [(3, 26), (3, 28), (5, 6), (5, 16), (6, 25), (11, 6)]),
];

fn day(year: i32, (month, day): (u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn of_year(year: i32) -> Vec<(NaiveDate, Holiday)> {
    Holiday::from_day(day(year, (1, 1))).take_while(|(day, _)| day.year() == year).collect()
}

#[test]
fn the_table_of_eight_years() {
    use Holiday::*;
    for (year, [good_friday, easter, ascension, whit_sunday, midsummer_eve, all_saints]) in MOVING {
        let after = |date| day(year, date).succ_opt().expect("a day");
        let mut expected = vec![
            (day(year, (1, 1)), NewYear),
            (day(year, (1, 6)), Epiphany),
            (day(year, good_friday), GoodFriday),
            (day(year, easter), Easter),
            (after(easter), EasterMonday),
            (day(year, (5, 1)), MayDay),
            (day(year, ascension), Ascension),
            (day(year, whit_sunday), WhitSunday),
            (day(year, midsummer_eve), MidsummerEve),
            (after(midsummer_eve), Midsummer),
            (day(year, all_saints), AllSaints),
            (day(year, (12, 6)), Independence),
            (day(year, (12, 24)), ChristmasEve),
            (day(year, (12, 25)), Christmas),
            (day(year, (12, 26)), StStephen),
        ];
        expected.sort_unstable_by_key(|(day, _)| *day);
        assert_eq!(of_year(year), expected);
    }
}

#[test]
fn weekdays_on_which_offices_are_closed() {
    for (year, expected) in [
        (2026, "1.1. 6.1. 3.4. 6.4. 1.5. 14.5. 19.6. 24.12. 25.12."),
        (2027, "1.1. 6.1. 26.3. 29.3. 6.5. 25.6. 6.12. 24.12."),
        (2028, "6.1. 14.4. 17.4. 1.5. 25.5. 23.6. 6.12. 25.12. 26.12."),
    ] {
        let closed = of_year(year).into_iter().filter(|(day, _)| !is_weekend(*day));
        let written: Vec<String> = closed.map(|(day, _)| format!("{}.{}.", day.day(), day.month())).collect();
        assert_eq!(written.join(" "), expected);
    }
}

#[test]
fn easter_far_away() {
    for (year, expected) in [(1818, (3, 22)), (1943, (4, 25)), (1954, (4, 18)), (2008, (3, 23)), (2038, (4, 25)), (2285, (3, 22))] {
        assert_eq!(easter(year), Some(day(year, expected)));
    }
    assert!((-3_000..6_000).all(|year| easter(year).is_some_and(|day| day.weekday() == Weekday::Sun)));
}

#[test]
fn two_on_one_day_are_one() {
    assert_eq!(Holiday::on(day(2008, (5, 1))), Some(Holiday::MayDay));
}

#[test]
fn every_holiday_has_a_name() {
    for lang in Lang::ALL {
        assert!(Holiday::ALL.into_iter().all(|holiday| !holiday.name(lang).starts_with("holiday-")), "{lang:?}");
    }
    assert_eq!(Holiday::StStephen.name(Lang::Fi), "Tapaninpäivä");
}

#[test]
fn what_is_worked_and_what_not() {
    for (date, expected) in [((4, 2), true), ((4, 3), false), ((4, 4), false), ((6, 18), true), ((6, 19), false), ((12, 31), true)] {
        assert_eq!(is_office_day(day(2026, date)), expected, "{date:?}");
    }
    assert_eq!(next_office_day(day(2026, (4, 3))), day(2026, (4, 7)), "over Easter");
    assert_eq!(next_office_day(day(2026, (4, 2))), day(2026, (4, 2)));
    assert!(!Holiday::MidsummerEve.is_public() && Holiday::Midsummer.is_public());
}
