//! `/healthz`: is the service able to work. For a monitor, so plain JSON without personal data.

use crate::error::Error;
use crate::web::Page;
use actix_web::HttpResponse;
use serde_json::json;

pub async fn show(_page: Page) -> Result<HttpResponse, Error> {
    Ok(HttpResponse::Ok().json(json!({ "status": "ok" })))
}
