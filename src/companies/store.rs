//! Rows of companies, their names and hand edits.

mod edits;
mod several;
mod snapshots;

pub use edits::{FieldEdit, change, edit, field_edits, hand_over_names};
pub use several::{named, of_ids};
pub use snapshots::{Snapshot, restore, snapshot, unmake};

use super::{BY_HAND, Facts, REGISTERED_NAME, TOL_2025};
use crate::db::{AmongMethods, Conn};
use crate::identifiers::business_id::BusinessId;
use crate::identifiers::{domain, name, phone};
use crate::schema::{companies, company_names};
use crate::{audit, timeline};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What other pages show of a company.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Summary {
    pub id: i64,
    pub name: String,
    pub business_id: Option<String>,
    /// Three digits, empty if unknown.
    pub municipality: String,
    /// A class of TOL 2025, empty if unknown.
    pub industry_2025: String,
    pub alive: bool,
    /// As typed.
    pub phone: String,
    pub phone_e164: String,
}

pub fn summary(conn: &mut Conn, id: i64) -> QueryResult<Option<Summary>> {
    companies::table
        .find(id)
        .select((
            companies::id,
            companies::name,
            companies::business_id,
            companies::municipality,
            companies::industry_2025,
            companies::alive,
            companies::phone,
            companies::phone_e164,
        ))
        .first(conn)
        .optional()
}

/// A whole row.
#[derive(Clone, Debug, Queryable, Serialize, Deserialize)]
pub struct Company {
    pub id: i64,
    pub business_id: Option<String>,
    pub source: String,
    pub name: String,
    pub name_fold: String,
    pub name_sort: String,
    pub company_form: String,
    pub industry: String,
    pub industry_set: String,
    pub industry_2025: String,
    pub municipality: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    pub postal_address: String,
    pub website: String,
    pub phone: String,
    pub phone_e164: String,
    pub email: String,
    pub trade_register_status: String,
    /// KONK, SANE, SELTILA or empty.
    pub situation: String,
    pub vat_liable: bool,
    pub employer_registered: bool,
    pub prepayment_registered: bool,
    pub alive: bool,
    pub registered_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub register_modified: String,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
    /// The code of a `SizeClass`, or empty.
    pub size_class: String,
    /// Follows from the website; empty if that tells none.
    pub web_domain: String,
}

