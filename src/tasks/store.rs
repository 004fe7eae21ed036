//! Rows of tasks.

use super::{About, NewTask};
use crate::db::Conn;
use crate::schema::{callbacks, companies, staff, tasks};
use crate::web::Viewer;
use crate::web::paging::{Cursor, PAGE_SIZE, Slice, slice};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

pub fn add(conn: &mut Conn, new: &NewTask, now: NaiveDateTime) -> QueryResult<i64> {
    let (company_id, callback_id) = match new.about {
        About::Company(id) => (Some(id), None),
        About::Callback(id) => (None, Some(id)),
    };
    diesel::insert_into(tasks::table)
        .values((
            tasks::company_id.eq(company_id),
            tasks::callback_id.eq(callback_id),
            tasks::organisation_id.eq(new.organisation_id),
            tasks::owner_id.eq(new.owner_id),
            tasks::created_by.eq(new.created_by),
            tasks::title.eq(new.title),
            tasks::due_on.eq(new.due_on),
            tasks::created_at.eq(now),
        ))
        .returning(tasks::id)
        .get_result(conn)
}

/// A task as lists show it.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Row {
    pub id: i64,
    pub title: String,
    pub due_on: NaiveDate,
    pub done_at: Option<NaiveDateTime>,
    pub owner: String,
    pub callback_id: Option<i64>,
    /// Of the task or of its call-back; none while the call-back's company is not in the register.
    pub company_id: Option<i64>,
    pub company: Option<String>,
}

/// What the organisation sees: the promises that its own people made.
#[diesel::dsl::auto_type(no_type_alias)]
fn rows(organisation_id: i64) -> _ {
    tasks::table
        .inner_join(staff::table.on(tasks::owner_id.eq(staff::id)))
        .left_join(callbacks::table)
        .left_join(
            companies::table.on(tasks::company_id.eq(companies::id.nullable()).or(callbacks::company_id.eq(companies::id.nullable()))),
        )
        .filter(tasks::organisation_id.eq(organisation_id))
        .select((
            tasks::id,
            tasks::title,
            tasks::due_on,
            tasks::done_at,
            staff::name,
            tasks::callback_id,
            companies::id.nullable(),
            companies::name.nullable(),
        ))
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
    Ok(slice(query.load(conn)?, |row: &Row| Cursor { key: row.due_on.to_string(), id: row.id }))
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

/// The viewer's open tasks that are due on this day or before it, at most `limit`.
pub fn own_due(conn: &mut Conn, viewer: &Viewer, until: NaiveDate, limit: i64) -> QueryResult<Vec<Row>> {
    rows(viewer.organisation_id)
        .filter(tasks::owner_id.eq(viewer.staff_id).and(tasks::done_at.is_null()))
        .filter(tasks::due_on.le(until))
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

/// The title of a task that is done, if the viewer sees it: for the offer to undo.
pub fn done_title(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Option<String>> {
    tasks::table
        .find(id)
        .filter(tasks::organisation_id.eq(viewer.organisation_id).and(tasks::done_at.is_not_null()))
        .select(tasks::title)
        .first(conn)
        .optional()
}

/// Marks a task done; false if it was done already. Not found if the viewer doesn't see it.
pub fn complete(conn: &mut Conn, viewer: &Viewer, id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    change(conn, viewer, id, Some(now))
}

/// Takes `complete` back; false if the task was open already. Not found if the viewer doesn't see it.
pub fn reopen(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<bool> {
    change(conn, viewer, id, None)
}

fn change(conn: &mut Conn, viewer: &Viewer, id: i64, done_at: Option<NaiveDateTime>) -> QueryResult<bool> {
    let is_done: bool =
        tasks::table.find(id).filter(tasks::organisation_id.eq(viewer.organisation_id)).select(tasks::done_at.is_not_null()).first(conn)?;
    if is_done == done_at.is_some() {
        return Ok(false);
    }
    diesel::update(tasks::table.find(id)).set(tasks::done_at.eq(done_at)).execute(conn)?;
    Ok(true)
}
