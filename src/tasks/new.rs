//! A task by itself: about a company or a call-back, for oneself, a colleague or a team's queue.

use super::deeds::destination;
use super::form::{Asked, Quick, TaskForm};
use super::listed::{closed, due};
use super::transition::{self, NO_HOLDER};
use super::{About, Holder, NewTask, Reach, holders, mails, store};
use crate::app::App;
use crate::calendar::is_office_day;
use crate::companies::marks::{self, store::Mark};
use crate::db::Conn;
use crate::duplicates::forwards;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use crate::{audit, callbacks, companies};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// No company is called that, or several are.
const NO_COMPANY: &str = "error-task-company";

#[derive(Serialize)]
struct NewView {
    form: FormView,
    /// What the task is about, when that is a call-back.
    callback: Option<callbacks::store::Named>,
    /// Of the company, as far as it is known yet.
    marks: Vec<Mark>,
    days: Vec<Choice>,
    holders: Vec<Choice>,
    back: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Preset {
    company: String,
    callback: String,
}

/// `?company=7` and `?callback=7` say what it is about, and where one comes from.
pub async fn new(viewer: Viewer, page: Page, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let (preset, lang, today) = (preset.into_inner(), page.lang(), page.app.today());
    let mut view = page
        .app
        .db
        .read(move |conn| {
            let mut form = TaskForm { holder: Holder::Person(viewer.staff_id).code(), ..TaskForm::default() };
            if let Some(company) = forwards::meant(conn, &preset.company)? {
                form.company_id = company.id.to_string();
                form.company = company.name;
                form.back = format!("/companies/{}", company.id);
            }
            if let Ok(id) = preset.callback.parse::<i64>() {
                form.callback_id = id.to_string();
                form.back = format!("/callbacks/{id}");
            }
            load(conn, &viewer, &form, FormView::fresh(&form), (lang, today))
        })
        .await?;
    view.form = page.restore("", view.form).await?;
    page.render("tasks/new.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<TaskForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let asked = match form.parse(page.app.today()) {
        Ok(asked) => asked,
        Err(errors) => return refuse(viewer, page, form, errors).await,
    };
    let flash = if is_office_day(asked.due_on) { Flash::success("flash-task-added") } else { Flash::warning("flash-task-added-closed") };
    let (app, maker, typed) = (page.app.clone(), viewer.clone(), form.clone());
    let saved = page
        .app
        .db
        .write(move |conn| once(conn, &typed.once, maker.staff_id, app.now(), |conn| add(conn, &app, &maker, &typed, &asked)))
        .await;
    match saved {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(flash)))
        }
        Err(Error::Conflict(NO_HOLDER)) => refuse(viewer, page, form, Errors::one("holder", NO_HOLDER)).await,
        Err(Error::Conflict(NO_COMPANY)) => refuse(viewer, page, form, Errors::one("company", NO_COMPANY)).await,
        Err(error) => Err(error),
    }
}

/// Saves it, tells whom it is for, and gives the address where it is seen.
fn add(conn: &mut Conn, app: &App, viewer: &Viewer, form: &TaskForm, asked: &Asked) -> Result<String, Error> {
    let now = app.now();
    let about = about(conn, viewer, form)?;
    let reach = Reach::of(conn, viewer)?;
    transition::check_receiver(conn, viewer, &reach, asked.holder)?;
    let task = NewTask {
        about,
        organisation_id: viewer.organisation_id,
        holder: asked.holder,
        created_by: viewer.staff_id,
        title: &asked.title,
        due_on: asked.due_on,
    };
    let id = store::add(conn, &task, now)?;
    audit::by(conn, viewer, now, "add", "tasks", id)?;
    let added = store::find(conn, id)?;
    mails::given(conn, app, viewer, &added)?;
    let is_mine = asked.holder == Holder::Person(viewer.staff_id);
    Ok(if !form.back.is_empty() || is_mine { destination(&form.back).to_owned() } else { format!("/tasks/{id}") })
}

/// The call-back, if the viewer sees it; else the company.
fn about(conn: &mut Conn, viewer: &Viewer, form: &TaskForm) -> Result<About, Error> {
    if form.callback_id.is_empty() {
        return companies::chosen(conn, &form.company_id, &form.company)?.map(About::Company).ok_or(Error::Conflict(NO_COMPANY));
    }
    let id = form.callback_id.parse().map_err(|_| Error::NotFound)?;
    let callback = callbacks::store::find_visible(conn, viewer, id)?;
    Ok(callback.company_id.map_or(About::Callback(id), About::Company))
}

async fn refuse(viewer: Viewer, page: Page, form: TaskForm, errors: Errors) -> Result<HttpResponse, Error> {
    let (lang, today) = (page.lang(), page.app.today());
    let shown = FormView::refused(&form, &errors, lang, &form.once);
    let view = page.app.db.read(move |conn| load(conn, &viewer, &form, shown, (lang, today))).await?;
    page.render_refused("tasks/new.html", &view)
}

fn load(conn: &mut Conn, viewer: &Viewer, form: &TaskForm, shown: FormView, (lang, today): (Lang, NaiveDate)) -> Result<NewView, Error> {
    let callback = match form.callback_id.as_str() {
        "" => None,
        id => {
            let id = id.parse().map_err(|_| Error::NotFound)?;
            let callback = callbacks::store::find_visible(conn, viewer, id)?;
            Some(callbacks::store::named(conn, vec![callback])?.remove(0))
        }
    };
    let reach = Reach::of(conn, viewer)?;
    let holders = holders::holders(conn, viewer, &reach)?;
    let company_id = callback.as_ref().map_or_else(|| form.company_id.parse().ok(), |named| named.callback.company_id);
    Ok(NewView {
        form: shown,
        callback,
        marks: company_id.map(|id| marks::store::of_company(conn, id, today)).transpose()?.unwrap_or_default(),
        days: days(lang, today),
        holders: holders::choices(holders, viewer, lang),
        back: destination(&form.back).to_owned(),
    })
}

/// The quick choices, each with its day, and another day.
fn days(lang: Lang, today: NaiveDate) -> Vec<Choice> {
    let quick = |quick: Quick| {
        let label = i18n::text(lang, &format!("task-when-{}", quick.code()));
        let closed = closed(lang, quick.day(today)).map(|why| format!(" ({why})")).unwrap_or_default();
        Choice { value: quick.code().to_owned(), label: format!("{label} {}{closed}", due(lang, quick.day(today))) }
    };
    let other = Choice { value: "other".to_owned(), label: i18n::text(lang, "task-when-other") };
    Quick::ALL.into_iter().map(quick).chain([other]).collect()
}
