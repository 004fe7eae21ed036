//! Rows of the contact log.

use super::{NewContact, visibility};
use crate::db::Conn;
use crate::schema::{contacts, organisations, people, staff, topics};
use crate::timeline::{self, Event};
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

/// What is shared of a contact with everyone: that it happened.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Touch {
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
        .select((staff::name, organisations::name, contacts::kind, topics::name.nullable(), contacts::happened_at))
        .first(conn)
        .optional()
}

/// What is read of a contact by those for whom it was written.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Text {
    #[serde(skip)]
    pub contact_id: i64,
    pub outcome: String,
    pub note: String,
    pub visibility: String,
    pub person: Option<String>,
}

/// The texts of these contacts that the organisation may read, by contact.
pub fn texts(conn: &mut Conn, contact_ids: &[i64], organisation_id: i64) -> QueryResult<HashMap<i64, Text>> {
    let rows: Vec<Text> = contacts::table
        .left_join(people::table)
        .filter(contacts::id.eq_any(contact_ids))
        .filter(visibility::text_readable_by(organisation_id))
        .select((contacts::id, contacts::outcome, contacts::note, contacts::visibility, people::name.nullable()))
        .load(conn)?;
    Ok(rows.into_iter().map(|text| (text.contact_id, text)).collect())
}
