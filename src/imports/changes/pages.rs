//! The page of the report.

use super::view::ReportView;
use super::{Show, store};
use crate::error::Error;
use crate::imports;
use crate::imports::view::ImportView;
use crate::web::Page;
use crate::web::paging::PAGE_SIZE;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The code of a `Show`; otherwise the first one that holds something.
    show: String,
    /// The row after which the page begins.
    after: String,
}

pub async fn show(page: Page, id: web::Path<i64>, wanted: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let (id, lang) = (*id, page.lang());
    let view = page.app.db.read(move |conn| {
        let import = imports::store::find(conn, id)?.ok_or(Error::NotFound)?;
        let counts = store::counts(conn, id)?;
        let full = Show::ALL.into_iter().find(|show| counts.get(show).is_some_and(|count| *count > 0));
        let show = Show::from_code(&wanted.show).or(full).unwrap_or(Show::Changed);
        let after = wanted.after.parse().unwrap_or_default();
        let changes = store::page(conn, id, show, (after, PAGE_SIZE + 1))?;
        let ours = if show == Show::HandEdits { store::ours(conn, &changes)? } else { Default::default() };
        Ok(ReportView::of(ImportView::of(import, lang), &counts, (changes, ours), (show, after), lang))
    });
    page.render("imports/changes.html", &view.await?)
}
