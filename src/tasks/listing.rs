//! The queries behind the lists of tasks.

use super::{Holder, Reach};
use crate::db::{AmongMethods, Conn};
use crate::reminders::State;
use crate::schema::{callbacks, companies, reminders, staff, tasks, teams};
use crate::web::Viewer;
use crate::web::paging::{Cursor, PAGE_SIZE, Slice, slice};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// A task as lists show it.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Row {
    pub id: i64,
    pub title: String,
    pub due_on: NaiveDate,
    pub done_at: Option<NaiveDateTime>,
    pub owner_id: Option<i64>,
    pub owner: Option<String>,
    pub team_id: Option<i64>,
    /// Whose queue it waits in.
    pub team: Option<String>,
    pub callback_id: Option<i64>,
    /// Of the task or of its call-back; none while the call-back's company is not in the register.
    pub company_id: Option<i64>,
    pub company: Option<String>,
}

impl Row {
    pub fn holder(&self) -> Holder {
        Holder::of_columns(self.owner_id, self.team_id)
    }
}

/// What the organisation sees: the promises that its own people made.
#[diesel::dsl::auto_type(no_type_alias)]
fn rows(organisation_id: i64) -> _ {
    tasks::table
        .left_join(staff::table.on(tasks::owner_id.eq(staff::id.nullable())))
        .left_join(teams::table.on(tasks::team_id.eq(teams::id.nullable())))
        .left_join(callbacks::table.on(tasks::callback_id.eq(callbacks::id.nullable())))
        .left_join(
            companies::table.on(tasks::company_id.eq(companies::id.nullable()).or(callbacks::company_id.eq(companies::id.nullable()))),
        )
        .filter(tasks::organisation_id.eq(organisation_id))
        .select((
            tasks::id,
            tasks::title,
            tasks::due_on,
            tasks::done_at,
            tasks::owner_id,
            staff::name.nullable(),
            tasks::team_id,
            teams::name.nullable(),
            tasks::callback_id,
            companies::id.nullable(),
            companies::name.nullable(),
        ))
}

/// One task, if the viewer sees it.
pub fn one(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Row> {
    rows(viewer.organisation_id).filter(tasks::id.eq(id)).first(conn)
}

/// The viewer's open tasks, the first due first.
pub fn own_open(conn: &mut Conn, viewer: &Viewer, after: Option<Cursor>) -> QueryResult<Slice<Row>> {
    let mut query = rows(viewer.organisation_id)
        .filter(tasks::owner_id.eq(viewer.staff_id).and(tasks::done_at.is_null()))
        .order((tasks::due_on, tasks::id))
        .limit(PAGE_SIZE as i64 + 1)
        .into_boxed();
    if let Some((due_on, id)) = after.and_then(|cursor| Some((cursor.date()?, cursor.id))) {
        query = query.filter(tasks::due_on.ge(due_on).and(tasks::due_on.gt(due_on).or(tasks::id.gt(id))));
    }
    Ok(slice(query.load(conn)?, by_due_date))
}

/// The open tasks within reach, of one holder or of all, the first due first.
pub fn reachable(
    conn: &mut Conn,
    viewer: &Viewer,
    reach: &Reach,
    holder: Option<Holder>,
    after: Option<Cursor>,
) -> QueryResult<Slice<Row>> {
    let mut query = rows(viewer.organisation_id)
        .filter(tasks::done_at.is_null())
        .order((tasks::due_on, tasks::id))
        .limit(PAGE_SIZE as i64 + 1)
        .into_boxed();
    if !reach.everything {
        query = query.filter(tasks::team_id.among(&reach.team_ids).or(tasks::owner_id.among(&reach.mates)));
    }
    query = match holder {
        Some(Holder::Person(id)) => query.filter(tasks::owner_id.eq(id)),
        Some(Holder::Team(id)) => query.filter(tasks::team_id.eq(id)),
        None => query,
    };
    if let Some((due_on, id)) = after.and_then(|cursor| Some((cursor.date()?, cursor.id))) {
        query = query.filter(tasks::due_on.ge(due_on).and(tasks::due_on.gt(due_on).or(tasks::id.gt(id))));
    }
    Ok(slice(query.load(conn)?, by_due_date))
}

fn by_due_date(row: &Row) -> Cursor {
    Cursor { key: row.due_on.to_string(), id: row.id }
}

/// The viewer's done tasks, the last done first.
pub fn own_done(conn: &mut Conn, viewer: &Viewer, after: Option<Cursor>) -> QueryResult<Slice<Row>> {
    let mut query = rows(viewer.organisation_id)
        .filter(tasks::owner_id.eq(viewer.staff_id).and(tasks::done_at.is_not_null()))
        .order((tasks::done_at.desc(), tasks::id.desc()))
        .limit(PAGE_SIZE as i64 + 1)
        .into_boxed();
    if let Some((done_at, id)) = after.and_then(|cursor| Some((cursor.instant()?, cursor.id))) {
        query = query.filter(tasks::done_at.le(done_at).and(tasks::done_at.lt(done_at).or(tasks::id.lt(id))));
    }
    Ok(slice(query.load(conn)?, |row: &Row| {
        let done_at = row.done_at.expect("the query finds done tasks only");
        Cursor { key: done_at.format("%Y-%m-%dT%H:%M:%S").to_string(), id: row.id }
    }))
}

/// The viewer's open tasks that are due on this day or before it, or that somebody wants to be reminded of; at most `limit`.
pub fn own_due(conn: &mut Conn, viewer: &Viewer, until: NaiveDate, limit: i64) -> QueryResult<Vec<Row>> {
    let waiting = reminders::state.eq(State::Waiting.code()).and(reminders::asked_by.is_not_null());
    let snoozed = reminders::table.filter(waiting).filter(reminders::task_id.is_not_null()).select(reminders::task_id);
    rows(viewer.organisation_id)
        .filter(tasks::owner_id.eq(viewer.staff_id).and(tasks::done_at.is_null()))
        .filter(tasks::due_on.le(until).or(tasks::id.nullable().eq_any(snoozed)))
        .order((tasks::due_on, tasks::id))
        .limit(limit)
        .load(conn)
}

/// The open tasks of the viewer's organisation about a company, at most `limit`.
pub fn open_of_company(conn: &mut Conn, viewer: &Viewer, company_id: i64, limit: i64) -> QueryResult<Vec<Row>> {
    rows(viewer.organisation_id)
        .filter(tasks::company_id.eq(company_id).or(callbacks::company_id.eq(company_id)))
        .filter(tasks::done_at.is_null())
        .order((tasks::due_on, tasks::id))
        .limit(limit)
        .load(conn)
}

/// How many open tasks wait in the queues of the viewer's teams, by team; a team without any is not named.
pub fn in_queues(conn: &mut Conn, viewer: &Viewer) -> QueryResult<HashMap<i64, i64>> {
    let counts: Vec<(Option<i64>, i64)> = tasks::table
        .filter(tasks::team_id.among(&viewer.team_ids).and(tasks::done_at.is_null()))
        .group_by(tasks::team_id)
        .select((tasks::team_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(counts.into_iter().filter_map(|(team_id, count)| Some((team_id?, count))).collect())
}
