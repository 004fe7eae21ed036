//! Whose absences a viewer enters, and who can stand in: oneself and the people of the own teams; a planner does it for everyone
//! in the teams of the organisation that the planner acts for, but a guest only for who acts for no other: an absence holds
//! wherever the person works.

use crate::db::{AmongMethods, Conn};
use crate::organisations::duty::reach;
use crate::routes::WORKERS;
use crate::schema::{memberships, staff, team_members};
use crate::web::Viewer;
use diesel::prelude::*;

pub struct People {
    /// Who can be entered as away; oneself first.
    pub enterable: Vec<(i64, String)>,
    /// Who can be named as a replacement.
    pub colleagues: Vec<(i64, String)>,
}

impl People {
    pub fn may_enter(&self, staff_id: i64) -> bool {
        self.enterable.iter().any(|(id, _)| *id == staff_id)
    }

    pub fn of(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Self> {
        let teams: Vec<i64> = reach::teams(conn, viewer)?.into_iter().map(|(id, _)| id).collect();
        let mut colleagues: Vec<(i64, String, String)> = team_members::table
            .inner_join(staff::table)
            .filter(team_members::team_id.among(teams).and(staff::deactivated_at.is_null()))
            .order((staff::name_sort, staff::id))
            .select((staff::id, staff::name, staff::name_sort))
            .distinct()
            .load(conn)?;
        let mut enterable: Vec<(i64, String)> = Vec::new();
        if WORKERS.allows(viewer) {
            enterable.push((viewer.staff_id, viewer.name.clone()));
        }
        if reach::plans(viewer) {
            let shared = if viewer.at_host { Vec::new() } else { acting_elsewhere(conn, viewer.organisation_id)? };
            let is_theirs = |id: &i64| !shared.contains(id) && (*id != viewer.staff_id || enterable.is_empty());
            let others = colleagues.iter().filter(|person| is_theirs(&person.0));
            enterable.extend(others.map(|(id, name, _)| (*id, name.clone())).collect::<Vec<_>>());
        }
        let colleagues = colleagues.drain(..).map(|(id, name, _)| (id, name)).collect();
        Ok(Self { enterable, colleagues })
    }
}

/// The people of this organisation who act for another too.
fn acting_elsewhere(conn: &mut Conn, organisation_id: i64) -> QueryResult<Vec<i64>> {
    let of_this = memberships::table.filter(memberships::organisation_id.eq(organisation_id)).select(memberships::staff_id);
    let of_this: Vec<i64> = of_this.load(conn)?;
    let elsewhere = memberships::table.filter(memberships::organisation_id.ne(organisation_id).and(memberships::staff_id.among(of_this)));
    elsewhere.select(memberships::staff_id).distinct().load(conn)
}
