//! Who sees a call-back: the host's people with a call-back role, the team that holds or held it, the person who logged it
//! or holds it, and the backup team once it was told. Everyone else sees one line on the company's timeline, without caller,
//! number or text.

use super::State;
use super::ladder::rules::Step;
use super::rules::Relation;
use super::store::Callback;
use crate::db::{AmongMethods, Condition};
use crate::schema::{callback_handovers, callback_steps, callbacks};
use crate::web::{Role, Viewer};
use diesel::dsl::exists;
use diesel::prelude::*;

/// The call-backs that this viewer sees; every query that shows a call-back to a person takes it.
pub fn visible_to(viewer: &Viewer) -> Condition<callbacks::table> {
    if viewer.at_host && viewer.has_any(&[Role::EmployerTeam, Role::Coordinator]) {
        return Box::new(callbacks::id.is_not_null());
    }
    let teams = viewer.team_ids.clone();
    let held_before = exists(
        callback_handovers::table
            .filter(callback_handovers::callback_id.eq(callbacks::id))
            .filter(callback_handovers::from_team_id.among(teams.clone())),
    );
    let holds = callbacks::holder_id.is_not_null().and(callbacks::holder_id.assume_not_null().eq(viewer.staff_id));
    let own = callbacks::logged_by.eq(viewer.staff_id).or(callbacks::team_id.among(teams)).or(holds);
    Box::new(own.or(held_before).or(backup_was_told(&viewer.team_ids)))
}

/// One of these teams is the backup, and was told. The backup of a partner by mail is not: it gets what that one declines.
fn backup_was_told(teams: &[i64]) -> Condition<callbacks::table> {
    let told = callback_steps::table
        .filter(callback_steps::callback_id.eq(callbacks::id))
        .filter(callback_steps::step.eq(Step::StillNotTaken.code()));
    let backs_up = callbacks::backup_team_id.is_not_null().and(callbacks::backup_team_id.assume_not_null().among(teams.to_vec()));
    Box::new(backs_up.and(exists(told)))
}

/// What waits in the queues of these teams: their own, and what nobody has taken although everybody was told, where they are
/// the backup.
pub fn waits_for(teams: &[i64]) -> Condition<callbacks::table> {
    let at_the_end = callbacks::late.eq(true).and(callbacks::next_step.is_null());
    let waits = callbacks::team_id.among(teams.to_vec()).or(at_the_end.and(backup_was_told(teams)));
    Box::new(callbacks::state.eq(State::New.code()).and(waits))
}

/// What the viewer may do follows from this.
pub fn relation(viewer: &Viewer, callback: &Callback) -> Relation {
    let backs_up = |team_id| callback.is_at_the_end() && viewer.team_ids.contains(&team_id);
    Relation {
        logger: callback.logged_by == viewer.staff_id,
        member: viewer.team_ids.contains(&callback.team_id) || callback.backup_team_id.is_some_and(backs_up),
        holder: callback.holder_id == Some(viewer.staff_id),
        coordinator: viewer.at_host && viewer.has(Role::Coordinator),
    }
}
