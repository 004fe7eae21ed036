//! A list ends, and is opened again.

use super::{address, store};
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};

/// `POST /call-lists/{id}/ending`
pub async fn end(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    set(viewer, page, *id, true, "flash-call-list-ended").await
}

/// `POST /call-lists/{id}/reopening`
pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    set(viewer, page, *id, false, "flash-call-list-reopened").await
}

async fn set(viewer: Viewer, page: Page, id: i64, ended: bool, told: &'static str) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    let changed = page.app.db.write(move |conn| Ok(store::set_ended(conn, &viewer, id, ended, now)?)).await?;
    Ok(page.redirect(&address(id), changed.then(|| Flash::success(told))))
}
