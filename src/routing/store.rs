//! Routing rows in their order. The catch-all (the one row without a condition) comes with the first row and stays last.

use super::rules::deciding;
pub use super::rules::{Question, Row};
use crate::db::Conn;
use crate::organisations::store::{live_teams, teams_by_mail};
use crate::schema::routing_rows;
use crate::web::order::{Direction, exchange};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::Error::NotFound;

/// Where a call-back goes and how fast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub row_id: i64,
    pub team_id: i64,
    pub backup_team_id: Option<i64>,
    /// Office minutes until a call-back must be taken.
    pub response_minutes: i32,
    pub urgent_response_minutes: i32,
}

/// Answers a question. A row whose team has ended is passed over, unless no other matches: an employer always gets somewhere.
/// `NotFound` only while nothing is set up.
pub fn route(conn: &mut Conn, question: &Question, today: NaiveDate) -> QueryResult<Target> {
    let rows = rows(conn)?;
    let live: Vec<i64> = live_teams(conn, today)?.into_iter().map(|team| team.0).collect();
    let row = deciding(&rows, &live, question).and_then(|place| rows.get(place)).ok_or(NotFound)?;
    let by_mail = teams_by_mail(conn)?;
    Ok(Target {
        row_id: row.id,
        team_id: row.team_id,
        backup_team_id: row.backup_team_id.filter(|backup| live.contains(backup) && !by_mail.contains(backup)),
        response_minutes: row.response_minutes,
        urgent_response_minutes: row.urgent_response_minutes,
    })
}

/// All rows in their order; the last one catches all.
pub fn rows(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    type Columns = (i64, Option<i64>, Option<String>, Option<String>, Option<String>, i64, Option<i64>, i32, i32);
    let rows: Vec<Columns> = routing_rows::table
        .order((routing_rows::position, routing_rows::id))
        .select((
            routing_rows::id,
            routing_rows::topic_id,
            routing_rows::municipality,
            routing_rows::industry,
            routing_rows::language,
            routing_rows::team_id,
            routing_rows::backup_team_id,
            routing_rows::response_minutes,
            routing_rows::urgent_response_minutes,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, topic_id, municipality, industry, language, team_id, backup_team_id, response_minutes, urgent_response_minutes)| Row {
            id,
            topic_id,
            municipality,
            industry,
            language,
            team_id,
            backup_team_id,
            response_minutes,
            urgent_response_minutes,
        })
        .collect())
}

/// Adds a row (its `id` is not read) above the catch-all and returns its id. A row without a condition is the catch-all
/// itself: there is one, so its team and times are set. The first row of all brings a catch-all to the same team.
pub fn add(conn: &mut Conn, row: &Row) -> QueryResult<i64> {
    let last = rows(conn)?.pop();
    match last {
        Some(last) if row.catches_all() => {
            update(conn, last.id, row)?;
            Ok(last.id)
        }
        None if row.catches_all() => insert(conn, row, 1),
        None => {
            insert(conn, &Row { topic_id: None, municipality: None, industry: None, language: None, ..row.clone() }, 2)?;
            insert(conn, row, 1)
        }
        Some(last) => {
            let place: i32 = routing_rows::table.find(last.id).select(routing_rows::position).first(conn)?;
            diesel::update(routing_rows::table.find(last.id)).set(routing_rows::position.eq(place + 1)).execute(conn)?;
            insert(conn, row, place)
        }
    }
}

fn insert(conn: &mut Conn, row: &Row, position: i32) -> QueryResult<i64> {
    diesel::insert_into(routing_rows::table)
        .values((
            routing_rows::position.eq(position),
            routing_rows::topic_id.eq(row.topic_id),
            routing_rows::municipality.eq(&row.municipality),
            routing_rows::industry.eq(&row.industry),
            routing_rows::language.eq(&row.language),
            routing_rows::team_id.eq(row.team_id),
            routing_rows::backup_team_id.eq(row.backup_team_id),
            routing_rows::response_minutes.eq(row.response_minutes),
            routing_rows::urgent_response_minutes.eq(row.urgent_response_minutes),
        ))
        .returning(routing_rows::id)
        .get_result(conn)
}

/// Changes a row where it stands. The catch-all keeps having no condition, and no other row loses all of its own:
/// `NotFound` for either, as for an unknown id.
pub fn update(conn: &mut Conn, id: i64, row: &Row) -> QueryResult<()> {
    let last = rows(conn)?.pop();
    if last.is_some_and(|last| last.id == id) != row.catches_all() {
        return Err(NotFound);
    }
    let changed = diesel::update(routing_rows::table.find(id))
        .set((
            routing_rows::topic_id.eq(row.topic_id),
            routing_rows::municipality.eq(&row.municipality),
            routing_rows::industry.eq(&row.industry),
            routing_rows::language.eq(&row.language),
            routing_rows::team_id.eq(row.team_id),
            routing_rows::backup_team_id.eq(row.backup_team_id),
            routing_rows::response_minutes.eq(row.response_minutes),
            routing_rows::urgent_response_minutes.eq(row.urgent_response_minutes),
        ))
        .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(NotFound) }
}

/// Removes a row; the catch-all stays. `NotFound` for it as for an unknown id.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    let last = rows(conn)?.pop();
    if last.is_some_and(|last| last.id == id) {
        return Err(NotFound);
    }
    let removed = diesel::delete(routing_rows::table.find(id)).execute(conn)?;
    if removed == 1 { Ok(()) } else { Err(NotFound) }
}

/// Exchanges a row with its neighbour. At the end of the list nothing moves; the catch-all never does.
pub fn shift(conn: &mut Conn, id: i64, direction: Direction) -> QueryResult<()> {
    let mut ids: Vec<i64> = rows(conn)?.iter().map(|row| row.id).collect();
    ids.pop();
    if !exchange(&mut ids, id, direction).ok_or(NotFound)? {
        return Ok(());
    }
    for (position, id) in (1..).zip(ids) {
        diesel::update(routing_rows::table.find(id)).set(routing_rows::position.eq(position)).execute(conn)?;
    }
    Ok(())
}
