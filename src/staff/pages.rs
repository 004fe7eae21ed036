//! Sign-in and sign-out.

use super::form::SignIn;
use super::{lockout, passwords, sessions, store};
use crate::error::Error;
use crate::web::typed::Typed;
use crate::web::{Errors, Flash, FormView, Page, Viewer, drafts, peer};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct SignInView {
    form: FormView,
    /// Nobody can sign in yet: the page says where the first administrator begins.
    is_empty: bool,
}

pub async fn sign_in_form(page: Page, query: web::Query<SignIn>) -> Result<HttpResponse, Error> {
    let form = SignIn { kept: String::new(), ..query.into_inner() };
    let is_empty = page.app.db.read(|conn| Ok(store::is_empty(conn)?)).await?;
    page.render("staff/sign_in.html", &SignInView { form: FormView::fresh(&form), is_empty })
}

/// A form was sent after its session had ended: the sign-in page carries what was typed.
pub fn sign_in_again(page: &Page, typed: &Typed) -> Result<HttpResponse, Error> {
    let form = SignIn { next: typed.page.clone(), kept: typed.to_json(), ..SignIn::default() };
    page.render_with(StatusCode::UNAUTHORIZED, "staff/sign_in.html", &SignInView { form: FormView::fresh(&form), is_empty: false })
}

pub async fn sign_in(page: Page, request: HttpRequest, form: web::Form<SignIn>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let address = store::normal_email(&crate::web::forms::clean(&form.email));
    let now = page.app.now();
    if !page.app.sign_in_limit.take(&peer::address(&request, &page.app.config.proxies), now) {
        return refuse(&page, &form, "error-sign-in-too-many");
    }
    let (looked_up, today) = (address.clone(), page.app.today());
    let (credentials, locked) = page
        .app
        .db
        .read(move |conn| Ok((store::credentials(conn, &looked_up, today)?, lockout::is_locked(conn, &looked_up, now)?)))
        .await?;
    let stored = credentials.as_ref().map(|credentials| credentials.password_hash.clone());
    let right = passwords::verify(form.password.clone(), stored).await?;
    match credentials.filter(|_| right && !locked) {
        Some(credentials) => {
            let kept = Typed::from_json(&form.kept, today);
            let (token, is_other) = page
                .app
                .db
                .write(move |conn| {
                    let author = kept.as_ref().map(|typed| typed.author);
                    let resumed = author.map(|id| store::live_membership(conn, credentials.staff_id, id, today)).transpose()?.flatten();
                    lockout::clear(conn, &address)?;
                    crate::audit::record(conn, now, Some(credentials.staff_id), None, "sign_in", "staff", credentials.staff_id)?;
                    if let Some(typed) = kept.filter(|_| resumed.is_some()) {
                        drafts::put(conn, &typed, now)?;
                    }
                    let token = sessions::begin(conn, resumed.unwrap_or(credentials.membership_id), now)?;
                    Ok((token, author.is_some() && resumed.is_none()))
                })
                .await?;
            match is_other {
                true => enter(&page, "/", token, Some(Flash::warning("flash-kept-for-another"))),
                false => enter(&page, form.destination(), token, None),
            }
        }
        None => {
            if !locked {
                page.app.db.write(move |conn| Ok(lockout::record_failure(conn, &address, now)?)).await?;
            }
            refuse(&page, &form, "error-sign-in")
        }
    }
}

/// Goes on with a session that has just begun.
pub fn enter(page: &Page, destination: &str, token: String, flash: Option<Flash>) -> Result<HttpResponse, Error> {
    let mut response = page.redirect(destination, flash);
    response.add_cookie(&session_cookie(page, token)).map_err(Error::internal)?;
    Ok(response)
}

pub async fn sign_out(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    page.app.db.write(move |conn| Ok(sessions::revoke(conn, viewer.session_id, now)?)).await?;
    let mut response = page.redirect("/login", Some(Flash::success("flash-signed-out")));
    let mut gone = session_cookie(&page, String::new());
    gone.make_removal();
    response.add_cookie(&gone).map_err(Error::internal)?;
    Ok(response)
}

fn refuse(page: &Page, form: &SignIn, key: &'static str) -> Result<HttpResponse, Error> {
    let mut errors = Errors::default();
    errors.add("email", key);
    page.render_refused("staff/sign_in.html", &SignInView { form: FormView::refused(form, &errors, page.lang(), ""), is_empty: false })
}

/// Behind https the `__Host-` prefix lets no other host set it.
pub fn cookie_name(base_url: &str) -> &'static str {
    if base_url.starts_with("https:") { "__Host-session" } else { "session" }
}

/// The cookie that carries a session's token.
fn session_cookie(page: &Page, token: String) -> Cookie<'static> {
    let base_url = &page.app.config.base_url;
    Cookie::build(cookie_name(base_url), token)
        .path("/")
        .http_only(true)
        .secure(base_url.starts_with("https:"))
        .same_site(SameSite::Lax)
        .finish()
}
