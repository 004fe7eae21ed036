//! My day.

use crate::error::Error;
use crate::web::{Page, Viewer};
use actix_web::HttpResponse;

pub async fn my_day(_viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    page.render("overview/my_day.html", &serde_json::json!({}))
}
