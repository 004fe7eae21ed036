//! What the pages show.

use super::columns::{choices, label};
use super::mapping::Mapping;
use super::rows::Change;
use super::store::Transfer;
use super::store::lines::Line;
use super::{Kind, Outcome, State};
use crate::contacts::{self, Visibility};
use crate::i18n::{self, Args, Lang};
use crate::web::paging::{PAGE_SIZE, Pager, Tab};
use crate::web::{Choice, FormView};
use chrono::NaiveDateTime;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
pub struct ListView {
    form: FormView,
    /// Why the file can't be read, and what to do.
    wrong_file: Option<String>,
    kinds: Vec<Choice>,
    transfers: Vec<TransferView>,
}

impl ListView {
    pub fn of(form: FormView, wrong_file: Option<String>, transfers: Vec<Transfer>, lang: Lang) -> Self {
        let kinds = Choice::of_codes(lang, "transfer-kind-", Kind::ALL.map(Kind::code));
        Self { form, wrong_file, kinds, transfers: transfers.into_iter().map(|transfer| TransferView::of(&transfer, lang)).collect() }
    }
}

/// A transfer in words.
#[derive(Serialize)]
pub struct TransferView {
    id: i64,
    file_name: String,
    kind: String,
    state: &'static str,
    state_text: String,
    is_open: bool,
    by: String,
    uploaded_at: NaiveDateTime,
    done_at: Option<NaiveDateTime>,
    undone_at: Option<NaiveDateTime>,
    /// The encoding and delimiter, or the sheet.
    reading: String,
}

impl TransferView {
    pub fn of(transfer: &Transfer, lang: Lang) -> Self {
        let delimiter =
            if transfer.reading.delimiter == "tab" { i18n::text(lang, "transfer-tab") } else { transfer.reading.delimiter.clone() };
        let args = Args::from([("of".into(), transfer.reading.of.clone().into()), ("delimiter".into(), delimiter.clone().into())]);
        let reading = if delimiter.is_empty() { "transfer-reading-sheet" } else { "transfer-reading-text" };
        Self {
            id: transfer.id,
            file_name: transfer.file_name.clone(),
            kind: i18n::text(lang, &format!("transfer-kind-{}", transfer.kind.code())),
            state: transfer.state.code(),
            state_text: i18n::text(lang, &format!("transfer-state-{}", transfer.state.code())),
            is_open: matches!(transfer.state, State::Read | State::Checked),
            by: transfer.by.clone(),
            uploaded_at: transfer.uploaded_at,
            done_at: transfer.done_at,
            undone_at: transfer.undone_at,
            reading: i18n::text_with(lang, reading, &args),
        }
    }
}

#[derive(Serialize)]
pub struct MappingView {
    form: FormView,
    transfer: TransferView,
    columns: Vec<ColumnView>,
    fields: Vec<Choice>,
    is_companies: bool,
    is_contacts: bool,
    kinds: Vec<Choice>,
    outcomes: Vec<Choice>,
    visibilities: Vec<Choice>,
}

/// A column of the file: its heading, some of its values, and what it holds.
#[derive(Serialize)]
struct ColumnView {
    heading: String,
    samples: String,
    field: String,
}

impl MappingView {
    pub fn of(form: FormView, transfer: &Transfer, mapping: &Mapping, samples: &[Line], lang: Lang) -> Self {
        let column = |(at, heading): (usize, &String)| {
            let values = samples.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty());
            let short = |cell: &String| cell.chars().take(40).collect::<String>();
            ColumnView {
                heading: heading.clone(),
                samples: values.map(short).collect::<Vec<_>>().join(" · "),
                field: mapping.fields.get(at).cloned().unwrap_or_default(),
            }
        };
        Self {
            form,
            columns: transfer.headings.iter().enumerate().map(column).collect(),
            fields: choices(transfer.kind, lang),
            is_companies: transfer.kind == Kind::Companies,
            is_contacts: transfer.kind == Kind::Contacts,
            kinds: Choice::of_codes(lang, "contact-kind-", contacts::Kind::ALL.map(contacts::Kind::code)),
            outcomes: Choice::of_codes(lang, "contact-outcome-", contacts::Outcome::ALL.map(contacts::Outcome::code)),
            visibilities: Choice::of_codes(lang, "contact-visibility-", Visibility::ALL.map(Visibility::code)),
            transfer: TransferView::of(transfer, lang),
        }
    }
}

