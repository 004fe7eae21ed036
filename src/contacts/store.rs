//! Rows of the contact log.

use super::visibility::{self, Visibility};
use super::{Kind, NewContact, Outcome};
use crate::db::{AmongMethods, Conn};
use crate::schema::{companies, contacts, organisations, people, staff, topics};
use crate::timeline::{self, Event};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// Logs a contact and puts it on the company's timeline at the time it happened.
pub fn add(conn: &mut Conn, new: &NewContact, now: NaiveDateTime) -> QueryResult<i64> {
    let contact_id: i64 = diesel::insert_into(contacts::table)
        .values((
            contacts::company_id.eq(new.company_id),
            contacts::person_id.eq(new.person_id),
            contacts::callback_id.eq(new.callback_id),
            contacts::organisation_id.eq(new.organisation_id),
            contacts::staff_id.eq(new.staff_id),
            contacts::kind.eq(new.kind.code()),
            contacts::outcome.eq(new.outcome.code()),
            contacts::topic_id.eq(new.topic_id),
            contacts::note.eq(new.note),
            contacts::visibility.eq(new.visibility.code()),
            contacts::happened_at.eq(new.happened_at),
            contacts::created_at.eq(now),
        ))
        .returning(contacts::id)
        .get_result(conn)?;
    let event = Event {
        company_id: new.company_id,
        kind: timeline::Kind::ContactLogged,
        organisation_id: Some(new.organisation_id),
        staff_id: Some(new.staff_id),
        topic_id: new.topic_id,
        contact_id: Some(contact_id),
        callback_id: None,
        occurred_at: new.happened_at,
    };
    timeline::record(conn, &event)?;
    Ok(contact_id)
}

/// Whether the organisation has logged this already: the same kind, instant and note.
pub fn is_logged(
    conn: &mut Conn,
    company_id: i64,
    organisation_id: i64,
    (kind, happened_at, note): (Kind, NaiveDateTime, &str),
) -> QueryResult<bool> {
    let same = contacts::table
        .filter(contacts::company_id.eq(company_id).and(contacts::organisation_id.eq(organisation_id)))
        .filter(contacts::kind.eq(kind.code()).and(contacts::happened_at.eq(happened_at)).and(contacts::note.eq(note)));
    Ok(same.select(contacts::id).first::<i64>(conn).optional()?.is_some())
}

/// A whole row, for whoever may have to tell whether it is as it was left.
#[derive(Debug, Queryable, Serialize)]
pub struct Row {
    id: i64,
    company_id: i64,
    person_id: Option<i64>,
    callback_id: Option<i64>,
    organisation_id: i64,
    staff_id: i64,
    kind: String,
    outcome: String,
    topic_id: Option<i64>,
    note: String,
    visibility: String,
    happened_at: NaiveDateTime,
    created_at: NaiveDateTime,
}

pub fn row(conn: &mut Conn, id: i64) -> QueryResult<Option<Row>> {
    contacts::table.find(id).first(conn).optional()
}

/// Takes a contact out of the log. A foreign key violation says that something has been written about it.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    diesel::delete(contacts::table.find(id)).execute(conn)?;
    Ok(())
}

/// What is shared of a contact with everyone: that it happened.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Touch {
    #[serde(skip)]
    pub contact_id: i64,
    pub who: String,
    pub organisation: String,
    pub kind: String,
    pub topic: Option<String>,
    pub happened_at: NaiveDateTime,
}

/// The newest contact with a company, whoever made it.
pub fn latest(conn: &mut Conn, company_id: i64) -> QueryResult<Option<Touch>> {
    contacts::table
        .inner_join(staff::table)
        .inner_join(organisations::table)
        .left_join(topics::table)
        .filter(contacts::company_id.eq(company_id))
        .order((contacts::happened_at.desc(), contacts::id.desc()))
        .select((contacts::id, staff::name, organisations::name, contacts::kind, topics::name.nullable(), contacts::happened_at))
        .first(conn)
        .optional()
}

/// What is shared of every contact with these companies, the newest first; each with its company's id.
pub fn touches(conn: &mut Conn, company_ids: &[i64]) -> QueryResult<Vec<(i64, Touch)>> {
    contacts::table
        .inner_join(staff::table)
        .inner_join(organisations::table)
        .left_join(topics::table)
        .filter(contacts::company_id.among(company_ids))
        .order((contacts::happened_at.desc(), contacts::id.desc()))
        .select((
            contacts::company_id,
            (contacts::id, staff::name, organisations::name, contacts::kind, topics::name.nullable(), contacts::happened_at),
        ))
        .load(conn)
}

