//! A company that a person added can only be marked as ended by a person, and taken back; of the others the register tells.

use super::BY_HAND;
use super::store::{self, Company};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::web::forms::Fields;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct EndingForm {
    /// The last day, d.m.yyyy or yyyy-mm-dd.
    ended_on: String,
    once: String,
}

#[derive(Serialize)]
struct EndingView {
    form: FormView,
    id: i64,
    name: String,
}

fn by_hand(conn: &mut Conn, id: i64) -> Result<Company, Error> {
    let company = store::find(conn, id)?.ok_or(Error::NotFound)?;
    if company.source == BY_HAND { Ok(company) } else { Err(Error::Conflict("error-company-of-register")) }
}

pub async fn new(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = id.into_inner();
    let company = page.app.db.read(move |conn| by_hand(conn, id)).await?;
    let form = EndingForm { ended_on: i18n::date(page.app.today()), ..EndingForm::default() };
    let view = EndingView { form: page.form(&form).await?, id, name: company.name };
    page.about_company(id).render("companies/ending.html", &view)
}

pub async fn end(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<EndingForm>) -> Result<HttpResponse, Error> {
    let (id, form, today, now) = (id.into_inner(), form.into_inner(), page.app.today(), page.app.now());
    let company = page.app.db.read(move |conn| by_hand(conn, id)).await?;
    let mut fields = Fields::new(today);
    let day = fields.date("ended_on", &form.ended_on);
    match day {
        None if fields.errors.is_empty() => fields.errors.add("ended_on", "error-required"),
        Some(day) if day > today => fields.errors.add("ended_on", "error-company-ends-later"),
        _ => {}
    }
    let Ok(day) = fields.errors.clone().finish(day, "") else { return refuse(page, &company, &form, &fields.errors) };
    let author = (viewer.organisation_id, viewer.staff_id);
    let ended = mark(&page, id, Some(day), author, now).await?;
    Ok(page.redirect(&format!("/companies/{id}"), ended.then(|| Flash::success("flash-company-ended"))))
}

/// `POST /companies/{id}/reopening`: it had not ended.
pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, author) = (id.into_inner(), page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let reopened = mark(&page, id, None, author, now).await?;
    Ok(page.redirect(&format!("/companies/{id}"), reopened.then(|| Flash::success("flash-company-reopened"))))
}

/// False if it was so already.
async fn mark(page: &Page, id: i64, ended_on: Option<NaiveDate>, author: (i64, i64), now: NaiveDateTime) -> Result<bool, Error> {
    page.app
        .db
        .write(move |conn| {
            store::hold(conn, id)?;
            let company = by_hand(conn, id)?;
            Ok(store::end(conn, &company, ended_on, author, now)?)
        })
        .await
}

fn refuse(page: Page, company: &Company, form: &EndingForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), &form.once);
    let view = EndingView { form, id: company.id, name: company.name.clone() };
    page.about_company(company.id).render_refused("companies/ending.html", &view)
}
