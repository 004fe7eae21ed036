//! Who did or saw what: append-only, ids as plain values, no personal text.

use crate::db::Conn;
use crate::schema::{audit_entries, staff};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// One entry: `action` is a verb such as `sign_in`, `subject` the noun's table.
pub fn record(
    conn: &mut Conn,
    at: NaiveDateTime,
    staff_id: Option<i64>,
    organisation_id: Option<i64>,
    action: &str,
    subject: &str,
    subject_id: i64,
) -> QueryResult<()> {
    diesel::insert_into(audit_entries::table)
        .values((
            audit_entries::at.eq(at),
            audit_entries::staff_id.eq(staff_id),
            audit_entries::organisation_id.eq(organisation_id),
            audit_entries::action.eq(action),
            audit_entries::subject.eq(subject),
            audit_entries::subject_id.eq(subject_id),
        ))
        .execute(conn)?;
    Ok(())
}

/// Who changed a row last, and when.
pub fn latest(conn: &mut Conn, subject: &str, subject_id: i64) -> QueryResult<Option<(String, NaiveDateTime)>> {
    audit_entries::table
        .inner_join(staff::table.on(audit_entries::staff_id.eq(staff::id.nullable())))
        .filter(audit_entries::subject.eq(subject))
        .filter(audit_entries::subject_id.eq(subject_id))
        .order(audit_entries::id.desc())
        .select((staff::name, audit_entries::at))
        .first(conn)
        .optional()
}

/// What people did to a row, in order: the action, who and when.
pub fn of(conn: &mut Conn, subject: &str, subject_id: i64) -> QueryResult<Vec<(String, String, NaiveDateTime)>> {
    audit_entries::table
        .inner_join(staff::table.on(audit_entries::staff_id.eq(staff::id.nullable())))
        .filter(audit_entries::subject.eq(subject))
        .filter(audit_entries::subject_id.eq(subject_id))
        .order(audit_entries::id)
        .select((audit_entries::action, staff::name, audit_entries::at))
        .load(conn)
}

/// The organisation that this was done for last; none if it was never done, or on the command line.
pub fn latest_for(conn: &mut Conn, action: &str, subject: &str, subject_id: i64) -> QueryResult<Option<i64>> {
    let entry: Option<Option<i64>> = audit_entries::table
        .filter(audit_entries::action.eq(action))
        .filter(audit_entries::subject.eq(subject))
        .filter(audit_entries::subject_id.eq(subject_id))
        .order(audit_entries::id.desc())
        .select(audit_entries::organisation_id)
        .first(conn)
        .optional()?;
    Ok(entry.flatten())
}

/// An entry for what a signed-in person did.
pub fn by(conn: &mut Conn, viewer: &Viewer, at: NaiveDateTime, action: &str, subject: &str, subject_id: i64) -> QueryResult<()> {
    record(conn, at, Some(viewer.staff_id), Some(viewer.organisation_id), action, subject, subject_id)
}
