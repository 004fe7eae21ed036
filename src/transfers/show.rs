//! The page of one import: what each row would do, or did; and its refused rows as a file.

use super::store::{self, lines};
use super::undoing;
use super::view::ShowView;
use super::{Outcome, State};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::transfers::export::csv;
use crate::transfers::export::value::Value;
use crate::web::paging::PAGE_SIZE;
use crate::web::{Page, Viewer};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The code of an `Outcome`, or empty for all rows.
    pub show: String,
    /// The line after which the page begins.
    pub after: String,
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>, wanted: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let (id, wanted) = (*id, wanted.into_inner());
    let state = {
        let viewer = viewer.clone();
        page.app.db.read(move |conn| Ok(store::find(conn, &viewer, id)?.ok_or(Error::NotFound)?.state)).await?
    };
    if state == State::Read {
        return Ok(page.redirect(&format!("/transfers/{id}/columns"), None));
    }
    let view = load(viewer, &page, id, wanted, Vec::new()).await?;
    page.render("transfers/show.html", &view)
}

/// The page again: the import can't be taken back, since these rows have been worked on.
pub async fn refused(viewer: Viewer, page: Page, id: i64, touched: Vec<i64>) -> Result<HttpResponse, Error> {
    let view = load(viewer, &page, id, Wanted::default(), touched).await?;
    page.render_with(StatusCode::CONFLICT, "transfers/show.html", &view)
}

async fn load(viewer: Viewer, page: &Page, id: i64, wanted: Wanted, touched: Vec<i64>) -> Result<ShowView, Error> {
    let (lang, app) = (page.lang(), page.app.clone());
    page.app
        .db
        .read(move |conn| {
            let transfer = store::find(conn, &viewer, id)?.ok_or(Error::NotFound)?;
            let counts = lines::counts(conn, id)?;
            let after = wanted.after.parse().unwrap_or_default();
            let outcome = Outcome::from_code(&wanted.show);
            let rows = lines::page(conn, id, outcome, (after, PAGE_SIZE + 1))?;
            let in_the_way = undoing::titles(conn, id, &touched)?;
            let may_undo = undoing::is_undoable(&transfer, &app);
            Ok(ShowView::of(transfer, &counts, rows, (outcome, after), (may_undo, in_the_way), lang))
        })
        .await
}

/// The refused rows with what is wrong with them, to mend and to bring in again.
pub async fn refusals(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, lang) = (*id, page.lang());
    let load = move |conn: &mut Conn| {
        let transfer = store::find(conn, &viewer, id)?.ok_or(Error::NotFound)?;
        let rows = lines::page(conn, id, Some(Outcome::Refused), (0, usize::MAX >> 1))?;
        Ok((transfer, rows))
    };
    let (transfer, rows) = page.app.db.read(load).await?;
    let mut heading = vec![i18n::text(lang, "transfer-line"), i18n::text(lang, "transfer-problem")];
    heading.extend(transfer.headings);
    let mut body = csv::begin();
    body.extend(csv::row(heading.into_iter().map(Value::Text)));
    for row in rows {
        let told = row.told.problems.iter().map(|problem| problem.in_words(lang));
        let first = [Value::Number(row.line), Value::Text(told.collect::<Vec<_>>().join(" "))];
        body.extend(csv::row(first.into_iter().chain(row.cells.into_iter().map(Value::Text))));
    }
    Ok(HttpResponse::Ok()
        .content_type(csv::CONTENT_TYPE)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}-{id}.csv\"", i18n::text(lang, "transfer-refusals-file")),
        ))
        .body(body))
}
