//! Requests for a new password, kept until a job has answered them. The request itself must not tell whether there is an
//! account, neither in words nor in time; so nothing is looked up before.

use super::links::{self, Purpose};
use super::{mails, store};
use crate::app::App;
use crate::audit;
use crate::db::{Conn, in_transaction};
use crate::error::Error;
use crate::jobs::{self, Done};
use crate::schema::password_requests;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// How many requests for one address are kept in an hour; more are passed over in silence.
const PER_HOUR: i64 = 3;
const HOUR: TimeDelta = TimeDelta::hours(1);

/// Keeps a request, unless this address has had its share.
pub fn record(conn: &mut Conn, email: &str, now: NaiveDateTime) -> QueryResult<()> {
    let lately = password_requests::table
        .filter(password_requests::email.eq(email))
        .filter(password_requests::requested_at.gt(now - HOUR))
        .count()
        .get_result::<i64>(conn)?;
    if lately < PER_HOUR {
        diesel::insert_into(password_requests::table)
            .values((password_requests::email.eq(email), password_requests::requested_at.eq(now)))
            .execute(conn)?;
    }
    Ok(())
}

/// The requests that wait for an answer, in order.
pub fn waiting(conn: &mut Conn) -> QueryResult<Vec<i64>> {
    let open = password_requests::table.filter(password_requests::answered_at.is_null());
    open.order(password_requests::id).select(password_requests::id).load(conn)
}

/// A job: one that fails waits for the next round.
pub fn answer_all(app: &App) -> Result<Done, Error> {
    let waiting = waiting(&mut *app.db.writer()?)?;
    let done = jobs::each(app, waiting, |conn, id| answer(conn, app, *id));
    app.mail.notify_one();
    Ok(done)
}

/// Sends a link if there is an account that can use it. Compare and set: another server may have been quicker.
fn answer(conn: &mut Conn, app: &App, id: i64) -> Result<bool, Error> {
    let now = app.now();
    let claimed: Option<String> = diesel::update(password_requests::table.find(id).filter(password_requests::answered_at.is_null()))
        .set(password_requests::answered_at.eq(now))
        .returning(password_requests::email)
        .get_result(conn)
        .optional()?;
    let Some(email) = claimed else { return Ok(false) };
    let Some(account) = store::credentials(conn, &email, app.today())? else { return Ok(true) };
    // Who has no password yet has an invitation, which has an end of its own.
    if account.password_hash.is_empty() {
        return Ok(true);
    }
    let link = links::issue(conn, account.staff_id, Purpose::Password, None, now)?;
    mails::password(conn, app, account.staff_id, &link)?;
    audit::record(conn, now, None, None, "send_password_link", "staff", account.staff_id)?;
    Ok(true)
}

/// A job: after an hour a request counts for nothing, and strangers' addresses needn't stay.
pub fn forget_old(app: &App) -> Result<Done, Error> {
    let before = app.now() - HOUR;
    let mut conn = app.db.writer()?;
    in_transaction(&mut conn, |conn| -> Result<Done, Error> {
        let old = password_requests::table.filter(password_requests::requested_at.le(before));
        Ok(Done::of(diesel::delete(old).execute(conn)?))
    })
}
