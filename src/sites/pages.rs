//! Adding, correcting, ending and reopening sites. They are listed on the company page.

use super::form::SiteForm;
use super::store::{self, Site};
use crate::companies::store::{self as companies, Summary};
use crate::companies::views::municipality_choices;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::edits::{self, Unsaved};
use crate::web::once::once;
use crate::web::{Flash, FormView, Options, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::Serialize;

#[derive(Serialize)]
struct SiteView {
    form: FormView,
    company: Summary,
    /// The site, unless it is a new one.
    site: Option<Site>,
    municipalities: Options,
}

impl SiteView {
    fn of(form: FormView, company: Summary, site: Option<Site>, lang: Lang) -> Self {
        let current = site.as_ref().map(|site| site.municipality.as_str()).unwrap_or_default();
        Self { municipalities: municipality_choices(lang, current), form, company, site }
    }
}

fn company(conn: &mut Conn, id: i64) -> Result<Summary, Error> {
    companies::summary(conn, id)?.ok_or(Error::NotFound)
}

/// A site where the company is, with it.
fn open(conn: &mut Conn, id: i64) -> Result<(Site, Summary), Error> {
    let site = store::find(conn, id)?.filter(|site| site.ended_at.is_none()).ok_or(Error::NotFound)?;
    let company = company(conn, site.company_id)?;
    Ok((site, company))
}

pub async fn new(page: Page, company_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = company_id.into_inner();
    let company = page.app.db.read(move |conn| company(conn, id)).await?;
    let view = SiteView::of(page.form(&SiteForm::default()).await?, company, None, page.lang());
    page.about_company(id).render("sites/new.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<SiteForm>) -> Result<HttpResponse, Error> {
    let (company_id, form) = (company_id.into_inner(), form.into_inner());
    let company = page.app.db.read(move |conn| company(conn, company_id)).await?;
    let details = match form.finish(page.app.today(), "") {
        Ok(details) => details,
        Err(errors) => return refuse(page, "sites/new.html", &form, &errors.into(), (company, None)),
    };
    let (now, author) = (page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let add = move |conn: &mut Conn| {
        once(conn, &form.once, viewer.staff_id, now, |conn| {
            store::add(conn, company_id, &details, author, now)?;
            Ok(place(company_id))
        })
    };
    let location = page.app.db.write(add).await?;
    Ok(page.redirect(&location, Some(Flash::success("flash-site-added"))))
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = id.into_inner();
    let (site, company) = page.app.db.read(move |conn| open(conn, id)).await?;
    let (form, company_id) = (page.edit_form(&SiteForm::of(&site)).await?, company.id);
    let view = SiteView::of(form, company, Some(site), page.lang());
    page.about_company(company_id).render("sites/edit.html", &view)
}

pub async fn update(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<SiteForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (id.into_inner(), form.into_inner());
    let (site, company) = page.app.db.read(move |conn| open(conn, id)).await?;
    let (now, today, author, typed) = (page.app.now(), page.app.today(), (viewer.organisation_id, viewer.staff_id), form.clone());
    let saved = page.app.db.write(move |conn| {
        let site = store::hold(conn, id)?.ok_or(Error::NotFound)?;
        let merged = edits::settle(conn, ("sites", id), &typed, &SiteForm::of(&site))?;
        Ok(match merged.and_then(|merged| Ok(merged.finish(today, &site.municipality)?)) {
            Ok(details) => Ok(store::edit(conn, id, &details, author, now)?),
            Err(refusal) => Err(refusal),
        })
    });
    match saved.await? {
        Ok(()) => Ok(page.redirect(&place(company.id), Some(Flash::success("flash-site-saved")))),
        Err(refusal) => refuse(page, "sites/edit.html", &form, &refusal, (company, Some(site))),
    }
}

/// `POST /sites/{id}/ending`
pub async fn end(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    mark(&viewer, &page, *id, (store::end, "flash-site-ended")).await
}

/// `POST /sites/{id}/reopening`: it had not ended.
pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    mark(&viewer, &page, *id, (store::reopen, "flash-site-reopened")).await
}

type Deed = fn(&mut Conn, i64, (i64, i64), NaiveDateTime) -> QueryResult<bool>;

async fn mark(viewer: &Viewer, page: &Page, id: i64, (deed, flash): (Deed, &str)) -> Result<HttpResponse, Error> {
    let (now, author) = (page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let write = move |conn: &mut Conn| {
        let site = store::hold(conn, id)?.ok_or(Error::NotFound)?;
        Ok((site.company_id, deed(conn, id, author, now)?))
    };
    let (company_id, changed) = page.app.db.write(write).await?;
    Ok(page.redirect(&place(company_id), changed.then(|| Flash::success(flash))))
}

/// Where a company's sites are listed.
fn place(company_id: i64) -> String {
    format!("/companies/{company_id}#sites")
}

fn refuse(
    page: Page,
    template: &str,
    form: &SiteForm,
    refusal: &Unsaved,
    (company, site): (Summary, Option<Site>),
) -> Result<HttpResponse, Error> {
    let (company_id, lang) = (company.id, page.lang());
    let view = SiteView::of(FormView::unsaved(form, refusal, lang, &form.once), company, site, lang);
    page.about_company(company_id).render_with(refusal.status(), template, &view)
}
