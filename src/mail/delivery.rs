//! Which mail goes next, and what became of it.
//!
//! A mail is claimed by compare-and-set and held under a lease, so that two workers never send the same one at once. The
//! lease outlives the longest conversation: when it has run out, its holder is gone without a recorded answer, and the
//! mail goes again under the same Message-ID.

use super::message::{Mailbox, Message};
use super::outbox::{State, is_free};
use super::{health, secrets};
use crate::db::{Condition, Conn};
use crate::i18n::{self, Lang};
use crate::schema::mails;
use crate::settings;
use crate::web::token;
use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

/// Minutes until a mail is tried again, by the attempts it has had; the last one stays.
const BACK_OFF: [i64; 7] = [1, 2, 5, 15, 30, 60, 120];

/// A mail that is ours to send until the lease ends.
pub struct Claimed {
    pub id: i64,
    row: Row,
    lease_token: String,
}

#[derive(Queryable)]
struct Row {
    message_id: String,
    recipient_name: String,
    recipient_address: String,
    reply_to: String,
    language: String,
    subject: String,
    body_text: String,
    body_html: String,
    attempts: i32,
    created_at: NaiveDateTime,
}

/// How the attempt ended. The replies are words for an administrator.
#[derive(Debug)]
pub enum Outcome {
    /// The server took it.
    Taken { reply: String },
    /// The server, or the line to it, did not take it now. `server_listens`: it let us in as sender.
    NotNow { reply: String, server_listens: bool },
    /// The server refused this mail for good.
    Refused { reply: String },
    /// It can't be put together, and no server was asked.
    Unsendable { reply: String },
    /// No mail would be taken.
    ServerTrouble { reply: String },
}

/// What that means for the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    Sent,
    Delayed,
    Failed,
    /// It waits with all the others, untouched.
    Held,
}

/// Takes the mail that has been due longest, unless the outbox waits for its server. `lease`: see the top of this file.
pub fn claim(conn: &mut Conn, now: NaiveDateTime, lease: Duration) -> QueryResult<Option<Claimed>> {
    let until = now + lease;
    let window_is_open = settings::load(conn)?.sending.is_open(now);
    let mut our_turn = false;
    while let Some(id) = next_due(conn, now, window_is_open)? {
        our_turn = our_turn || health::take_turn(conn, now, until)?;
        if !our_turn {
            return Ok(None);
        }
        let lease_token = token::random();
        let won = diesel::update(mails::table.find(id).filter(is_due(now, window_is_open)))
            .set((mails::lease_token.eq(&lease_token), mails::lease_until.eq(until), mails::attempts.eq(mails::attempts + 1)))
            .execute(conn)?;
        if won == 1 {
            return Ok(Some(Claimed { id, row: load(conn, id)?, lease_token }));
        }
    }
    Ok(None)
}

fn next_due(conn: &mut Conn, now: NaiveDateTime, window_is_open: bool) -> QueryResult<Option<i64>> {
    mails::table.filter(is_due(now, window_is_open)).order((mails::next_attempt_at, mails::id)).select(mails::id).first(conn).optional()
}

fn is_due(now: NaiveDateTime, window_is_open: bool) -> Condition<mails::table> {
    let useful = mails::secret_until.is_null().or(mails::secret_until.assume_not_null().gt(now));
    let may_leave = mails::windowed.eq(false).or(mails::windowed.eq(window_is_open));
    Box::new(mails::state.eq(State::Waiting.code()).and(mails::next_attempt_at.le(now)).and(is_free(now)).and(useful).and(may_leave))
}

fn load(conn: &mut Conn, id: i64) -> QueryResult<Row> {
    mails::table
        .find(id)
        .select((
            mails::message_id,
            mails::recipient_name,
            mails::recipient_address,
            mails::reply_to,
            mails::language,
            mails::subject,
            mails::body_text,
            mails::body_html,
            mails::attempts,
            mails::created_at,
        ))
        .first(conn)
}

