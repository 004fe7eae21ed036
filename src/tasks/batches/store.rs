//! Rows of batches: who did something with several tasks at once, and what became of each.

use crate::codes::codes;
use crate::db::Conn;
use crate::schema::{task_batch_items, task_batches, task_moves, tasks};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

codes! {
    /// What became of a task in a batch. Stored by its `code`.
    pub Became {
        Moved = "moved",
        Given = "given",
        /// It was so already.
        Same = "same",
        /// Somebody had done it meanwhile.
        Done = "done",
        /// Somebody else took it or gave it on at the same moment.
        Elsewhere = "elsewhere",
        /// With somebody whose tasks are out of reach.
        OutOfReach = "out_of_reach",
        /// Taken back.
        Undone = "undone",
        /// Not taken back, since somebody changed it after the batch.
        Kept = "kept",
    }
}

#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Item {
    pub id: i64,
    pub task_id: i64,
    pub title: String,
    pub move_id: Option<i64>,
    /// The code of a `Became`.
    pub became: String,
}

pub fn add(conn: &mut Conn, viewer: &Viewer, now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(task_batches::table)
        .values((
            task_batches::staff_id.eq(viewer.staff_id),
            task_batches::organisation_id.eq(viewer.organisation_id),
            task_batches::made_at.eq(now),
        ))
        .returning(task_batches::id)
        .get_result(conn)
}

pub fn add_item(conn: &mut Conn, batch_id: i64, task_id: i64, move_id: Option<i64>, became: Became) -> QueryResult<()> {
    diesel::insert_into(task_batch_items::table)
        .values((
            task_batch_items::batch_id.eq(batch_id),
            task_batch_items::task_id.eq(task_id),
            task_batch_items::move_id.eq(move_id),
            task_batch_items::became.eq(became.code()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether it was undone; only one's own batches in this organisation are there.
pub fn find(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<bool> {
    let own = task_batches::table
        .find(id)
        .filter(task_batches::staff_id.eq(viewer.staff_id).and(task_batches::organisation_id.eq(viewer.organisation_id)));
    own.select(task_batches::undone_at.is_not_null()).first(conn)
}

/// False if it was undone already.
pub fn mark_undone(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let open = task_batches::table.find(id).filter(task_batches::undone_at.is_null());
    Ok(diesel::update(open).set(task_batches::undone_at.eq(now)).execute(conn)? == 1)
}

pub fn items(conn: &mut Conn, id: i64) -> QueryResult<Vec<Item>> {
    task_batch_items::table
        .inner_join(tasks::table)
        .filter(task_batch_items::batch_id.eq(id))
        .order(task_batch_items::id)
        .select((task_batch_items::id, tasks::id, tasks::title, task_batch_items::move_id, task_batch_items::became))
        .load(conn)
}

pub fn set_became(conn: &mut Conn, item_id: i64, became: Became) -> QueryResult<()> {
    diesel::update(task_batch_items::table.find(item_id)).set(task_batch_items::became.eq(became.code())).execute(conn)?;
    Ok(())
}

/// Nothing has been done with the task since this move.
pub fn is_last_move(conn: &mut Conn, task_id: i64, move_id: i64) -> QueryResult<bool> {
    let last: Option<i64> =
        task_moves::table.filter(task_moves::task_id.eq(task_id)).select(diesel::dsl::max(task_moves::id)).first(conn)?;
    Ok(last == Some(move_id))
}
