//! The taking back of a whole import: as if it had never been, or not at all.
//!
//! It is refused if anything that the import wrote is not as the import left it, or if anything has been written about what it
//! made: the rows are compared by digest, and the database's own foreign keys tell of the rest, so that no table can be forgotten.

use super::store::deeds::{self, Subject, Written};
use super::store::{self, Transfer, lines};
use super::{State, UNDOABLE};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::web::{Viewer, token};
use crate::{audit, companies, contacts, duplicates, people, timeline};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as QueryError};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    Whole,
    /// Nothing was taken back: these rows of the file have been worked on since. Their lines.
    Touched(Vec<i64>),
    /// It is not done, undone already, or too long ago.
    TooLate,
}

/// Why the inner transaction is rolled back.
enum Stop {
    Touched(Vec<i64>),
    Failed(Error),
}

impl From<QueryError> for Stop {
    #[track_caller]
    fn from(error: QueryError) -> Self {
        Self::Failed(error.into())
    }
}

pub fn is_undoable(transfer: &Transfer, app: &App) -> bool {
    transfer.state == State::Done && transfer.done_at.is_some_and(|done| app.now() < done + UNDOABLE)
}

pub fn undo(conn: &mut Conn, app: &App, viewer: &Viewer, transfer: &Transfer) -> Result<Undone, Error> {
    if !is_undoable(transfer, app) {
        return Ok(Undone::TooLate);
    }
    let written = deeds::all(conn, transfer.id)?;
    match conn.transaction(|conn| take_back(conn, app, viewer, &written)) {
        Ok(()) => {
            deeds::remove(conn, transfer.id)?;
            store::mark_undone(conn, transfer.id, viewer.staff_id, app.now())?;
            audit::by(conn, viewer, app.now(), "undo", "transfers", transfer.id)?;
            Ok(Undone::Whole)
        }
        Err(Stop::Touched(lines)) => Ok(Undone::Touched(lines)),
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn take_back(conn: &mut Conn, app: &App, viewer: &Viewer, written: &[Written]) -> Result<(), Stop> {
    let mut touched = Vec::new();
    for one in written {
        let is_as_left = digest(conn, one.subject, one.subject_id)? == one.left_digest;
        if !is_as_left || !conn.transaction(|conn| put_back(conn, one)).map(|()| true).or_else(refers)? {
            touched.push(one.line);
            continue;
        }
        let author = (Some(viewer.staff_id), Some(viewer.organisation_id));
        audit::record(conn, app.now(), author.0, author.1, "undo", one.subject.code(), one.subject_id)?;
    }
    touched.sort_unstable();
    if touched.is_empty() { Ok(()) } else { Err(Stop::Touched(touched)) }
}

/// What was made is removed, what was changed is restored.
fn put_back(conn: &mut Conn, written: &Written) -> QueryResult<()> {
    if let Some(event_id) = written.event_id {
        timeline::remove(conn, event_id)?;
    }
    let id = written.subject_id;
    match (written.subject, written.before.as_str()) {
        (Subject::Company, "") => {
            duplicates::look::forget(conn, id)?;
            companies::store::unmake(conn, id)
        }
        (Subject::Person, "") => people::snapshots::remove(conn, id),
        (Subject::Contact, _) => contacts::store::remove(conn, id),
        (Subject::Company, text) => companies::store::restore(conn, &read(text)?),
        (Subject::Person, text) => people::snapshots::restore(conn, &read(text)?),
    }
}

fn read<T: DeserializeOwned>(snapshot: &str) -> QueryResult<T> {
    serde_json::from_str(snapshot).map_err(|error| QueryError::DeserializationError(error.into()))
}

/// Something has been written about what the import made.
fn refers(error: QueryError) -> QueryResult<bool> {
    match error {
        QueryError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => Ok(false),
        other => Err(other),
    }
}

/// A row and what belongs to it, as it is now; empty if it is gone.
pub fn snapshot(conn: &mut Conn, subject: Subject, id: i64) -> QueryResult<String> {
    fn json(value: Option<impl Serialize>) -> String {
        value.and_then(|value| serde_json::to_string(&value).ok()).unwrap_or_default()
    }
    Ok(match subject {
        Subject::Company => json(companies::store::snapshot(conn, id)?),
        Subject::Person => json(people::snapshots::snapshot(conn, id)?),
        Subject::Contact => json(contacts::store::row(conn, id)?),
    })
}

pub fn digest(conn: &mut Conn, subject: Subject, id: i64) -> QueryResult<String> {
    Ok(token::digest(&snapshot(conn, subject, id)?))
}

/// The rows of the file that stand in the way, in words.
pub fn titles(conn: &mut Conn, transfer_id: i64, touched: &[i64]) -> QueryResult<Vec<(i64, String)>> {
    let rows = lines::all(conn, transfer_id)?.into_iter().filter(|row| touched.contains(&row.line));
    Ok(rows.map(|row| (row.line, row.told.title)).collect())
}
