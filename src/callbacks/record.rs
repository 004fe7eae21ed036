//! What stays of a deed: the move, a hand-over's row, the timeline event, the audit entry.

use super::rules::Move;
use super::store::Callback;
use super::transition::Deed;
use super::{Outcome, Reason};
use crate::audit;
use crate::db::Conn;
use crate::schema::{callback_handovers, callback_moves, teams};
use crate::timeline::{self, Event, Kind};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// `actor` is None when the service itself did it; the move then names the holder until then.
pub fn deed(
    conn: &mut Conn,
    actor: Option<&Viewer>,
    before: &Callback,
    after: &Callback,
    deed: &Deed,
    now: NaiveDateTime,
) -> QueryResult<()> {
    let staff_id = actor.map(|viewer| viewer.staff_id);
    let organisation_id = match actor {
        Some(viewer) => Some(viewer.organisation_id),
        None if deed.is_by_partner() => Some(teams::table.find(before.team_id).select(teams::organisation_id).first(conn)?),
        None => None,
    };
    let by_itself = matches!(deed.kind(), Move::HolderLeft | Move::Expire);
    let mover = if by_itself { before.holder_id } else { staff_id };
    diesel::insert_into(callback_moves::table)
        .values((
            callback_moves::callback_id.eq(after.id),
            callback_moves::kind.eq(deed.kind().code()),
            callback_moves::from_state.eq(&before.state),
            callback_moves::to_state.eq(&after.state),
            callback_moves::staff_id.eq(mover),
            callback_moves::outcome.eq(&after.outcome),
            callback_moves::moved_at.eq(now),
        ))
        .execute(conn)?;
    handover(conn, staff_id, before, deed, now)?;
    if let Some(kind) = event(deed.kind()) {
        on_timeline(conn, after, kind, (staff_id, organisation_id), now)?;
    }
    audit::record(conn, now, staff_id, organisation_id, deed.kind().code(), "callbacks", after.id)
}

fn event(made: Move) -> Option<Kind> {
    match made {
        Move::HandOver => Some(Kind::CallbackHandedOver),
        Move::Close | Move::Cancel | Move::Answer => Some(Kind::CallbackClosed),
        Move::Reopen => Some(Kind::CallbackReopened),
        Move::Claim | Move::Release | Move::HolderLeft | Move::Expire | Move::Acknowledge => None,
    }
}

/// It was logged. A call-back without a company in the register has no timeline yet.
pub fn logged(conn: &mut Conn, callback: &Callback) -> QueryResult<()> {
    let logger = (Some(callback.logged_by), Some(callback.organisation_id));
    on_timeline(conn, callback, Kind::CallbackLogged, logger, callback.created_at)
}

/// What has happened already, for the timeline of a company that was linked afterwards. A move doesn't tell its organisation.
pub fn whole_story(conn: &mut Conn, callback: &Callback) -> QueryResult<()> {
    logged(conn, callback)?;
    let moves: Vec<(String, NaiveDateTime)> = callback_moves::table
        .filter(callback_moves::callback_id.eq(callback.id))
        .order(callback_moves::id)
        .select((callback_moves::kind, callback_moves::moved_at))
        .load(conn)?;
    for (code, at) in moves {
        if let Some(kind) = Move::from_code(&code).and_then(event) {
            on_timeline(conn, callback, kind, (None, None), at)?;
        }
    }
    Ok(())
}

/// Who: a person and the organisation they acted for, as far as the event tells.
fn on_timeline(
    conn: &mut Conn,
    callback: &Callback,
    kind: Kind,
    (staff_id, organisation_id): (Option<i64>, Option<i64>),
    at: NaiveDateTime,
) -> QueryResult<()> {
    let Some(company_id) = callback.company_id else { return Ok(()) };
    timeline::record(
        conn,
        &Event {
            company_id,
            kind,
            organisation_id,
            staff_id,
            topic_id: Some(callback.topic_id),
            contact_id: None,
            callback_id: Some(callback.id),
            occurred_at: at,
        },
    )
}

/// The row that counts: a hand-over to a team, or `referred` to someone outside. A partner by mail has no `staff_id`.
fn handover(conn: &mut Conn, staff_id: Option<i64>, before: &Callback, deed: &Deed, now: NaiveDateTime) -> QueryResult<()> {
    let (to_team_id, outside_body, reason, note) = match deed {
        Deed::HandOver(to) => (Some(to.to_team_id), "", to.reason, to.note.as_str()),
        Deed::Decline { to_team_id, note } => (Some(*to_team_id), "", Reason::NotOurs, note.as_str()),
        Deed::Close { outcome: Outcome::Referred, referred_to } => (None, referred_to.as_str(), Reason::HelpElsewhere, ""),
        _ => return Ok(()),
    };
    diesel::insert_into(callback_handovers::table)
        .values((
            callback_handovers::callback_id.eq(before.id),
            callback_handovers::from_team_id.eq(before.team_id),
            callback_handovers::to_team_id.eq(to_team_id),
            callback_handovers::outside_body.eq(outside_body),
            callback_handovers::reason.eq(reason.code()),
            callback_handovers::note.eq(note),
            callback_handovers::staff_id.eq(staff_id),
            callback_handovers::handed_over_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
