//! The ladder: what happens by itself with a call-back that doesn't move. Each step is a row that is written once.
//!
//! The next step and its moment stand on the call-back, written with every change (`begin`), so that the job (`climb`) asks
//! for what is due and nothing else. A round is a stay in one queue or with one person, or what follows an attempt there:
//! within it each step is climbed once.

mod climb;
pub mod rules;
mod shown;
pub mod store;
mod tell;

pub use climb::{climb, run};
pub use shown::{Climbed, Shown, climbed, shown};

use super::State;
use super::form::Attempt;
use super::store::Callback;
use crate::db::Conn;
use crate::{answers, organisations, reminders, settings};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use rules::{Next, Step, Told};

/// The row after a change begins a new round: it gets its next step. `held_since` is when the holder's clock begins.
pub fn begin(conn: &mut Conn, after: &mut Callback, held_since: NaiveDateTime, now: NaiveDateTime) -> QueryResult<()> {
    after.round += 1;
    after.late = after.state() == State::New && after.due_at <= now;
    let next = next(conn, after, held_since, &[])?;
    set_next(after, next);
    Ok(())
}

/// A call-back was logged, or its team answers in another way from now on: a round begins.
pub fn enter(conn: &mut Conn, callback: &mut Callback, now: NaiveDateTime) -> QueryResult<()> {
    begin(conn, callback, now, now)?;
    store::write(conn, callback)
}

/// The holder has tried: the clock begins again from now, or from the call that was agreed upon; that one is reminded of.
/// After so many attempts without an answer the holder is offered to give up.
pub fn attempted(conn: &mut Conn, callback: &mut Callback, attempt: &Attempt, now: NaiveDateTime) -> QueryResult<()> {
    begin(conn, callback, rules::held_since(now, Some((now, attempt.call_again_at))), now)?;
    store::write(conn, callback)?;
    if offers_to_give_up(conn, callback.id)? {
        let offered = Next { step: Step::UnansweredAttempts, at: now };
        store::record(conn, callback, offered, Told::Shown, now)?;
    }
    reminders::store::cancel(conn, reminders::Item::Callback(callback.id), now)?;
    if let Some(at) = attempt.call_again_at.filter(|at| *at > now) {
        reminders::store::add(conn, reminders::Item::Callback(callback.id), at, reminders::store::Wish::Due, now)?;
    }
    Ok(())
}

/// The employer was tried so often in a row without an answer that the holder may end it as not reached.
pub fn offers_to_give_up(conn: &mut Conn, id: i64) -> QueryResult<bool> {
    let enough = settings::load(conn)?.ladder.unanswered_attempts.max(1) as usize;
    Ok(rules::unanswered(&store::attempts_since_reopening(conn, id)?) >= enough)
}

/// The first step of the round that is not climbed yet.
fn next(conn: &mut Conn, callback: &Callback, held_since: NaiveDateTime, climbed: &[Step]) -> QueryResult<Option<Next>> {
    if callback.state() == State::Closed {
        return Ok(None);
    }
    let standing = rules::Standing {
        state: callback.state(),
        by_mail: answers::mails::is_by_mail(conn, callback.team_id)?,
        due_at: callback.due_at,
        response_minutes: callback.response_minutes,
        held_since,
    };
    let hours = organisations::store::office_hours(conn, callback.team_id)?;
    Ok(rules::next(&standing, climbed, &settings::load(conn)?.ladder, &hours))
}

fn set_next(callback: &mut Callback, next: Option<Next>) {
    callback.next_step = next.map(|next| next.step.code().to_owned());
    callback.next_step_at = next.map(|next| next.at);
}
