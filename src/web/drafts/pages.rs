//! Keeping a draft, and starting afresh. What the gate lets through here is the form of the one who is signed in.

use crate::error::Error;
use crate::web::Page;
use crate::web::typed::Typed;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use std::rc::Rc;

/// `POST /drafts`: the script sends the whole form.
pub async fn save(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let typed = typed(&request)?;
    let now = page.app.now();
    page.app.db.write(move |conn| Ok(super::put(conn, &typed, now)?)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /drafts/removal`: the form's page again, without what was left there.
pub async fn remove(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let typed = typed(&request)?;
    let location = typed.page.clone();
    page.app.db.write(move |conn| Ok(super::remove(conn, typed.author, &typed.page)?)).await?;
    Ok(page.redirect(&location, None))
}

/// The form that the gate has read, and found to be its author's.
fn typed(request: &HttpRequest) -> Result<Typed, Error> {
    request.extensions().get::<Rc<Typed>>().map(|typed| Typed::clone(typed)).ok_or(Error::Invalid("error-bad-request"))
}
