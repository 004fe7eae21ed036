//! Rows of contact persons and their telephone numbers; whoever needs a contact person reads it here. A person who left is
//! ended, never deleted: the contact log refers to them.

use crate::db::{AmongMethods, Conn};
use crate::i18n::Lang;
use crate::identifiers::{name, phone};
use crate::schema::{people, person_phones};
use crate::{audit, timeline};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// A contact person with every number.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    #[serde(flatten)]
    pub row: Row,
    /// In the order in which they were typed.
    pub phones: Vec<Number>,
}

impl std::ops::Deref for Person {
    type Target = Row;

    fn deref(&self) -> &Row {
        &self.row
    }
}

/// A row of `people`.
#[derive(Clone, Debug, Queryable, Serialize, Deserialize)]
pub struct Row {
    pub id: i64,
    pub company_id: i64,
    /// Who added the person.
    pub organisation_id: i64,
    pub name: String,
    pub name_sort: String,
    /// What the person does there, in words.
    pub role: String,
    pub email: String,
    /// A language code, or empty.
    pub language: String,
    pub created_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    /// Where the person works; none if it is not known, or nowhere certain.
    pub site_id: Option<i64>,
}

/// A telephone number of a person.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Serialize)]
pub struct Number {
    /// As typed.
    pub phone: String,
    pub phone_e164: String,
}

/// What a form says of a person. Empty is unknown, but for the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    pub name: String,
    pub role: String,
    /// As typed, each a telephone number.
    pub phones: Vec<String>,
    pub email: String,
    pub language: Option<Lang>,
    /// One of the company's.
    pub site_id: Option<i64>,
}

impl Details {
    fn language_code(&self) -> &'static str {
        self.language.map(Lang::code).unwrap_or_default()
    }
}

/// Everyone who speaks or spoke for a company, in Finnish order.
pub fn of_company(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<Person>> {
    let rows = people::table.filter(people::company_id.eq(company_id)).order((people::name_sort, people::id)).load(conn)?;
    with_numbers(conn, rows)
}

/// Those of several companies who can be called today, company by company in Finnish order.
pub fn of_companies(conn: &mut Conn, company_ids: &[i64]) -> QueryResult<Vec<Person>> {
    let rows = people::table
        .filter(people::company_id.among(company_ids))
        .filter(people::ended_at.is_null())
        .order((people::company_id, people::name_sort, people::id))
        .load(conn)?;
    with_numbers(conn, rows)
}

/// Ids and names of those who can be called today, for a select.
pub fn choices(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<(i64, String)>> {
    people::table
        .filter(people::company_id.eq(company_id).and(people::ended_at.is_null()))
        .order((people::name_sort, people::id))
        .select((people::id, people::name))
        .load(conn)
}

/// Those who can be called today under exactly this number.
pub fn with_number(conn: &mut Conn, e164: &str) -> QueryResult<Vec<Row>> {
    people::table
        .filter(people::ended_at.is_null())
        .filter(people::id.eq_any(person_phones::table.filter(person_phones::phone_e164.eq(e164)).select(person_phones::person_id)))
        .order((people::name_sort, people::id))
        .load(conn)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Person>> {
    let row: Option<Row> = people::table.find(id).first(conn).optional()?;
    Ok(with_numbers(conn, row.into_iter().collect())?.pop())
}

/// Two statements, however many rows.
fn with_numbers(conn: &mut Conn, rows: Vec<Row>) -> QueryResult<Vec<Person>> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut numbers: Vec<(i64, Number)> = person_phones::table
        .filter(person_phones::person_id.among(ids))
        .order((person_phones::person_id, person_phones::place))
        .select((person_phones::person_id, (person_phones::phone, person_phones::phone_e164)))
        .load(conn)?;
    let mut numbers_of = |id: i64| numbers.extract_if(.., |(person, _)| *person == id).map(|(_, number)| number).collect();
    Ok(rows.into_iter().map(|row| Person { phones: numbers_of(row.id), row }).collect())
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
            people::email.eq(&details.email),
            people::language.eq(details.language_code()),
            people::site_id.eq(details.site_id),
            people::created_at.eq(now),
        ))
        .returning(people::id)
        .get_result(conn)?;
    add_numbers(conn, id, &details.phones)?;
    timeline::record(conn, &timeline::Event::of_company(company_id, timeline::Kind::PersonAdded, (organisation_id, staff_id), now))?;
    audit::record(conn, now, Some(staff_id), Some(organisation_id), "add", "people", id)?;
    Ok(id)
}

fn add_numbers(conn: &mut Conn, person_id: i64, phones: &[String]) -> QueryResult<()> {
    let read = phones.iter().map(|typed| (typed, phone::parse(typed).map(|phone| phone.e164).unwrap_or_default()));
    let mut known: Vec<String> = Vec::new();
    for (typed, e164) in read {
        if known.contains(&e164) {
            continue;
        }
        diesel::insert_into(person_phones::table)
            .values((
                person_phones::person_id.eq(person_id),
                person_phones::place.eq(known.len() as i32 + 1),
                person_phones::phone.eq(typed),
                person_phones::phone_e164.eq(&e164),
            ))
            .execute(conn)?;
        known.push(e164);
    }
    Ok(())
}

pub fn edit(conn: &mut Conn, id: i64, details: &Details, author: (i64, i64), now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(people::table.find(id))
        .set((
            people::name.eq(&details.name),
            people::name_sort.eq(name::sort_key(&details.name)),
            people::role.eq(&details.role),
            people::email.eq(&details.email),
            people::language.eq(details.language_code()),
            people::site_id.eq(details.site_id),
        ))
        .execute(conn)?;
    diesel::delete(person_phones::table.filter(person_phones::person_id.eq(id))).execute(conn)?;
    add_numbers(conn, id, &details.phones)?;
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
