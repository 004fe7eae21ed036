//! The list of steps: what is there, what is missing, what comes next. Optional steps can be left out, and taken back.

use super::steps::{self, Step};
use super::store;
use super::view::ListView;
use crate::audit;
use crate::error::Error;
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

const LIST: &str = "/setup";

pub async fn list(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let app = page.app.clone();
    let standings = page.app.db.read(move |conn| Ok(steps::all(conn, &app)?)).await?;
    page.render("set_up/list.html", &ListView::new(&standings, viewer.organisation_id, page.lang()))
}

#[derive(Deserialize)]
pub struct Skip {
    step: String,
}

impl Skip {
    /// Required steps can't be left out.
    fn step(&self) -> Result<Step, Error> {
        Step::from_code(&self.step).filter(|step| !step.is_required()).ok_or(Error::Invalid("error-bad-request"))
    }
}

pub async fn skip(viewer: Viewer, page: Page, form: web::Form<Skip>) -> Result<HttpResponse, Error> {
    let (step, now) = (form.step()?, page.app.now());
    page.app
        .db
        .write(move |conn| {
            if store::skip(conn, step, viewer.staff_id, now)? {
                audit::by(conn, &viewer, now, "skip", "set_up_skips", viewer.organisation_id)?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(LIST, None))
}

pub async fn unskip(viewer: Viewer, page: Page, form: web::Form<Skip>) -> Result<HttpResponse, Error> {
    let (step, now) = (form.step()?, page.app.now());
    page.app
        .db
        .write(move |conn| {
            if store::unskip(conn, step)? {
                audit::by(conn, &viewer, now, "unskip", "set_up_skips", viewer.organisation_id)?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(LIST, None))
}
