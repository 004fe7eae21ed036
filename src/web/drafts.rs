//! Drafts: what a person has typed into a form and not sent yet, one for each form's page.
//!
//! The script saves a draft while one types; the gate saves one when a sent form could not be saved, and removes it when it
//! could (`routes::kept`). `Page::form` lays it over the fresh form and says so. A draft is its author's alone, and only while
//! acting for the organisation that it was written for; it lives for seven days and goes with the account.

pub mod pages;

use super::typed::{Fields, Typed};
use crate::db::{AmongMethods, Conn};
use crate::schema::{drafts, once_keys};
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use diesel::result::DatabaseErrorKind::UniqueViolation;
use diesel::result::Error::DatabaseError;

const LIFETIME: TimeDelta = TimeDelta::days(7);
/// How many drafts an author may have; more are not typed by hand.
const MOST: i64 = 50;

#[derive(Clone, Debug)]
pub struct Draft {
    pub fields: Fields,
    pub saved_at: NaiveDateTime,
}

/// What the person left on this page. Nothing if the form went through after all.
pub fn find(conn: &mut Conn, membership_id: i64, page: &str, now: NaiveDateTime) -> QueryResult<Option<Draft>> {
    let row: Option<(String, NaiveDateTime)> = drafts::table
        .filter(drafts::membership_id.eq(membership_id))
        .filter(drafts::page.eq(page))
        .filter(drafts::saved_at.gt(now - LIFETIME))
        .select((drafts::fields, drafts::saved_at))
        .first(conn)
        .optional()?;
    let draft = row.and_then(|(fields, saved_at)| Some(Draft { fields: serde_json::from_str(&fields).ok()?, saved_at }));
    match draft {
        Some(draft) if !was_sent(conn, &draft.fields)? => Ok(Some(draft)),
        _ => Ok(None),
    }
}

/// Keeps what its author typed, in place of what was kept of that page. What was sent meanwhile is not kept.
pub fn put(conn: &mut Conn, typed: &Typed, now: NaiveDateTime) -> QueryResult<()> {
    diesel::delete(drafts::table.filter(drafts::saved_at.le(now - LIFETIME))).execute(conn)?;
    if was_sent(conn, &typed.fields)? || update(conn, typed, now)? == 1 {
        return Ok(());
    }
    let newest = drafts::table.filter(drafts::membership_id.eq(typed.author)).order((drafts::saved_at.desc(), drafts::id.desc()));
    let surplus: Vec<i64> = newest.offset(MOST - 1).limit(MOST).select(drafts::id).load(conn)?;
    diesel::delete(drafts::table.filter(drafts::id.among(surplus))).execute(conn)?;
    // Two windows on one page: the twin was first.
    match conn.transaction(|conn| insert(conn, typed, now)) {
        Err(DatabaseError(UniqueViolation, _)) => update(conn, typed, now).map(drop),
        other => other,
    }
}

fn update(conn: &mut Conn, typed: &Typed, now: NaiveDateTime) -> QueryResult<usize> {
    diesel::update(drafts::table.filter(drafts::membership_id.eq(typed.author)).filter(drafts::page.eq(&typed.page)))
        .set((drafts::fields.eq(to_json(&typed.fields)), drafts::saved_at.eq(now)))
        .execute(conn)
}

fn insert(conn: &mut Conn, typed: &Typed, now: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(drafts::table)
        .values((
            drafts::membership_id.eq(typed.author),
            drafts::page.eq(&typed.page),
            drafts::fields.eq(to_json(&typed.fields)),
            drafts::saved_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

fn to_json(fields: &Fields) -> String {
    serde_json::to_string(fields).unwrap_or_default()
}

/// The form's once-key is used: a save that was overtaken by the form itself.
fn was_sent(conn: &mut Conn, fields: &Fields) -> QueryResult<bool> {
    let key = fields.get("once").and_then(Option::as_ref).and_then(|values| values.first());
    match key {
        Some(key) if !key.contains('\0') => diesel::select(diesel::dsl::exists(once_keys::table.find(key))).get_result(conn),
        _ => Ok(false),
    }
}

/// Removes the draft of one page. Twice is once.
pub fn remove(conn: &mut Conn, membership_id: i64, page: &str) -> QueryResult<()> {
    diesel::delete(drafts::table.filter(drafts::membership_id.eq(membership_id)).filter(drafts::page.eq(page))).execute(conn)?;
    Ok(())
}

/// The membership or its account ends: nobody comes back for these.
pub fn remove_all_of(conn: &mut Conn, membership_ids: &[i64]) -> QueryResult<()> {
    diesel::delete(drafts::table.filter(drafts::membership_id.among(membership_ids))).execute(conn)?;
    Ok(())
}
