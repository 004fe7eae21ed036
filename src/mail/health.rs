//! Whether mail goes out. While the server refuses us as a whole (a 5xx at the greeting, AUTH or MAIL FROM, a wrong
//! certificate, a folder that can't be written) there is one row of trouble, and the outbox waits until its `retry_at`.

use super::outbox::State;
use crate::db::Conn;
use crate::schema::{mail_trouble, mails};
use chrono::{Duration, NaiveDateTime};
use diesel::dsl::{count_star, min};
use diesel::prelude::*;
use serde::Serialize;

/// Minutes until the server is tried again, by its refusals so far; the last one stays.
const BACK_OFF: [i64; 5] = [1, 2, 5, 15, 30];

#[derive(Debug, Queryable, Serialize)]
pub struct Trouble {
    pub since: NaiveDateTime,
    pub retry_at: NaiveDateTime,
    /// What the server said; it may hold addresses, so it is for administrators only.
    pub reply: String,
}

/// The trouble, if there is one.
pub fn trouble(conn: &mut Conn) -> QueryResult<Option<Trouble>> {
    mail_trouble::table
        .order(mail_trouble::id)
        .select((mail_trouble::since, mail_trouble::retry_at, mail_trouble::reply))
        .first(conn)
        .optional()
}

/// The mails that wait: how many, and since when the oldest does.
pub fn waiting(conn: &mut Conn) -> QueryResult<(i64, Option<NaiveDateTime>)> {
    mails::table.filter(mails::state.eq(State::Waiting.code())).select((count_star(), min(mails::created_at))).first(conn)
}

/// May a mail go out now? During trouble one worker at a time gets the turn to try, once `retry_at` has come; should it
/// vanish, the next turn is at `until`.
pub(super) fn take_turn(conn: &mut Conn, now: NaiveDateTime, until: NaiveDateTime) -> QueryResult<bool> {
    if trouble(conn)?.is_none() {
        return Ok(true);
    }
    let won =
        diesel::update(mail_trouble::table.filter(mail_trouble::retry_at.le(now))).set(mail_trouble::retry_at.eq(until)).execute(conn)?;
    Ok(won > 0)
}

pub(super) fn note_trouble(conn: &mut Conn, reply: &str, now: NaiveDateTime) -> QueryResult<()> {
    let known: Option<(i64, i32)> =
        mail_trouble::table.order(mail_trouble::id).select((mail_trouble::id, mail_trouble::failures)).first(conn).optional()?;
    let failures = known.map_or(1, |(_, failures)| failures + 1);
    let retry_at = now + back_off(&BACK_OFF, failures);
    let told = (mail_trouble::retry_at.eq(retry_at), mail_trouble::failures.eq(failures), mail_trouble::reply.eq(reply));
    match known {
        Some((id, _)) => diesel::update(mail_trouble::table.find(id)).set(told).execute(conn)?,
        None => diesel::insert_into(mail_trouble::table).values((mail_trouble::since.eq(now), told)).execute(conn)?,
    };
    Ok(())
}

pub(super) fn end_trouble(conn: &mut Conn) -> QueryResult<()> {
    diesel::delete(mail_trouble::table).execute(conn)?;
    Ok(())
}

/// The next look at the outbox tries the server, whatever its back-off says.
pub(super) fn try_now(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(mail_trouble::table).set(mail_trouble::retry_at.eq(now)).execute(conn)?;
    Ok(())
}

/// The wait after so many failures (from 1), from a table of minutes.
pub(super) fn back_off(minutes: &[i64], failures: i32) -> Duration {
    let step = usize::try_from(failures.saturating_sub(1)).unwrap_or_default();
    Duration::minutes(minutes[step.min(minutes.len() - 1)])
}
