//! `GET /feeds/{token}.ics`: what a calendar program reads. The address is the key; there is no session.

use super::{content, render, store};
use crate::error::Error;
use crate::web::{Page, token};
use actix_web::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use actix_web::{HttpRequest, HttpResponse, web};

pub async fn show(page: Page, request: HttpRequest, secret: web::Path<String>) -> Result<HttpResponse, Error> {
    let (secret, today) = (secret.into_inner(), page.app.today());
    let content = page
        .app
        .db
        .read(move |conn| {
            let feed = store::find(conn, &secret)?.ok_or(Error::NotFound)?;
            content::load(conn, &feed, today)?.ok_or(Error::NotFound)
        })
        .await?;
    let text = render::render(&content, &page.app.config.base_url);
    let tag = format!("\"{}\"", token::digest(&text));
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // A proxy that compresses marks the tag as weak.
    let is_known = known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag);
    let mut answer = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer.insert_header((ETAG, tag)).insert_header((CACHE_CONTROL, "private"));
    Ok(if is_known { answer.finish() } else { answer.content_type("text/calendar; charset=utf-8").body(text) })
}
