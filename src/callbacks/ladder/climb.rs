//! The job: every call-back whose next step is due climbs as far as it must.

use super::rules::{Next, Step, Told};
use super::{next, set_next, store, tell};
use crate::app::App;
use crate::callbacks::State;
use crate::callbacks::store::Callback;
use crate::callbacks::transition;
use crate::db::Conn;
use crate::error::Error;
use crate::jobs::{self, Done};
use crate::settings;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::QueryResult;

/// A job: each call-back in a transaction of its own.
///
/// # Errors
/// Those of the database while it looks for what is due.
pub fn run(app: &App) -> Result<Done, Error> {
    let due = store::due(&mut *app.db.writer()?, app.now())?;
    let done = jobs::each(app, due, |conn, id| climb(conn, app, *id));
    app.mail.notify_one();
    Ok(done)
}

/// All its overdue steps, in order; only the highest is mailed. False if another was quicker.
pub fn climb(conn: &mut Conn, app: &App, id: i64) -> Result<bool, Error> {
    let now = app.now();
    let Some(mut callback) = store::hold_due(conn, id, now)? else { return Ok(false) };
    let due = overdue(conn, &mut callback, now)?;
    let Some((highest, lower)) = due.split_last() else {
        // Its first step, or hours that were changed meanwhile: it has a later moment now.
        store::write(conn, &callback)?;
        return Ok(true);
    };
    for step in lower {
        store::record(conn, &callback, *step, Told::Superseded, now)?;
    }
    let mailed_within = TimeDelta::days(settings::load(conn)?.mailed_within_days.into());
    let climbed = callback.clone();
    if highest.step == Step::Expired {
        callback = transition::expire(conn, app, &callback)?;
    } else {
        store::write(conn, &callback)?;
    }
    let is_news = now - highest.at <= mailed_within;
    let mails = if is_news { tell::tell(conn, app, highest.step, &climbed, &callback)? } else { 0 };
    store::record(conn, &climbed, *highest, if mails > 0 { Told::Mailed } else { Told::Shown }, now)?;
    Ok(true)
}

/// The steps that are due; what comes after them is set in the row.
fn overdue(conn: &mut Conn, callback: &mut Callback, now: NaiveDateTime) -> QueryResult<Vec<Next>> {
    let held_since = store::held_since(conn, callback)?;
    let mut climbed = store::climbed(conn, callback)?;
    let mut due = Vec::new();
    loop {
        let next = next(conn, callback, held_since, &climbed)?;
        set_next(callback, next);
        match next.filter(|next| next.at <= now) {
            Some(next) => {
                climbed.push(next.step);
                due.push(next);
            }
            None => break,
        }
    }
    callback.late = callback.state() == State::New && (callback.late || !due.is_empty());
    Ok(due)
}
