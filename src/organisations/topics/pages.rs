//! The list of topics, with the form of a new one, and the page of one.

use super::form::TopicForm;
use super::store::{self, Topic};
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::organisations::store::topics as offered;
use crate::web::edits;
use crate::web::once::once;
use crate::web::order::Shift;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const LIST: &str = "/admin/topics";
const TAKEN: &str = "error-topic-exists";

#[derive(Serialize)]
struct ListView {
    form: FormView,
    offered: Vec<Topic>,
    ended: Vec<Topic>,
}

async fn list_view(page: &Page, form: FormView) -> Result<ListView, Error> {
    let topics = page.app.db.read(|conn| Ok(store::all(conn)?)).await?;
    let (ended, offered) = topics.into_iter().partition(|topic| topic.ended_on.is_some());
    Ok(ListView { form, offered, ended })
}

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let view = list_view(&page, page.form(&TopicForm::default()).await?).await?;
    page.render("topics/list.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<TopicForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let saved = match form.typed(page.app.today()) {
        Ok(name) => add(&viewer, &page, form.once.clone(), name).await,
        Err(errors) => Err(Refused::Errors(errors)),
    };
    let errors = match saved {
        Ok(location) => return Ok(page.redirect(&location, Some(Flash::success("flash-topic-added")))),
        Err(Refused::Errors(errors)) => errors,
        Err(Refused::Error(error)) => return Err(error),
    };
    let view = list_view(&page, FormView::refused(&form, &errors, page.lang(), &form.once)).await?;
    page.render_refused("topics/list.html", &view)
}

/// Why nothing was saved: the form must be mended, or the request failed.
enum Refused {
    Errors(Errors),
    Error(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        match error {
            Error::Conflict(key) => Self::Errors(Errors::one("name", key)),
            error => Self::Error(error),
        }
    }
}

async fn add(viewer: &Viewer, page: &Page, key: String, name: String) -> Result<String, Refused> {
    let (viewer, now) = (viewer.clone(), page.app.now());
    let add = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            hold_off_writers(conn, "topics")?;
            if store::is_name_taken(conn, &name, None)? {
                return Err(Error::Conflict(TAKEN));
            }
            let id = store::add(conn, &name)?;
            audit::by(conn, &viewer, now, "add", "topics", id)?;
            Ok(LIST.to_owned())
        })
    };
    Ok(page.app.db.write(add).await?)
}

#[derive(Serialize)]
struct TopicPage {
    form: FormView,
    topic: Topic,
}

async fn find(page: &Page, id: i64) -> Result<Topic, Error> {
    page.app.db.read(move |conn| Ok(store::find(conn, id)?)).await
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let topic = find(&page, *id).await?;
    let form = page.edit_form(&TopicForm::of(&topic)).await?;
    page.render("topics/edit.html", &TopicPage { form, topic })
}

pub async fn rename(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<TopicForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (*id, form.into_inner());
    let topic = find(&page, id).await?;
    let (now, today, typed) = (page.app.now(), page.app.today(), form.clone());
    let save = move |conn: &mut Conn| {
        hold_off_writers(conn, "topics")?;
        let current = TopicForm::of(&store::find(conn, id)?);
        let merged = edits::settle(conn, ("topics", id), &typed, &current)?;
        let name = match merged.and_then(|merged| Ok(merged.typed(today)?)) {
            Ok(name) => name,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if store::is_name_taken(conn, &name, Some(id))? {
            return Ok(Err(Errors::one("name", TAKEN).into()));
        }
        store::rename(conn, id, &name)?;
        Ok(Ok(audit::by(conn, &viewer, now, "change", "topics", id)?))
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(LIST, Some(Flash::success("flash-topic-saved")))),
        Err(refusal) => {
            let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), "topics/edit.html", &TopicPage { form, topic })
        }
    }
}

pub async fn shift(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<Shift>) -> Result<HttpResponse, Error> {
    let direction = form.direction()?;
    let (id, now) = (*id, page.app.now());
    let shift = move |conn: &mut Conn| {
        hold_off_writers(conn, "topics")?;
        store::shift(conn, id, direction)?;
        Ok(audit::by(conn, &viewer, now, "move", "topics", id)?)
    };
    page.app.db.write(shift).await?;
    Ok(page.redirect(LIST, None))
}

/// Ends a topic. The last one stays: without a topic no call-back can be logged.
pub async fn end(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, today) = (*id, page.app.now(), page.app.today());
    let end = move |conn: &mut Conn| {
        hold_off_writers(conn, "topics")?;
        store::find(conn, id)?;
        if offered(conn)?.iter().all(|topic| topic.0 == id) {
            return Err(Error::Conflict("error-topic-last"));
        }
        if store::end(conn, id, today)? {
            audit::by(conn, &viewer, now, "end", "topics", id)?;
        }
        Ok(())
    };
    page.app.db.write(end).await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-topic-ended"))))
}

pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let open = move |conn: &mut Conn| {
        store::find(conn, id)?;
        if store::reopen(conn, id)? {
            audit::by(conn, &viewer, now, "reopen", "topics", id)?;
        }
        Ok(())
    };
    page.app.db.write(open).await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-topic-reopened"))))
}
