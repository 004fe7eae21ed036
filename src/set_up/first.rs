//! The first administrator comes by a link that `serve` prints while there is no account. Its token lives in the memory of
//! the process only, and it opens nothing once the first account exists: from then on every token gets the same answer.

use super::first_form::{First, FirstForm};
use crate::app::App;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::staff::{pages, passwords, sessions, store};
use crate::web::Choice;
use crate::web::{Errors, FormView, Page, Role, token};
use crate::{audit, needs, organisations};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Serialize;

const FORM: &str = "set_up/first.html";

/// What the console says when the service starts; nothing once there is an account.
pub fn console_words(app: &App) -> Result<Option<String>, Error> {
    let is_empty = store::is_empty(&mut *app.db.writer()?)?;
    Ok(is_empty.then(|| {
        format!(
            "\n  Kohtaanto on tyhjä: avaa tämä osoite ja luo ensimmäinen tunnus.\n  \
             Kohtaanto is empty: open this address and make the first account.\n\n  \
             Open {}/setup/{}\n\n  \
             Linkki toimii, kunnes ensimmäinen tunnus on luotu. / The link works until the first account exists.\n",
            app.config.base_url, app.first_token
        )
    }))
}

#[derive(Serialize)]
struct FirstView {
    form: FormView,
    /// Where the form goes: the link itself.
    token: String,
    languages: Vec<Choice>,
}

/// Why a link opens nothing.
#[derive(Serialize)]
struct ClosedView {
    /// There is an account already.
    is_begun: bool,
}

pub async fn form(page: Page, token: web::Path<String>) -> Result<HttpResponse, Error> {
    if let Some(refusal) = refuse(&page, &token).await? {
        return Ok(refusal);
    }
    let form = FirstForm { language: page.lang().code().to_owned(), ..FirstForm::default() };
    page.render(FORM, &view(&page, &token, FormView::fresh(&form)))
}

pub async fn create(page: Page, token: web::Path<String>, form: web::Form<FirstForm>) -> Result<HttpResponse, Error> {
    if let Some(refusal) = refuse(&page, &token).await? {
        return Ok(refusal);
    }
    let form = form.into_inner();
    let first = match form.typed(page.app.today()) {
        Ok(first) => first,
        Err(errors) => return show_again(&page, &token, &form, &errors),
    };
    let password_hash = passwords::hash_apart(first.password.clone()).await?;
    let now = page.app.now();
    match page.app.db.write(move |conn| enter(conn, &first, &password_hash, now)).await? {
        Some(session) => pages::enter(&page, "/setup", session, None),
        None => closed(&page, true),
    }
}

/// The area, its first account and a session for it; none when somebody else was quicker.
fn enter(conn: &mut Conn, first: &First, password_hash: &str, now: NaiveDateTime) -> Result<Option<String>, Error> {
    hold_off_writers(conn, "staff")?;
    if !store::is_empty(conn)? {
        return Ok(None);
    }
    let host = match organisations::store::host(conn)? {
        Some(host) => host,
        None => organisations::store::add(conn, &first.area, true, None, now)?,
    };
    let new = store::NewStaff { email: &first.email, name: &first.name, language: first.language, password_hash };
    let staff_id = store::add(conn, &new, now)?;
    let roles: &[Role] = if first.takes_callbacks { &[Role::Administrator, Role::EmployerTeam] } else { &[Role::Administrator] };
    let membership_id = store::add_membership(conn, staff_id, host, roles)?;
    audit::record(conn, now, Some(staff_id), Some(host), "set_up", "staff", staff_id)?;
    needs::questions::defaults::enter(conn, first.language, None, now)?;
    Ok(Some(sessions::begin(conn, membership_id, now)?))
}

/// The page that a link gets which opens nothing. Once there is an account the right token is worth no more than any other.
async fn refuse(page: &Page, given: &str) -> Result<Option<HttpResponse>, Error> {
    let is_empty = page.app.db.read(|conn| Ok(store::is_empty(conn)?)).await?;
    let is_ours = token::digest(given) == token::digest(&page.app.first_token);
    if is_empty && is_ours { Ok(None) } else { closed(page, !is_empty).map(Some) }
}

fn closed(page: &Page, is_begun: bool) -> Result<HttpResponse, Error> {
    page.render_with(StatusCode::NOT_FOUND, "set_up/closed.html", &ClosedView { is_begun })
}

fn show_again(page: &Page, token: &str, form: &FirstForm, errors: &Errors) -> Result<HttpResponse, Error> {
    page.render_refused(FORM, &view(page, token, FormView::refused(form, errors, page.lang(), "")))
}

fn view(page: &Page, token: &str, form: FormView) -> FirstView {
    FirstView { form, token: token.to_owned(), languages: Choice::languages(page.lang()) }
}
