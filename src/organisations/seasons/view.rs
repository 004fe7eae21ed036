//! Seasons as pages list them beside the usual hours.

use super::store::{Row, holding};
use crate::i18n::{self, Args, Lang};
use crate::organisations::hours;
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct SeasonView {
    id: i64,
    /// `1.6.2027–31.7.2027`, `24.6.2027`, or `1.1.2027 alkaen`.
    days: String,
    /// A line for each row of weekdays; none when it is closed throughout.
    hours: Vec<String>,
    /// It holds today, and no later one.
    holds_now: bool,
    is_past: bool,
}

/// In the order of their first days.
pub fn views(rows: &[Row], today: NaiveDate, lang: Lang) -> Vec<SeasonView> {
    let holding = holding(rows, today).map(|row| row.id);
    let view = |row: &Row| SeasonView {
        id: row.id,
        days: days(row.season.first, row.season.last, lang),
        hours: hours::in_words(&row.season.periods, lang),
        holds_now: Some(row.id) == holding,
        is_past: row.season.last.is_some_and(|last| last < today),
    };
    rows.iter().map(view).collect()
}

/// From one day to another, or on.
pub fn days(first: NaiveDate, last: Option<NaiveDate>, lang: Lang) -> String {
    match last {
        None => i18n::text_with(lang, "season-from", &Args::from([("day".into(), i18n::date(first).into())])),
        Some(last) => i18n::span(first, last),
    }
}
