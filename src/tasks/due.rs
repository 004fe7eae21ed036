//! When a task is reminded of by itself: once, at the opening of the sending window on its due day.

use crate::app::App;
use crate::calendar::clock::instant;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::helsinki;
use crate::jobs::{self, Done};
use crate::reminders::Item;
use crate::reminders::store::{self as reminders, Wish};
use crate::schema::{reminders as reminder_rows, tasks};
use crate::settings;
use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// So many tasks of a former version get their reminder in one run.
const AT_ONCE: i64 = 1000;

/// The task falls due on this day: it is reminded of then, and no more of what it was before. A day that has begun already
/// is reminded of at the opening of the next, if the task is still open then.
pub fn set(conn: &mut Conn, task_id: i64, due_on: NaiveDate, now: NaiveDateTime) -> QueryResult<()> {
    let on_day = opening(conn, due_on)?;
    let tomorrow = helsinki(now).date_naive() + Days::new(1);
    let remind_at = if on_day > now { on_day } else { opening(conn, tomorrow)? };
    reminders::cancel_own(conn, Item::Task(task_id), now)?;
    reminders::add(conn, Item::Task(task_id), remind_at, Wish::Due, now)
}

/// When the sending window opens on this day, or next after it.
fn opening(conn: &mut Conn, day: NaiveDate) -> QueryResult<NaiveDateTime> {
    let window = settings::load(conn)?.sending;
    Ok(window.next(instant(day, window.from_minute)))
}

/// A job: open tasks that were made before there were reminders get theirs, what falls due from today on before what has been
/// due for long.
///
/// # Errors
/// Those of the database while it looks for them.
pub fn catch_up(app: &App) -> Result<Done, Error> {
    let reminded = reminder_rows::table.filter(reminder_rows::task_id.eq(tasks::id.nullable()));
    let without: Vec<(i64, NaiveDate)> = tasks::table
        .filter(tasks::done_at.is_null().and(not(exists(reminded))))
        .order((tasks::due_on.lt(app.today()), tasks::due_on, tasks::id))
        .limit(AT_ONCE)
        .select((tasks::id, tasks::due_on))
        .load(&mut *app.db.writer()?)?;
    Ok(jobs::each(app, without, |conn, (id, due_on)| {
        let remind_at = opening(conn, *due_on)?;
        reminders::add(conn, Item::Task(*id), remind_at, Wish::Due, app.now())?;
        Ok(true)
    }))
}
