//! The change of several tasks, in one transaction; the page after it says what became of each, and takes it back.

use super::form::{BatchForm, Change};
use super::store::{self, Became, Item};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::tasks::transition::{self, DONE, Deed, ELSEWHERE, NO_HOLDER};
use crate::tasks::{mails, pages as list, store as tasks};
use crate::web::once::once;
use crate::web::{Errors, Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use diesel::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
struct BatchView {
    id: i64,
    items: Vec<Item>,
    /// How many were changed by it.
    changed: usize,
    may_undo: bool,
}

pub async fn create(viewer: Viewer, page: Page, sent: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let form = BatchForm::read(&sent);
    let change = match form.parse(page.app.today()) {
        Ok(change) => change,
        Err(errors) => return list::again(viewer, page, form, &errors).await,
    };
    let (app, actor, asked) = (page.app.clone(), viewer.clone(), form.clone());
    let work = move |conn: &mut Conn| {
        once(conn, &asked.once, actor.staff_id, app.now(), |conn| {
            Ok(format!("/tasks/batches/{}", carry_out(conn, &app, &actor, &asked.tasks, change)?))
        })
    };
    match page.app.db.write(work).await {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, None))
        }
        Err(Error::Conflict(NO_HOLDER)) => list::again(viewer, page, form, &Errors::one("holder", NO_HOLDER)).await,
        Err(error) => Err(error),
    }
}

/// Each task by the one function that changes tasks; who gets several hears it in one mail. Gives the batch.
fn carry_out(conn: &mut Conn, app: &App, viewer: &Viewer, task_ids: &[i64], change: Change) -> Result<i64, Error> {
    let batch_id = store::add(conn, viewer, app.now())?;
    let mut given = 0;
    for task_id in task_ids {
        let Some(task) = tasks::find_visible(conn, viewer, *task_id).optional()? else { continue };
        let (deed, changed) = match change {
            Change::To(due_on) => (Deed::Reschedule { due_on, note: String::new() }, Became::Moved),
            Change::Give(to) if task.holder() == to => {
                store::add_item(conn, batch_id, *task_id, None, Became::Same)?;
                continue;
            }
            Change::Give(to) => (Deed::HandOver { from: Some(task.holder()), to, note: String::new() }, Became::Given),
        };
        let made = conn.transaction(|conn| transition::make_quietly(conn, app, viewer, *task_id, &deed));
        let (move_id, became) = match made {
            Ok(Some((_, move_id))) => (Some(move_id), changed),
            Ok(None) => (None, Became::Same),
            Err(Error::Conflict(DONE)) => (None, Became::Done),
            Err(Error::Conflict(ELSEWHERE)) => (None, Became::Elsewhere),
            Err(Error::Forbidden) => (None, Became::OutOfReach),
            Err(error) => return Err(error),
        };
        given += usize::from(became == Became::Given);
        store::add_item(conn, batch_id, *task_id, move_id, became)?;
    }
    if let Change::Give(to) = change {
        mails::given_several(conn, app, viewer, to, given)?;
    }
    Ok(batch_id)
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = *id;
    let view = page
        .app
        .db
        .read(move |conn| {
            let undone = store::find(conn, &viewer, id)?;
            let items = store::items(conn, id)?;
            let changed = items.iter().filter(|item| item.move_id.is_some()).count();
            Ok(BatchView { id, changed, may_undo: !undone && changed > 0, items })
        })
        .await?;
    page.render("tasks/batch.html", &view)
}

/// Every task that nobody has touched since is as it was before. Doing it twice changes nothing.
pub async fn undo(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, app) = (*id, page.app.clone());
    page.app
        .db
        .write(move |conn| {
            store::find(conn, &viewer, id)?;
            if !store::mark_undone(conn, id, app.now())? {
                return Ok(());
            }
            for item in store::items(conn, id)? {
                let Some(move_id) = item.move_id else { continue };
                let untouched = store::is_last_move(conn, item.task_id, move_id)?;
                let back = untouched && transition::take_back(conn, &app, &viewer, item.task_id, move_id)?;
                store::set_became(conn, item.id, if back { Became::Undone } else { Became::Kept })?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(&format!("/tasks/batches/{id}"), Some(Flash::success("flash-tasks-undone"))))
}
