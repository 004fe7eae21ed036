//! The way to every page of administration.

use crate::error::Error;
use crate::web::Page;
use actix_web::HttpResponse;

pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    page.render("overview/administration.html", &serde_json::json!({}))
}
