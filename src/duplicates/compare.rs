//! Two companies side by side, before they are merged: what the one that stays keeps, what is filled in from the other, where
//! somebody must choose, and how much moves.

use super::merge;
use super::rules::{self, Settled};
use crate::callbacks;
use crate::classifications::company_forms;
use crate::companies::form::industry_text;
use crate::companies::store::Company;
use crate::companies::views::municipality;
use crate::companies::{BY_HAND, Facts, Field, TOL_2025};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
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
    let (ours, theirs) = (kept.facts(), gone.facts());
    let with = |wanted: Settled| Field::ALL.into_iter().filter(move |field| rules::settle(*field, &ours, &theirs) == wanted);
    let differing = with.clone()(Settled::Differs).map(|field| Differing {
        field: field.code(),
        label: label(field, lang),
        options: vec![
            Choice { value: "kept".to_owned(), label: shown(field, &kept.facts(), lang) },
            Choice { value: "gone".to_owned(), label: shown(field, &gone.facts(), lang) },
        ],
    });
    let filled = with.clone()(Settled::Filled).map(|field| (label(field, lang), shown(field, &gone.facts(), lang)));
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
            facts: known.map(|field| (label(field, lang), shown(field, &facts, lang))).collect(),
        }
    }
}

pub fn label(field: Field, lang: Lang) -> String {
    let key = match field {
        Field::Name => "company-name",
        Field::CompanyForm => "company-form",
        Field::Industry => "company-industry",
        Field::Municipality => "company-municipality",
        Field::StreetAddress => "company-street-address",
        Field::PostCode => "company-post-code",
        Field::PostOffice => "company-post-office",
        Field::PostalAddress => "company-postal-address",
        Field::Website => "company-website",
        Field::Phone => "company-phone",
        Field::Email => "company-email",
        Field::SizeClass => "company-filter-size",
    };
    i18n::text(lang, key)
}

/// A field's value as people read it.
fn shown(field: Field, facts: &Facts, lang: Lang) -> String {
    let value = facts.get(field);
    match field {
        Field::Municipality => municipality(value, lang).to_owned(),
        Field::CompanyForm => company_forms::name(value, lang).unwrap_or(value).to_owned(),
        Field::Industry => industry_text(value, TOL_2025, lang),
        Field::SizeClass => i18n::text(lang, &format!("company-size-{value}")),
        _ => value.to_owned(),
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
