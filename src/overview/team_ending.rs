//! A team ends: only when nothing leads to it any more. The page before says what still does, and where that is changed.

use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::Lang;
use crate::organisations::store::{Team, members};
use crate::organisations::teams::{pages::address, store as teams};
use crate::routes::ADMINISTRATORS;
use crate::routing;
use crate::schema::callbacks;
use crate::web::{Choice, Flash, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
struct EndingView {
    team_id: i64,
    team: String,
    /// Routing rows that lead to it, by their conditions.
    rows: Vec<Choice>,
    /// Its call-backs that have not ended.
    callbacks: i64,
    members: usize,
    may_route: bool,
}

struct Ground {
    team: Team,
    rows: Vec<(i64, String)>,
    callbacks: i64,
    members: usize,
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, (today, lang): (NaiveDate, Lang)) -> Result<Ground, Error> {
    Ok(Ground {
        team: teams::find(conn, viewer, id)?,
        rows: routing::view::rows_to(conn, id, today, lang)?,
        callbacks: callbacks::table.filter(callbacks::team_id.eq(id).and(callbacks::closed_at.is_null())).count().get_result(conn)?,
        members: members(conn, id)?.len(),
    })
}

fn show(page: &Page, viewer: &Viewer, status: StatusCode, ground: Ground) -> Result<HttpResponse, Error> {
    let view = EndingView {
        team_id: ground.team.id,
        team: ground.team.name,
        rows: Choice::of_rows(ground.rows),
        callbacks: ground.callbacks,
        members: ground.members,
        may_route: ADMINISTRATORS.allows(viewer),
    };
    page.render_with(status, "overview/team_ending.html", &view)
}

pub async fn new(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, when, asker) = (*id, (page.app.today(), page.lang()), viewer.clone());
    let ground = page.app.db.read(move |conn| load(conn, &asker, id, when)).await?;
    show(&page, &viewer, StatusCode::OK, ground)
}

/// Ends the team, or says again what leads to it.
pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, when, asker) = (*id, page.app.now(), (page.app.today(), page.lang()), viewer.clone());
    let end = move |conn: &mut Conn| {
        // Nobody logs a call-back for the team or leads a row to it meanwhile.
        hold_off_writers(conn, "callbacks")?;
        hold_off_writers(conn, "routing_rows")?;
        let ground = load(conn, &asker, id, when)?;
        if !ground.rows.is_empty() || ground.callbacks > 0 {
            return Ok(Some(ground));
        }
        if teams::end(conn, id, when.0)? {
            audit::by(conn, &asker, now, "end", "teams", id)?;
        }
        Ok(None)
    };
    match page.app.db.write(end).await? {
        None => Ok(page.redirect(&address(id), Some(Flash::success("flash-team-ended")))),
        Some(ground) => show(&page, &viewer, StatusCode::CONFLICT, ground),
    }
}
