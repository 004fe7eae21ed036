//! Who sees a call-back: the host's people with a call-back role, the team that holds or held it, and the person who
//! logged it. Everyone else sees one line on the company's timeline, without caller, number or text.

use super::rules::Relation;
use super::store::Callback;
use crate::db::Condition;
use crate::schema::{callback_handovers, callbacks};
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
            .filter(callback_handovers::from_team_id.eq_any(teams.clone())),
    );
    Box::new(callbacks::logged_by.eq(viewer.staff_id).or(callbacks::team_id.eq_any(teams)).or(held_before))
}

/// What the viewer may do follows from this.
pub fn relation(viewer: &Viewer, callback: &Callback) -> Relation {
    Relation {
        logger: callback.logged_by == viewer.staff_id,
        member: viewer.team_ids.contains(&callback.team_id),
        holder: callback.holder_id == Some(viewer.staff_id),
        coordinator: viewer.at_host && viewer.has(Role::Coordinator),
    }
}
