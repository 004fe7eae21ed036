//! What became of a task, in names.

use crate::db::{AmongMethods, Conn};
use crate::schema::{staff, task_moves, teams};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// The code of a `Move`.
    pub kind: String,
    /// Empty when it happened by itself.
    pub by: String,
    /// A person or a team.
    pub from: String,
    pub to: String,
    pub from_due_on: Option<NaiveDate>,
    pub to_due_on: Option<NaiveDate>,
    pub note: String,
    pub moved_at: NaiveDateTime,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = task_moves)]
struct Row {
    kind: String,
    staff_id: Option<i64>,
    from_owner_id: Option<i64>,
    from_team_id: Option<i64>,
    to_owner_id: Option<i64>,
    to_team_id: Option<i64>,
    from_due_on: Option<NaiveDate>,
    to_due_on: Option<NaiveDate>,
    note: String,
    moved_at: NaiveDateTime,
}

/// The newest first.
pub fn of_task(conn: &mut Conn, task_id: i64) -> QueryResult<Vec<Event>> {
    let rows: Vec<Row> =
        task_moves::table.filter(task_moves::task_id.eq(task_id)).order(task_moves::id.desc()).select(Row::as_select()).load(conn)?;
    let staff_ids: Vec<i64> = rows.iter().flat_map(|row| [row.staff_id, row.from_owner_id, row.to_owner_id]).flatten().collect();
    let team_ids: Vec<i64> = rows.iter().flat_map(|row| [row.from_team_id, row.to_team_id]).flatten().collect();
    let people: HashMap<i64, String> =
        staff::table.filter(staff::id.among(staff_ids)).select((staff::id, staff::name)).load(conn)?.into_iter().collect();
    let teams: HashMap<i64, String> =
        teams::table.filter(teams::id.among(team_ids)).select((teams::id, teams::name)).load(conn)?.into_iter().collect();
    let named = |person: Option<i64>, team: Option<i64>| {
        let name = person.and_then(|id| people.get(&id)).or_else(|| team.and_then(|id| teams.get(&id)));
        name.cloned().unwrap_or_default()
    };
    let event = |row: Row| Event {
        by: named(row.staff_id, None),
        from: named(row.from_owner_id, row.from_team_id),
        to: named(row.to_owner_id, row.to_team_id),
        kind: row.kind,
        from_due_on: row.from_due_on,
        to_due_on: row.to_due_on,
        note: row.note,
        moved_at: row.moved_at,
    };
    Ok(rows.into_iter().map(event).collect())
}
