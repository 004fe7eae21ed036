//! What is done with a task: done and open again, taken, another day, someone else, another title.

use super::form::{DateForm, HandoverForm, TitleForm};
use super::show::{self, Forms};
use super::transition::{self, Deed, NO_HOLDER, SAME_HOLDER};
use super::{Holder, store};
use crate::app::App;
use crate::calendar::is_office_day;
use crate::db::Conn;
use crate::error::Error;
use crate::web::edits::{self, Unsaved};
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, web};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Click {
    /// The page whose button it was.
    back: String,
    /// Who had the task on that page.
    from: String,
}

/// One of our pages that show tasks.
pub(super) fn destination(back: &str) -> &str {
    let is_number = |rest: &str| rest.parse::<i64>().is_ok();
    let plain = |rest: &str| rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '=' | '&' | '_' | '-'));
    let numbered = ["/companies/", "/callbacks/", "/tasks/"].iter().any(|path| back.strip_prefix(path).is_some_and(is_number));
    let list = back.strip_prefix("/tasks?").is_some_and(plain);
    if back == "/" || numbered || list { back } else { "/tasks" }
}

pub async fn complete(viewer: Viewer, page: Page, id: web::Path<i64>, click: web::Form<Click>) -> Result<HttpResponse, Error> {
    let back = destination(&click.back);
    let joint = if back.contains('?') { '&' } else { '?' };
    let location = format!("{back}{joint}done={id}");
    make(viewer, page, *id, Deed::Complete, (&location, None)).await
}

pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>, click: web::Form<Click>) -> Result<HttpResponse, Error> {
    make(viewer, page, *id, Deed::Reopen, (destination(&click.back), Some(Flash::success("flash-task-reopened")))).await
}

/// One gets it; the other is told who has it.
pub async fn claim(viewer: Viewer, page: Page, id: web::Path<i64>, click: web::Form<Click>) -> Result<HttpResponse, Error> {
    let deed = Deed::Claim { from: Holder::from_code(&click.from) };
    make(viewer, page, *id, deed, (destination(&click.back), Some(Flash::success("flash-task-taken")))).await
}

/// A deed by one click. Where somebody was quicker, the task's page shows what is now.
async fn make(viewer: Viewer, page: Page, id: i64, deed: Deed, (location, flash): (&str, Option<Flash>)) -> Result<HttpResponse, Error> {
    let (app, actor) = (page.app.clone(), viewer.clone());
    match page.app.db.write(move |conn| transition::make(conn, &app, &actor, id, &deed)).await {
        Ok(_) => Ok(page.redirect(location, flash)),
        Err(Error::Conflict(_)) => show::again(viewer, page, id, (StatusCode::CONFLICT, Forms::default())).await,
        Err(error) => Err(error),
    }
}

pub async fn reschedule(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<DateForm>) -> Result<HttpResponse, Error> {
    let lang = page.lang();
    let refused = |errors: &Errors| Forms { date_form: Some(FormView::refused(&*form, errors, lang, &form.once)), ..Forms::default() };
    let (due_on, note) = match form.parse(page.app.today()) {
        Ok(parsed) => parsed,
        Err(errors) => return refuse(viewer, page, *id, refused(&errors)).await,
    };
    let flash = if is_office_day(due_on) { Flash::success("flash-task-moved") } else { Flash::warning("flash-task-moved-closed") };
    match make_once(&viewer, &page, *id, &form.once, Deed::Reschedule { due_on, note }).await {
        Ok(location) => Ok(page.redirect(&location, Some(flash))),
        Err(error) => explain(viewer, page, *id, error, |key| refused(&Errors::one("due_on", key))).await,
    }
}

pub async fn hand_over(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<HandoverForm>) -> Result<HttpResponse, Error> {
    let lang = page.lang();
    let refused = |errors: &Errors| Forms { handover_form: Some(FormView::refused(&*form, errors, lang, &form.once)), ..Forms::default() };
    let (to, note) = match form.parse(page.app.today()) {
        Ok(parsed) => parsed,
        Err(errors) => return refuse(viewer, page, *id, refused(&errors)).await,
    };
    let deed = Deed::HandOver { from: Holder::from_code(&form.from), to, note };
    match make_once(&viewer, &page, *id, &form.once, deed).await {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success("flash-task-handed-over"))))
        }
        Err(error) => explain(viewer, page, *id, error, |key| refused(&Errors::one("holder", key))).await,
    }
}

pub async fn rename(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<TitleForm>) -> Result<HttpResponse, Error> {
    let (id, lang, form) = (*id, page.lang(), form.into_inner());
    let (app, author, typed) = (page.app.clone(), viewer.clone(), form.clone());
    let work = move |conn: &mut Conn| {
        let task = store::find_visible(conn, &author, id)?;
        transition::check(conn, &author, &task)?;
        let merged = edits::settle(conn, ("tasks", id), &typed, &TitleForm::of(&task))?;
        Ok(match merged.and_then(|merged| Ok(merged.parse(app.today())?)) {
            Ok(title) => Ok(carry_out(conn, &app, &author, id, &typed.once, &Deed::Rename { title })?),
            Err(refusal) => Err(refusal),
        })
    };
    let again = |refusal: &Unsaved| Forms {
        title_form: Some(FormView::unsaved(&form, refusal, lang, &form.once)),
        is_disputed: matches!(refusal, Unsaved::Disputed(_)),
        ..Forms::default()
    };
    match page.app.db.write(work).await {
        Ok(Ok(location)) => Ok(page.redirect(&location, Some(Flash::success("flash-task-renamed")))),
        Ok(Err(refusal)) => show::again(viewer, page, id, (refusal.status(), again(&refusal))).await,
        Err(error) => explain(viewer, page, id, error, |key| again(&Errors::one("title", key).into())).await,
    }
}

async fn make_once(viewer: &Viewer, page: &Page, id: i64, key: &str, deed: Deed) -> Result<String, Error> {
    let (app, viewer, key) = (page.app.clone(), viewer.clone(), key.to_owned());
    page.app.db.write(move |conn| carry_out(conn, &app, &viewer, id, &key, &deed)).await
}

fn carry_out(conn: &mut Conn, app: &App, viewer: &Viewer, id: i64, key: &str, deed: &Deed) -> Result<String, Error> {
    once(conn, key, viewer.staff_id, app.now(), |conn| {
        transition::make(conn, app, viewer, id, deed)?;
        Ok(format!("/tasks/{id}"))
    })
}

/// The form again with its errors; who may not do the deed hears that, and nothing of the task that isn't theirs.
async fn refuse(viewer: Viewer, page: Page, id: i64, forms: Forms) -> Result<HttpResponse, Error> {
    let reader = viewer.clone();
    page.app
        .db
        .read(move |conn| {
            let task = store::find_visible(conn, &reader, id)?;
            transition::check(conn, &reader, &task)
        })
        .await?;
    show::again(viewer, page, id, (StatusCode::UNPROCESSABLE_ENTITY, forms)).await
}

/// What only the write found out stands at the field.
async fn explain(
    viewer: Viewer,
    page: Page,
    id: i64,
    error: Error,
    refused: impl FnOnce(&'static str) -> Forms,
) -> Result<HttpResponse, Error> {
    let status = error.status_code();
    match error {
        Error::Conflict(key @ (SAME_HOLDER | NO_HOLDER)) => {
            show::again(viewer, page, id, (StatusCode::UNPROCESSABLE_ENTITY, refused(key))).await
        }
        Error::Conflict(key) => show::again(viewer, page, id, (status, refused(key))).await,
        error => Err(error),
    }
}
