//! What a transfer wrote.

use crate::codes::codes;
use crate::db::Conn;
use crate::schema::transfer_deeds;
use diesel::prelude::*;

codes! {
    /// What was written: the noun's table.
    pub Subject {
        Company = "companies",
        Person = "people",
        Contact = "contacts",
    }
}

/// One thing that was written.
#[derive(Debug)]
pub struct Written {
    pub line: i64,
    pub subject: Subject,
    pub subject_id: i64,
    /// Its event on the timeline.
    pub event_id: Option<i64>,
    /// The noun's snapshot from before; empty where there was nothing.
    pub before: String,
    /// The digest of what was left.
    pub left_digest: String,
}

pub fn add(conn: &mut Conn, transfer_id: i64, written: &Written) -> QueryResult<()> {
    diesel::insert_into(transfer_deeds::table)
        .values((
            transfer_deeds::transfer_id.eq(transfer_id),
            transfer_deeds::line.eq(written.line),
            transfer_deeds::subject.eq(written.subject.code()),
            transfer_deeds::subject_id.eq(written.subject_id),
            transfer_deeds::event_id.eq(written.event_id),
            transfer_deeds::before.eq(&written.before),
            transfer_deeds::left_digest.eq(&written.left_digest),
        ))
        .execute(conn)?;
    Ok(())
}

/// The newest first.
pub fn all(conn: &mut Conn, transfer_id: i64) -> QueryResult<Vec<Written>> {
    let rows: Vec<(i64, String, i64, Option<i64>, String, String)> = transfer_deeds::table
        .filter(transfer_deeds::transfer_id.eq(transfer_id))
        .order(transfer_deeds::id.desc())
        .select((
            transfer_deeds::line,
            transfer_deeds::subject,
            transfer_deeds::subject_id,
            transfer_deeds::event_id,
            transfer_deeds::before,
            transfer_deeds::left_digest,
        ))
        .load(conn)?;
    let written = |(line, subject, subject_id, event_id, before, left_digest): (_, String, _, _, _, _)| {
        Some(Written { line, subject: Subject::from_code(&subject)?, subject_id, event_id, before, left_digest })
    };
    Ok(rows.into_iter().filter_map(written).collect())
}

pub fn remove(conn: &mut Conn, transfer_id: i64) -> QueryResult<()> {
    diesel::delete(transfer_deeds::table.filter(transfer_deeds::transfer_id.eq(transfer_id))).execute(conn)?;
    Ok(())
}
