//! A person's places in the teams of one organisation.

use crate::db::Conn;
use crate::schema::{duty_shifts, team_members, teams};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A place in a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub team_id: i64,
    pub is_lead: bool,
}

/// The person's teams in an organisation, in Finnish order.
pub fn of(conn: &mut Conn, staff_id: i64, organisation_id: i64) -> QueryResult<Vec<Place>> {
    let rows: Vec<(i64, bool)> = team_members::table
        .inner_join(teams::table)
        .filter(team_members::staff_id.eq(staff_id))
        .filter(teams::organisation_id.eq(organisation_id))
        .order((teams::name_sort, teams::id))
        .select((teams::id, team_members::is_lead))
        .load(conn)?;
    Ok(rows.into_iter().map(|(team_id, is_lead)| Place { team_id, is_lead }).collect())
}

/// Gives the person these places in the organisation's teams and no others. Who leaves a team has no shifts in it from
/// `today` on.
pub fn set(conn: &mut Conn, staff_id: i64, organisation_id: i64, wanted: &[Place], today: NaiveDate) -> QueryResult<()> {
    let held = of(conn, staff_id, organisation_id)?;
    for place in held.iter().filter(|place| !wanted.iter().any(|other| other.team_id == place.team_id)) {
        let row = team_members::table.filter(team_members::team_id.eq(place.team_id)).filter(team_members::staff_id.eq(staff_id));
        diesel::delete(row).execute(conn)?;
        let shifts = duty_shifts::table.filter(duty_shifts::team_id.eq(place.team_id)).filter(duty_shifts::staff_id.eq(staff_id));
        diesel::delete(shifts.filter(duty_shifts::duty_on.ge(today))).execute(conn)?;
    }
    for place in wanted.iter().filter(|place| !held.contains(place)) {
        let row = team_members::table.filter(team_members::team_id.eq(place.team_id)).filter(team_members::staff_id.eq(staff_id));
        if diesel::update(row).set(team_members::is_lead.eq(place.is_lead)).execute(conn)? == 0 {
            super::store::add_member(conn, place.team_id, staff_id, place.is_lead)?;
        }
    }
    Ok(())
}
