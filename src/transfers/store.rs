//! Rows of transfers: who brought what in, its rows, what it wrote, and what was said of its columns.

pub mod deeds;
pub mod lines;

use super::mapping::{Mapping, signature};
use super::table::{Reading, Row, Table};
use super::{Kind, State};
use crate::db::{AmongMethods, Backend, Conn, insert_json};
use crate::organisations::sharing;
use crate::schema::{staff, transfer_mappings, transfers};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::dsl::{InnerJoinQuerySource, not};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::Serialize;

/// A transfer as it stands.
#[derive(Clone, Debug)]
pub struct Transfer {
    pub id: i64,
    pub organisation_id: i64,
    pub staff_id: i64,
    pub kind: Kind,
    pub file_name: String,
    pub state: State,
    pub reading: Reading,
    pub headings: Vec<String>,
    pub signature: String,
    pub mapping: Mapping,
    pub uploaded_at: NaiveDateTime,
    pub done_at: Option<NaiveDateTime>,
    pub undone_at: Option<NaiveDateTime>,
    /// Who brought it in.
    pub by: String,
}

type Columns = (i64, i64, i64, String, String, String, String, String, String, String);
type Moments = (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>, String);

impl Transfer {
    fn of((columns, moments): (Columns, Moments)) -> Self {
        let (id, organisation_id, staff_id, kind, file_name, state, reading, headings, signature, mapping) = columns;
        let (uploaded_at, done_at, undone_at, by) = moments;
        Self {
            kind: Kind::from_code(&kind).unwrap_or(Kind::Companies),
            state: State::from_code(&state).unwrap_or(State::Dropped),
            reading: serde_json::from_str(&reading).unwrap_or_default(),
            headings: serde_json::from_str(&headings).unwrap_or_default(),
            mapping: serde_json::from_str(&mapping).unwrap_or_default(),
            id,
            organisation_id,
            staff_id,
            file_name,
            signature,
            uploaded_at,
            done_at,
            undone_at,
            by,
        }
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Whose file it is: organisation and person, and the file's name.
pub struct NewTransfer<'a> {
    pub author: (i64, i64),
    pub kind: Kind,
    pub file_name: &'a str,
    pub table: &'a Table,
}

/// Keeps a file's rows. The mapping is what the organisation said of the same headings before, or guessed.
pub fn add(conn: &mut Conn, new: &NewTransfer, now: NaiveDateTime) -> QueryResult<i64> {
    let signature = signature(&new.table.columns);
    let mapping = match remembered(conn, new.author.0, new.kind, &signature)? {
        Some(mapping) => mapping,
        None => Mapping::guess(new.kind, &new.table.columns, sharing::default_of(conn, new.author.0)?),
    };
    let id: i64 = diesel::insert_into(transfers::table)
        .values((
            transfers::organisation_id.eq(new.author.0),
            transfers::staff_id.eq(new.author.1),
            transfers::kind.eq(new.kind.code()),
            transfers::file_name.eq(new.file_name),
            transfers::state.eq(State::Read.code()),
            transfers::reading.eq(json(&new.table.reading)),
            transfers::headings.eq(json(&new.table.columns)),
            transfers::signature.eq(signature),
            transfers::mapping.eq(json(&mapping)),
            transfers::uploaded_at.eq(now),
        ))
        .returning(transfers::id)
        .get_result(conn)?;
    add_rows(conn, id, &new.table.rows)?;
    Ok(id)
}

/// A row before it is written by `insert_json`.
#[derive(Serialize)]
struct JsonRow<'a> {
    transfer_id: i64,
    line: u64,
    cells: String,
    outcome: &'a str,
    told: &'a str,
}

fn add_rows(conn: &mut Conn, transfer_id: i64, rows: &[Row]) -> QueryResult<()> {
    for slice in rows.chunks(1_000) {
        let rows = slice.iter().map(|row| JsonRow { transfer_id, line: row.line, cells: json(&row.cells), outcome: "", told: "" });
        let rows = json(&rows.collect::<Vec<_>>());
        insert_json(conn, "transfer_rows", &["transfer_id", "line", "cells", "outcome", "told"], &rows)?;
    }
    Ok(())
}

