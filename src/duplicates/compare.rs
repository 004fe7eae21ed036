//! Two companies side by side, before they are merged: what the one that stays keeps, what is filled in from the other, where
//! somebody must choose, and how much moves.

use super::merge;
use super::rules::{self, Settled};
use crate::callbacks;
use crate::companies::store::Company;
use crate::companies::views::municipality;
use crate::companies::words::{self, label};
use crate::companies::{BY_HAND, Field};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::schema::{callbacks as callback_rows, contacts, people, sites, tasks};
use crate::web::{Choice, Viewer};
use diesel::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
pub struct CompareView {
    kept: Side,
    gone: Side,
    /// Fields in which they differ.
    differing: Vec<Differing>,
    /// Label and value of what the one that stays didn't know.
    filled: Vec<(String, String)>,
    moving: Vec<Moving>,
    /// What [`merge::seen`] says of both.
    seen: String,
}

#[derive(Serialize)]
struct Side {
    id: i64,
    name: String,
    business_id: Option<String>,
    municipality: String,
    by_hand: bool,
    /// Label and value of every field that has one.
    facts: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Differing {
    field: &'static str,
    label: String,
    options: Vec<Choice>,
}

/// So many rows of a kind move, some of which the viewer may not see.
#[derive(Serialize)]
struct Moving {
    table: &'static str,
    count: i64,
    hidden: i64,
}

/// # Errors
/// A conflict if both have a business id.
pub fn compare(conn: &mut Conn, viewer: &Viewer, one: Company, other: Company, lang: Lang) -> Result<CompareView, Error> {
    let (kept, gone) = rules::roles(one, other).ok_or(Error::Conflict("error-merge-two-business-ids"))?;
    let (ours, theirs) = (&kept.facts(), &gone.facts());
    let with = |wanted: Settled| Field::ALL.into_iter().filter(move |field| rules::settle(*field, ours, theirs) == wanted);
    let differing = with(Settled::Differs).map(|field| Differing {
        field: field.code(),
        label: label(field, lang),
        options: vec![
            Choice { value: "kept".to_owned(), label: words::value(field, ours.get(field), lang) },
            Choice { value: "gone".to_owned(), label: words::value(field, theirs.get(field), lang) },
        ],
    });
    let filled = with(Settled::Filled).map(|field| (label(field, lang), words::value(field, theirs.get(field), lang)));
    Ok(CompareView {
        differing: differing.collect(),
        filled: filled.collect(),
        moving: moving(conn, viewer, gone.id)?,
        seen: merge::seen(&kept.facts(), &gone.facts()),
        kept: Side::of(&kept, lang),
        gone: Side::of(&gone, lang),
    })
}

impl Side {
    fn of(company: &Company, lang: Lang) -> Self {
        let facts = company.facts();
        let known = Field::ALL.into_iter().filter(|field| *field != Field::Name && !facts.get(*field).is_empty());
        Self {
            id: company.id,
            name: company.name.clone(),
            business_id: company.business_id.clone(),
            municipality: municipality(&company.municipality, lang).to_owned(),
            by_hand: company.source == BY_HAND,
            facts: known.map(|field| (label(field, lang), words::value(field, facts.get(field), lang))).collect(),
        }
    }
}

/// What people know of that moves; the timeline and the like go along without a word.
fn moving(conn: &mut Conn, viewer: &Viewer, gone: i64) -> QueryResult<Vec<Moving>> {
    let people: i64 = people::table.filter(people::company_id.eq(gone)).count().get_result(conn)?;
    let sites: i64 = sites::table.filter(sites::company_id.eq(gone)).count().get_result(conn)?;
    let contacts: i64 = contacts::table.filter(contacts::company_id.eq(gone)).count().get_result(conn)?;
    let callbacks: i64 = callback_rows::table.filter(callback_rows::company_id.eq(gone)).count().get_result(conn)?;
    let visible = callback_rows::table.filter(callbacks::visible_to(viewer)).filter(callback_rows::company_id.eq(gone));
    let visible_callbacks: i64 = visible.count().get_result(conn)?;
    let of_company = tasks::table.filter(tasks::company_id.eq(gone));
    let tasks: i64 = of_company.count().get_result(conn)?;
    let own_tasks: i64 = of_company.filter(tasks::organisation_id.eq(viewer.organisation_id)).count().get_result(conn)?;
    let all = [
        Moving { table: "people", count: people, hidden: 0 },
        Moving { table: "sites", count: sites, hidden: 0 },
        Moving { table: "contacts", count: contacts, hidden: 0 },
        Moving { table: "callbacks", count: callbacks, hidden: callbacks - visible_callbacks },
        Moving { table: "tasks", count: tasks, hidden: tasks - own_tasks },
    ];
    Ok(all.into_iter().filter(|moving| moving.count > 0).collect())
}
