//! The calendar of a team's duty.

use super::Subject;
use super::address::{self, MakeForm, Place};
use crate::error::Error;
use crate::organisations::duty::reach;
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};

async fn place(viewer: &Viewer, page: &Page, team_id: i64) -> Result<Place, Error> {
    let planner = viewer.clone();
    let team = page.app.db.read(move |conn| reach::planned_team(conn, &planner, team_id)).await?;
    Ok(Place { subject: Subject::Team(team_id), path: format!("/duty/{team_id}/feed"), team, back: format!("/duty?team={team_id}") })
}

pub async fn show(viewer: Viewer, page: Page, team_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let place = place(&viewer, &page, *team_id).await?;
    address::show(page, place).await
}

pub async fn make(viewer: Viewer, page: Page, team_id: web::Path<i64>, form: web::Form<MakeForm>) -> Result<HttpResponse, Error> {
    let place = place(&viewer, &page, *team_id).await?;
    address::make(viewer, page, place, form).await
}

pub async fn remove(viewer: Viewer, page: Page, team_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let place = place(&viewer, &page, *team_id).await?;
    address::remove(viewer, page, place).await
}
