//! Imports as their pages show them.

use super::State;
use super::download::Failure;
use super::schedule::{self, Every, Schedule};
use super::store::Import;
use crate::classifications::municipalities;
use crate::i18n::{self, Args, Lang};
use crate::web::Choice;
use chrono::NaiveDateTime;
use serde::Serialize;

#[derive(Serialize)]
pub struct ImportView {
    pub id: i64,
    source: String,
    state: &'static str,
    /// Downloading or running: there is more to come.
    is_under_way: bool,
    started_by: String,
    /// By itself, in this person's name.
    is_scheduled: bool,
    started_at: NaiveDateTime,
    ended_at: Option<NaiveDateTime>,
    /// Names of the municipalities that new companies come from; empty means all.
    municipalities: String,
    records: String,
    /// Megabytes that have come.
    megabytes: String,
    /// Of a hundred, while it is under way and where that can be known.
    percent: Option<i64>,
    /// Where something came of it.
    counts: Vec<Count>,
    /// What went wrong and what to do, in words.
    advice: Option<String>,
    failure: String,
    report: String,
}

#[derive(Serialize)]
struct Count {
    label: String,
    number: String,
}

impl ImportView {
    pub fn of(import: Import, lang: Lang) -> Self {
        let state = State::from_code(&import.state).unwrap_or(State::Interrupted);
        let is_counted = matches!(state, State::Done | State::Incomplete);
        let counts = if is_counted { counts(&import, lang) } else { Vec::new() };
        let advice = advice(state, &import, lang);
        let is_under_way = matches!(state, State::Downloading | State::Running);
        let names = import.municipalities.split(',').filter_map(|code| municipalities::name(code, lang));
        Self {
            id: import.id,
            state: state.code(),
            is_under_way,
            started_by: import.started_by,
            is_scheduled: import.is_scheduled,
            started_at: import.started_at,
            ended_at: import.ended_at,
            municipalities: names.collect::<Vec<_>>().join(", "),
            records: grouped(import.records),
            megabytes: grouped(import.bytes_read / 1_000_000),
            percent: (is_under_way && import.total_bytes > 0).then(|| (import.bytes_read * 100 / import.total_bytes).clamp(0, 100)),
            counts,
            advice,
            source: import.source,
            failure: import.failure,
            report: import.report,
        }
    }
}

/// How often the register is brought up to date by itself.
#[derive(Serialize)]
pub struct ScheduleView {
    choices: Vec<Choice>,
    every: &'static str,
    area_only: bool,
    next_run_at: Option<NaiveDateTime>,
}

impl ScheduleView {
    pub fn of(schedule: Option<Schedule>, lang: Lang) -> Self {
        Self {
            choices: Choice::of_codes(lang, "import-every-", [schedule::NEVER].into_iter().chain(Every::ALL.map(Every::code))),
            every: schedule.as_ref().map_or(schedule::NEVER, |schedule| schedule.every.code()),
            area_only: schedule.as_ref().is_none_or(|schedule| schedule.area_only),
            next_run_at: schedule.map(|schedule| schedule.next_run_at),
        }
    }
}

/// What happened to how many; nothing is said of what didn't happen, but of new companies always.
fn counts(import: &Import, lang: Lang) -> Vec<Count> {
    let (new, changed, ceased, unchanged, elsewhere, skipped, broken, differing) = import.counts;
    [
        ("import-new", new),
        ("import-changed", changed),
        ("import-ceased", ceased),
        ("import-unchanged", unchanged),
        ("import-elsewhere", elsewhere),
        ("import-skipped", skipped),
        ("import-broken", broken),
        ("import-differing", differing),
    ]
    .into_iter()
    .filter(|(key, number)| *number > 0 || *key == "import-new")
    .map(|(key, number)| Count { label: i18n::text(lang, key), number: grouped(number) })
    .collect()
}

fn advice(state: State, import: &Import, lang: Lang) -> Option<String> {
    if let Some(key) = Failure::text_key(&import.failure) {
        return Some([i18n::text(lang, key), i18n::text(lang, "import-advice-download")].join(" "));
    }
    let records = Args::from([("records".into(), grouped(import.records).into())]);
    advice_key(state, &import.failure).map(|key| i18n::text_with(lang, key, &records))
}

/// The reader's words are an engineer's; these say what to do.
fn advice_key(state: State, failure: &str) -> Option<&'static str> {
    let says = |words: &str| failure.contains(words);
    Some(match state {
        State::Downloading | State::Running | State::Done => return None,
        State::Interrupted => "import-advice-interrupted",
        State::Incomplete => "import-advice-incomplete",
        State::Failed if says("broken ZIP") => "import-advice-broken-zip",
        State::Failed if says("no .json file") => "import-advice-no-json",
        State::Failed if says("cut") => "import-advice-cut",
        State::Failed => "import-advice-no-companies",
    })
}

/// `1234567` as `1 234 567`, which stays on one line.
fn grouped(number: i64) -> String {
    crate::companies::ytj::thousands(number.unsigned_abs()).replace(',', "\u{a0}")
}
