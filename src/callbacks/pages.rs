//! Logging a call-back: the form on its own page, in the dialog over any page, and what it saves.

use super::form::CallbackForm;
use super::fragments::{self, Lookup};
use super::store::{self, NewCallback};
use super::{Source, ladder, mails, receiver, record};
use crate::app::App;
use crate::companies::caller;
use crate::db::Conn;
use crate::duplicates::forwards;
use crate::error::Error;
use crate::i18n::Lang;
use crate::identifiers::{name, phone};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use crate::{companies, organisations};
use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct FormPage {
    form: FormView,
    topics: Vec<Choice>,
    sources: Vec<Choice>,
    languages: Vec<Choice>,
    lookup: Lookup,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Preset {
    company: String,
    phone: String,
}

/// `?company=7` and `?phone=…` fill the form in advance.
pub async fn new(viewer: Viewer, page: Page, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let preset = preset.into_inner();
    let now = page.app.now();
    let lang = page.lang();
    let form = page
        .app
        .db
        .read(move |conn| {
            let mut form = CallbackForm { caller_phone: crate::web::forms::clean(&preset.phone), ..CallbackForm::fresh() };
            if let Some(company) = forwards::meant(conn, &preset.company)? {
                form.company_id = company.id.to_string();
                form.company = company.name;
            }
            fill_in_caller(conn, &mut form)?;
            Ok(form)
        })
        .await?;
    let form = page.restore("callback", FormView::fresh(&form)).await?;
    let view = page
        .app
        .db
        .read(move |conn| {
            let lookup = fragments::look_up(conn, &viewer, &form.values(), now)?;
            form_page(conn, lang, form, lookup)
        })
        .await?;
    if page.is_fragment() {
        return page.render_fragment("callbacks/new.html", "form", &view);
    }
    page.render("callbacks/new.html", &view)
}

/// As far as the number tells: the one company that has it, and whose it is there.
fn fill_in_caller(conn: &mut Conn, form: &mut CallbackForm) -> QueryResult<()> {
    let Ok(number) = phone::from_exchange(&form.caller_phone) else { return Ok(()) };
    let mut callers = caller::callers(conn, &number.e164)?;
    callers.retain(|caller| form.company_id.is_empty() || form.company_id == caller.company.company.id.to_string());
    let [one] = callers.as_slice() else { return Ok(()) };
    form.company_id = one.company.company.id.to_string();
    form.company = one.company.company.name.clone();
    form.caller_name = one.person().map(|person| person.name.clone()).unwrap_or_default();
    Ok(())
}

fn form_page(conn: &mut Conn, lang: Lang, form: FormView, lookup: Lookup) -> Result<FormPage, Error> {
    Ok(FormPage {
        form,
        topics: Choice::of_rows(organisations::store::topics(conn)?),
        sources: Choice::of_codes(lang, "callback-source-", Source::ALL.map(Source::code)),
        languages: Choice::languages(lang),
        lookup,
    })
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<CallbackForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let new = match form.parse(page.app.today()) {
        Ok(new) => new,
        Err(errors) => return refuse(viewer, page, form, errors).await,
    };
    let (app, logger, key) = (page.app.clone(), viewer.clone(), form.once.clone());
    let saved = page
        .app
        .db
        .write(move |conn| {
            once(conn, &key, logger.staff_id, app.now(), |conn| Ok(format!("/callbacks/{}", log(conn, &app, &logger, new)?)))
        })
        .await;
    match saved {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success("flash-callback-logged"))))
        }
        Err(Error::Conflict(key)) => {
            let mut errors = Errors::default();
            errors.add("topic", key);
            refuse(viewer, page, form, errors).await
        }
        Err(error) => Err(error),
    }
}

/// Saves it and tells the team.
pub fn log(conn: &mut Conn, app: &App, viewer: &Viewer, mut new: NewCallback) -> Result<i64, Error> {
    let now = app.now();
    if !organisations::store::topics(conn)?.iter().any(|topic| topic.0 == new.topic_id) {
        return Err(Error::Conflict("error-choose"));
    }
    if let Some(id) = new.company_id {
        match companies::store::summary(conn, id)? {
            Some(company) if is_named(&new.company_text, &company.name) => new.company_text = String::new(),
            Some(_) => new.company_id = None,
            // Merged into another meanwhile, which has its name.
            None => {
                new.company_id = companies::chosen(conn, "", &new.company_text)?;
                if new.company_id.is_some() {
                    new.company_text = String::new();
                }
            }
        }
    }
    let receiver = match receiver::choose(conn, &new, now) {
        Err(diesel::result::Error::NotFound) => return Err(Error::Conflict("error-callback-no-route")),
        other => other?,
    };
    let id = store::add(conn, &new, receiver, viewer, now)?;
    let mut callback = store::find(conn, id)?;
    ladder::enter(conn, &mut callback, now)?;
    record::logged(conn, &callback)?;
    crate::audit::by(conn, viewer, now, "log", "callbacks", id)?;
    mails::arrived(conn, app, &callback)?;
    Ok(id)
}

/// What is typed decides: without the script a chosen company stays hidden in the form when its name is overtyped.
fn is_named(typed: &str, company: &str) -> bool {
    typed.is_empty() || name::fold(typed) == name::fold(company)
}

async fn refuse(viewer: Viewer, page: Page, form: CallbackForm, errors: Errors) -> Result<HttpResponse, Error> {
    let (lang, now) = (page.lang(), page.app.now());
    let view = page
        .app
        .db
        .read(move |conn| {
            let lookup = fragments::look_up(conn, &viewer, &form, now)?;
            form_page(conn, lang, FormView::refused(&form, &errors, lang, &form.once), lookup)
        })
        .await?;
    page.render_refused("callbacks/new.html", &view)
}
