//! The list of questions with the form of a new one, and the page of one.

use super::form::QuestionForm;
use super::store::{self, Details, Question};
use super::{defaults, view};
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::web::edits;
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};

pub const LIST: &str = "/admin/needs";
const TAKEN: &str = "error-need-exists";

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let view = view::list(&page, page.form(&QuestionForm::fresh()).await?).await?;
    page.render("needs/list.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<QuestionForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let saved = match form.typed(page.app.today()) {
        Ok(details) => add(&viewer, &page, form.once.clone(), details).await?,
        Err(errors) => Err(errors),
    };
    match saved {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-need-added")))),
        Err(errors) => {
            let view = view::list(&page, FormView::refused(&form, &errors, page.lang(), &form.once)).await?;
            page.render_refused("needs/list.html", &view)
        }
    }
}

async fn add(viewer: &Viewer, page: &Page, key: String, details: Details) -> Result<Result<String, Errors>, Error> {
    let (viewer, now) = (viewer.clone(), page.app.now());
    let add = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            hold_off_writers(conn, "need_questions")?;
            if store::is_wording_taken(conn, &details.wording, None)? {
                return Err(Error::Conflict(TAKEN));
            }
            let id = store::add(conn, &details, Some(viewer.staff_id), now)?;
            audit::by(conn, &viewer, now, "add", "need_questions", id)?;
            Ok(LIST.to_owned())
        })
    };
    match page.app.db.write(add).await {
        Ok(location) => Ok(Ok(location)),
        Err(Error::Conflict(TAKEN)) => Ok(Err(Errors::one("wording", TAKEN))),
        Err(error) => Err(error),
    }
}

/// Takes the questions that come with the product; where there are questions already, nothing changes.
pub async fn enter_defaults(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let (now, lang) = (page.app.now(), page.lang());
    let enter = move |conn: &mut Conn| {
        hold_off_writers(conn, "need_questions")?;
        for id in defaults::enter(conn, lang, Some(viewer.staff_id), now)? {
            audit::by(conn, &viewer, now, "add", "need_questions", id)?;
        }
        Ok(())
    };
    page.app.db.write(enter).await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-need-defaults"))))
}

async fn find(page: &Page, id: i64) -> Result<Question, Error> {
    page.app.db.read(move |conn| Ok(store::find(conn, id)?)).await
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let question = find(&page, *id).await?;
    let form = page.edit_form(&QuestionForm::of(&question)).await?;
    page.render("needs/edit.html", &view::one(&page, question, form).await?)
}

pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<QuestionForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (*id, form.into_inner());
    let question = find(&page, id).await?;
    let (now, today, typed) = (page.app.now(), page.app.today(), form.clone());
    let save = move |conn: &mut Conn| {
        hold_off_writers(conn, "need_questions")?;
        // An answer that comes meanwhile would be to other words than its author saw.
        hold_off_writers(conn, "need_answers")?;
        let current = QuestionForm::of(&store::find(conn, id)?);
        let merged = edits::settle(conn, ("need_questions", id), &typed, &current)?;
        let details = match merged.and_then(|merged| Ok(merged.typed(today)?)) {
            Ok(details) => details,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if store::is_wording_taken(conn, &details.wording, Some(id))? {
            return Ok(Err(Errors::one("wording", TAKEN).into()));
        }
        let is_new = store::change(conn, id, &details, viewer.staff_id, now)?;
        audit::by(conn, &viewer, now, "change", "need_questions", id)?;
        Ok(Ok(if is_new { "flash-need-new-version" } else { "flash-need-saved" }))
    };
    match page.app.db.write(save).await? {
        Ok(flash) => Ok(page.redirect(LIST, Some(Flash::success(flash)))),
        Err(refusal) => {
            let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), "needs/edit.html", &view::one(&page, question, form).await?)
        }
    }
}
