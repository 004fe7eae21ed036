//! Whose text it is. Only its owner corrects it or changes for whom it is: who wrote it, and in the writer's organisation the
//! leads of its teams and its coordinators, since somebody must be able to when the writer has left. What an organisation
//! wrote whose access has ended stays as it is.

use crate::db::Conn;
use crate::routes::WORKERS;
use crate::schema::{team_members, teams};
use crate::web::{Role, Viewer};
use diesel::dsl::exists;
use diesel::prelude::*;

/// What a viewer owns.
#[derive(Clone, Copy, Debug)]
pub struct Ownership {
    staff_id: i64,
    organisation_id: i64,
    works: bool,
    /// Also what the others of the organisation wrote.
    all: bool,
}

impl Ownership {
    pub fn of(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Self> {
        let leads = team_members::table
            .inner_join(teams::table)
            .filter(team_members::staff_id.eq(viewer.staff_id).and(team_members::is_lead.eq(true)))
            .filter(teams::organisation_id.eq(viewer.organisation_id).and(teams::ended_on.is_null()));
        let all = viewer.has(Role::Coordinator) || diesel::select(exists(leads)).get_result(conn)?;
        Ok(Self { staff_id: viewer.staff_id, organisation_id: viewer.organisation_id, works: WORKERS.allows(viewer), all })
    }

    /// Of a text by this person for this organisation.
    pub fn covers(self, staff_id: i64, organisation_id: i64) -> bool {
        self.works && organisation_id == self.organisation_id && (self.all || staff_id == self.staff_id)
    }
}
