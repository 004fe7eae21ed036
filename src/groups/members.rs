//! Companies that come into a group and leave it, and which of them is the parent.

use super::pages::{load, view};
use super::store::{self, Group};
use crate::companies::chosen;
use crate::db::Conn;
use crate::error::Error;
use crate::web::forms::clean;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// What the page of a group asks for: its name, and another company.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Fields {
    pub group: String,
    /// A company's name or business id.
    pub company: String,
    pub company_id: String,
}

pub fn fields(group: &Group) -> Fields {
    Fields { group: group.name.clone(), ..Fields::default() }
}

/// `POST /groups/{id}/members`
pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, typed: web::Form<Fields>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let group = load(&page, id).await?;
    let typed = Fields { company: clean(&typed.company), company_id: clean(&typed.company_id), ..fields(&group) };
    let (asked, author) = (typed.clone(), viewer.clone());
    let add = move |conn: &mut Conn| {
        let Some(company) = chosen(conn, &asked.company_id, &asked.company)? else { return Err(Error::Conflict("error-group-company")) };
        store::add(conn, &author, (id, company), now)
    };
    match page.app.db.write(add).await {
        Ok(added) => Ok(page.redirect(&format!("/groups/{id}"), added.then(|| Flash::success("flash-group-joined")))),
        Err(Error::Conflict(key)) => {
            let form = FormView::refused(&typed, &Errors::one("company", key), page.lang(), "");
            page.render_refused("groups/show.html", &view(&viewer, &page, group, form))
        }
        Err(error) => Err(error),
    }
}

/// `POST /groups/{id}/members/{company}/removal`
pub async fn remove(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let (ids, now) = (ids.into_inner(), page.app.now());
    let write = move |conn: &mut Conn| {
        store::find(conn, ids.0)?.ok_or(Error::NotFound)?;
        crate::companies::store::summary(conn, ids.1)?.ok_or(Error::NotFound)?;
        Ok(store::leave(conn, &viewer, ids, now)?)
    };
    let left = page.app.db.write(write).await?;
    Ok(page.redirect(&format!("/groups/{}", ids.0), left.then(|| Flash::success("flash-group-left"))))
}

/// `POST /groups/{id}/members/{company}/parenthood`: it is the parent company.
pub async fn set_parent(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let (id, company) = ids.into_inner();
    parent(&viewer, &page, (id, Some(company))).await
}

/// `POST /groups/{id}/parenthood/removal`: nobody knows the parent.
pub async fn remove_parent(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    parent(&viewer, &page, (*id, None)).await
}

async fn parent(viewer: &Viewer, page: &Page, ids: (i64, Option<i64>)) -> Result<HttpResponse, Error> {
    let (author, now) = (viewer.clone(), page.app.now());
    let set = page.app.db.write(move |conn| store::set_parent(conn, &author, ids, now)).await?;
    Ok(page.redirect(&format!("/groups/{}", ids.0), set.then(|| Flash::success("flash-group-saved"))))
}
