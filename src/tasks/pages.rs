//! The list of one's own tasks, and marking a task done or open again from wherever it is shown.

use super::listed::{Listed, listed};
use super::store;
use crate::error::Error;
use crate::web::paging::{Cursor, Pager};
use crate::web::{Flash, Page, Viewer};
use crate::{audit, i18n};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    /// `done`, else the open ones.
    show: String,
    after: String,
    /// A task that was marked done just now.
    done: Option<i64>,
}

#[derive(Serialize)]
struct ListView {
    show_done: bool,
    tasks: Vec<Listed>,
    undo: Option<Undo>,
    pager: Pager,
}

/// The offer to take the last completion back.
#[derive(Debug, Serialize)]
pub struct Undo {
    pub id: i64,
    pub title: String,
}

/// The offer for the task that a page's address names as just done.
pub fn undo(conn: &mut crate::db::Conn, viewer: &Viewer, done: Option<i64>) -> Result<Option<Undo>, Error> {
    let Some(id) = done else { return Ok(None) };
    Ok(store::done_title(conn, viewer, id)?.map(|title| Undo { id, title }))
}

pub async fn list(viewer: Viewer, page: Page, query: web::Query<ListQuery>) -> Result<HttpResponse, Error> {
    let query = query.into_inner();
    let show_done = query.show == "done";
    let after = Cursor::decode(&query.after);
    let is_first = after.is_none();
    let (slice, undo) = page
        .app
        .db
        .read(move |conn| {
            let slice = if show_done { store::own_done(conn, &viewer, after)? } else { store::own_open(conn, &viewer, after)? };
            Ok((slice, undo(conn, &viewer, query.done)?))
        })
        .await?;
    let filter = if show_done { "show=done&" } else { "" };
    let view = ListView {
        show_done,
        pager: Pager {
            previous: (!is_first).then(|| if show_done { "/tasks?show=done".to_owned() } else { "/tasks".to_owned() }),
            next: slice.next.map(|next| format!("/tasks?{filter}after={next}")),
            shown: i18n::text_with(page.lang(), "task-count", &i18n::Args::from([("count".into(), slice.rows.len().into())])),
        },
        tasks: listed(slice.rows, page.app.today()),
        undo,
    };
    page.render("tasks/list.html", &view)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Deed {
    /// The page whose button it was.
    back: String,
}

impl Deed {
    /// One of the pages that show tasks.
    fn destination(&self) -> &str {
        let company = self.back.strip_prefix("/companies/").is_some_and(|id| id.parse::<i64>().is_ok());
        if self.back == "/" || company { &self.back } else { "/tasks" }
    }
}

pub async fn complete(viewer: Viewer, page: Page, id: web::Path<i64>, deed: web::Form<Deed>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            if store::complete(conn, &viewer, id, now)? {
                audit::by(conn, &viewer, now, "complete", "tasks", id)?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(&format!("{}?done={id}", deed.destination()), None))
}

pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>, deed: web::Form<Deed>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            if store::reopen(conn, &viewer, id)? {
                audit::by(conn, &viewer, now, "reopen", "tasks", id)?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(deed.destination(), Some(Flash::success("flash-task-reopened"))))
}
