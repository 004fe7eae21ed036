//! The one function that changes a call-back's state. It writes the row, the move, the timeline event, the audit entry and
//! the mails in the caller's transaction, and fails with a conflict when someone else was quicker.

use super::rules::{self, Move, Relation};
use super::store::{self, Callback};
use super::{Outcome, Reason, State, ladder, mails, receiver, record, visibility};
use crate::app::App;
use crate::db::{Condition, Conn};
use crate::error::Error;
use crate::schema::{callbacks, memberships, team_members, teams};
use crate::web::Viewer;
use crate::{answers, organisations, reminders, staff};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// It was handed over before: the next time needs a sentence why.
pub const NO_REASON: &str = "error-callback-handover-why";

/// What is to be done.
#[derive(Clone, Debug)]
pub enum Deed {
    Claim,
    HandOver(HandOver),
    Release,
    /// `referred_to` names the outside body of the outcome `referred`.
    Close {
        outcome: Outcome,
        referred_to: String,
    },
    Cancel,
    Reopen,
    /// Its holder can't have it any more: the account was closed, a membership or team was left, or the holder is away.
    HolderLeft,
    /// Its holder noted no attempt in time.
    Expire,
    /// A partner by mail takes care of it.
    Acknowledge,
    /// A partner by mail tells how it ended.
    Answer {
        outcome: Outcome,
    },
    /// A partner by mail gives it back.
    Decline {
        to_team_id: i64,
        note: String,
    },
}

/// Where to and why.
#[derive(Clone, Debug)]
pub struct HandOver {
    pub to_team_id: i64,
    pub reason: Reason,
    pub note: String,
}

impl Deed {
    pub fn kind(&self) -> Move {
        match self {
            Self::Claim => Move::Claim,
            Self::HandOver(_) | Self::Decline { .. } => Move::HandOver,
            Self::Release => Move::Release,
            Self::Close { .. } => Move::Close,
            Self::Cancel => Move::Cancel,
            Self::Reopen => Move::Reopen,
            Self::HolderLeft => Move::HolderLeft,
            Self::Expire => Move::Expire,
            Self::Acknowledge => Move::Acknowledge,
            Self::Answer { .. } => Move::Answer,
        }
    }

    /// The team that has it did it by an answer link: nobody's account, but that team's organisation.
    pub fn is_by_partner(&self) -> bool {
        matches!(self, Self::Acknowledge | Self::Answer { .. } | Self::Decline { .. })
    }
}

/// A person makes a move. Not visible is not found; visible but not theirs is forbidden; too late is a conflict.
pub fn make(conn: &mut Conn, app: &App, viewer: &Viewer, id: i64, deed: &Deed) -> Result<(), Error> {
    let before = store::find_visible(conn, viewer, id)?;
    check(viewer, &before, deed.kind())?;
    if matches!(deed, Deed::Claim) && !staff::memberships::hold_worker(conn, viewer.staff_id, viewer.organisation_id)? {
        return Err(Error::Forbidden);
    }
    carry_out(conn, app, Some(viewer), &before, deed).map(drop)
}

/// A partner by mail makes a move; `partner` says which and that it is theirs.
pub(super) fn answer(conn: &mut Conn, app: &App, before: &Callback, deed: &Deed) -> Result<(), Error> {
    carry_out(conn, app, None, before, deed).map(drop)
}

/// The move fits the state (else a conflict) and is this viewer's to make (else forbidden).
pub fn check(viewer: &Viewer, callback: &Callback, made: Move) -> Result<(), Error> {
    if rules::target(callback.state(), made).is_none() {
        return Err(Error::Conflict("error-callback-moved"));
    }
    if rules::allowed(visibility::relation(viewer, callback), made) { Ok(()) } else { Err(Error::Forbidden) }
}

/// May this viewer make the move now? For the buttons.
pub fn possible(relation: Relation, state: State, made: Move) -> bool {
    rules::target(state, made).is_some() && rules::allowed(relation, made)
}

