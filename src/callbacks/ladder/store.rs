//! Rows of climbed steps, and where a call-back stands on the ladder.

use super::rules::{self, Next, Step, Told};
use crate::callbacks::rules::Move;
use crate::callbacks::store::Callback;
use crate::callbacks::{AttemptResult, State};
use crate::db::{AmongMethods, Condition, Conn};
use crate::schema::{callback_attempts, callback_moves, callback_steps, callbacks};
use chrono::NaiveDateTime;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// Call-backs whose next step is due, the one that is due longest first; and open ones that have not got their first step
/// yet, as those of a former version. Each of the two has an index of its own.
pub fn due(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let mut due: Vec<i64> =
        callbacks::table.filter(has_come(now)).order((callbacks::next_step_at, callbacks::id)).select(callbacks::id).load(conn)?;
    due.extend(callbacks::table.filter(is_unset()).order(callbacks::id).select(callbacks::id).load::<i64>(conn)?);
    Ok(due)
}

/// When the next step of all is due, if any is.
pub fn next_due(conn: &mut Conn) -> QueryResult<Option<NaiveDateTime>> {
    callbacks::table.select(diesel::dsl::min(callbacks::next_step_at)).first(conn)
}

/// Keeps a due call-back as it is until the transaction ends; none if another was quicker.
pub fn hold_due(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<Option<Callback>> {
    let held = diesel::update(callbacks::table.filter(callbacks::id.eq(id)).filter(has_come(now).or(is_unset())))
        .set(callbacks::round.eq(callbacks::round))
        .execute(conn)?;
    if held == 1 { crate::callbacks::store::find(conn, id).map(Some) } else { Ok(None) }
}

fn has_come(now: NaiveDateTime) -> Condition<callbacks::table> {
    Box::new(callbacks::next_step_at.is_not_null().and(callbacks::next_step_at.assume_not_null().le(now)))
}

fn is_unset() -> Condition<callbacks::table> {
    let climbed =
        callback_steps::table.filter(callback_steps::callback_id.eq(callbacks::id).and(callback_steps::round.eq(callbacks::round)));
    let open = callbacks::state.among([State::New.code(), State::Taken.code()]);
    Box::new(open.and(callbacks::next_step_at.is_null()).and(not(exists(climbed))))
}

/// Writes where it stands on the ladder.
pub fn write(conn: &mut Conn, callback: &Callback) -> QueryResult<()> {
    diesel::update(callbacks::table.find(callback.id))
        .set((
            callbacks::round.eq(callback.round),
            callbacks::next_step.eq(&callback.next_step),
            callbacks::next_step_at.eq(callback.next_step_at),
            callbacks::late.eq(callback.late),
        ))
        .execute(conn)?;
    Ok(())
}

/// Keeps that a step was climbed in the present round; the database refuses a second time.
pub fn record(conn: &mut Conn, callback: &Callback, climbed: Next, told: Told, now: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(callback_steps::table)
        .values((
            callback_steps::callback_id.eq(callback.id),
            callback_steps::round.eq(callback.round),
            callback_steps::step.eq(climbed.step.code()),
            callback_steps::due_at.eq(climbed.at),
            callback_steps::recorded_at.eq(now),
            callback_steps::told.eq(told.code()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The steps of the present round.
pub fn climbed(conn: &mut Conn, callback: &Callback) -> QueryResult<Vec<Step>> {
    let codes: Vec<String> = callback_steps::table
        .filter(callback_steps::callback_id.eq(callback.id).and(callback_steps::round.eq(callback.round)))
        .select(callback_steps::step)
        .load(conn)?;
    Ok(codes.iter().filter_map(|code| Step::from_code(code)).collect())
}

/// When the holder's clock began; in a queue, when it was logged.
pub fn held_since(conn: &mut Conn, callback: &Callback) -> QueryResult<NaiveDateTime> {
    let taken_at: Option<NaiveDateTime> = callback_moves::table
        .filter(callback_moves::callback_id.eq(callback.id).and(callback_moves::kind.eq(Move::Claim.code())))
        .order(callback_moves::id.desc())
        .select(callback_moves::moved_at)
        .first(conn)
        .optional()?;
    let last_attempt = callback_attempts::table
        .filter(callback_attempts::callback_id.eq(callback.id))
        .order(callback_attempts::id.desc())
        .select((callback_attempts::attempted_at, callback_attempts::call_again_at))
        .first(conn)
        .optional()?;
    let taken_at = taken_at.unwrap_or(callback.created_at);
    Ok(rules::held_since(taken_at, last_attempt.filter(|(at, _)| *at >= taken_at)))
}

/// What came of the attempts since it was opened the last time, the newest last.
pub fn attempts_since_reopening(conn: &mut Conn, id: i64) -> QueryResult<Vec<AttemptResult>> {
    let reopened_at: Option<NaiveDateTime> = callback_moves::table
        .filter(callback_moves::callback_id.eq(id).and(callback_moves::kind.eq(Move::Reopen.code())))
        .order(callback_moves::id.desc())
        .select(callback_moves::moved_at)
        .first(conn)
        .optional()?;
    let mut attempts = callback_attempts::table.filter(callback_attempts::callback_id.eq(id)).into_boxed();
    if let Some(reopened_at) = reopened_at {
        attempts = attempts.filter(callback_attempts::attempted_at.ge(reopened_at));
    }
    let codes: Vec<String> = attempts.order(callback_attempts::id).select(callback_attempts::result).load(conn)?;
    Ok(codes.iter().filter_map(|code| AttemptResult::from_code(code)).collect())
}
