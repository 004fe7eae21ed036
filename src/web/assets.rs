//! Style sheets, scripts and icons: embedded, addressed by their fingerprint, cacheable for ever.

use crate::error::Error;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets"]
#[include = "css/*"]
#[include = "js/*"]
#[include = "icons/*"]
struct Files;

/// `/assets/{fingerprint}/{path}`; None if there is no such file.
pub fn address(path: &str) -> Option<String> {
    Files::get(path).map(|file| format!("/assets/{}/{path}", fingerprint(&file)))
}

/// Whether an asset has this address, whatever its fingerprint.
pub fn is_there(address: &str) -> bool {
    let path = address.strip_prefix("/assets/").and_then(|rest| rest.split_once('/'));
    path.is_some_and(|(_, path)| Files::get(path).is_some())
}

fn fingerprint(file: &EmbeddedFile) -> String {
    URL_SAFE_NO_PAD.encode(&file.metadata.sha256_hash()[..6])
}

pub async fn show(path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (_, path) = path.into_inner();
    let file = Files::get(&path).ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content_type(&path)))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(file.data.into_owned()))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
