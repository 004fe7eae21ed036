//! Putting somebody in charge of a company, from its page.

use super::store::assign;
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct OwnerForm {
    /// An id, or empty for nobody.
    owner: String,
}

/// `POST /companies/{id}/owner`
pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<OwnerForm>) -> Result<HttpResponse, Error> {
    let (id, now) = (*company_id, page.app.now());
    let owner = match form.owner.trim() {
        "" => None,
        typed => Some(typed.parse().map_err(|_| Error::Conflict("error-owner"))?),
    };
    let changed = page.app.db.write(move |conn| assign(conn, &viewer, id, owner, now)).await?;
    Ok(page.redirect(&format!("/companies/{id}#owners"), changed.then(|| Flash::success("flash-owner-saved"))))
}
