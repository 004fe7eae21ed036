//! My day and the company page.

use super::{company, my_day};
use crate::error::Error;
use crate::routes::{READERS, WORKERS};
use crate::web::paging::Cursor;
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    after: String,
    done: Option<i64>,
    person: Option<i64>,
}

pub async fn my_day(viewer: Viewer, page: Page, query: web::Query<Query>) -> Result<HttpResponse, Error> {
    let rights = my_day::Rights { may_read: READERS.allows(&viewer), may_work: WORKERS.allows(&viewer) };
    let now = page.app.now();
    let view = page.app.db.read(move |conn| my_day::load(conn, &viewer, rights, now, query.done)).await?;
    page.render("overview/my_day.html", &view)
}

pub async fn company(viewer: Viewer, page: Page, id: web::Path<i64>, query: web::Query<Query>) -> Result<HttpResponse, Error> {
    let asked = company::Asked {
        company_id: *id,
        after: Cursor::decode(&query.after),
        done: query.done,
        person: query.person,
        lang: page.lang(),
        now: page.app.now(),
        may_work: WORKERS.allows(&viewer),
    };
    let view = page.app.db.read(move |conn| company::load(conn, &viewer, asked)).await?;
    page.about_company(*id).render("overview/company.html", &view)
}