/// A person leaves, or is away: what they hold for this organisation, or for all, goes back to the queue, and the teams are told.
pub fn release_all_of(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: Option<i64>) -> Result<usize, Error> {
    release_each(conn, app, held_for(staff_id, organisation_id))
}

/// Gives back what a person holds of one team, or as its backup: the person leaves it. What is of another team of theirs stays.
pub fn release_of_team(conn: &mut Conn, app: &App, staff_id: i64, team_id: i64) -> Result<usize, Error> {
    let others = team_members::table.filter(team_members::staff_id.eq(staff_id).and(team_members::team_id.ne(team_id)));
    let backs_up = callbacks::backup_team_id.is_not_null().and(callbacks::backup_team_id.assume_not_null().eq(team_id));
    let as_backup = backs_up.and(callbacks::team_id.ne_all(others.select(team_members::team_id)));
    let theirs = held_by(staff_id).and(callbacks::team_id.eq(team_id).or(as_backup));
    release_each(conn, app, Box::new(theirs))
}

/// What a person has taken for an organisation, or for any: all that is not of a team of another organisation that the person
/// acts for. So it covers what was taken as the backup or as the coordinator, from whatever team.
pub fn held_for(staff_id: i64, organisation_id: Option<i64>) -> Condition<callbacks::table> {
    let Some(organisation_id) = organisation_id else { return held_by(staff_id) };
    let elsewhere = memberships::table.filter(memberships::staff_id.eq(staff_id).and(memberships::organisation_id.ne(organisation_id)));
    let of_others = teams::table.filter(teams::organisation_id.eq_any(elsewhere.select(memberships::organisation_id)));
    Box::new(held_by(staff_id).and(callbacks::team_id.ne_all(of_others.select(teams::id))))
}

fn held_by(staff_id: i64) -> Condition<callbacks::table> {
    let taken = callbacks::state.eq(State::Taken.code());
    Box::new(taken.and(callbacks::holder_id.is_not_null()).and(callbacks::holder_id.assume_not_null().eq(staff_id)))
}

fn release_each(conn: &mut Conn, app: &App, which: Condition<callbacks::table>) -> Result<usize, Error> {
    let held: Vec<Callback> = callbacks::table.filter(which).order(callbacks::id).select(Callback::as_select()).load(conn)?;
    for callback in &held {
        carry_out(conn, app, None, callback, &Deed::HolderLeft)?;
    }
    Ok(held.len())
}

/// The ladder gives it back to its queue, with a new due time. Gives the row as it is then.
pub(super) fn expire(conn: &mut Conn, app: &App, callback: &Callback) -> Result<Callback, Error> {
    carry_out(conn, app, None, callback, &Deed::Expire)
}

fn carry_out(conn: &mut Conn, app: &App, actor: Option<&Viewer>, before: &Callback, deed: &Deed) -> Result<Callback, Error> {
    let now = app.now();
    let kind = deed.kind();
    let state = rules::target(before.state(), kind).ok_or(Error::Conflict("error-callback-moved"))?;
    let mut after = Callback { state: state.code().to_owned(), ..apply(conn, actor, before, deed, now)? };
    ladder::begin(conn, &mut after, now, now)?;
    write(conn, before, &after)?;
    if after.state() != State::New || after.team_id != before.team_id {
        answers::links::close(conn, before.id, deed.is_by_partner(), now)?;
    }
    reminders::store::cancel(conn, reminders::Item::Callback(after.id), now)?;
    record::deed(conn, actor, before, &after, deed, now)?;
    mails::tell(conn, app, actor, before, &after, deed)?;
    Ok(after)
}

