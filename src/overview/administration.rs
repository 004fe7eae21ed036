//! The way to every page of administration that the viewer may open.

use crate::error::Error;
use crate::routes::ADMINISTRATORS;
use crate::web::{Page, Viewer};
use actix_web::HttpResponse;
use serde::Serialize;

#[derive(Serialize)]
struct AdministrationView {
    /// Sets up what all organisations share.
    shared: bool,
}

pub async fn show(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    page.render("overview/administration.html", &AdministrationView { shared: ADMINISTRATORS.allows(&viewer) })
}
