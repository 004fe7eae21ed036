//! The mails as the mail page shows them.

use super::outbox::State;
use crate::db::Conn;
use crate::schema::mails;
use crate::web::paging::{self, Cursor, PAGE_SIZE, Slice};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// Counted no further than this: the page says "more than".
pub const COUNT_LIMIT: i64 = 1_000;

#[derive(Debug, Queryable, Serialize)]
pub struct Row {
    pub id: i64,
    pub recipient_name: String,
    pub recipient_address: String,
    pub subject: String,
    pub state: String,
    pub attempts: i32,
    pub next_attempt_at: NaiveDateTime,
    pub last_reply: String,
    pub created_at: NaiveDateTime,
    pub sent_at: Option<NaiveDateTime>,
    /// Its words held a token and are erased once it is sent or refused: it can't go again.
    pub secret_until: Option<NaiveDateTime>,
}

/// A mail without its body, and what an administrator of a mail server asks for.
#[derive(Debug, Serialize)]
pub struct Details {
    #[serde(flatten)]
    pub row: Row,
    pub message_id: String,
    pub reply_to: String,
    pub callback_id: Option<i64>,
}

/// One page of the mails in this state, those latest due first; the index `mails_state_next` serves it at any size.
pub fn page(conn: &mut Conn, state: State, cursor: Option<&Cursor>) -> QueryResult<Slice<Row>> {
    let mut query = mails::table.filter(mails::state.eq(state.code())).into_boxed();
    if let Some((due, id)) = cursor.and_then(|cursor| Some((cursor.instant()?, cursor.id))) {
        let beyond = mails::next_attempt_at.lt(due).or(mails::id.lt(id));
        query = query.filter(mails::next_attempt_at.le(due).and(beyond));
    }
    let rows = query.order((mails::next_attempt_at.desc(), mails::id.desc())).limit(PAGE_SIZE as i64 + 1).select(ROW).load(conn)?;
    Ok(paging::slice(rows, |row: &Row| Cursor { key: row.next_attempt_at.format("%FT%T").to_string(), id: row.id }))
}

/// How many mails are in this state, up to one more than `COUNT_LIMIT`.
pub fn count(conn: &mut Conn, state: State) -> QueryResult<i64> {
    let ids: Vec<i64> = mails::table.filter(mails::state.eq(state.code())).limit(COUNT_LIMIT + 1).select(mails::id).load(conn)?;
    Ok(ids.len() as i64)
}

pub fn details(conn: &mut Conn, id: i64) -> QueryResult<Option<Details>> {
    let found: Option<(Row, String, String, Option<i64>)> =
        mails::table.find(id).select((ROW, mails::message_id, mails::reply_to, mails::callback_id)).first(conn).optional()?;
    Ok(found.map(|(row, message_id, reply_to, callback_id)| Details { row, message_id, reply_to, callback_id }))
}

/// The latest mail of this kind.
pub fn latest(conn: &mut Conn, kind: &str) -> QueryResult<Option<Row>> {
    mails::table.filter(mails::kind.eq(kind)).order(mails::id.desc()).select(ROW).first(conn).optional()
}

/// A mail server has taken a mail: only a server answers, a folder doesn't.
pub fn server_took_one(conn: &mut Conn) -> QueryResult<bool> {
    let taken = mails::table.filter(mails::state.eq(State::Sent.code()).and(mails::last_reply.ne("")));
    diesel::select(diesel::dsl::exists(taken)).get_result(conn)
}

/// The plain text of a mail.
pub fn body(conn: &mut Conn, id: i64) -> QueryResult<String> {
    mails::table.find(id).select(mails::body_text).first(conn)
}

type RowColumns = (
    mails::id,
    mails::recipient_name,
    mails::recipient_address,
    mails::subject,
    mails::state,
    mails::attempts,
    mails::next_attempt_at,
    mails::last_reply,
    mails::created_at,
    mails::sent_at,
    mails::secret_until,
);

const ROW: RowColumns = (
    mails::id,
    mails::recipient_name,
    mails::recipient_address,
    mails::subject,
    mails::state,
    mails::attempts,
    mails::next_attempt_at,
    mails::last_reply,
    mails::created_at,
    mails::sent_at,
    mails::secret_until,
);
