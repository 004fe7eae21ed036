//! What came of a call, in one step: the contact log, the answers about needs, the call itself, what was promised.

use super::call_form::Call;
use super::store::CallList;
use super::{NO_ANSWER_REST, Outcome, turns};
use crate::companies::marks::{self, store::NewMark};
use crate::contacts::form::Contact;
use crate::contacts::{self, logging};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args};
use crate::schema::{call_list_calls, call_list_companies, companies, staff};
use crate::tasks::form::NextTask;
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// A company on a list.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Entry {
    pub id: i64,
    pub company_id: i64,
    pub company: String,
    #[serde(skip)]
    pub taken_by: Option<i64>,
    /// Who has it, perhaps for longer than it stays with them.
    pub taken_by_name: Option<String>,
    pub taken_at: Option<NaiveDateTime>,
}

/// # Errors
/// Not found, if the list has no such company.
pub fn entry(conn: &mut Conn, list: &CallList, entry_id: i64) -> QueryResult<Entry> {
    call_list_companies::table
        .inner_join(companies::table.on(companies::id.eq(call_list_companies::company_id)))
        .left_join(staff::table.on(call_list_companies::taken_by.eq(staff::id.nullable())))
        .filter(call_list_companies::id.eq(entry_id).and(call_list_companies::call_list_id.eq(list.id)))
        .select((
            call_list_companies::id,
            companies::id,
            companies::name,
            call_list_companies::taken_by,
            staff::name.nullable(),
            call_list_companies::taken_at,
        ))
        .first(conn)
}

/// Codes a call and gives the company back.
///
/// # Errors
/// Not found, if the list has no such company; a conflict, if the viewer hasn't taken it, or somebody else has since.
pub fn record(conn: &mut Conn, viewer: &Viewer, list: &CallList, entry_id: i64, call: &Call, now: NaiveDateTime) -> Result<(), Error> {
    let entry = entry(conn, list, entry_id)?;
    if !turns::give_back(conn, viewer, entry.id)? {
        return Err(Error::Conflict("error-call-taken"));
    }
    let contact_id = logging::log(conn, viewer, entry.company_id, &contact(viewer, list, call, now), now)?;
    diesel::insert_into(call_list_calls::table)
        .values((
            call_list_calls::call_list_id.eq(list.id),
            call_list_calls::company_id.eq(entry.company_id),
            call_list_calls::contact_id.eq(contact_id),
            call_list_calls::staff_id.eq(viewer.staff_id),
            call_list_calls::outcome.eq(call.outcome.code()),
            call_list_calls::call_again_at.eq(again_at(call, now)),
            call_list_calls::called_at.eq(now),
        ))
        .execute(conn)?;
    if call.outcome == Outcome::DoNotCall {
        forbid(conn, viewer, entry.company_id, now)?;
    }
    Ok(())
}

fn contact(viewer: &Viewer, list: &CallList, call: &Call, now: NaiveDateTime) -> Contact {
    let title = i18n::text_with(viewer.lang, "call-again-task", &Args::from([("list".into(), list.name.clone().into())]));
    let due_on = call.again_at.map(|at| i18n::helsinki(at).date_naive());
    Contact {
        kind: contacts::Kind::Call,
        person_id: call.person_id,
        topic_id: list.topic_id,
        outcome: call.outcome.in_log(),
        happened_at: now,
        note: call.note.clone(),
        visibility: call.visibility,
        next_task: due_on.filter(|_| call.wants_task).map(|due_on| NextTask { title, due_on }),
        needs: call.needs.clone(),
    }
}

fn again_at(call: &Call, now: NaiveDateTime) -> Option<NaiveDateTime> {
    match call.outcome {
        Outcome::NoAnswer => Some(now + NO_ANSWER_REST),
        _ => call.again_at,
    }
}

/// The reason is a sentence of the product's: all organisations read it, the note perhaps only the own one.
fn forbid(conn: &mut Conn, viewer: &Viewer, company_id: i64, now: NaiveDateTime) -> Result<(), Error> {
    let reason = i18n::text(viewer.lang, "call-do-not-call-reason");
    let mark = NewMark { kind: marks::Kind::DoNotContact, person: None, reason, ends_on: None };
    match marks::store::set(conn, viewer, company_id, &mark, now) {
        // It is known already.
        Ok(_) | Err(Error::Conflict(_)) => Ok(()),
        Err(error) => Err(error),
    }
}
