//! The report as its page shows it.

use super::Show;
use super::store::Change;
use crate::classifications::situations;
use crate::companies::ytj::changes::{ALIVE, MOST, SITUATION};
use crate::companies::{Field, words};
use crate::i18n::{self, Args, Lang};
use crate::imports::view::ImportView;
use crate::web::paging::{PAGE_SIZE, Pager, Tab};
use chrono::NaiveDateTime;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
pub struct ReportView {
    import: ImportView,
    show: &'static str,
    tabs: Vec<Tab>,
    companies: Vec<CompanyView>,
    pager: Pager,
    /// There were more changes than a report lists.
    is_cut: bool,
}

#[derive(Serialize)]
struct CompanyView {
    id: i64,
    name: String,
    business_id: Option<String>,
    changes: Vec<ChangeView>,
}

#[derive(Serialize)]
struct ChangeView {
    id: i64,
    field: String,
    /// What a person wrote, where the row is about that.
    ours: Option<String>,
    old_value: String,
    new_value: String,
    decision: String,
    decided_at: Option<NaiveDateTime>,
    is_open: bool,
}

impl ReportView {
    pub fn of(
        import: ImportView,
        counts: &HashMap<Show, i64>,
        (mut changes, ours): (Vec<Change>, HashMap<i64, String>),
        (show, after): (Show, i64),
        lang: Lang,
    ) -> Self {
        let path = format!("/admin/imports/{}/changes?show=", import.id);
        let more = changes.len() > PAGE_SIZE;
        changes.truncate(PAGE_SIZE);
        let next = changes.last().filter(|_| more).map(|last| format!("{path}{}&after={}", show.code(), last.id));
        let previous = (after > 0).then(|| format!("{path}{}", show.code()));
        Self {
            show: show.code(),
            tabs: tabs(&path, show, counts, lang),
            companies: by_company(changes, &ours, lang),
            pager: Pager { previous, next, shown: String::new() },
            is_cut: counts.values().sum::<i64>().unsigned_abs() >= MOST,
            import,
        }
    }
}

fn tabs(path: &str, current: Show, counts: &HashMap<Show, i64>, lang: Lang) -> Vec<Tab> {
    let tab = |show: Show| {
        let count = counts.get(&show).copied().unwrap_or_default();
        let label = i18n::text_with(lang, &format!("import-show-{}", show.code()), &Args::from([("count".into(), count.into())]));
        Tab { href: format!("{path}{}", show.code()), label, current: show == current }
    };
    Show::ALL.into_iter().map(tab).collect()
}

/// Rows of the same company stand together: they were written so.
fn by_company(changes: Vec<Change>, ours: &HashMap<i64, String>, lang: Lang) -> Vec<CompanyView> {
    let mut companies: Vec<CompanyView> = Vec::new();
    for change in changes {
        let view = ChangeView::of(&change, ours.get(&change.id).filter(|_| change.is_open), lang);
        match companies.last_mut().filter(|company| company.id == change.company_id) {
            Some(company) => company.changes.push(view),
            None => {
                let (id, name, business_id) = (change.company_id, change.company, change.business_id);
                companies.push(CompanyView { id, name, business_id, changes: vec![view] });
            }
        }
    }
    companies
}

impl ChangeView {
    fn of(change: &Change, ours: Option<&String>, lang: Lang) -> Self {
        let in_words = |value: &str| in_words(&change.field, value, lang);
        Self {
            id: change.id,
            field: label(&change.field, lang),
            ours: ours.map(|value| in_words(value)),
            old_value: in_words(&change.old_value),
            new_value: in_words(&change.new_value),
            decision: change.decision.clone(),
            decided_at: change.decided_at,
            is_open: change.is_open,
        }
    }
}

fn label(field: &str, lang: Lang) -> String {
    match Field::from_code(field) {
        Some(field) => words::label(field, lang),
        None => i18n::text(lang, &format!("import-field-{field}")),
    }
}

fn in_words(field: &str, value: &str, lang: Lang) -> String {
    match (Field::from_code(field), field) {
        (Some(field), _) => words::value(field, value, lang),
        (None, ALIVE) => i18n::text(lang, &format!("import-alive-{value}")),
        (None, SITUATION) => situations::name(value, lang).unwrap_or(value).to_owned(),
        (None, _) => value.to_owned(),
    }
}
