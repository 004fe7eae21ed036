//! By when the next team must take a call-back, shown while one chooses the team.

use super::rules::Move;
use super::{store, transition};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::helsinki;
use crate::organisations::store::{live_teams, office_hours};
use crate::routing::arithmetic::{Due, Sum};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Chosen {
    team: String,
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>, chosen: web::Query<Chosen>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let due = page.app.db.read(move |conn| due(conn, &viewer, id, chosen.team.parse().ok(), now)).await?;
    page.render_fragment("callbacks/handover_due.html", "due", &serde_json::json!({ "due": due }))
}

/// None without a team that can be given something.
fn due(conn: &mut Conn, viewer: &Viewer, id: i64, team_id: Option<i64>, now: NaiveDateTime) -> Result<Option<Due>, Error> {
    let callback = store::find_visible(conn, viewer, id)?;
    transition::check(viewer, &callback, Move::HandOver)?;
    let live = live_teams(conn, helsinki(now).date_naive())?;
    let Some(team_id) = team_id.filter(|id| live.iter().any(|team| team.0 == *id)) else { return Ok(None) };
    let sum = Sum { from: now, response_minutes: callback.response_minutes, reachable: callback.reachable() };
    Ok(Some(sum.due(&office_hours(conn, team_id)?, viewer.lang)))
}
