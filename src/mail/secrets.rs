//! Mails whose words hold a token. The words are erased when the mail is sent, refused or too late: whoever reads the
//! database later must not find a link that still opens something. In the demo, where mails are read in the product, they stay.

use super::outbox::{self, NewMail, State};
use crate::app::App;
use crate::db::{Conn, in_transaction};
use crate::error::Error;
use crate::jobs::Done;
use crate::schema::mails;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// Puts a mail into the outbox like `outbox::put`; it is of no use from `until` on.
///
/// # Errors
/// Those of `outbox::put`.
pub fn put<V: Serialize>(conn: &mut Conn, app: &App, new: &NewMail<V>, until: NaiveDateTime, now: NaiveDateTime) -> Result<i64, Error> {
    let id = outbox::put(conn, app, new, now)?;
    if !app.config.demo {
        diesel::update(mails::table.find(id)).set(mails::secret_until.eq(until)).execute(conn)?;
    }
    Ok(id)
}

/// Erases the words of one mail if they are secret; the mail has been sent or refused.
pub(super) fn erase(conn: &mut Conn, mail_id: i64) -> QueryResult<()> {
    diesel::update(mails::table.find(mail_id).filter(mails::secret_until.is_not_null()))
        .set((mails::body_text.eq(""), mails::body_html.eq("")))
        .execute(conn)?;
    Ok(())
}

/// A job: what could not be sent in time is given up and erased. Mails that a worker holds are left to it.
pub fn give_up_expired(app: &App) -> Result<Done, Error> {
    let now = app.now();
    let mut conn = app.db.writer()?;
    in_transaction(&mut conn, |conn| -> Result<Done, Error> {
        let late = mails::table
            .filter(mails::state.eq(State::Waiting.code()))
            .filter(mails::secret_until.is_not_null().and(mails::secret_until.assume_not_null().le(now)))
            .filter(outbox::is_free(now));
        let given_up =
            (mails::state.eq(State::Failed.code()), mails::body_text.eq(""), mails::body_html.eq(""), mails::last_reply.eq(TOO_LATE));
        Ok(Done::of(diesel::update(late).set(given_up).execute(conn)?))
    })
}

/// Stands where a server's reply would, for an administrator.
const TOO_LATE: &str = "not sent in time: the link in it has expired";
