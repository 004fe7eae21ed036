//! Dates and times as Finns write them: 20.11.2026, 14.30, pe 20.11.2026 klo 14.30. Instants are UTC, the wall clock is Helsinki's.

use super::{Lang, text};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::{Europe::Helsinki, Tz};

/// A stored instant (UTC) on the wall clock.
pub fn helsinki(instant: NaiveDateTime) -> DateTime<Tz> {
    instant.and_utc().with_timezone(&Helsinki)
}

pub fn date(day: NaiveDate) -> String {
    format!("{}.{}.{}", day.day(), day.month(), day.year())
}

pub fn time(instant: NaiveDateTime) -> String {
    let local = helsinki(instant);
    format!("{}.{:02}", local.hour(), local.minute())
}

/// Minutes from local midnight as a time of day.
pub fn clock(minute: i64) -> String {
    format!("{}.{:02}", minute / 60, minute % 60)
}

/// The short name of the weekday: ma, ti, ke …
pub fn weekday(lang: Lang, day: NaiveDate) -> String {
    text(lang, &format!("weekday-short-{}", day.weekday().number_from_monday()))
}

pub fn date_time(lang: Lang, instant: NaiveDateTime) -> String {
    let day = helsinki(instant).date_naive();
    format!("{} {} {} {}", weekday(lang, day), date(day), text(lang, "clock-at"), time(instant))
}
