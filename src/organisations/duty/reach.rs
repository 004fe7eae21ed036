//! Whose roster a viewer reads, and whose the viewer plans. Everyone who works reads that of the own teams; planners read and
//! plan that of every team of the organisation that they act for.

use crate::db::Conn;
use crate::error::Error;
use crate::organisations::store;
use crate::routes::PLANNERS;
use crate::web::Viewer;
use diesel::QueryResult;

pub fn plans(viewer: &Viewer) -> bool {
    PLANNERS.allows(viewer)
}

/// The teams whose roster this viewer reads, in Finnish order.
pub fn teams(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<(i64, String)>> {
    let mut teams = store::teams_of(conn, viewer.organisation_id)?;
    teams.retain(|(id, _)| plans(viewer) || viewer.team_ids.contains(id));
    Ok(teams)
}

/// The name of a team whose roster this viewer reads.
///
/// # Errors
/// Not found, for any other team.
pub fn team(conn: &mut Conn, viewer: &Viewer, team_id: i64) -> Result<String, Error> {
    let found = teams(conn, viewer)?.into_iter().find(|(id, _)| *id == team_id);
    found.map(|(_, name)| name).ok_or(Error::NotFound)
}

/// The same for a team whose duty this viewer plans.
///
/// # Errors
/// Not found, for any other team.
pub fn planned_team(conn: &mut Conn, viewer: &Viewer, team_id: i64) -> Result<String, Error> {
    if plans(viewer) { team(conn, viewer, team_id) } else { Err(Error::NotFound) }
}
