//! Rows of sites. A site that is no more is ended, never deleted: contact persons refer to it, and it can be taken back.

use crate::db::Conn;
use crate::identifiers::{name, phone};
use crate::schema::sites;
use crate::{audit, timeline};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// A row of `sites`.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Site {
    pub id: i64,
    pub company_id: i64,
    /// Who added it.
    pub organisation_id: i64,
    pub name: String,
    pub name_sort: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    /// Three digits, empty if unknown.
    pub municipality: String,
    /// As typed.
    pub phone: String,
    pub phone_e164: String,
    pub created_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
}

/// What a form says of a site. Empty is unknown, but for the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    pub name: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    pub municipality: String,
    /// As typed.
    pub phone: String,
}

impl Details {
    fn phone_e164(&self) -> String {
        phone::parse(&self.phone).map(|phone| phone.e164).unwrap_or_default()
    }
}

/// Every site of a company, ended ones too, in Finnish order.
pub fn of_company(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<Site>> {
    sites::table.filter(sites::company_id.eq(company_id)).order((sites::name_sort, sites::id)).load(conn)
}

/// Ids and names of the sites that a contact person may be put to, for a select; `current` is there though it has ended.
pub fn choices(conn: &mut Conn, company_id: i64, current: Option<i64>) -> QueryResult<Vec<(i64, String)>> {
    let is_open = |site: &Site| site.ended_at.is_none() || Some(site.id) == current;
    Ok(of_company(conn, company_id)?.into_iter().filter(is_open).map(|site| (site.id, site.name)).collect())
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Site>> {
    sites::table.find(id).first(conn).optional()
}

/// The same, and nobody else writes the row until the transaction ends.
pub fn hold(conn: &mut Conn, id: i64) -> QueryResult<Option<Site>> {
    diesel::update(sites::table.find(id)).set(sites::name.eq(sites::name)).execute(conn)?;
    find(conn, id)
}

/// Adds a site; `author` is organisation and staff member.
pub fn add(conn: &mut Conn, company_id: i64, details: &Details, author: (i64, i64), now: NaiveDateTime) -> QueryResult<i64> {
    let (organisation_id, staff_id) = author;
    let id: i64 = diesel::insert_into(sites::table)
        .values((
            sites::company_id.eq(company_id),
            sites::organisation_id.eq(organisation_id),
            sites::name.eq(&details.name),
            sites::name_sort.eq(name::sort_key(&details.name)),
            sites::street_address.eq(&details.street_address),
            sites::post_code.eq(&details.post_code),
            sites::post_office.eq(&details.post_office),
            sites::municipality.eq(&details.municipality),
            sites::phone.eq(&details.phone),
            sites::phone_e164.eq(details.phone_e164()),
            sites::created_at.eq(now),
        ))
        .returning(sites::id)
        .get_result(conn)?;
    timeline::record(conn, &timeline::Event::of_company(company_id, timeline::Kind::SiteAdded, (organisation_id, staff_id), now))?;
    record(conn, "add", id, author, now)?;
    Ok(id)
}

pub fn edit(conn: &mut Conn, id: i64, details: &Details, author: (i64, i64), now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(sites::table.find(id))
        .set((
            sites::name.eq(&details.name),
            sites::name_sort.eq(name::sort_key(&details.name)),
            sites::street_address.eq(&details.street_address),
            sites::post_code.eq(&details.post_code),
            sites::post_office.eq(&details.post_office),
            sites::municipality.eq(&details.municipality),
            sites::phone.eq(&details.phone),
            sites::phone_e164.eq(details.phone_e164()),
        ))
        .execute(conn)?;
    record(conn, "edit", id, author, now)
}

/// The company is no longer there. False if that was known.
pub fn end(conn: &mut Conn, id: i64, author: (i64, i64), now: NaiveDateTime) -> QueryResult<bool> {
    let open = sites::table.find(id).filter(sites::ended_at.is_null());
    let ended = diesel::update(open).set(sites::ended_at.eq(now)).execute(conn)? == 1;
    if ended {
        record(conn, "end", id, author, now)?;
    }
    Ok(ended)
}

/// The company is there after all. False if it was.
pub fn reopen(conn: &mut Conn, id: i64, author: (i64, i64), now: NaiveDateTime) -> QueryResult<bool> {
    let closed = sites::table.find(id).filter(sites::ended_at.is_not_null());
    let reopened = diesel::update(closed).set(sites::ended_at.eq(None::<NaiveDateTime>)).execute(conn)? == 1;
    if reopened {
        record(conn, "reopen", id, author, now)?;
    }
    Ok(reopened)
}

fn record(conn: &mut Conn, action: &str, id: i64, (organisation_id, staff_id): (i64, i64), now: NaiveDateTime) -> QueryResult<()> {
    audit::record(conn, now, Some(staff_id), Some(organisation_id), action, "sites", id)
}
