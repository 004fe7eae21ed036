//! A group's own page, and how a company comes into a group from its page.

use super::form::GroupForm;
use super::store::{self, Group};
use crate::companies::list::holds_personal_identity_code;
use crate::companies::store::{Summary, summary};
use crate::companies::suggestions::{Asked, Suggestion, answer};
use crate::companies::views::municipality;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args};
use crate::identifiers::name::fold;
use crate::routes::WORKERS;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const MOST: i64 = 10;

#[derive(Serialize)]
struct JoinView {
    form: FormView,
    company: Summary,
}

/// `POST /companies/{id}/group`: the company belongs to the group of this name.
pub async fn join(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<GroupForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (*company_id, form.into_inner(), page.app.now());
    let company = page.app.db.read(move |conn| summary(conn, id)?.ok_or(Error::NotFound)).await?;
    let refuse = |errors: &Errors| {
        let form = FormView::refused(&form, errors, page.lang(), &form.once);
        page.render_refused("groups/join.html", &JoinView { form, company })
    };
    let name = match form.finish(page.app.today()) {
        Ok(name) => name,
        Err(errors) => return refuse(&errors),
    };
    match page.app.db.write(move |conn| store::join(conn, &viewer, id, &name, now)).await {
        Ok(_) => Ok(page.redirect(&format!("/companies/{id}#company-group"), Some(Flash::success("flash-group-joined")))),
        Err(Error::Conflict(key)) => refuse(&Errors::one("group", key)),
        Err(error) => Err(error),
    }
}

#[derive(Serialize)]
pub struct GroupView {
    form: FormView,
    group: Group,
    /// Name and code of where each company is, in the order of the companies.
    places: Vec<String>,
    may_work: bool,
}

pub fn view(viewer: &Viewer, page: &Page, group: Group, form: FormView) -> GroupView {
    let places = group.members.iter().map(|member| municipality(&member.municipality, page.lang()).to_owned()).collect();
    GroupView { form, places, group, may_work: WORKERS.allows(viewer) }
}

pub async fn load(page: &Page, id: i64) -> Result<Group, Error> {
    page.app.db.read(move |conn: &mut Conn| store::find(conn, id)?.ok_or(Error::NotFound)).await
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let group = load(&page, *id).await?;
    let form = FormView::fresh(&super::members::fields(&group));
    page.render("groups/show.html", &view(&viewer, &page, group, form))
}

pub async fn rename(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<GroupForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (*id, form.into_inner(), page.app.now());
    let group = load(&page, id).await?;
    let refuse = |viewer: &Viewer, errors: &Errors| {
        let values = super::members::Fields { group: form.group.clone(), ..super::members::Fields::default() };
        let form = FormView::refused(&values, errors, page.lang(), &form.once);
        page.render_refused("groups/show.html", &view(viewer, &page, group, form))
    };
    let name = match form.finish(page.app.today()) {
        Ok(name) => name,
        Err(errors) => return refuse(&viewer, &errors),
    };
    let author = viewer.clone();
    match page.app.db.write(move |conn| store::rename(conn, &author, id, &name, now)).await {
        Ok(()) => Ok(page.redirect(&format!("/groups/{id}"), Some(Flash::success("flash-group-saved")))),
        Err(Error::Conflict(key)) => refuse(&viewer, &Errors::one("group", key)),
        Err(error) => Err(error),
    }
}

/// `GET /groups/suggestions`
pub async fn suggestions(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let typed = fold(&asked.q);
    if typed.is_empty() || holds_personal_identity_code(&page, &asked.q) {
        return Ok(answer(&Vec::new()));
    }
    let found = page.app.db.read(move |conn| Ok(store::holding(conn, &typed, MOST)?)).await?;
    let hint = |count: i64| i18n::text_with(page.lang(), "company-count", &Args::from([("count".into(), count.into())]));
    let suggestion =
        |(id, label, count): (i64, String, i64)| Suggestion { id: id.to_string(), label, hint: hint(count), warning: None, href: None };
    Ok(answer(&found.into_iter().map(suggestion).collect()))
}