/// What is read of a contact by those for whom it was written.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Text {
    pub contact_id: i64,
    #[serde(skip)]
    pub staff_id: i64,
    #[serde(skip)]
    pub organisation_id: i64,
    pub outcome: String,
    pub note: String,
    pub visibility: String,
    pub person: Option<String>,
}

/// The texts of these contacts that the organisation may read, by contact.
pub fn texts(conn: &mut Conn, contact_ids: &[i64], organisation_id: i64) -> QueryResult<HashMap<i64, Text>> {
    let rows: Vec<Text> = contacts::table
        .left_join(people::table)
        .filter(contacts::id.among(contact_ids))
        .filter(visibility::text_readable_by(organisation_id))
        .select((
            contacts::id,
            contacts::staff_id,
            contacts::organisation_id,
            contacts::outcome,
            contacts::note,
            contacts::visibility,
            people::name.nullable(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(|text| (text.contact_id, text)).collect())
}

/// A whole contact, for those who may read its text.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Contact {
    pub id: i64,
    pub company_id: i64,
    pub company: String,
    #[serde(skip)]
    pub staff_id: i64,
    pub who: String,
    #[serde(skip)]
    pub organisation_id: i64,
    pub organisation: String,
    pub kind: String,
    pub topic: Option<String>,
    pub happened_at: NaiveDateTime,
    pub created_at: NaiveDateTime,
    pub outcome: String,
    pub note: String,
    pub visibility: String,
    #[serde(skip)]
    pub person_id: Option<i64>,
    pub person: Option<String>,
}

/// # Errors
/// Not found, if there is no such contact or the viewer may not read its text.
pub fn find_readable(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Contact> {
    contacts::table
        .inner_join(companies::table)
        .inner_join(staff::table)
        .inner_join(organisations::table)
        .left_join(topics::table)
        .left_join(people::table)
        .filter(contacts::id.eq(id))
        .filter(visibility::text_readable_by(viewer.organisation_id))
        .select((
            contacts::id,
            contacts::company_id,
            companies::name,
            contacts::staff_id,
            staff::name,
            contacts::organisation_id,
            organisations::name,
            contacts::kind,
            topics::name.nullable(),
            contacts::happened_at,
            contacts::created_at,
            contacts::outcome,
            contacts::note,
            contacts::visibility,
            contacts::person_id,
            people::name.nullable(),
        ))
        .first(conn)
}

/// The same, and nobody else writes it until this write ends.
///
/// # Errors
/// As `find_readable`.
pub fn hold_readable(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Contact> {
    diesel::update(contacts::table.find(id)).set(contacts::note.eq(contacts::note)).execute(conn)?;
    find_readable(conn, viewer, id)
}

/// The contact persons to choose from, the one it has among them even if that one has left.
pub fn people_for(mut choices: Vec<(i64, String)>, contact: &Contact) -> Vec<(i64, String)> {
    if let Some((id, name)) = contact.person_id.zip(contact.person.clone()).filter(|(id, _)| choices.iter().all(|one| one.0 != *id)) {
        choices.push((id, name));
    }
    choices
}

/// What its owner may correct.
#[derive(Clone, Debug)]
pub struct Correction {
    pub outcome: Outcome,
    pub person_id: Option<i64>,
    pub note: String,
}

/// False if it says so already.
pub fn correct(conn: &mut Conn, contact: &Contact, text: &Correction) -> QueryResult<bool> {
    if contact.outcome == text.outcome.code() && contact.person_id == text.person_id && contact.note == text.note {
        return Ok(false);
    }
    diesel::update(contacts::table.find(contact.id))
        .set((contacts::outcome.eq(text.outcome.code()), contacts::person_id.eq(text.person_id), contacts::note.eq(&text.note)))
        .execute(conn)?;
    Ok(true)
}

/// False if it is for these already.
pub fn set_visibility(conn: &mut Conn, contact: &Contact, wanted: Visibility) -> QueryResult<bool> {
    if contact.visibility == wanted.code() {
        return Ok(false);
    }
    diesel::update(contacts::table.find(contact.id)).set(contacts::visibility.eq(wanted.code())).execute(conn)?;
    Ok(true)
}
