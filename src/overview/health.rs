//! `/healthz`: is the service able to work. For a monitor, so plain JSON without personal data, and status 200 as long as
//! pages are served: trouble with mail or jobs is told, but is no reason to take the service out of use.

use crate::error::Error;
use crate::web::Page;
use crate::{jobs, mail, schedule};
use actix_web::HttpResponse;
use serde_json::{Value, json};

pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    let (trouble, (waiting, oldest), jobs) = page
        .app
        .db
        .read(move |conn| Ok((mail::health::trouble(conn)?, mail::health::waiting(conn)?, jobs::health(conn, schedule::JOBS, now)?)))
        .await?;
    let state = if trouble.is_some() { "trouble" } else { "ok" };
    let status = if trouble.is_some() || jobs.iter().any(jobs::Health::is_in_trouble) { "degraded" } else { "ok" };
    let jobs: serde_json::Map<String, Value> = jobs.iter().map(|job| (job.name.to_owned(), told(job))).collect();
    Ok(HttpResponse::Ok().json(json!({
        "status": status,
        "mail": {
            "state": state,
            "trouble_since": trouble.map(|trouble| trouble.since.and_utc()),
            "waiting": waiting,
            "oldest_waiting_since": oldest.map(|oldest| oldest.and_utc()),
        },
        "jobs": jobs,
    })))
}

fn told(job: &jobs::Health) -> Value {
    json!({
        "state": if job.is_in_trouble() { "trouble" } else { "ok" },
        "succeeded_at": job.succeeded_at.map(|at| at.and_utc()),
        "failures": job.failures,
    })
}
