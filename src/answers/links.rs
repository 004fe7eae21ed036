//! Rows of answer links. The token goes out once, in the mail; here only its digest is kept.

use crate::callbacks::State;
use crate::codes::codes;
use crate::db::{Condition, Conn};
use crate::schema::{answer_links, callbacks, organisations, teams};
use crate::web::token;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use diesel::dsl::exists;
use diesel::prelude::*;

/// How long a link works, if the call-back stays with its team that long. The ladder takes back what is silent much earlier;
/// this is for mails found again later.
pub const LIFETIME: TimeDelta = TimeDelta::days(30);

codes! {
    /// What a link asks about.
    pub Purpose {
        /// What becomes of a call-back.
        Callback = "callback",
    }
}

/// A link about to be mailed: the only moment that its token is known.
pub struct Issued {
    pub token: String,
    pub expires_at: NaiveDateTime,
}

/// Whether a link takes an answer, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Live,
    /// This one or another of the same question.
    Answered,
    Expired,
    /// The call-back has left the team, or the team has ended or has no access any more.
    Withdrawn,
}

/// A link and what it asks about.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub callback_id: i64,
    pub team_id: i64,
    pub standing: Standing,
}

/// Makes a link by which a team answers about a call-back. Older ones go on working.
pub fn issue(conn: &mut Conn, callback_id: i64, team_id: i64, now: NaiveDateTime) -> QueryResult<Issued> {
    let issued = Issued { token: token::random(), expires_at: now + LIFETIME };
    diesel::insert_into(answer_links::table)
        .values((
            answer_links::token_hash.eq(token::digest(&issued.token)),
            answer_links::purpose.eq(Purpose::Callback.code()),
            answer_links::callback_id.eq(callback_id),
            answer_links::team_id.eq(team_id),
            answer_links::created_at.eq(now),
            answer_links::expires_at.eq(issued.expires_at),
        ))
        .execute(conn)?;
    Ok(issued)
}

/// None if no such link was ever sent.
pub fn find(conn: &mut Conn, token: &str, now: NaiveDateTime) -> QueryResult<Option<Link>> {
    type Times = (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>);
    type Access = (Option<NaiveDate>, Option<NaiveDate>);
    let row: Option<(Option<i64>, i64, Times, Access)> = answer_links::table
        .inner_join(teams::table.inner_join(organisations::table))
        .filter(answer_links::token_hash.eq(token::digest(token)))
        .filter(answer_links::purpose.eq(Purpose::Callback.code()))
        .select((
            answer_links::callback_id,
            answer_links::team_id,
            (answer_links::expires_at, answer_links::answered_at, answer_links::withdrawn_at),
            (teams::ended_on, organisations::ends_on),
        ))
        .first(conn)
        .optional()?;
    let Some((Some(callback_id), team_id, times, (team_ended, access_ends))) = row else { return Ok(None) };
    let today = crate::i18n::helsinki(now).date_naive();
    let has_access = team_ended.is_none() && access_ends.is_none_or(|last| last >= today);
    // Links are closed when it leaves; an open one shows nothing of what somebody else has all the same.
    let waiting = callbacks::table.find(callback_id).filter(callbacks::team_id.eq(team_id)).filter(callbacks::state.eq(State::New.code()));
    let waits: bool = diesel::select(exists(waiting)).get_result(conn)?;
    let standing = match times {
        (_, Some(_), _) => Standing::Answered,
        (_, _, Some(_)) => Standing::Withdrawn,
        (expires_at, ..) if expires_at <= now => Standing::Expired,
        _ if !has_access || !waits => Standing::Withdrawn,
        _ => Standing::Live,
    };
    Ok(Some(Link { callback_id, team_id, standing }))
}

/// When the latest link of a question that stands open was sent.
pub fn sent_at(conn: &mut Conn, callback_id: i64) -> QueryResult<Option<NaiveDateTime>> {
    answer_links::table.filter(open(callback_id)).select(diesel::dsl::max(answer_links::created_at)).first(conn)
}

/// The call-back has left its team's queue: its links take no answer any more. `answered` says that a link did it.
pub fn close(conn: &mut Conn, callback_id: i64, answered: bool, now: NaiveDateTime) -> QueryResult<()> {
    let closed = (answered.then_some(now), (!answered).then_some(now));
    diesel::update(answer_links::table.filter(open(callback_id)))
        .set((answer_links::answered_at.eq(closed.0), answer_links::withdrawn_at.eq(closed.1)))
        .execute(conn)?;
    Ok(())
}

/// The team does not answer from the address that they went to any more.
pub fn withdraw_of_team(conn: &mut Conn, team_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    let out = answer_links::table.filter(is_out()).filter(answer_links::team_id.eq(team_id));
    diesel::update(out).set(answer_links::withdrawn_at.eq(now)).execute(conn)?;
    Ok(())
}

fn open(callback_id: i64) -> Condition<answer_links::table> {
    Box::new(answer_links::callback_id.assume_not_null().eq(callback_id).and(is_out()))
}

fn is_out() -> Condition<answer_links::table> {
    Box::new(answer_links::answered_at.is_null().and(answer_links::withdrawn_at.is_null()))
}
