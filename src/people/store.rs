//! Rows of contact persons. A person who left is ended, never deleted: the contact log refers to them.

use crate::db::Conn;
use crate::i18n::Lang;
use crate::identifiers::{name, phone};
use crate::schema::people;
use crate::{audit, timeline};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// A whole row.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Person {
    pub id: i64,
    pub company_id: i64,
    /// Who added the person.
    pub organisation_id: i64,
    pub name: String,
    pub name_sort: String,
    /// What the person does there, in words.
    pub role: String,
    /// As typed.
    pub phone: String,
    pub phone_e164: String,
    pub email: String,
    /// A language code, or empty.
    pub language: String,
    pub created_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
}

/// What a form says of a person. Empty is unknown, but for the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    pub name: String,
    pub role: String,
    pub phone: String,
    pub email: String,
    pub language: Option<Lang>,
}

impl Details {
    fn language_code(&self) -> &'static str {
        self.language.map(Lang::code).unwrap_or_default()
    }

    fn phone_e164(&self) -> String {
        phone::parse(&self.phone).map(|phone| phone.e164).unwrap_or_default()
    }
}

/// Who of a company can be called today, in Finnish order.
pub fn of_company(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<Person>> {
    people::table
        .filter(people::company_id.eq(company_id))
        .filter(people::ended_at.is_null())
        .order((people::name_sort, people::id))
        .load(conn)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Person>> {
    people::table.find(id).first(conn).optional()
}

/// The same, and nobody else writes the row until the transaction ends.
pub fn hold(conn: &mut Conn, id: i64) -> QueryResult<Option<Person>> {
    diesel::update(people::table.find(id)).set(people::name.eq(people::name)).execute(conn)?;
    find(conn, id)
}

/// Adds a person; `author` is organisation and staff member.
pub fn add(conn: &mut Conn, company_id: i64, details: &Details, author: (i64, i64), now: NaiveDateTime) -> QueryResult<i64> {
    let (organisation_id, staff_id) = author;
    let id: i64 = diesel::insert_into(people::table)
        .values((
            people::company_id.eq(company_id),
            people::organisation_id.eq(organisation_id),
            people::name.eq(&details.name),
            people::name_sort.eq(name::sort_key(&details.name)),
            people::role.eq(&details.role),
            people::phone.eq(&details.phone),
            people::phone_e164.eq(details.phone_e164()),
            people::email.eq(&details.email),
            people::language.eq(details.language_code()),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(conn)?;
    let event = timeline::Event {
        company_id,
        kind: timeline::Kind::PersonAdded,
        organisation_id: Some(organisation_id),
        staff_id: Some(staff_id),
        topic_id: None,
        contact_id: None,
        callback_id: None,
        occurred_at: now,
    };
    timeline::record(conn, &event)?;
    audit::record(conn, now, Some(staff_id), Some(organisation_id), "add", "people", id)?;
    Ok(id)
}

pub fn edit(conn: &mut Conn, id: i64, details: &Details, author: (i64, i64), now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(people::table.find(id))
        .set((
            people::name.eq(&details.name),
            people::name_sort.eq(name::sort_key(&details.name)),
            people::role.eq(&details.role),
            people::phone.eq(&details.phone),
            people::phone_e164.eq(details.phone_e164()),
            people::email.eq(&details.email),
            people::language.eq(details.language_code()),
        ))
        .execute(conn)?;
    audit::record(conn, now, Some(author.1), Some(author.0), "edit", "people", id)
}

/// The person no longer speaks for the company. Doing it twice changes nothing.
pub fn end(conn: &mut Conn, id: i64, author: (i64, i64), now: NaiveDateTime) -> QueryResult<()> {
    let ended = diesel::update(people::table.find(id).filter(people::ended_at.is_null())).set(people::ended_at.eq(now)).execute(conn)?;
    if ended == 0 {
        return Ok(());
    }
    audit::record(conn, now, Some(author.1), Some(author.0), "end", "people", id)
}
