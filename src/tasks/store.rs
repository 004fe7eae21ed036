//! Rows of tasks and of what became of them.

use super::{About, Holder, Move, NewTask, due};
use crate::db::{Condition, Conn};
use crate::schema::{task_moves, tasks};
use crate::web::Viewer;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

/// A task as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = tasks)]
pub struct Task {
    pub id: i64,
    pub company_id: Option<i64>,
    pub callback_id: Option<i64>,
    pub organisation_id: i64,
    owner_id: Option<i64>,
    team_id: Option<i64>,
    pub created_by: i64,
    pub title: String,
    pub due_on: NaiveDate,
    pub created_at: NaiveDateTime,
    pub done_at: Option<NaiveDateTime>,
}

impl Task {
    pub fn holder(&self) -> Holder {
        Holder::of_columns(self.owner_id, self.team_id)
    }

    pub fn set_holder(&mut self, holder: Holder) {
        (self.owner_id, self.team_id) = holder.columns();
    }
}

pub fn add(conn: &mut Conn, new: &NewTask, now: NaiveDateTime) -> QueryResult<i64> {
    let (company_id, callback_id) = match new.about {
        About::Company(id) => (Some(id), None),
        About::Callback(id) => (None, Some(id)),
    };
    let (owner_id, team_id) = new.holder.columns();
    let id = diesel::insert_into(tasks::table)
        .values((
            tasks::company_id.eq(company_id),
            tasks::callback_id.eq(callback_id),
            tasks::organisation_id.eq(new.organisation_id),
            tasks::owner_id.eq(owner_id),
            tasks::team_id.eq(team_id),
            tasks::created_by.eq(new.created_by),
            tasks::title.eq(new.title),
            tasks::due_on.eq(new.due_on),
            tasks::created_at.eq(now),
        ))
        .returning(tasks::id)
        .get_result(conn)?;
    due::set(conn, id, new.due_on, now)?;
    Ok(id)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Task> {
    tasks::table.find(id).select(Task::as_select()).first(conn)
}

/// The task, if it is of the viewer's organisation.
pub fn find_visible(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Task> {
    tasks::table.find(id).filter(tasks::organisation_id.eq(viewer.organisation_id)).select(Task::as_select()).first(conn)
}

/// The open tasks of a person, in whatever organisation.
pub fn open_of(conn: &mut Conn, staff_id: i64) -> QueryResult<Vec<Task>> {
    tasks::table.filter(tasks::owner_id.eq(staff_id).and(tasks::done_at.is_null())).order(tasks::id).select(Task::as_select()).load(conn)
}

/// The open tasks in a team's queue.
pub fn waiting_in(conn: &mut Conn, team_id: i64) -> QueryResult<Vec<Task>> {
    tasks::table.filter(tasks::team_id.eq(team_id).and(tasks::done_at.is_null())).order(tasks::id).select(Task::as_select()).load(conn)
}

/// The title of a task that is done, if the viewer sees it: for the offer to undo.
pub fn done_title(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Option<String>> {
    let task = find_visible(conn, viewer, id).optional()?;
    Ok(task.filter(|task| task.done_at.is_some()).map(|task| task.title))
}

/// Compare and set: false if meanwhile someone else changed anything in it.
pub fn write(conn: &mut Conn, before: &Task, after: &Task) -> QueryResult<bool> {
    let same_holder: Condition<tasks::table> = match before.holder() {
        Holder::Person(id) => Box::new(tasks::owner_id.assume_not_null().eq(id)),
        Holder::Team(id) => Box::new(tasks::team_id.assume_not_null().eq(id)),
    };
    let unchanged = tasks::table
        .find(before.id)
        .filter(same_holder)
        .filter(tasks::title.eq(&before.title).and(tasks::due_on.eq(before.due_on)))
        .filter(tasks::done_at.is_null().eq(before.done_at.is_none()));
    let written = diesel::update(unchanged)
        .set((
            tasks::owner_id.eq(after.owner_id),
            tasks::team_id.eq(after.team_id),
            tasks::title.eq(&after.title),
            tasks::due_on.eq(after.due_on),
            tasks::done_at.eq(after.done_at),
        ))
        .execute(conn)?;
    Ok(written == 1)
}

/// Keeps what became of the task: what it was, what it is, and a note; gives the row's id. `by` is nobody when it happened by
/// itself.
pub fn add_move(
    conn: &mut Conn,
    kind: Move,
    by: Option<i64>,
    (before, after): (&Task, &Task),
    note: &str,
    now: NaiveDateTime,
) -> QueryResult<i64> {
    let passed_on = before.holder() != after.holder();
    let put_off = before.due_on != after.due_on;
    diesel::insert_into(task_moves::table)
        .values((
            (task_moves::task_id.eq(before.id), task_moves::kind.eq(kind.code()), task_moves::staff_id.eq(by)),
            (
                task_moves::from_owner_id.eq(before.owner_id.filter(|_| passed_on)),
                task_moves::from_team_id.eq(before.team_id.filter(|_| passed_on)),
                task_moves::to_owner_id.eq(after.owner_id.filter(|_| passed_on)),
                task_moves::to_team_id.eq(after.team_id.filter(|_| passed_on)),
            ),
            task_moves::from_due_on.eq(put_off.then_some(before.due_on)),
            task_moves::to_due_on.eq(put_off.then_some(after.due_on)),
            task_moves::note.eq(note),
            task_moves::moved_at.eq(now),
        ))
        .returning(task_moves::id)
        .get_result(conn)
}

/// The task as it was before this move of it.
pub fn before_move(conn: &mut Conn, task: &Task, move_id: i64) -> QueryResult<Task> {
    let (owner_id, team_id, due_on): (Option<i64>, Option<i64>, Option<NaiveDate>) = task_moves::table
        .find(move_id)
        .select((task_moves::from_owner_id, task_moves::from_team_id, task_moves::from_due_on))
        .first(conn)?;
    let mut before = task.clone();
    if owner_id.or(team_id).is_some() {
        before.set_holder(Holder::of_columns(owner_id, team_id));
    }
    before.due_on = due_on.unwrap_or(task.due_on);
    Ok(before)
}
