//! Putting a tag on a company and taking it off, from the company page; which tags there are, while one types.

use super::form::TagForm;
use super::store;
use crate::companies::list::holds_personal_identity_code;
use crate::companies::store::{Summary, summary};
use crate::companies::suggestions::{Asked, Suggestion, answer};
use crate::error::Error;
use crate::identifiers::name::fold;
use crate::web::{Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const MOST: usize = 10;

#[derive(Serialize)]
struct TagView {
    form: FormView,
    company: Summary,
}

/// `POST /companies/{id}/tags`
pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<TagForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (*company_id, form.into_inner(), page.app.now());
    let company = page.app.db.read(move |conn| summary(conn, id)?.ok_or(Error::NotFound)).await?;
    match form.finish(page.app.today()) {
        Ok(name) => {
            let added = page.app.db.write(move |conn| store::add(conn, &viewer, id, &name, now)).await?;
            Ok(page.redirect(&place(id), added.then(|| Flash::success("flash-tag-added"))))
        }
        Err(errors) => {
            let form = FormView::refused(&form, &errors, page.lang(), &form.once);
            page.about_company(id).render_refused("companies/tag.html", &TagView { form, company })
        }
    }
}

/// `POST /companies/{id}/tags/{tag}/removal`
pub async fn remove(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let (ids, now) = (ids.into_inner(), page.app.now());
    let write = move |conn: &mut crate::db::Conn| {
        summary(conn, ids.0)?.ok_or(Error::NotFound)?;
        store::find(conn, ids.1)?.ok_or(Error::NotFound)?;
        Ok(store::remove(conn, &viewer, ids, now)?)
    };
    let removed = page.app.db.write(write).await?;
    Ok(page.redirect(&place(ids.0), removed.then(|| Flash::success("flash-tag-removed"))))
}

/// Where a company's tags are.
fn place(company_id: i64) -> String {
    format!("/companies/{company_id}#tags")
}

/// `GET /companies/tags`: those whose name begins with the text, then those that hold it.
pub async fn suggestions(page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let typed = fold(&asked.q);
    if typed.is_empty() || holds_personal_identity_code(&page, &asked.q) {
        return Ok(answer(&Vec::new()));
    }
    let mut found = page.app.db.read(|conn| Ok(store::all(conn)?)).await?;
    found.retain(|tag| fold(&tag.1).contains(&typed));
    found.sort_by_key(|tag| !fold(&tag.1).starts_with(&typed));
    let suggestion = |(id, label): (i64, String)| Suggestion { id: id.to_string(), label, hint: String::new(), warning: None, href: None };
    Ok(answer(&found.into_iter().take(MOST).map(suggestion).collect()))
}
