//! Rows of reminders.

use super::{Item, State};
use crate::db::{AmongMethods, Condition, Conn};
use crate::schema::reminders;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::HashMap;

/// A reminder as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = reminders)]
pub struct Reminder {
    pub id: i64,
    task_id: Option<i64>,
    callback_id: Option<i64>,
    pub remind_at: NaiveDateTime,
    /// The item falls due then.
    pub by_itself: bool,
    /// This person asked for it.
    pub asked_by: Option<i64>,
}

impl Reminder {
    /// Of the two columns of a row one is set.
    pub fn item(&self) -> Item {
        let task = self.task_id.map(Item::Task);
        task.or(self.callback_id.map(Item::Callback)).expect("the table has an item in each row")
    }
}

/// Why an item is reminded of at a moment; both can be true of one reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// By itself: it falls due then.
    Due,
    /// This person asked for it.
    Asked(i64),
}

/// Adds a reminder. An item has one for each moment: a cancelled one waits again, and one that has fired stays so.
pub fn add(conn: &mut Conn, item: Item, remind_at: NaiveDateTime, wish: Wish, now: NaiveDateTime) -> QueryResult<()> {
    let same = || reminders::table.filter(of(item)).filter(reminders::remind_at.eq(remind_at));
    let (by_itself, asked_by) = match wish {
        Wish::Due => (true, None),
        Wish::Asked(staff_id) => (false, Some(staff_id)),
    };
    let known = same().select((reminders::state, reminders::by_itself, reminders::asked_by));
    if let Some((state, was_by_itself, was_asked_by)) = known.first::<(String, bool, Option<i64>)>(conn).optional()? {
        let wishes = match State::from_code(&state) {
            Some(State::Waiting) => (by_itself || was_by_itself, asked_by.or(was_asked_by)),
            Some(State::Cancelled) => (by_itself, asked_by),
            _ => return Ok(()),
        };
        let again = (reminders::state.eq(State::Waiting.code()), reminders::settled_at.eq(None::<NaiveDateTime>));
        let wished = (reminders::by_itself.eq(wishes.0), reminders::asked_by.eq(wishes.1));
        diesel::update(same()).set((again, wished, reminders::made_at.eq(now))).execute(conn)?;
        return Ok(());
    }
    let (task_id, callback_id) = match item {
        Item::Task(id) => (Some(id), None),
        Item::Callback(id) => (None, Some(id)),
    };
    diesel::insert_into(reminders::table)
        .values((
            reminders::task_id.eq(task_id),
            reminders::callback_id.eq(callback_id),
            reminders::remind_at.eq(remind_at),
            reminders::state.eq(State::Waiting.code()),
            reminders::by_itself.eq(by_itself),
            reminders::asked_by.eq(asked_by),
            reminders::made_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Cancels everything that waits for this item.
pub fn cancel(conn: &mut Conn, item: Item, now: NaiveDateTime) -> QueryResult<()> {
    settle(conn, waits(item), now).map(drop)
}

/// Cancels what somebody asked for; what comes by itself stays. False if nobody had asked.
pub fn cancel_asked(conn: &mut Conn, item: Item, now: NaiveDateTime) -> QueryResult<bool> {
    let both = reminders::table.filter(waits(item)).filter(reminders::asked_by.is_not_null().and(reminders::by_itself.eq(true)));
    let kept = diesel::update(both).set(reminders::asked_by.eq(None::<i64>)).execute(conn)?;
    let asked = settle(conn, Box::new(waits(item).and(reminders::asked_by.is_not_null())), now)?;
    Ok(kept + asked > 0)
}

/// Cancels what comes by itself, since the due time has changed; what somebody asked for stays.
pub fn cancel_own(conn: &mut Conn, item: Item, now: NaiveDateTime) -> QueryResult<()> {
    let both = reminders::table.filter(waits(item)).filter(reminders::asked_by.is_not_null());
    diesel::update(both).set(reminders::by_itself.eq(false)).execute(conn)?;
    settle(conn, Box::new(waits(item).and(reminders::asked_by.is_null())), now).map(drop)
}

fn waits(item: Item) -> Condition<reminders::table> {
    Box::new(of(item).and(reminders::state.eq(State::Waiting.code())))
}

fn settle(conn: &mut Conn, which: Condition<reminders::table>, now: NaiveDateTime) -> QueryResult<usize> {
    let cancelled = (reminders::state.eq(State::Cancelled.code()), reminders::settled_at.eq(now));
    diesel::update(reminders::table.filter(which)).set(cancelled).execute(conn)
}

/// What has come due, the longest waiting first.
pub fn due(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let due = reminders::table.filter(reminders::state.eq(State::Waiting.code())).filter(reminders::remind_at.le(now));
    due.order((reminders::remind_at, reminders::id)).select(reminders::id).load(conn)
}

/// When the next reminder of all is due, if any waits.
pub fn next_due(conn: &mut Conn) -> QueryResult<Option<NaiveDateTime>> {
    let waiting = reminders::table.filter(reminders::state.eq(State::Waiting.code()));
    waiting.select(diesel::dsl::min(reminders::remind_at)).first(conn)
}

/// Compare and set: takes a due reminder, which nobody else gets then; none if another was quicker.
pub fn take(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<Option<Reminder>> {
    let due =
        reminders::table.filter(reminders::id.eq(id).and(reminders::state.eq(State::Waiting.code())).and(reminders::remind_at.le(now)));
    let fired = (reminders::state.eq(State::Shown.code()), reminders::settled_at.eq(now));
    let taken = diesel::update(due).set(fired).execute(conn)?;
    if taken == 1 { reminders::table.find(id).select(Reminder::as_select()).first(conn).optional() } else { Ok(None) }
}

/// A reminder that was taken has gone out by this mail.
pub fn mailed(conn: &mut Conn, id: i64, mail_id: i64) -> QueryResult<()> {
    let mailed = (reminders::state.eq(State::Mailed.code()), reminders::mail_id.eq(mail_id));
    diesel::update(reminders::table.find(id)).set(mailed).execute(conn)?;
    Ok(())
}

/// When somebody asked to be reminded of these tasks, as far as that still lies ahead.
pub fn asked_for(conn: &mut Conn, task_ids: &[i64]) -> QueryResult<HashMap<i64, NaiveDateTime>> {
    let rows: Vec<(Option<i64>, NaiveDateTime)> = reminders::table
        .filter(reminders::task_id.among(task_ids))
        .filter(reminders::state.eq(State::Waiting.code()).and(reminders::asked_by.is_not_null()))
        .select((reminders::task_id, reminders::remind_at))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(task_id, at)| Some((task_id?, at))).collect())
}

/// The calls that were agreed upon with the callers of these call-backs and lie ahead, the earliest first.
pub fn agreed(conn: &mut Conn, callback_ids: &[i64]) -> QueryResult<Vec<(i64, NaiveDateTime)>> {
    reminders::table
        .filter(reminders::callback_id.among(callback_ids))
        .filter(reminders::state.eq(State::Waiting.code()))
        .order((reminders::remind_at, reminders::id))
        .select((reminders::callback_id.assume_not_null(), reminders::remind_at))
        .load(conn)
}

fn of(item: Item) -> Condition<reminders::table> {
    match item {
        Item::Task(id) => Box::new(reminders::task_id.assume_not_null().eq(id)),
        Item::Callback(id) => Box::new(reminders::callback_id.assume_not_null().eq(id)),
    }
}