fn remembered(conn: &mut Conn, organisation_id: i64, kind: Kind, signature: &str) -> QueryResult<Option<Mapping>> {
    let row = transfer_mappings::table
        .filter(transfer_mappings::organisation_id.eq(organisation_id))
        .filter(transfer_mappings::kind.eq(kind.code()))
        .filter(transfer_mappings::signature.eq(signature));
    let mapping: Option<String> = row.select(transfer_mappings::mapping).first(conn).optional()?;
    Ok(mapping.and_then(|mapping| serde_json::from_str(&mapping).ok()))
}

/// Sets what the columns hold, and remembers it for the next file like this.
pub fn set_mapping(conn: &mut Conn, transfer: &Transfer, mapping: &Mapping) -> QueryResult<()> {
    let text = json(mapping);
    diesel::update(transfers::table.find(transfer.id)).set(transfers::mapping.eq(&text)).execute(conn)?;
    let row = transfer_mappings::table
        .filter(transfer_mappings::organisation_id.eq(transfer.organisation_id))
        .filter(transfer_mappings::kind.eq(transfer.kind.code()))
        .filter(transfer_mappings::signature.eq(&transfer.signature));
    if diesel::update(row).set(transfer_mappings::mapping.eq(&text)).execute(conn)? == 0 {
        diesel::insert_into(transfer_mappings::table)
            .values((
                transfer_mappings::organisation_id.eq(transfer.organisation_id),
                transfer_mappings::kind.eq(transfer.kind.code()),
                transfer_mappings::signature.eq(&transfer.signature),
                transfer_mappings::mapping.eq(&text),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// A condition on transfers and who sent them.
type Condition = Box<dyn diesel::BoxableExpression<InnerJoinQuerySource<transfers::table, staff::table>, Backend, SqlType = Bool>>;

/// Those of the organisation. What is not confirmed yet is for the eyes of who sent it.
fn visible_to(viewer: &Viewer) -> Condition {
    let open = transfers::state.among([State::Read.code(), State::Checked.code()]);
    Box::new(transfers::organisation_id.eq(viewer.organisation_id).and(not(open).or(transfers::staff_id.eq(viewer.staff_id))))
}

pub fn find(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Option<Transfer>> {
    Ok(load(conn, Box::new(transfers::id.eq(id).and(visible_to(viewer))), 1)?.pop())
}

/// The same, and nobody else changes it until the transaction ends.
pub fn hold(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Option<Transfer>> {
    diesel::update(transfers::table.find(id)).set(transfers::state.eq(transfers::state)).execute(conn)?;
    find(conn, viewer, id)
}

/// The newest.
pub fn latest(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Transfer>> {
    load(conn, visible_to(viewer), 30)
}

fn load(conn: &mut Conn, condition: Condition, most: i64) -> QueryResult<Vec<Transfer>> {
    let rows: Vec<(Columns, Moments)> = transfers::table
        .inner_join(staff::table)
        .filter(condition)
        .order(transfers::id.desc())
        .limit(most)
        .select((
            (
                transfers::id,
                transfers::organisation_id,
                transfers::staff_id,
                transfers::kind,
                transfers::file_name,
                transfers::state,
                transfers::reading,
                transfers::headings,
                transfers::signature,
                transfers::mapping,
            ),
            (transfers::uploaded_at, transfers::done_at, transfers::undone_at, staff::name),
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(Transfer::of).collect())
}

pub fn set_state(conn: &mut Conn, id: i64, state: State) -> QueryResult<()> {
    diesel::update(transfers::table.find(id)).set(transfers::state.eq(state.code())).execute(conn)?;
    Ok(())
}

pub fn mark_done(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(transfers::table.find(id)).set((transfers::state.eq(State::Done.code()), transfers::done_at.eq(now))).execute(conn)?;
    Ok(())
}

pub fn mark_undone(conn: &mut Conn, id: i64, staff_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    let row = diesel::update(transfers::table.find(id));
    row.set((transfers::state.eq(State::Undone.code()), transfers::undone_at.eq(now), transfers::undone_by.eq(staff_id))).execute(conn)?;
    Ok(())
}

/// Those in one of these states that nothing has happened to since, with rows that are still there.
pub fn settled_before(conn: &mut Conn, states: &[State], before: NaiveDateTime) -> QueryResult<Vec<i64>> {
    use crate::schema::transfer_rows;
    let kept = transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfers::id));
    transfers::table
        .filter(transfers::state.among(states.iter().map(|state| state.code())))
        .filter(transfers::uploaded_at.lt(before).and(transfers::done_at.is_null().or(transfers::done_at.lt(before))))
        .filter(diesel::dsl::exists(kept))
        .select(transfers::id)
        .load(conn)
}
