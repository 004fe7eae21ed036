//! The rows of a transfer, and what became of each.

use super::json;
use crate::db::Conn;
use crate::schema::transfer_rows;
use crate::transfers::Outcome;
use crate::transfers::rows::{Planned, Told};
use diesel::prelude::*;
use std::collections::HashMap;

/// A row with its cells, as long as it is not confirmed.
pub struct Line {
    pub line: i64,
    pub cells: Vec<String>,
    /// What the last check said.
    pub outcome: Option<Outcome>,
    pub told: Told,
}

type Columns = (i64, String, String, String);

fn line((line, cells, outcome, told): Columns) -> Line {
    Line {
        line,
        cells: serde_json::from_str(&cells).unwrap_or_default(),
        outcome: Outcome::from_code(&outcome),
        told: serde_json::from_str(&told).unwrap_or_default(),
    }
}

/// Every row, in the file's order.
pub fn all(conn: &mut Conn, transfer_id: i64) -> QueryResult<Vec<Line>> {
    let rows = transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfer_id)).order(transfer_rows::line);
    let rows: Vec<Columns> =
        rows.select((transfer_rows::line, transfer_rows::cells, transfer_rows::outcome, transfer_rows::told)).load(conn)?;
    Ok(rows.into_iter().map(line).collect())
}

/// So many rows after another, of one outcome or of all.
pub fn page(conn: &mut Conn, transfer_id: i64, outcome: Option<Outcome>, (after, most): (i64, usize)) -> QueryResult<Vec<Line>> {
    let mut rows = transfer_rows::table
        .filter(transfer_rows::transfer_id.eq(transfer_id).and(transfer_rows::line.gt(after)))
        .select((transfer_rows::line, transfer_rows::cells, transfer_rows::outcome, transfer_rows::told))
        .into_boxed();
    if let Some(outcome) = outcome {
        rows = rows.filter(transfer_rows::outcome.eq(outcome.code()));
    }
    let rows: Vec<Columns> = rows.order(transfer_rows::line).limit(most as i64).load(conn)?;
    Ok(rows.into_iter().map(line).collect())
}

/// How many rows have which outcome.
pub fn counts(conn: &mut Conn, transfer_id: i64) -> QueryResult<HashMap<String, i64>> {
    let rows = transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfer_id)).group_by(transfer_rows::outcome);
    let counts: Vec<(String, i64)> = rows.select((transfer_rows::outcome, diesel::dsl::count_star())).load(conn)?;
    Ok(counts.into_iter().collect())
}

/// Keeps what a check said of a row.
pub fn tell(conn: &mut Conn, transfer_id: i64, line: i64, planned: &Planned) -> QueryResult<()> {
    diesel::update(transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfer_id).and(transfer_rows::line.eq(line))))
        .set((transfer_rows::outcome.eq(planned.outcome.code()), transfer_rows::told.eq(json(&planned.told))))
        .execute(conn)?;
    Ok(())
}

/// Where the row's company is, once it is there.
pub fn point(conn: &mut Conn, transfer_id: i64, line: i64, told: &Told) -> QueryResult<()> {
    diesel::update(transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfer_id).and(transfer_rows::line.eq(line))))
        .set(transfer_rows::told.eq(json(told)))
        .execute(conn)?;
    Ok(())
}

/// What was in the file is not needed any more once it is in the register.
pub fn forget_cells(conn: &mut Conn, transfer_id: i64) -> QueryResult<()> {
    diesel::update(transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfer_id)))
        .set(transfer_rows::cells.eq("[]"))
        .execute(conn)?;
    Ok(())
}

pub fn remove(conn: &mut Conn, transfer_id: i64) -> QueryResult<()> {
    diesel::delete(transfer_rows::table.filter(transfer_rows::transfer_id.eq(transfer_id))).execute(conn)?;
    Ok(())
}