impl Claimed {
    /// The same bytes each time it goes: its date is that of the deed.
    pub fn message(&self, from: &str) -> Message {
        let row = &self.row;
        let lang = Lang::from_code(&row.language).unwrap_or_default();
        let mailbox = |name: &str, address: &str| Mailbox { name: name.to_owned(), address: address.to_owned() };
        Message {
            message_id: row.message_id.clone(),
            from: mailbox(&i18n::text(lang, "parts-product"), from),
            to: mailbox(&row.recipient_name, &row.recipient_address),
            reply_to: Some(mailbox("", &row.reply_to)).filter(|reply_to| !reply_to.address.is_empty()),
            subject: row.subject.clone(),
            text: row.body_text.clone(),
            html: row.body_html.clone(),
            language: row.language.clone(),
            date: row.created_at.and_utc(),
        }
    }
}

/// Records the outcome, of the mail and of the server.
pub fn record(conn: &mut Conn, mail: &Claimed, outcome: &Outcome, now: NaiveDateTime) -> QueryResult<Became> {
    let (became, reply) = judge(conn, outcome, now)?;
    let ours = release(conn, mail)?;
    let row = mails::table.find(mail.id);
    match became {
        // The server's yes counts whoever holds the lease by now.
        Became::Sent => diesel::update(row)
            .set((mails::state.eq(State::Sent.code()), mails::sent_at.eq(now), mails::last_reply.eq(reply)))
            .execute(conn)?,
        _ if !ours => 0,
        Became::Failed => diesel::update(row).set((mails::state.eq(State::Failed.code()), mails::last_reply.eq(reply))).execute(conn)?,
        Became::Delayed => {
            let next = now + health::back_off(&BACK_OFF, mail.row.attempts);
            diesel::update(row).set((mails::next_attempt_at.eq(next), mails::last_reply.eq(reply))).execute(conn)?
        }
        // The attempt does not count.
        Became::Held => diesel::update(row).set(mails::attempts.eq(mails::attempts - 1)).execute(conn)?,
    };
    if became == Became::Sent || (became == Became::Failed && ours) {
        secrets::erase(conn, mail.id)?;
    }
    Ok(became)
}

/// Notes what the outcome says about the server; gives what it means for the mail, and the reply.
fn judge<'a>(conn: &mut Conn, outcome: &'a Outcome, now: NaiveDateTime) -> QueryResult<(Became, &'a str)> {
    Ok(match outcome {
        Outcome::Taken { reply } => {
            health::end_trouble(conn)?;
            (Became::Sent, reply)
        }
        Outcome::Refused { reply } => {
            health::end_trouble(conn)?;
            (Became::Failed, reply)
        }
        Outcome::Unsendable { reply } => {
            health::try_now(conn, now)?;
            (Became::Failed, reply)
        }
        Outcome::NotNow { reply, server_listens: true } => {
            health::end_trouble(conn)?;
            (Became::Delayed, reply)
        }
        Outcome::NotNow { reply, .. } if health::trouble(conn)?.is_none() => (Became::Delayed, reply),
        // While the server refuses us, a line that breaks before it lets us in is the same trouble, not the mail's.
        Outcome::NotNow { reply, .. } | Outcome::ServerTrouble { reply } => {
            health::note_trouble(conn, reply, now)?;
            (Became::Held, reply)
        }
    })
}

/// Gives the lease back; false when it had run out and another has the mail now.
fn release(conn: &mut Conn, mail: &Claimed) -> QueryResult<bool> {
    let ours = mails::table.find(mail.id).filter(mails::lease_token.eq(&mail.lease_token));
    let released =
        diesel::update(ours).set((mails::lease_token.eq(None::<String>), mails::lease_until.eq(None::<NaiveDateTime>))).execute(conn)?;
    Ok(released == 1)
}
