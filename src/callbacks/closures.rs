//! Ending a call-back: one form for the outcome, the note to the contact log and a next task.

use super::form::{Closure, ClosureForm};
use super::rules::Move;
use super::store::{self, Callback, Named};
use super::transition::{self, Deed};
use super::{Outcome, additions, employer};
use crate::app::App;
use crate::contacts::{self, NewContact, Visibility};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::needs::answers::{self, Occasion};
use crate::needs::asking::{Asking, AskingView, NeedsForm};
use crate::organisations;
use crate::schema::{callback_moves, teams};
use crate::tasks::{self, About, Holder, NewTask};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// A note without a company stays with the call-back, where everyone who sees that reads it.
const OWN_WITHOUT_COMPANY: &str = "error-callback-own-note";

#[derive(Serialize)]
struct ClosureView {
    #[serde(flatten)]
    named: Named,
    outcomes: Vec<Choice>,
    visibilities: Vec<Choice>,
    /// Where a mail would reach the employer; empty where none is known.
    employer_address: String,
    needs: AskingView,
    form: FormView,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Preset {
    outcome: String,
}

/// `?outcome=not_reached` chooses in advance.
pub async fn new(viewer: Viewer, page: Page, id: web::Path<i64>, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let (id, lang, asker) = (id.into_inner(), page.lang(), viewer.clone());
    let (visibility, asking) = page
        .app
        .db
        .read(move |conn| {
            let callback = store::find_visible(conn, &asker, id)?;
            transition::check(&asker, &callback, Move::Close)?;
            let visibility = organisations::sharing::default_of(conn, asker.organisation_id)?;
            Ok((visibility, asking(conn, &asker, &callback, &NeedsForm::default())?))
        })
        .await?;
    let form = ClosureForm {
        outcome: preset.into_inner().outcome,
        visibility: visibility.code().to_owned(),
        needs: NeedsForm::default().filled(&asking),
        ..ClosureForm::default()
    };
    let form = page.form(&form).await?;
    let view = page.app.db.read(move |conn| load(conn, &viewer, id, lang, form)).await?;
    page.render("callbacks/closure.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<ClosureForm>) -> Result<HttpResponse, Error> {
    let (id, mut form, asker) = (id.into_inner(), form.into_inner(), viewer.clone());
    let typed = form.needs.clone();
    let ground = move |conn: &mut Conn| -> Result<_, Error> {
        let callback = store::find_visible(conn, &asker, id)?;
        Ok((callback.handover_count > 0, asking(conn, &asker, &callback, &typed)?))
    };
    let (is_again, asking) = page.app.db.read(ground).await?;
    form.needs = form.needs.filled(&asking);
    let closure = match form.parse(is_again, &asking, page.app.today()) {
        Ok(closure) => closure,
        Err(errors) => return refuse(viewer, page, id, &form, (StatusCode::UNPROCESSABLE_ENTITY, errors)).await,
    };
    let (app, holder, key) = (page.app.clone(), viewer.clone(), form.once.clone());
    let made =
        page.app.db.write(move |conn| once(conn, &key, holder.staff_id, app.now(), |conn| close(conn, &app, &holder, id, &closure))).await;
    match made {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success("flash-callback-closed"))))
        }
        Err(Error::Conflict(OWN_WITHOUT_COMPANY)) => {
            refuse(viewer, page, id, &form, (StatusCode::UNPROCESSABLE_ENTITY, Errors::one("visibility", OWN_WITHOUT_COMPANY))).await
        }
        Err(Error::Conflict(key @ transition::NO_REASON)) => {
            refuse(viewer, page, id, &form, (StatusCode::UNPROCESSABLE_ENTITY, Errors::one("note", key))).await
        }
        Err(error @ (Error::Conflict(_) | Error::Forbidden)) => {
            refuse(viewer, page, id, &form, (error.status_code(), Errors::one("note", "error-callback-moved"))).await
        }
        Err(error) => Err(error),
    }
}

async fn refuse(
    viewer: Viewer,
    page: Page,
    id: i64,
    form: &ClosureForm,
    (status, errors): (StatusCode, Errors),
) -> Result<HttpResponse, Error> {
    let lang = page.lang();
    let form = FormView::refused(form, &errors, lang, &form.once);
    let view = page.app.db.read(move |conn| load(conn, &viewer, id, lang, form)).await?;
    page.render_with(status, "callbacks/closure.html", &view)
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, lang: Lang, form: FormView) -> Result<ClosureView, Error> {
    let callback = store::find_visible(conn, viewer, id)?;
    let typed = form.values::<ClosureForm>().needs;
    let offered = Outcome::ALL.into_iter().filter(|outcome| *outcome != Outcome::Cancelled);
    Ok(ClosureView {
        outcomes: Choice::of_codes(lang, "callback-outcome-", offered.map(Outcome::code)),
        employer_address: employer::address(conn, &callback)?,
        needs: asking(conn, viewer, &callback, &typed)?.view(lang, &typed),
        visibilities: Choice::of_codes(lang, "contact-visibility-", Visibility::ALL.map(Visibility::code)),
        named: store::named(conn, vec![callback])?.remove(0),
        form,
    })
}

