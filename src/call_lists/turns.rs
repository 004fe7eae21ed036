//! Whose turn it is: the next company is taken for one caller by one conditional update, so never for two. It stays with who
//! took it until the call is coded, it is given back, or [`TAKEN_FOR`] is over.

use super::store::CallList;
use super::{Outcome, TAKEN_FOR};
use crate::companies::marks::store::open_in_sql;
use crate::db::Conn;
use crate::error::Error;
use crate::schema::{call_list_callers, call_list_companies};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

/// The companies of a list as `e`, each with its register row as `c` and its last call as `k`; the list is `$1`.
pub const ENTRIES: &str = "FROM call_list_companies e JOIN companies c ON c.id = e.company_id \
    LEFT JOIN call_list_calls k ON k.id = (SELECT max(l.id) FROM call_list_calls l \
    WHERE l.call_list_id = e.call_list_id AND l.company_id = e.company_id) WHERE e.call_list_id = $1";

/// How SQL writes an instant.
pub fn instant(at: NaiveDateTime) -> String {
    at.format("'%Y-%m-%d %H:%M:%S'").to_string()
}

/// As a condition on `c`: nothing forbids to call the company for this list.
pub fn callable(list: &CallList, now: NaiveDateTime) -> String {
    let today = crate::i18n::helsinki(now).date_naive();
    format!("(c.alive AND {})", open_in_sql(list.purpose(), today))
}

/// As a condition on `k`: there was no call yet, or the company is to be called again.
pub fn is_left() -> String {
    let open: Vec<String> = Outcome::ALL.iter().filter(|one| one.is_open()).map(|one| format!("'{}'", one.code())).collect();
    format!("(k.id IS NULL OR k.outcome IN ({}))", open.join(", "))
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Takes the next company for a caller, or goes on with the one that the caller has. None if nothing waits now.
///
/// # Errors
/// Forbidden, if the viewer is none of its callers.
pub fn take_next(conn: &mut Conn, viewer: &Viewer, list: &CallList, now: NaiveDateTime) -> Result<Option<i64>, Error> {
    hold_caller(conn, viewer, list.id)?;
    if let Some(held) = held(conn, viewer, list, now)? {
        return Ok(Some(held));
    }
    give_back_all(conn, viewer, list.id)?;
    while let Some(id) = next(conn, viewer, list, now)? {
        if take(conn, viewer, id, now)? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Takes a certain company, also one that was called already.
///
/// # Errors
/// Forbidden, if the viewer is none of its callers; a conflict, if somebody else has it or nobody may call it.
pub fn take_this(conn: &mut Conn, viewer: &Viewer, list: &CallList, entry_id: i64, now: NaiveDateTime) -> Result<(), Error> {
    hold_caller(conn, viewer, list.id)?;
    let sql = format!("SELECT e.id {ENTRIES} AND e.id = $2 AND {}", callable(list, now));
    let found: Option<Id> = sql_query(sql).bind::<BigInt, _>(list.id).bind::<BigInt, _>(entry_id).get_result(conn).optional()?;
    if found.is_none() {
        return Err(Error::Conflict("error-call-forbidden"));
    }
    give_back_all(conn, viewer, list.id)?;
    if take(conn, viewer, entry_id, now)? { Ok(()) } else { Err(Error::Conflict("error-call-taken")) }
}

/// Gives it back to the list; false if the viewer hadn't it.
pub fn give_back(conn: &mut Conn, viewer: &Viewer, entry_id: i64) -> QueryResult<bool> {
    let mine = call_list_companies::table.find(entry_id).filter(call_list_companies::taken_by.eq(viewer.staff_id));
    Ok(diesel::update(mine).set(untaken()).execute(conn)? == 1)
}

/// Two requests of one caller wait for each other here.
fn hold_caller(conn: &mut Conn, viewer: &Viewer, list_id: i64) -> Result<(), Error> {
    let row = call_list_callers::table
        .filter(call_list_callers::call_list_id.eq(list_id))
        .filter(call_list_callers::staff_id.eq(viewer.staff_id));
    let held = diesel::update(row).set(call_list_callers::staff_id.eq(viewer.staff_id)).execute(conn)?;
    if held == 1 { Ok(()) } else { Err(Error::Forbidden) }
}

/// What the caller has, if it may still be called.
fn held(conn: &mut Conn, viewer: &Viewer, list: &CallList, now: NaiveDateTime) -> QueryResult<Option<i64>> {
    let sql = format!("SELECT e.id {ENTRIES} AND e.taken_by = $2 AND {} LIMIT 1", callable(list, now));
    let found = sql_query(sql).bind::<BigInt, _>(list.id).bind::<BigInt, _>(viewer.staff_id).get_result(conn).optional()?;
    Ok(found.map(|found: Id| found.id))
}

/// Which company a caller is given: what was agreed to be called again and is due, one's own first; then what nobody called yet; then who didn't answer. None if nothing waits now.
pub fn next(conn: &mut Conn, viewer: &Viewer, list: &CallList, now: NaiveDateTime) -> QueryResult<Option<i64>> {
    let (again, at) = (Outcome::CallAgain.code(), instant(now));
    let sql = format!(
        "SELECT e.id {ENTRIES} AND {} AND {} AND (k.call_again_at IS NULL OR k.call_again_at <= {at}) \
         AND (e.taken_by IS NULL OR e.taken_at < {}) \
         ORDER BY CASE WHEN k.outcome = '{again}' AND k.staff_id = $2 THEN 0 WHEN k.outcome = '{again}' THEN 1 \
         WHEN k.id IS NULL THEN 2 ELSE 3 END, k.id, e.id LIMIT 1",
        callable(list, now),
        is_left(),
        instant(now - TAKEN_FOR),
    );
    let found = sql_query(sql).bind::<BigInt, _>(list.id).bind::<BigInt, _>(viewer.staff_id).get_result(conn).optional()?;
    Ok(found.map(|found: Id| found.id))
}

/// False if somebody was quicker.
fn take(conn: &mut Conn, viewer: &Viewer, entry_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let long_ago = call_list_companies::taken_at.assume_not_null().lt(now - TAKEN_FOR);
    let mine = call_list_companies::taken_by.assume_not_null().eq(viewer.staff_id);
    let free = call_list_companies::table.find(entry_id).filter(call_list_companies::taken_by.is_null().or(long_ago).or(mine));
    let taken = (call_list_companies::taken_by.eq(viewer.staff_id), call_list_companies::taken_at.eq(now));
    Ok(diesel::update(free).set(taken).execute(conn)? == 1)
}

/// Nobody has two companies of one list.
fn give_back_all(conn: &mut Conn, viewer: &Viewer, list_id: i64) -> QueryResult<()> {
    let mine = call_list_companies::table
        .filter(call_list_companies::call_list_id.eq(list_id))
        .filter(call_list_companies::taken_by.eq(viewer.staff_id));
    diesel::update(mine).set(untaken()).execute(conn)?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn untaken() -> _ {
    let (nobody, never): (Option<i64>, Option<NaiveDateTime>) = (None, None);
    (call_list_companies::taken_by.eq(nobody), call_list_companies::taken_at.eq(never))
}