impl Company {
    pub fn facts(&self) -> Facts {
        Facts {
            name: self.name.clone(),
            company_form: self.company_form.clone(),
            industry: self.industry.clone(),
            municipality: self.municipality.clone(),
            street_address: self.street_address.clone(),
            post_code: self.post_code.clone(),
            post_office: self.post_office.clone(),
            postal_address: self.postal_address.clone(),
            website: self.website.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            size_class: self.size_class.clone(),
        }
    }
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Company>> {
    companies::table.find(id).first(conn).optional()
}

/// The same, and nobody else writes the row until the transaction ends.
pub fn hold(conn: &mut Conn, id: i64) -> QueryResult<Option<Company>> {
    diesel::update(companies::table.find(id)).set(companies::name.eq(companies::name)).execute(conn)?;
    find(conn, id)
}

/// Whether there is no company yet.
pub fn is_empty(conn: &mut Conn) -> QueryResult<bool> {
    let any: Option<i64> = companies::table.select(companies::id).first(conn).optional()?;
    Ok(any.is_none())
}

/// The company with this business id, in canonical form.
pub fn id_of(conn: &mut Conn, business_id: &str) -> QueryResult<Option<i64>> {
    companies::table.filter(companies::business_id.eq(business_id)).select(companies::id).first(conn).optional()
}

/// Which of these business ids the register has, each with its company.
pub fn ids_of(conn: &mut Conn, business_ids: &[String]) -> QueryResult<Vec<(String, i64)>> {
    let found = companies::table.filter(companies::business_id.among(business_ids)).filter(companies::business_id.is_not_null());
    found.select((companies::business_id.assume_not_null(), companies::id)).load(conn)
}

/// A name that a company has, or had until `ended_on`.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Name {
    pub name: String,
    /// 1 company name, 2 parallel, 3 auxiliary, 4 translation of an auxiliary name, or `NAME_BY_HAND`.
    pub name_type: String,
    pub registered_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

/// Every name, the oldest row first.
pub fn names(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<Name>> {
    company_names::table
        .filter(company_names::company_id.eq(company_id))
        .order(company_names::id)
        .select((company_names::name, company_names::name_type, company_names::registered_on, company_names::ended_on))
        .load(conn)
}

/// A company that a person adds: sole traders and associations are often missing from the open data.
pub struct NewCompany<'a> {
    pub business_id: Option<&'a BusinessId>,
    pub facts: &'a Facts,
    pub organisation_id: i64,
    pub staff_id: i64,
}

/// Adds a company by hand. A business id that another company has is a unique violation.
pub fn add(conn: &mut Conn, new: &NewCompany, now: NaiveDateTime) -> QueryResult<i64> {
    let facts = new.facts;
    let identity = (
        companies::business_id.eq(new.business_id.map(BusinessId::as_str)),
        companies::source.eq(BY_HAND),
        companies::name.eq(&facts.name),
        companies::name_fold.eq(name::fold(&facts.name)),
        companies::name_sort.eq(name::sort_key(&facts.name)),
        companies::company_form.eq(&facts.company_form),
        companies::industry.eq(&facts.industry),
        companies::industry_set.eq(if facts.industry.is_empty() { "" } else { TOL_2025 }),
        companies::industry_2025.eq(&facts.industry),
    );
    let address = (
        companies::municipality.eq(&facts.municipality),
        companies::street_address.eq(&facts.street_address),
        companies::post_code.eq(&facts.post_code),
        companies::post_office.eq(&facts.post_office),
        companies::postal_address.eq(&facts.postal_address),
        companies::website.eq(&facts.website),
        companies::web_domain.eq(web_domain(&facts.website)),
        companies::phone.eq(&facts.phone),
        companies::phone_e164.eq(e164(&facts.phone)),
        companies::email.eq(&facts.email),
        companies::size_class.eq(&facts.size_class),
    );
    let register = (
        companies::trade_register_status.eq(""),
        companies::situation.eq(""),
        companies::vat_liable.eq(false),
        companies::employer_registered.eq(false),
        companies::prepayment_registered.eq(false),
        companies::alive.eq(true),
        companies::register_modified.eq(""),
        companies::created_at.eq(now),
        companies::updated_at.eq(now),
    );
    let id: i64 = diesel::insert_into(companies::table).values((identity, address, register)).returning(companies::id).get_result(conn)?;
    add_name(conn, id, &facts.name, REGISTERED_NAME)?;
    record(conn, id, timeline::Kind::CompanyAdded, "add", (new.organisation_id, new.staff_id), now)?;
    Ok(id)
}

fn add_name(conn: &mut Conn, company_id: i64, text: &str, name_type: &str) -> QueryResult<()> {
    diesel::insert_into(company_names::table)
        .values((
            company_names::company_id.eq(company_id),
            company_names::name.eq(text),
            company_names::name_fold.eq(name::fold(text)),
            company_names::name_type.eq(name_type),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ends a company that a person added, or takes that back; nothing changed is nothing done: false.
pub fn end(conn: &mut Conn, company: &Company, ended_on: Option<NaiveDate>, author: (i64, i64), now: NaiveDateTime) -> QueryResult<bool> {
    if company.ended_on == ended_on && company.alive == ended_on.is_none() {
        return Ok(false);
    }
    diesel::update(companies::table.find(company.id))
        .set((companies::ended_on.eq(ended_on), companies::alive.eq(ended_on.is_none()), companies::updated_at.eq(now)))
        .execute(conn)?;
    let action = if ended_on.is_some() { "end" } else { "reopen" };
    record(conn, company.id, timeline::Kind::CompanyEdited, action, author, now)?;
    Ok(true)
}

/// A company that was merged into another is no row any more. What still refers to it is a foreign key's violation.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    diesel::delete(companies::table.find(id)).execute(conn)?;
    Ok(())
}

/// Gives a company that a person added its business id, or another one. One that another company has is a unique violation.
pub fn identify(
    conn: &mut Conn,
    company: &Company,
    business_id: Option<&BusinessId>,
    author: (i64, i64),
    now: NaiveDateTime,
) -> QueryResult<bool> {
    let business_id = business_id.map(BusinessId::as_str);
    if company.business_id.as_deref() == business_id {
        return Ok(false);
    }
    let row = diesel::update(companies::table.find(company.id));
    row.set((companies::business_id.eq(business_id), companies::updated_at.eq(now))).execute(conn)?;
    audit::record(conn, now, Some(author.1), Some(author.0), "identify", "companies", company.id)?;
    Ok(true)
}

/// Empty for what is no web address.
fn web_domain(website: &str) -> String {
    domain::of_website(website).unwrap_or_default()
}

/// Empty for what is no number.
fn e164(typed: &str) -> String {
    phone::parse(typed).map(|phone| phone.e164).unwrap_or_default()
}

pub(super) fn record(
    conn: &mut Conn,
    company_id: i64,
    kind: timeline::Kind,
    action: &str,
    (organisation_id, staff_id): (i64, i64),
    now: NaiveDateTime,
) -> QueryResult<()> {
    timeline::record(conn, &timeline::Event::of_company(company_id, kind, (organisation_id, staff_id), now))?;
    audit::record(conn, now, Some(staff_id), Some(organisation_id), action, "companies", company_id)
}
