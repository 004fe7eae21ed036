//! The job: what has come due is told, each reminder in a transaction of its own.

use super::store::{self, Reminder};
use super::{Item, mails};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::jobs::{self, Done};
use crate::settings;
use chrono::TimeDelta;

/// A job.
///
/// # Errors
/// Those of the database while it looks for what is due.
pub fn run(app: &App) -> Result<Done, Error> {
    let due = store::due(&mut *app.db.writer()?, app.now())?;
    let done = jobs::each(app, due, |conn, id| fire(conn, app, *id));
    app.mail.notify_one();
    Ok(done)
}

/// Fires one that has come due. False if another was quicker.
pub fn fire(conn: &mut Conn, app: &App, id: i64) -> Result<bool, Error> {
    let now = app.now();
    let Some(reminder) = store::take(conn, id, now)? else { return Ok(false) };
    let mailed_within = TimeDelta::days(settings::load(conn)?.mailed_within_days.into());
    if now - reminder.remind_at <= mailed_within
        && let Some(mail_id) = mail(conn, app, &reminder)?.first()
    {
        store::mailed(conn, id, *mail_id)?;
    }
    Ok(true)
}

/// The ids of the mails.
fn mail(conn: &mut Conn, app: &App, reminder: &Reminder) -> Result<Vec<i64>, Error> {
    match reminder.item() {
        Item::Task(id) => mails::task(conn, app, id, reminder),
        Item::Callback(id) => Ok(mails::callback(conn, app, id, reminder.remind_at)?.into_iter().collect()),
    }
}
