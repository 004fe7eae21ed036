//! The page of absences: one's own, and for a planner those of the planned teams.

use super::form::AbsenceForm;
use super::holdings::{self, Holdings};
use super::people::People;
use super::store::{self, Absence, NewAbsence};
use crate::app::App;
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args};
use crate::tasks::transition::NO_HOLDER;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

const LIST: &str = "/absences";

#[derive(Serialize)]
struct AbsencesView {
    form: FormView,
    people: Vec<Choice>,
    colleagues: Vec<Choice>,
    absences: Vec<Line>,
    /// What the person holds meanwhile, when the form has been sent once.
    holdings: Option<Holdings>,
}

#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    absence: Absence,
    /// From the first to the last, in words.
    days: String,
}

impl From<Absence> for Line {
    fn from(absence: Absence) -> Self {
        Self { days: i18n::span(absence.from_on, absence.until_on), absence }
    }
}

async fn render(page: Page, viewer: Viewer, form: Option<FormView>, holdings: Option<Holdings>) -> Result<HttpResponse, Error> {
    let (today, own) = (page.app.today(), viewer.staff_id);
    let (people, absences) = page
        .app
        .db
        .read(move |conn| {
            let people = People::of(conn, &viewer)?;
            let absences = store::coming(conn, &people, today)?;
            Ok((people, absences))
        })
        .await?;
    let status = if form.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = match form {
        Some(form) => form,
        None => {
            let first = if people.may_enter(own) { own.to_string() } else { String::new() };
            page.form(&AbsenceForm { person: first, ..AbsenceForm::default() }).await?
        }
    };
    let view = AbsencesView {
        form,
        people: Choice::of_rows(people.enterable),
        colleagues: Choice::of_rows(people.colleagues),
        absences: absences.into_iter().map(Line::from).collect(),
        holdings,
    };
    page.render_with(status, "absences/list.html", &view)
}

pub async fn list(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    render(page, viewer, None, None).await
}

/// What came of a sent form.
enum Outcome {
    Saved(String),
    Refused(Errors),
    /// The person holds something meanwhile: that is said first.
    Told(NewAbsence, Holdings),
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<AbsenceForm>) -> Result<HttpResponse, Error> {
    let (app, mut form, author) = (page.app.clone(), form.into_inner(), viewer.clone());
    let sent = form.clone();
    let outcome = match page.app.db.write(move |conn| enter(conn, &app, &author, &sent)).await {
        Err(Error::Conflict(key)) if key == NO_HOLDER => Outcome::Refused(Errors::one("replacement", "error-absence-no-tasks")),
        outcome => outcome?,
    };
    match outcome {
        Outcome::Saved(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success("flash-absence-saved"))))
        }
        Outcome::Refused(errors) => {
            let refused = FormView::refused(&form, &errors, page.lang(), &form.once);
            render(page, viewer, Some(refused), None).await
        }
        Outcome::Told(new, holdings) => {
            let tick = |ticked| if ticked { "true".to_owned() } else { String::new() };
            form.release = tick(holdings::releases_at_first(&new, page.app.today()));
            form.hand_over = tick(new.replacement_id.is_some());
            let again = FormView::refused(&form, &Errors::default(), page.lang(), &form.once);
            render(page, viewer, Some(again), Some(holdings)).await
        }
    }
}

fn enter(conn: &mut Conn, app: &App, viewer: &Viewer, form: &AbsenceForm) -> Result<Outcome, Error> {
    if let Some(location) = crate::web::once::known(conn, &form.once, viewer.staff_id)? {
        return Ok(Outcome::Saved(location));
    }
    let people = People::of(conn, viewer)?;
    let new = match form.finish(&people, app.today()) {
        Ok(new) => new,
        Err(errors) => return Ok(Outcome::Refused(errors)),
    };
    let holdings = Holdings::of(conn, viewer, &new, app.today(), viewer.lang)?;
    if !holdings.is_empty() && holdings.seen != form.seen {
        return Ok(Outcome::Told(new, holdings));
    }
    let mut overlap = None;
    let location = once(conn, &form.once, viewer.staff_id, app.now(), |conn| {
        if let Err(days) = store::add(conn, &new, viewer, app.now())? {
            overlap = Some(days);
            return Err(Error::Conflict("error-absence-overlap"));
        }
        if form.release == "true" {
            holdings::release(conn, app, viewer, &new)?;
        }
        if form.hand_over == "true" {
            holdings::hand_over(conn, app, viewer, &new)?;
        }
        audit::by(conn, viewer, app.now(), "enter_absence", "staff", new.staff_id)?;
        Ok(LIST.to_owned())
    });
    match (location, overlap) {
        (_, Some((from, until))) => {
            let days = Args::from([("days".into(), i18n::span(from, until).into())]);
            let mut errors = Errors::default();
            errors.add_with("from_on", "error-absence-overlap", days);
            Ok(Outcome::Refused(errors))
        }
        (location, None) => Ok(Outcome::Saved(location?)),
    }
}

/// `POST /absences/{id}/removal`: the person is there after all.
pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (id.into_inner(), page.app.now());
    page.app
        .db
        .write(move |conn| {
            let people = People::of(conn, &viewer)?;
            let staff_id = store::remove(conn, &people, id)?;
            Ok(audit::by(conn, &viewer, now, "remove_absence", "staff", staff_id)?)
        })
        .await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-absence-removed"))))
}