/// What the company is asked; nothing while it isn't known.
fn asking(conn: &mut Conn, viewer: &Viewer, callback: &Callback, typed: &NeedsForm) -> QueryResult<Asking> {
    match callback.company_id {
        Some(company_id) => Asking::load(conn, company_id, viewer.organisation_id, typed),
        None => Ok(Asking::default()),
    }
}

/// Ends it, keeps the note and the promise, and returns the call-back's address.
pub fn close(conn: &mut Conn, app: &App, viewer: &Viewer, id: i64, closure: &Closure) -> Result<String, Error> {
    let now = app.now();
    let callback = store::find_visible(conn, viewer, id)?;
    let deed = Deed::Close { outcome: closure.outcome, referred_to: closure.referred_to.clone() };
    if callback.company_id.is_none() && closure.visibility == Visibility::Own && !closure.note.is_empty() {
        return Err(Error::Conflict(OWN_WITHOUT_COMPANY));
    }
    if closure.outcome == Outcome::Referred && callback.handover_count > 0 && closure.note.is_empty() {
        return Err(Error::Conflict(transition::NO_REASON));
    }
    transition::make(conn, app, viewer, id, &deed)?;
    keep_note(conn, app, viewer, &callback, closure)?;
    if closure.mail_employer {
        employer::tell_not_reached(conn, app, viewer, &callback)?;
    }
    if let Some(next) = &closure.next_task {
        let task = NewTask {
            about: callback.company_id.map_or(About::Callback(id), About::Company),
            organisation_id: viewer.organisation_id,
            holder: Holder::Person(viewer.staff_id),
            created_by: viewer.staff_id,
            title: &next.title,
            due_on: next.due_on,
        };
        let task_id = tasks::store::add(conn, &task, now)?;
        crate::audit::by(conn, viewer, now, "add", "tasks", task_id)?;
    }
    Ok(format!("/callbacks/{id}"))
}

/// The contact log of the company; without a company the note stays with the call-back.
fn keep_note(conn: &mut Conn, app: &App, viewer: &Viewer, callback: &Callback, closure: &Closure) -> Result<(), Error> {
    let now = app.now();
    match callback.company_id {
        Some(company_id) => {
            let who = (viewer.organisation_id, viewer.staff_id);
            let said = (closure.note.as_str(), closure.visibility);
            let contact = contact(callback, company_id, who, closure.outcome, said, now);
            let contact_id = contacts::store::add(conn, &contact, now)?;
            crate::audit::by(conn, viewer, now, "add", "contacts", contact_id)?;
            let (organisation_id, staff_id) = (viewer.organisation_id, viewer.staff_id);
            answers::record(conn, &Occasion { company_id, contact_id, organisation_id, staff_id, at: now }, &closure.needs)?;
        }
        None if !closure.note.is_empty() => additions::add(conn, viewer, callback.id, &closure.note, now)?,
        None => {}
    }
    Ok(())
}

/// What the ending of a call-back is in the contact log. Who: an organisation and its person.
fn contact<'a>(
    callback: &Callback,
    company_id: i64,
    (organisation_id, staff_id): (i64, i64),
    outcome: Outcome,
    (note, visibility): (&'a str, Visibility),
    happened_at: NaiveDateTime,
) -> NewContact<'a> {
    NewContact {
        company_id,
        person_id: None,
        callback_id: Some(callback.id),
        organisation_id,
        staff_id,
        kind: contacts::Kind::Call,
        outcome: match outcome {
            Outcome::NoHelpNeeded => contacts::Outcome::NoNeed,
            Outcome::NotReached => contacts::Outcome::NoAnswer,
            Outcome::Helped | Outcome::Referred | Outcome::Cancelled => contacts::Outcome::Reached,
        },
        topic_id: Some(callback.topic_id),
        note,
        visibility,
        happened_at,
    }
}

/// The call-back gets its company after it was ended: who ended it has been in touch with that company. What was written
/// then stays with the call-back.
pub(super) fn log_afterwards(conn: &mut Conn, callback: &Callback, company_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    let endings: Vec<(i64, String, NaiveDateTime)> = callback_moves::table
        .filter(callback_moves::callback_id.eq(callback.id).and(callback_moves::kind.eq(Move::Close.code())))
        .filter(callback_moves::staff_id.is_not_null().and(callback_moves::outcome.is_not_null()))
        .order(callback_moves::id)
        .select((callback_moves::staff_id.assume_not_null(), callback_moves::outcome.assume_not_null(), callback_moves::moved_at))
        .load(conn)?;
    let organisation_id = teams::table.find(callback.team_id).select(teams::organisation_id).first(conn)?;
    for (staff_id, outcome, happened_at) in endings {
        let Some(outcome) = Outcome::from_code(&outcome) else { continue };
        let contact = contact(callback, company_id, (organisation_id, staff_id), outcome, ("", Visibility::Shared), happened_at);
        contacts::store::add(conn, &contact, now)?;
    }
    Ok(())
}
