//! The deeds on a call-back that need no form: claim, release, cancel, reopen.

use super::transition::{self, Deed};
use super::{State, show, store};
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};

/// One gets it; the other is told who has it. Claiming what one holds already changes nothing.
pub async fn claim(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = id.into_inner();
    let conflict = match make(&viewer, &page, id, Deed::Claim).await {
        Ok(()) => return Ok(back(&page, id, "flash-callback-claimed")),
        Err(error @ Error::Conflict(_)) => error,
        Err(error) => return Err(error),
    };
    let reader = viewer.clone();
    let callback = page.app.db.read(move |conn| Ok(store::find_visible(conn, &reader, id)?)).await?;
    match callback.holder_id.filter(|_| callback.state() == State::Taken) {
        Some(holder) if holder == viewer.staff_id => Ok(back(&page, id, "flash-callback-claimed")),
        Some(_) => show::taken_by_another(viewer, page, id).await,
        None => Err(conflict),
    }
}

pub async fn release(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    make(&viewer, &page, *id, Deed::Release).await?;
    Ok(back(&page, *id, "flash-callback-released"))
}

pub async fn cancel(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    make(&viewer, &page, *id, Deed::Cancel).await?;
    Ok(back(&page, *id, "flash-callback-cancelled"))
}

pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    make(&viewer, &page, *id, Deed::Reopen).await?;
    Ok(back(&page, *id, "flash-callback-reopened"))
}

async fn make(viewer: &Viewer, page: &Page, id: i64, deed: Deed) -> Result<(), Error> {
    let (app, viewer) = (page.app.clone(), viewer.clone());
    page.app.db.write(move |conn| transition::make(conn, &app, &viewer, id, &deed)).await?;
    page.app.mail.notify_one();
    Ok(())
}

fn back(page: &Page, id: i64, flash: &str) -> HttpResponse {
    page.redirect(&format!("/callbacks/{id}"), Some(Flash::success(flash)))
}
