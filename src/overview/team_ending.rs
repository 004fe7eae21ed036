//! A team ends: only when nothing leads to it any more, and the tasks of its queue go to another. The page before says what
//! still leads to it, where that is changed, and where the tasks go.

use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::Lang;
use crate::organisations::store::{Team, members, team};
use crate::organisations::teams::{pages::address, store as teams};
use crate::routes::ADMINISTRATORS;
use crate::schema::callbacks;
use crate::web::{Choice, Flash, Page, Viewer};
use crate::{routing, tasks};
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
    /// The queues that its open tasks go to, and how many.
    queues: Vec<Queue>,
    /// Its open tasks that no other queue takes.
    stuck_tasks: usize,
    members: usize,
    may_route: bool,
}

#[derive(Serialize)]
struct Queue {
    team: String,
    tasks: usize,
}

struct Ground {
    team: Team,
    rows: Vec<(i64, String)>,
    callbacks: i64,
    queues: Vec<Queue>,
    stuck_tasks: usize,
    members: usize,
}

impl Ground {
    fn is_needed(&self) -> bool {
        !self.rows.is_empty() || self.callbacks > 0 || self.stuck_tasks > 0
    }
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, (today, lang): (NaiveDate, Lang)) -> Result<Ground, Error> {
    let mut queues = Vec::new();
    let mut stuck_tasks = 0;
    for (to, waiting) in tasks::after_team(conn, id)? {
        match to {
            Some(to) => queues.push(Queue { team: team(conn, to)?.map(|team| team.name).unwrap_or_default(), tasks: waiting.len() }),
            None => stuck_tasks = waiting.len(),
        }
    }
    Ok(Ground {
        team: teams::find(conn, viewer, id)?,
        rows: routing::view::rows_to(conn, id, today, lang)?,
        callbacks: callbacks::table.filter(callbacks::team_id.eq(id).and(callbacks::closed_at.is_null())).count().get_result(conn)?,
        members: members(conn, id)?.len(),
        queues,
        stuck_tasks,
    })
}

fn show(page: &Page, viewer: &Viewer, status: StatusCode, ground: Ground) -> Result<HttpResponse, Error> {
    let view = EndingView {
        team_id: ground.team.id,
        team: ground.team.name,
        rows: Choice::of_rows(ground.rows),
        callbacks: ground.callbacks,
        queues: ground.queues,
        stuck_tasks: ground.stuck_tasks,
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
    let (id, app, when, asker) = (*id, page.app.clone(), (page.app.today(), page.lang()), viewer.clone());
    let end = move |conn: &mut Conn| {
        // Nobody logs a call-back or a task for the team or leads a row to it meanwhile.
        hold_off_writers(conn, "callbacks")?;
        hold_off_writers(conn, "routing_rows")?;
        hold_off_writers(conn, "tasks")?;
        let ground = load(conn, &asker, id, when)?;
        if ground.is_needed() {
            return Ok(Some(ground));
        }
        tasks::pass_on_queue_of(conn, &app, &ground.team, &asker)?;
        if teams::end(conn, id, when.0)? {
            audit::by(conn, &asker, app.now(), "end", "teams", id)?;
        }
        Ok(None)
    };
    match page.app.db.write(end).await? {
        None => {
            page.app.mail.notify_one();
            Ok(page.redirect(&address(id), Some(Flash::success("flash-team-ended"))))
        }
        Some(ground) => show(&page, &viewer, StatusCode::CONFLICT, ground),
    }
}
