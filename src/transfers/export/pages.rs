//! `GET /companies/export`: the register's list, as it is filtered, as a file.

use super::rows::{Companies, Rows};
use super::value::Value;
use super::{Format, csv, store, xlsx};
use crate::app::App;
use crate::companies::filters::Wanted;
use crate::companies::list::holds_personal_identity_code;
use crate::error::Error;
use crate::i18n;
use crate::organisations;
use crate::transfers::Kind;
use crate::web::{Flash, Page, Viewer};
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use futures_util::stream::{self, Stream};
use serde::Deserialize;
use std::sync::Arc;

/// Rows of one workbook, which is made in memory; a CSV has as many as there are.
const MOST_IN_WORKBOOK: usize = 20_000;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The code of a `Kind`.
    kind: Option<String>,
    /// The code of a `Format`.
    format: Option<String>,
}

pub async fn show(viewer: Viewer, page: Page, asked: web::Query<Asked>, wanted: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let kind = asked.kind.as_deref().map_or(Some(Kind::Companies), Kind::from_code).ok_or(Error::NotFound)?;
    let format = asked.format.as_deref().map_or(Some(Format::Csv), Format::from_code).ok_or(Error::NotFound)?;
    if holds_personal_identity_code(&page, &wanted.q) {
        return Ok(page.redirect("/companies", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    let (now, today, lang, actor) = (page.app.now(), page.app.today(), page.lang(), viewer.clone());
    let wanted = wanted.into_inner().tidy().on(today);
    let found = page.app.db.read(move |conn| {
        let wanted = wanted.in_area(organisations::store::municipalities(conn)?);
        Ok((Companies::of(conn, wanted.search())?, wanted.address(None)))
    });
    let (companies, filters) = found.await?;
    let companies = companies.ok_or(Error::Invalid("error-export-text-too-wide"))?;
    let id = page.app.db.write(move |conn| Ok(store::begin(conn, &actor, (kind, format), &filters, now)?)).await?;
    let rows = Rows::of(kind, (lang, today), viewer.organisation_id, companies);
    let title = i18n::text(lang, &format!("transfer-file-{}", kind.code()));
    let name = format!("{title}-{today}.{}", format.code());
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    match format {
        Format::Csv => Ok(response.content_type(csv::CONTENT_TYPE).streaming(lines(page.app.clone(), id, rows))),
        Format::Xlsx => match workbook(&page.app, id, rows, title).await? {
            Some(file) => Ok(response.content_type(xlsx::CONTENT_TYPE).body(file)),
            None => Err(Error::Invalid("error-export-too-long")),
        },
    }
}

/// The next rows, counted before they leave.
async fn next(app: &Arc<App>, id: i64, rows: Rows) -> Result<Option<(Vec<Vec<Value>>, Rows)>, Error> {
    let next = app.db.read(move |conn| Ok(rows.next(conn)?)).await?;
    if let Some(count) = next.as_ref().map(|(rows, _)| rows.len()).filter(|count| *count > 0) {
        app.db.write(move |conn| Ok(store::count(conn, id, count)?)).await?;
    }
    Ok(next)
}

/// A CSV, slice by slice: nobody waits for the whole of it, and it is never in memory.
fn lines(app: Arc<App>, id: i64, rows: Rows) -> impl Stream<Item = Result<web::Bytes, Error>> {
    let mut head = csv::begin();
    head.extend(csv::row(rows.heading().into_iter().map(Value::Text)));
    stream::unfold((head, Some(rows)), move |(mut bytes, rows)| {
        let app = app.clone();
        async move {
            match next(&app, id, rows?).await {
                Ok(Some((values, rest))) => {
                    values.into_iter().for_each(|row| bytes.extend(csv::row(row)));
                    Some((Ok(bytes.into()), (Vec::new(), Some(rest))))
                }
                Ok(None) => None,
                // The answer is under way: all that is left is to break it off.
                Err(error) => Some((Err(error), (Vec::new(), None))),
            }
        }
    })
}

/// None if it would be too long.
async fn workbook(app: &Arc<App>, id: i64, mut rest: Rows, title: String) -> Result<Option<Vec<u8>>, Error> {
    let (heading, mut all) = (rest.heading(), Vec::new());
    while let Some((rows, after)) = next(app, id, rest).await? {
        all.extend(rows);
        rest = after;
        if all.len() > MOST_IN_WORKBOOK {
            return Ok(None);
        }
    }
    let file = web::block(move || xlsx::file(&title, &heading, &all)).await.map_err(Error::internal)?;
    file.map(Some).map_err(Error::internal)
}