#[derive(Serialize)]
pub struct ShowView {
    transfer: TransferView,
    tabs: Vec<Tab>,
    rows: Vec<RowView>,
    pager: Pager,
    /// Rows that would be written, or were.
    good: i64,
    refused: i64,
    total: i64,
    may_undo: bool,
    /// Why it can't be taken back: the rows that have been worked on since.
    in_the_way: Vec<(i64, String)>,
}

#[derive(Serialize)]
struct RowView {
    line: i64,
    outcome: &'static str,
    outcome_text: String,
    title: String,
    company_id: Option<i64>,
    changes: Vec<String>,
    kept: Vec<String>,
    problems: Vec<String>,
}

type Undoing = (bool, Vec<(i64, String)>);

impl ShowView {
    pub fn of(
        transfer: Transfer,
        counts: &HashMap<String, i64>,
        mut rows: Vec<Line>,
        (outcome, after): (Option<Outcome>, i64),
        (may_undo, in_the_way): Undoing,
        lang: Lang,
    ) -> Self {
        let count = |outcome: Outcome| counts.get(outcome.code()).copied().unwrap_or_default();
        let path = format!("/transfers/{}", transfer.id);
        let show = outcome.map(|outcome| format!("&show={}", outcome.code())).unwrap_or_default();
        let more = rows.len() > PAGE_SIZE;
        rows.truncate(PAGE_SIZE);
        let next = rows.last().filter(|_| more).map(|last| format!("{path}?after={}{show}", last.line));
        let first = if show.is_empty() { path.clone() } else { format!("{path}?{}", &show[1..]) };
        let total = counts.values().sum();
        Self {
            tabs: tabs(&path, outcome, counts, lang),
            pager: Pager { previous: (after > 0).then_some(first), next, shown: String::new() },
            rows: rows.into_iter().map(|row| RowView::of(row, transfer.state, lang)).collect(),
            good: count(Outcome::New) + count(Outcome::Changed),
            refused: count(Outcome::Refused),
            total,
            transfer: TransferView::of(&transfer, lang),
            may_undo,
            in_the_way,
        }
    }
}

/// All rows, and the rows of each outcome that there is.
fn tabs(path: &str, current: Option<Outcome>, counts: &HashMap<String, i64>, lang: Lang) -> Vec<Tab> {
    let named = |key: String, count: i64| i18n::text_with(lang, &key, &Args::from([("count".into(), count.into())]));
    let all = Tab { href: path.to_owned(), label: named("transfer-tab-all".to_owned(), counts.values().sum()), current: current.is_none() };
    let of = |outcome: Outcome| {
        let count = *counts.get(outcome.code())?;
        let href = format!("{path}?show={}", outcome.code());
        Some(Tab { href, label: named(format!("transfer-tab-{}", outcome.code()), count), current: current == Some(outcome) })
    };
    std::iter::once(all).chain(Outcome::ALL.into_iter().filter_map(of)).collect()
}

impl RowView {
    fn of(row: Line, state: State, lang: Lang) -> Self {
        let outcome = row.outcome.unwrap_or(Outcome::Refused);
        let done = if matches!(state, State::Done | State::Undone) { "did" } else { "will" };
        let told = row.told;
        Self {
            line: row.line,
            outcome: outcome.code(),
            outcome_text: i18n::text(lang, &format!("transfer-{done}-{}", outcome.code())),
            title: told.title,
            company_id: told.company_id,
            changes: told.changes.iter().map(|change| in_words(change, lang)).collect(),
            kept: told.kept.iter().map(|change| kept(change, lang)).collect(),
            problems: told.problems.iter().map(|problem| problem.in_words(lang)).collect(),
        }
    }
}

/// `Puhelin: 02 123 → 02 456`.
fn in_words(change: &Change, lang: Lang) -> String {
    let before = if change.before.is_empty() { "–" } else { &change.before };
    format!("{}: {before} → {}", label(&change.field, lang), change.after)
}

/// `Kunta: Salo säilyy (tiedostossa Turku)`.
fn kept(change: &Change, lang: Lang) -> String {
    let args = Args::from([
        ("field".into(), label(&change.field, lang).into()),
        ("before".into(), change.before.as_str().into()),
        ("after".into(), change.after.as_str().into()),
    ]);
    i18n::text_with(lang, "transfer-kept", &args)
}
