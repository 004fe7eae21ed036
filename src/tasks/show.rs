//! The page of one task: what was promised to whom, what became of it, and what the viewer may do.

use super::form::{DateForm, HandoverForm, SnoozeForm, TitleForm};
use super::history::{self, Event};
use super::listed::{self, Listed};
use super::pages::{Undo, undo};
use super::{Reach, holders, listing, snooze, store};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::routes::WORKERS;
use crate::schema::staff;
use crate::settings;
use crate::web::{Choice, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct ShowView {
    task: Listed,
    created_by: String,
    created_at: NaiveDateTime,
    history: Vec<Event>,
    /// What the last one who gave it on wrote, while nobody has given it on since.
    message: Option<Event>,
    may_list: bool,
    may_work: bool,
    holders: Vec<Choice>,
    quick_days: Vec<Choice>,
    snoozes: Vec<Choice>,
    undo: Option<Undo>,
    #[serde(flatten)]
    forms: Forms,
    /// Somebody else was quicker.
    is_elsewhere: bool,
}

/// The forms of the page, one of them maybe with errors.
#[derive(Default, Serialize)]
pub(super) struct Forms {
    pub date_form: Option<FormView>,
    pub handover_form: Option<FormView>,
    pub title_form: Option<FormView>,
    pub snooze_form: Option<FormView>,
    /// Another saved the same field, which its form tells.
    #[serde(skip)]
    pub is_disputed: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Query {
    done: Option<i64>,
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>, query: web::Query<Query>) -> Result<HttpResponse, Error> {
    let mut view = load_page(viewer, &page, *id, (StatusCode::OK, Forms::default()), query.done).await?;
    for (form_id, form) in [
        ("date", &mut view.forms.date_form),
        ("snooze", &mut view.forms.snooze_form),
        ("handover", &mut view.forms.handover_form),
        ("rename", &mut view.forms.title_form),
    ] {
        if let Some(fresh) = form.take() {
            *form = Some(page.restore(form_id, fresh).await?);
        }
    }
    page.render("tasks/show.html", &view)
}

/// The page again, since a form of it must be mended or somebody was quicker.
pub(super) async fn again(viewer: Viewer, page: Page, id: i64, answer: (StatusCode, Forms)) -> Result<HttpResponse, Error> {
    let status = answer.0;
    let view = load_page(viewer, &page, id, answer, None).await?;
    page.render_with(status, "tasks/show.html", &view)
}

async fn load_page(viewer: Viewer, page: &Page, id: i64, answer: (StatusCode, Forms), done: Option<i64>) -> Result<ShowView, Error> {
    let (lang, now, (status, forms)) = (page.lang(), page.app.now(), answer);
    let is_elsewhere = status == StatusCode::CONFLICT && !forms.is_disputed;
    page.app
        .db
        .read(move |conn| {
            let mut view = load(conn, &viewer, id, forms, (lang, now))?;
            view.is_elsewhere = is_elsewhere;
            view.undo = undo(conn, &viewer, done.filter(|done| *done == id))?;
            Ok(view)
        })
        .await
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, forms: Forms, (lang, now): (Lang, NaiveDateTime)) -> Result<ShowView, Error> {
    let today = i18n::helsinki(now).date_naive();
    let task = store::find_visible(conn, viewer, id)?;
    let reach = Reach::of(conn, viewer)?;
    let row = listing::one(conn, viewer, id)?;
    let history = history::of_task(conn, id)?;
    let passed_on = history.iter().find(|event| !event.to.is_empty());
    let others = holders::holders(conn, viewer, &reach)?.into_iter().filter(|(holder, _)| *holder != task.holder()).collect();
    let day = |day: NaiveDate| Choice { value: day.to_string(), label: listed::due(lang, day) };
    let handover = HandoverForm { from: task.holder().code(), ..HandoverForm::default() };
    let forms = Forms {
        date_form: forms.date_form.or_else(|| Some(FormView::fresh(&DateForm::default()))),
        handover_form: forms.handover_form.or_else(|| Some(FormView::fresh(&handover))),
        snooze_form: forms.snooze_form.or_else(|| Some(FormView::fresh(&SnoozeForm::default()))),
        is_disputed: forms.is_disputed,
        title_form: forms.title_form.or_else(|| Some(FormView::fresh(&TitleForm::of(&task)).with_base())),
    };
    Ok(ShowView {
        message: passed_on.filter(|event| !event.note.is_empty()).cloned(),
        created_by: staff::table.find(task.created_by).select(staff::name).first(conn)?,
        created_at: task.created_at,
        may_list: WORKERS.allows(viewer),
        may_work: WORKERS.allows(viewer) && reach.covers(task.holder()),
        holders: holders::choices(others, viewer, lang),
        snoozes: snooze::choices(lang, now, settings::load(conn)?.sending),
        quick_days: DateForm::quick_days(task.due_on, today).map(day).into(),
        task: listed::with_all(conn, listed::listed(vec![row], &reach, today, lang), today, lang)?.remove(0),
        history,
        forms,
        undo: None,
        is_elsewhere: false,
    })
}
