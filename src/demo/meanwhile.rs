//! What the service does by itself while people work: call-backs climb the ladder, reminders fire, mails go out; each at the
//! minute at which a running service would have done it.

use crate::app::App;
use crate::callbacks::ladder;
use crate::db::Conn;
use crate::error::Error;
use crate::mail::delivery;
use crate::reminders;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::QueryResult;
use std::sync::Mutex;

/// Does what falls due until this moment, and leaves the clock on it. Time never goes back.
pub fn pass(conn: &mut Conn, app: &App, clock: &Mutex<NaiveDateTime>, until: NaiveDateTime) -> Result<(), Error> {
    deliver(conn, app.now())?;
    while let Some(due_at) = next(conn)?.filter(|due_at| *due_at <= until) {
        let at = due_at.max(app.now());
        *clock.lock().map_err(Error::internal)? = at;
        for id in ladder::store::due(conn, at)? {
            ladder::climb(conn, app, id)?;
        }
        for id in reminders::store::due(conn, at)? {
            reminders::fire(conn, app, id)?;
        }
        deliver(conn, at)?;
    }
    *clock.lock().map_err(Error::internal)? = until;
    deliver(conn, until)?;
    Ok(())
}

/// When something falls due next.
fn next(conn: &mut Conn) -> QueryResult<Option<NaiveDateTime>> {
    Ok(ladder::store::next_due(conn)?.into_iter().chain(reminders::store::next_due(conn)?).min())
}

/// The mails of the past went out long ago: they are sent in the product, and no file is written.
fn deliver(conn: &mut Conn, at: NaiveDateTime) -> QueryResult<()> {
    while let Some(mail) = delivery::claim(conn, at, TimeDelta::minutes(1))? {
        delivery::record(conn, &mail, &delivery::Outcome::Taken { reply: String::new() }, at)?;
    }
    Ok(())
}
