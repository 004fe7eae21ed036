//! The old addresses of a merged company lead on to the one that stayed: its pages, and the forms that were open meanwhile.

use super::store;
use crate::app::App;
use crate::companies::store::{self as companies, Summary};
use crate::db::Conn;
use crate::error::Error;
use crate::web::Flash;
use actix_web::http::header::LOCATION;
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};
use diesel::QueryResult;

/// What is about a company itself: done to the merged one it would hit another.
const ABOUT_ITSELF: [&str; 4] = ["ending", "reopening", "restorations", "merges"];

/// The company that an address means by `company=7`: the one that stayed, if it has been merged away since.
pub fn meant(conn: &mut Conn, typed: &str) -> QueryResult<Option<Summary>> {
    let Ok(id) = typed.trim().parse() else { return Ok(None) };
    let id = store::forward(conn, id)?.unwrap_or(id);
    companies::summary(conn, id)
}

/// The answer for a request to a company's address that found nothing there; none if no company was merged away from it.
/// A form that adds something goes along with what was typed (307); nobody's browser remembers the way, since a merge can be
/// undone.
pub async fn lead_on(request: &HttpRequest, status: StatusCode) -> Result<Option<HttpResponse>, Error> {
    if status != StatusCode::NOT_FOUND {
        return Ok(None);
    }
    let mut parts = request.path().splitn(4, '/').skip(2);
    let Some(id) = parts.next().and_then(|id| id.parse::<i64>().ok()) else { return Ok(None) };
    let rest = parts.next();
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("the app is not registered"))?;
    let Some(kept) = app.db.read(move |conn| Ok(store::forward(conn, id)?)).await? else { return Ok(None) };
    let first = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if request.method() == Method::POST && ABOUT_ITSELF.contains(&first) {
        let flash = Flash::warning("flash-company-merged-meanwhile");
        let answer = HttpResponse::SeeOther().insert_header((LOCATION, format!("/companies/{kept}"))).cookie(flash.cookie()).finish();
        return Ok(Some(answer));
    }
    let path = rest.map_or_else(|| format!("/companies/{kept}"), |rest| format!("/companies/{kept}/{rest}"));
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    Ok(Some(HttpResponse::TemporaryRedirect().insert_header((LOCATION, path + &query)).finish()))
}
