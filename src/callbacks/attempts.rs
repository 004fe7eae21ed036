//! Attempts to call back: reached, no answer, call again at a time.

use super::form::{Attempt, AttemptForm};
use super::{AttemptResult, State, ladder, store};
use crate::db::Conn;
use crate::error::Error;
use crate::schema::{callback_attempts, staff};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

#[derive(Queryable, Serialize)]
pub struct Row {
    pub result: String,
    pub call_again_at: Option<NaiveDateTime>,
    pub note: String,
    pub by: String,
    pub attempted_at: NaiveDateTime,
}

pub fn of_callback(conn: &mut Conn, id: i64) -> QueryResult<Vec<Row>> {
    callback_attempts::table
        .inner_join(staff::table)
        .filter(callback_attempts::callback_id.eq(id))
        .order(callback_attempts::id)
        .select((
            callback_attempts::result,
            callback_attempts::call_again_at,
            callback_attempts::note,
            staff::name,
            callback_attempts::attempted_at,
        ))
        .load(conn)
}

#[derive(Serialize)]
struct AttemptView {
    id: i64,
    form: FormView,
    attempt_results: Vec<Choice>,
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<AttemptForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (id.into_inner(), form.into_inner(), page.app.now());
    let attempt = match form.parse(page.app.today()) {
        Ok(attempt) => attempt,
        Err(errors) => return refuse(viewer, page, id, &form, (StatusCode::UNPROCESSABLE_ENTITY, errors)).await,
    };
    let (holder, key) = (viewer.clone(), form.once.clone());
    let made = page
        .app
        .db
        .write(move |conn| {
            once(conn, &key, holder.staff_id, now, |conn| {
                add(conn, &holder, id, &attempt, now)?;
                Ok(format!("/callbacks/{id}"))
            })
        })
        .await;
    match made {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-callback-attempt")))),
        Err(error @ (Error::Conflict(_) | Error::Forbidden)) => {
            refuse(viewer, page, id, &form, (error.status_code(), Errors::one("note", "error-callback-moved"))).await
        }
        Err(error) => Err(error),
    }
}

async fn refuse(
    viewer: Viewer,
    page: Page,
    id: i64,
    form: &AttemptForm,
    (status, errors): (StatusCode, Errors),
) -> Result<HttpResponse, Error> {
    page.app.db.read(move |conn| Ok(store::find_visible(conn, &viewer, id)?)).await?;
    let form = FormView::refused(form, &errors, page.lang(), &form.once);
    let attempt_results = Choice::of_codes(page.lang(), "callback-attempt-", AttemptResult::ALL.map(AttemptResult::code));
    page.render_with(status, "callbacks/attempt.html", &AttemptView { id, form, attempt_results })
}

/// Notes an attempt; only the holder makes one.
pub fn add(conn: &mut Conn, viewer: &Viewer, id: i64, attempt: &Attempt, now: NaiveDateTime) -> Result<(), Error> {
    let callback = store::find_visible(conn, viewer, id)?;
    if !store::hold_taken_by(conn, id, viewer.staff_id)? {
        let elsewhere = callback.state() == State::Taken;
        return Err(if elsewhere { Error::Forbidden } else { Error::Conflict("error-callback-moved") });
    }
    // As it is now that nobody else changes it: the ladder may have climbed since it was read.
    let mut callback = store::find(conn, id)?;
    diesel::insert_into(callback_attempts::table)
        .values((
            callback_attempts::callback_id.eq(id),
            callback_attempts::staff_id.eq(viewer.staff_id),
            callback_attempts::result.eq(attempt.result.code()),
            callback_attempts::call_again_at.eq(attempt.call_again_at),
            callback_attempts::note.eq(&attempt.note),
            callback_attempts::attempted_at.eq(now),
        ))
        .execute(conn)?;
    ladder::attempted(conn, &mut callback, attempt, now)?;
    Ok(crate::audit::by(conn, viewer, now, "attempt", "callbacks", id)?)
}
