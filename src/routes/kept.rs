//! What was typed is kept: the gate takes a form's text along in front of its handler. A form that could not be saved becomes
//! its author's draft, a saved one leaves none behind.

use super::find;
use crate::app::App;
use crate::web::drafts;
use crate::web::typed::Typed;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::header::CONTENT_TYPE;
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Bytes, BytesMut};
use actix_web::{HttpMessage, HttpRequest, error};
use futures_util::{StreamExt, stream};

/// The largest form, in bytes.
pub const FORM_LIMIT: usize = 256 * 1024;

/// Reads a sent form and puts it back for its handler. None if it isn't one that is kept.
pub async fn take(app: &App, request: &mut ServiceRequest) -> Result<Option<Typed>, actix_web::Error> {
    let kind = request.headers().get(CONTENT_TYPE).map(|kind| kind.as_bytes()).unwrap_or_default();
    if request.method() != Method::POST || !kind.starts_with(b"application/x-www-form-urlencoded") {
        return Ok(None);
    }
    let body = read(request.take_payload()).await?;
    let typed = Typed::read(&body, app.today()).filter(|typed| is_page(request.request(), typed.address()));
    request.set_payload(Payload::from(stream::once(async { Ok(body) }).boxed_local()));
    Ok(typed)
}

async fn read(mut payload: Payload) -> Result<Bytes, actix_web::Error> {
    let mut body = BytesMut::new();
    while let Some(part) = payload.next().await {
        let part = part?;
        if body.len() + part.len() > FORM_LIMIT {
            return Err(error::ErrorPayloadTooLarge("the form is too large"));
        }
        body.extend_from_slice(&part);
    }
    Ok(body.freeze())
}

/// One of our pages, and none whose address is a key to an account: a draft is kept of no other.
fn is_page(request: &HttpRequest, address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let pattern = request.resource_map().match_pattern(path);
    pattern.is_some_and(|pattern| !pattern.contains("{token}") && find(&Method::GET, &pattern).is_some())
}

/// After the handler: a redirect means that the form is saved. The answer stands whatever becomes of the draft.
pub async fn settle(app: &App, typed: Typed, status: StatusCode) {
    let now = app.now();
    let settled = match status {
        StatusCode::SEE_OTHER => app.db.write(move |conn| Ok(drafts::remove(conn, typed.author, &typed.page)?)).await,
        status if status.is_success() => Ok(()),
        _ => app.db.write(move |conn| Ok(drafts::put(conn, &typed, now)?)).await,
    };
    if let Err(error) = settled {
        tracing::error!(%error, "a draft is not settled");
    }
}
