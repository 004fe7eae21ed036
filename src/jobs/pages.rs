//! The page of the jobs: when each succeeded last, and what went wrong. For the host's administrators.

use super::{Done, Health, Job, Outcome, health, runner};
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use crate::{audit, schedule};
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct ListView {
    jobs: Vec<Health>,
}

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    let jobs = page.app.db.read(move |conn| Ok(health(conn, schedule::JOBS, now)?)).await?;
    page.render("jobs/list.html", &ListView { jobs })
}

/// Runs one now. A run that is in hand already does it.
pub async fn run(viewer: Viewer, page: Page, name: web::Path<String>) -> Result<HttpResponse, Error> {
    let job: Job = schedule::JOBS.iter().copied().find(|job| job.name == name.as_str()).ok_or(Error::NotFound)?;
    let now = page.app.now();
    page.app.db.write(move |conn| Ok(audit::by(conn, &viewer, now, "run", job.name, 0)?)).await?;
    // On its own: a browser that goes away meanwhile stops no run halfway, with its lease kept.
    let app = page.app.clone();
    let ran = actix_web::rt::spawn(async move { runner::run(&app, job).await }).await;
    let flash = match ran {
        Ok(Ok(Outcome::Ran(Done { failure: None, .. }))) => Flash::success("flash-job-ran"),
        Ok(Ok(Outcome::NotOurs)) => Flash::warning("flash-job-runs-already"),
        Ok(Ok(Outcome::Ran(_)) | Err(_)) | Err(_) => Flash::warning("flash-job-failed"),
    };
    page.app.mail.notify_one();
    Ok(page.redirect("/admin/jobs", Some(flash)))
}
