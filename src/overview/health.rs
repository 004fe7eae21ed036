//! `/healthz`: is the service able to work. For a monitor, so plain JSON without personal data, and status 200 as long as
//! pages are served: a mail server's trouble is told, but is no reason to take the service out of use.

use crate::error::Error;
use crate::mail;
use crate::web::Page;
use actix_web::HttpResponse;
use serde_json::json;

pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let (trouble, (waiting, oldest)) = page.app.db.read(|conn| Ok((mail::health::trouble(conn)?, mail::health::waiting(conn)?))).await?;
    let (status, state) = if trouble.is_some() { ("degraded", "trouble") } else { ("ok", "ok") };
    Ok(HttpResponse::Ok().json(json!({
        "status": status,
        "mail": {
            "state": state,
            "trouble_since": trouble.map(|trouble| trouble.since.and_utc()),
            "waiting": waiting,
            "oldest_waiting_since": oldest.map(|oldest| oldest.and_utc()),
        },
    })))
}