/// The row after the deed.
fn apply(conn: &mut Conn, actor: Option<&Viewer>, before: &Callback, deed: &Deed, now: NaiveDateTime) -> Result<Callback, Error> {
    let mut after = before.clone();
    match deed {
        Deed::Claim => after.holder_id = actor.map(|viewer| viewer.staff_id),
        Deed::HandOver(HandOver { note, .. }) if before.handover_count > 0 && note.is_empty() => return Err(Error::Conflict(NO_REASON)),
        Deed::HandOver(HandOver { to_team_id, .. }) | Deed::Decline { to_team_id, .. } => {
            if *to_team_id == before.team_id {
                return Err(Error::Conflict("error-callback-same-team"));
            }
            let today = crate::i18n::helsinki(now).date_naive();
            if organisations::store::live_teams(conn, today)?.iter().all(|team| team.0 != *to_team_id) {
                return Err(Error::Conflict("error-choose"));
            }
            after.holder_id = None;
            after.team_id = *to_team_id;
            after.backup_team_id = receiver::backup(conn, before, *to_team_id, now)?;
            after.handover_count += 1;
            after.counted_from = now;
            after.due_at = receiver::due(conn, *to_team_id, before.response_minutes, before.reachable(), now)?;
        }
        // Their response time begins anew: the next they tell is how it ended.
        Deed::Acknowledge => {
            after.counted_from = now;
            after.due_at = receiver::due(conn, before.team_id, before.response_minutes, before.reachable(), now)?;
        }
        Deed::Answer { outcome } => {
            after.outcome = Some(outcome.code().to_owned());
            after.closed_at = Some(now);
        }
        // The queue has its full response time again: it could not answer for the holder's.
        Deed::Release | Deed::HolderLeft | Deed::Expire => {
            after.holder_id = None;
            after.counted_from = now;
            after.due_at = receiver::due(conn, before.team_id, before.response_minutes, before.reachable(), now)?;
        }
        Deed::Close { outcome, .. } => {
            after.outcome = Some(outcome.code().to_owned());
            after.closed_at = Some(now);
            if *outcome == Outcome::Referred {
                after.handover_count += 1;
            }
        }
        Deed::Cancel => {
            after.outcome = Some(Outcome::Cancelled.code().to_owned());
            after.closed_at = Some(now);
        }
        Deed::Reopen => {
            after.holder_id = None;
            after.outcome = None;
            after.closed_at = None;
            (after.team_id, after.backup_team_id) = receiver::of_reopened(conn, before, now)?;
            after.counted_from = now;
            after.due_at = receiver::due(conn, after.team_id, before.response_minutes, before.reachable(), now)?;
        }
    }
    Ok(after)
}

/// Compare and set: only if state, team and holder are still what was read.
fn write(conn: &mut Conn, before: &Callback, after: &Callback) -> Result<(), Error> {
    let same_holder: Condition<callbacks::table> = match before.holder_id {
        Some(holder) => Box::new(callbacks::holder_id.assume_not_null().eq(holder)),
        None => Box::new(callbacks::holder_id.is_null()),
    };
    let unchanged = callbacks::table
        .filter(callbacks::id.eq(before.id))
        .filter(callbacks::state.eq(&before.state))
        .filter(callbacks::team_id.eq(before.team_id).and(callbacks::round.eq(before.round)))
        .filter(same_holder);
    let written = diesel::update(unchanged)
        .set((
            callbacks::state.eq(&after.state),
            callbacks::team_id.eq(after.team_id),
            callbacks::holder_id.eq(after.holder_id),
            callbacks::outcome.eq(&after.outcome),
            callbacks::due_at.eq(after.due_at),
            callbacks::handover_count.eq(after.handover_count),
            callbacks::closed_at.eq(after.closed_at),
            (
                callbacks::backup_team_id.eq(after.backup_team_id),
                callbacks::round.eq(after.round),
                callbacks::counted_from.eq(after.counted_from),
                callbacks::next_step.eq(&after.next_step),
                callbacks::next_step_at.eq(after.next_step_at),
                callbacks::late.eq(after.late),
            ),
        ))
        .execute(conn)?;
    if written == 1 { Ok(()) } else { Err(Error::Conflict("error-callback-moved")) }
}
