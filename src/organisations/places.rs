//! A person's places in the teams of one organisation.

use super::{duty, store, teams::store as team_rows};
use crate::db::Conn;
use crate::schema::{team_members, teams};
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

/// Gives the person these places in the organisation's live teams and no others; tells which teams the person left. A place
/// in a team that has ended stays, for when the team is opened again. Who leaves a team has no shifts in it from `today` on.
pub fn set(conn: &mut Conn, staff_id: i64, organisation_id: i64, wanted: &[Place], today: NaiveDate) -> QueryResult<Vec<i64>> {
    let live: Vec<i64> = store::teams_of(conn, organisation_id)?.into_iter().map(|team| team.0).collect();
    let held: Vec<Place> = of(conn, staff_id, organisation_id)?.into_iter().filter(|place| live.contains(&place.team_id)).collect();
    let gone = |place: &&Place| !wanted.iter().any(|other| other.team_id == place.team_id);
    let left: Vec<i64> = held.iter().filter(gone).map(|place| place.team_id).collect();
    for team_id in &left {
        leave(conn, *team_id, staff_id, today)?;
    }
    for place in wanted.iter().filter(|place| live.contains(&place.team_id) && !held.contains(place)) {
        let row = team_members::table.filter(team_members::team_id.eq(place.team_id)).filter(team_members::staff_id.eq(staff_id));
        if diesel::update(row).set(team_members::is_lead.eq(place.is_lead)).execute(conn)? == 0 {
            store::add_member(conn, place.team_id, staff_id, place.is_lead)?;
        }
    }
    Ok(left)
}

/// The person no longer belongs to the organisation: no place is left, in teams that have ended neither.
pub fn clear(conn: &mut Conn, staff_id: i64, organisation_id: i64, today: NaiveDate) -> QueryResult<()> {
    for place in of(conn, staff_id, organisation_id)? {
        leave(conn, place.team_id, staff_id, today)?;
    }
    Ok(())
}

fn leave(conn: &mut Conn, team_id: i64, staff_id: i64, today: NaiveDate) -> QueryResult<()> {
    team_rows::remove_member(conn, team_id, staff_id)?;
    duty::clear_of(conn, team_id, staff_id, today)
}
