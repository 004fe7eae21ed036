//! Rows of call lists and of who works through them.

use crate::audit;
use crate::companies::marks::Purpose;
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::schema::{call_list_callers, call_lists, staff};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::dsl::not;
use diesel::prelude::*;
use serde::Serialize;

/// A list as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Serialize)]
#[diesel(table_name = call_lists)]
pub struct CallList {
    pub id: i64,
    #[serde(skip)]
    pub organisation_id: i64,
    pub name: String,
    /// The code of a `Purpose`.
    pub purpose: String,
    /// What the contacts are about.
    pub topic_id: Option<i64>,
    /// What to say and to ask.
    pub script: String,
    pub created_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    /// So many companies were left out since they want no contact, no marketing, or have ended.
    pub out_do_not_contact: i32,
    pub out_no_marketing: i32,
    pub out_ended: i32,
}

impl CallList {
    pub fn purpose(&self) -> Purpose {
        Purpose::from_code(&self.purpose).unwrap_or(Purpose::Marketing)
    }
}

/// What its people say of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub name: String,
    pub purpose: Purpose,
    pub topic_id: Option<i64>,
    pub script: String,
    /// At least one.
    pub callers: Vec<i64>,
}

pub fn add(conn: &mut Conn, viewer: &Viewer, details: &Details, now: NaiveDateTime) -> QueryResult<i64> {
    let id = diesel::insert_into(call_lists::table)
        .values((
            call_lists::organisation_id.eq(viewer.organisation_id),
            call_lists::name.eq(&details.name),
            call_lists::purpose.eq(details.purpose.code()),
            call_lists::topic_id.eq(details.topic_id),
            call_lists::script.eq(&details.script),
            call_lists::created_by.eq(viewer.staff_id),
            call_lists::created_at.eq(now),
            call_lists::out_do_not_contact.eq(0),
            call_lists::out_no_marketing.eq(0),
            call_lists::out_ended.eq(0),
        ))
        .returning(call_lists::id)
        .get_result(conn)?;
    set_callers(conn, id, &details.callers)?;
    audit::by(conn, viewer, now, "add", "call_lists", id)?;
    Ok(id)
}

/// # Errors
/// Not found, if there is none or it is another organisation's.
pub fn find(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<CallList> {
    let own = call_lists::table.find(id).filter(call_lists::organisation_id.eq(viewer.organisation_id));
    own.select(CallList::as_select()).first(conn)
}

/// The same, and nobody else changes it until this write ends.
///
/// # Errors
/// As `find`.
pub fn hold(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<CallList> {
    diesel::update(call_lists::table.find(id)).set(call_lists::name.eq(call_lists::name)).execute(conn)?;
    find(conn, viewer, id)
}

/// The same without holding it, for work on it.
///
/// # Errors
/// As `find`; a conflict, if it has ended.
pub fn find_open(conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<CallList, Error> {
    let list = find(conn, viewer, id)?;
    if list.ended_at.is_some() { Err(Error::Conflict("error-call-list-ended")) } else { Ok(list) }
}

pub fn change(conn: &mut Conn, viewer: &Viewer, id: i64, details: &Details, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(call_lists::table.find(id))
        .set((
            call_lists::name.eq(&details.name),
            call_lists::purpose.eq(details.purpose.code()),
            call_lists::topic_id.eq(details.topic_id),
            call_lists::script.eq(&details.script),
        ))
        .execute(conn)?;
    set_callers(conn, id, &details.callers)?;
    audit::by(conn, viewer, now, "edit", "call_lists", id)
}

/// Adds what was left out to what was before.
pub fn count_out(conn: &mut Conn, id: i64, [do_not_contact, no_marketing, ended]: [i32; 3]) -> QueryResult<()> {
    diesel::update(call_lists::table.find(id))
        .set((
            call_lists::out_do_not_contact.eq(call_lists::out_do_not_contact + do_not_contact),
            call_lists::out_no_marketing.eq(call_lists::out_no_marketing + no_marketing),
            call_lists::out_ended.eq(call_lists::out_ended + ended),
        ))
        .execute(conn)?;
    Ok(())
}

/// Ends a list, or opens it again; false if it is so already.
///
/// # Errors
/// As `find`.
pub fn set_ended(conn: &mut Conn, viewer: &Viewer, id: i64, ended: bool, now: NaiveDateTime) -> QueryResult<bool> {
    let list = hold(conn, viewer, id)?;
    if list.ended_at.is_some() == ended {
        return Ok(false);
    }
    diesel::update(call_lists::table.find(id)).set(call_lists::ended_at.eq(ended.then_some(now))).execute(conn)?;
    audit::by(conn, viewer, now, if ended { "end" } else { "reopen" }, "call_lists", id)?;
    Ok(true)
}

fn set_callers(conn: &mut Conn, id: i64, callers: &[i64]) -> QueryResult<()> {
    let held: Vec<i64> =
        call_list_callers::table.filter(call_list_callers::call_list_id.eq(id)).select(call_list_callers::staff_id).load(conn)?;
    let gone =
        call_list_callers::table.filter(call_list_callers::call_list_id.eq(id)).filter(not(call_list_callers::staff_id.among(callers)));
    diesel::delete(gone).execute(conn)?;
    for staff_id in callers.iter().filter(|staff_id| !held.contains(staff_id)) {
        diesel::insert_into(call_list_callers::table)
            .values((call_list_callers::call_list_id.eq(id), call_list_callers::staff_id.eq(staff_id)))
            .execute(conn)?;
    }
    Ok(())
}

/// Who works through it, in Finnish order.
pub fn callers(conn: &mut Conn, id: i64) -> QueryResult<Vec<(i64, String)>> {
    call_list_callers::table
        .inner_join(staff::table)
        .filter(call_list_callers::call_list_id.eq(id))
        .order((staff::name_sort, staff::id))
        .select((staff::id, staff::name))
        .load(conn)
}
