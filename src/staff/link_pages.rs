//! The pages that a mailed link opens. GET only shows, since mail scanners follow links; POST sets the password, uses the
//! link up and signs in.

use super::links::{self, Link, Purpose, Standing};
use super::password_form::NewPassword;
use super::{lockout, pages, passwords, sessions, store};
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Serialize;

#[derive(Serialize)]
struct LinkView {
    form: FormView,
    /// Where the form goes: this page.
    action: String,
    purpose: &'static str,
    name: String,
    email: String,
}

#[derive(Serialize)]
struct RefusalView {
    purpose: &'static str,
    reason: &'static str,
    /// Where a new link can be ordered.
    form: Option<FormView>,
}

pub async fn show_invitation(page: Page, viewer: Option<Viewer>, token: web::Path<String>) -> Result<HttpResponse, Error> {
    show(page, viewer, Purpose::Invitation, &token).await
}

pub async fn show_password(page: Page, viewer: Option<Viewer>, token: web::Path<String>) -> Result<HttpResponse, Error> {
    show(page, viewer, Purpose::Password, &token).await
}

pub async fn accept_invitation(
    page: Page,
    viewer: Option<Viewer>,
    token: web::Path<String>,
    form: web::Form<NewPassword>,
) -> Result<HttpResponse, Error> {
    set(page, viewer, Purpose::Invitation, &token, &form).await
}

pub async fn set_password(
    page: Page,
    viewer: Option<Viewer>,
    token: web::Path<String>,
    form: web::Form<NewPassword>,
) -> Result<HttpResponse, Error> {
    set(page, viewer, Purpose::Password, &token, &form).await
}

/// Why a link shows no form.
#[derive(Clone, Copy)]
enum Refusal {
    Unknown,
    /// Someone else is signed in with this browser.
    OtherPerson,
    Standing(Standing),
}

async fn find(page: &Page, viewer: Option<&Viewer>, purpose: Purpose, token: &str) -> Result<Result<Link, Refusal>, Error> {
    let (token, now) = (token.to_owned(), page.app.now());
    let found = page.app.db.read(move |conn| Ok(links::find(conn, purpose, &token, now)?)).await?;
    Ok(match found {
        None => Err(Refusal::Unknown),
        Some(link) if link.standing != Standing::Live => Err(Refusal::Standing(link.standing)),
        Some(link) if viewer.is_some_and(|viewer| viewer.staff_id != link.staff_id) => Err(Refusal::OtherPerson),
        Some(link) => Ok(link),
    })
}

async fn show(page: Page, viewer: Option<Viewer>, purpose: Purpose, token: &str) -> Result<HttpResponse, Error> {
    match find(&page, viewer.as_ref(), purpose, token).await? {
        Ok(link) => page.render("staff/link.html", &view(link, purpose, token, FormView::fresh(&NewPassword::default()))),
        Err(refusal) => refuse(&page, purpose, refusal),
    }
}

async fn set(page: Page, viewer: Option<Viewer>, purpose: Purpose, token: &str, form: &NewPassword) -> Result<HttpResponse, Error> {
    let link = match find(&page, viewer.as_ref(), purpose, token).await? {
        Ok(link) => link,
        Err(refusal) => return refuse(&page, purpose, refusal),
    };
    let password = match form.finish(&link.email, &link.name) {
        Ok(password) => password,
        Err(errors) => return refuse_form(&page, purpose, token, link, form, &errors),
    };
    let hash = passwords::hash_apart(password).await?;
    let now = page.app.now();
    match page.app.db.write(move |conn| enter(conn, &link, &hash, now)).await? {
        Some(session) => pages::enter(&page, "/", session, Some(Flash::success("flash-password-set"))),
        // Used, withdrawn or closed since it was looked at: the page says which.
        None => {
            let refusal = find(&page, viewer.as_ref(), purpose, token).await?.err();
            refuse(&page, purpose, refusal.unwrap_or(Refusal::Standing(Standing::Used)))
        }
    }
}

/// Uses the link up, sets the password, ends the other sessions and begins one. None if the link is not live any more.
fn enter(conn: &mut Conn, link: &Link, hash: &str, now: NaiveDateTime) -> Result<Option<String>, Error> {
    let today = crate::i18n::helsinki(now).date_naive();
    let Some(membership) = store::first_access(conn, link.staff_id, today)? else { return Ok(None) };
    if !store::hold_active(conn, link.staff_id)? || !links::use_up(conn, link.id, now)? {
        return Ok(None);
    }
    store::set_password(conn, link.staff_id, hash, now)?;
    sessions::revoke_all(conn, link.staff_id, now)?;
    lockout::clear(conn, &link.email)?;
    audit::record(conn, now, Some(link.staff_id), None, "set_password", "staff", link.staff_id)?;
    Ok(Some(sessions::begin(conn, membership, now)?))
}

fn view(link: Link, purpose: Purpose, token: &str, form: FormView) -> LinkView {
    LinkView { form, action: address(purpose, token), purpose: purpose.code(), name: link.name, email: link.email }
}

/// The path of a link.
pub fn address(purpose: Purpose, token: &str) -> String {
    match purpose {
        Purpose::Invitation => format!("/invitations/{token}"),
        Purpose::Password => format!("/password/{token}"),
    }
}

fn refuse_form(page: &Page, purpose: Purpose, token: &str, link: Link, form: &NewPassword, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), "");
    page.render_refused("staff/link.html", &view(link, purpose, token, form))
}

fn refuse(page: &Page, purpose: Purpose, refusal: Refusal) -> Result<HttpResponse, Error> {
    let (status, reason) = match refusal {
        Refusal::Unknown => (StatusCode::NOT_FOUND, "unknown"),
        Refusal::OtherPerson => (StatusCode::CONFLICT, "other-person"),
        Refusal::Standing(Standing::Live | Standing::Used) => (StatusCode::GONE, "used"),
        Refusal::Standing(Standing::Expired) => (StatusCode::GONE, "expired"),
        Refusal::Standing(Standing::Withdrawn) => (StatusCode::GONE, "withdrawn"),
        Refusal::Standing(Standing::Closed) => (StatusCode::GONE, "closed"),
        Refusal::Standing(Standing::Ended) => (StatusCode::GONE, "ended"),
    };
    let orders = purpose == Purpose::Password && reason == "expired";
    let form = orders.then(|| FormView::fresh(&super::forgotten::RequestForm::default()));
    page.render_with(status, "staff/link_refused.html", &RefusalView { purpose: purpose.code(), reason, form })
}
