//! Who may do something about a task.
//!
//! Everyone of the organisation that made a task reads it. Its owner works on it, and so do the people who share a team with
//! the owner, the people of the team in whose queue it waits, and the organisation's coordinators: somebody must be able to
//! go on when a colleague is ill. For everyone else it is only to be read.

use super::Holder;
use crate::db::{AmongMethods, Conn};
use crate::schema::team_members;
use crate::web::{Role, Viewer};
use diesel::prelude::*;

/// Whose tasks a viewer may work on, within the viewer's organisation.
#[derive(Clone, Debug)]
pub struct Reach {
    pub staff_id: i64,
    pub team_ids: Vec<i64>,
    /// The people of those teams.
    pub mates: Vec<i64>,
    /// A coordinator reaches every task.
    pub everything: bool,
}

impl Reach {
    pub fn of(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Self> {
        let of_teams = team_members::table.filter(team_members::team_id.among(&viewer.team_ids));
        Ok(Self {
            staff_id: viewer.staff_id,
            team_ids: viewer.team_ids.clone(),
            mates: of_teams.select(team_members::staff_id).distinct().load(conn)?,
            everything: viewer.has(Role::Coordinator),
        })
    }

    pub fn covers(&self, holder: Holder) -> bool {
        let near = match holder {
            Holder::Person(id) => id == self.staff_id || self.mates.contains(&id),
            Holder::Team(id) => self.team_ids.contains(&id),
        };
        near || self.everything
    }
}
