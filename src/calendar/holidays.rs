//! Finland's public holidays and the eves on which offices are closed all the same, computed for any year by today's rules.
//!
//! Public holidays are what the acts on the church's holidays, on Independence Day (388/1937) and on the first of May say.
//! Midsummer Eve and Christmas Eve are no public holidays; collective agreements close offices on them, and so does this
//! calendar. Maundy Thursday and New Year's Eve are working days. `tests` has the table of 2025–2032.

use crate::codes::codes;
use crate::i18n::{self, Lang};
use chrono::{Datelike, NaiveDate, Weekday};

codes! {
    /// A day on which offices are closed, named by the text `holiday-{code}`.
    pub Holiday {
        NewYear = "new_year",
        Epiphany = "epiphany",
        GoodFriday = "good_friday",
        Easter = "easter",
        EasterMonday = "easter_monday",
        MayDay = "may_day",
        Ascension = "ascension",
        WhitSunday = "whit_sunday",
        MidsummerEve = "midsummer_eve",
        Midsummer = "midsummer",
        AllSaints = "all_saints",
        Independence = "independence",
        ChristmasEve = "christmas_eve",
        Christmas = "christmas",
        StStephen = "st_stephen",
    }
}

impl Holiday {
    /// The holiday of a day. (When Ascension Day falls on the first of May, as in 2008, that is named.)
    pub fn on(day: NaiveDate) -> Option<Self> {
        Some(match (day.month(), day.day(), day.weekday()) {
            (1, 1, _) => Self::NewYear,
            (1, 6, _) => Self::Epiphany,
            (5, 1, _) => Self::MayDay,
            (6, 19..=25, Weekday::Fri) => Self::MidsummerEve,
            (6, 20..=26, Weekday::Sat) => Self::Midsummer,
            (10, 31, Weekday::Sat) | (11, 1..=6, Weekday::Sat) => Self::AllSaints,
            (12, 6, _) => Self::Independence,
            (12, 24, _) => Self::ChristmasEve,
            (12, 25, _) => Self::Christmas,
            (12, 26, _) => Self::StStephen,
            (3..=6, ..) => return Self::of_easter((day - easter(day.year())?).num_days()),
            _ => return None,
        })
    }

    fn of_easter(days_after: i64) -> Option<Self> {
        Some(match days_after {
            -2 => Self::GoodFriday,
            0 => Self::Easter,
            1 => Self::EasterMonday,
            39 => Self::Ascension,
            49 => Self::WhitSunday,
            _ => return None,
        })
    }

    /// Those from this day on, in order, without end.
    pub fn from_day(day: NaiveDate) -> impl Iterator<Item = (NaiveDate, Self)> {
        day.iter_days().filter_map(|day| Some((day, Self::on(day)?)))
    }

    /// Public by law; the eves are free by agreement only.
    pub fn is_public(self) -> bool {
        !matches!(self, Self::MidsummerEve | Self::ChristmasEve)
    }

    pub fn name(self, lang: Lang) -> String {
        i18n::text(lang, &format!("holiday-{}", self.code()))
    }

    /// The name within a sentence: only English writes it with a capital letter there.
    pub fn name_in_text(self, lang: Lang) -> String {
        let name = self.name(lang);
        let mut letters = name.chars();
        match letters.next().filter(|_| lang != Lang::En) {
            Some(first) => first.to_lowercase().chain(letters).collect(),
            None => name,
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (moon, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * moon + century - century.div_euclid(4) - shift + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (moon + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (day / 31) as u32, (day % 31 + 1) as u32)
}

pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Monday to Friday, and no holiday.
pub fn is_office_day(day: NaiveDate) -> bool {
    !is_weekend(day) && Holiday::on(day).is_none()
}

/// This day, or the first office day after it.
pub fn next_office_day(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_office_day(*day)).unwrap_or(day)
}

#[cfg(test)]
mod tests;
