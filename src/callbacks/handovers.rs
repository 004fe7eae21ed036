//! Handing over: the form shows how often it was handed over already, and by when the next team must take it.

use super::form::HandoverForm;
use super::store::{self, Named};
use super::transition::{self, Deed};
use super::{Reason, rules::Move};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::organisations;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, web};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct HandoverView {
    #[serde(flatten)]
    named: Named,
    handovers: Vec<store::Handover>,
    teams: Vec<Choice>,
    reasons: Vec<Choice>,
    form: FormView,
}

pub async fn new(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, lang, today) = (id.into_inner(), page.lang(), page.app.today());
    let form = page.form(&HandoverForm::default()).await?;
    let view = page
        .app
        .db
        .read(move |conn| {
            transition::check(&viewer, &store::find_visible(conn, &viewer, id)?, Move::HandOver)?;
            load(conn, &viewer, id, (lang, today), form)
        })
        .await?;
    page.render("callbacks/handover.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<HandoverForm>) -> Result<HttpResponse, Error> {
    let (id, form, asker) = (id.into_inner(), form.into_inner(), viewer.clone());
    let before = page.app.db.read(move |conn| Ok(store::find_visible(conn, &asker, id)?.handover_count)).await?;
    let handover = match form.parse(before > 0, page.app.today()) {
        Ok(handover) => handover,
        Err(errors) => return refuse(viewer, page, id, form, (StatusCode::UNPROCESSABLE_ENTITY, errors)).await,
    };
    let (app, actor, key) = (page.app.clone(), viewer.clone(), form.once.clone());
    let made = page
        .app
        .db
        .write(move |conn| {
            once(conn, &key, actor.staff_id, app.now(), |conn| {
                transition::make(conn, &app, &actor, id, &Deed::HandOver(handover))?;
                Ok(if store::is_visible(conn, &actor, id)? { format!("/callbacks/{id}") } else { "/callbacks".to_owned() })
            })
        })
        .await;
    match made {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success("flash-callback-handed-over"))))
        }
        Err(Error::Conflict(key @ transition::NO_REASON)) => {
            refuse(viewer, page, id, form, (StatusCode::UNPROCESSABLE_ENTITY, Errors::one("note", key))).await
        }
        Err(Error::Conflict(key @ ("error-callback-same-team" | "error-choose"))) => {
            refuse(viewer, page, id, form, (StatusCode::UNPROCESSABLE_ENTITY, Errors::one("team", key))).await
        }
        Err(error @ (Error::Conflict(_) | Error::Forbidden)) => {
            refuse(viewer, page, id, form, (error.status_code(), Errors::one("note", "error-callback-moved"))).await
        }
        Err(error) => Err(error),
    }
}

async fn refuse(
    viewer: Viewer,
    page: Page,
    id: i64,
    form: HandoverForm,
    (status, errors): (StatusCode, Errors),
) -> Result<HttpResponse, Error> {
    let (lang, today) = (page.lang(), page.app.today());
    let form = FormView::refused(&form, &errors, lang, &form.once);
    let view = page.app.db.read(move |conn| load(conn, &viewer, id, (lang, today), form)).await?;
    page.render_with(status, "callbacks/handover.html", &view)
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, (lang, today): (Lang, NaiveDate), form: FormView) -> Result<HandoverView, Error> {
    let callback = store::find_visible(conn, viewer, id)?;
    let teams = organisations::store::live_teams(conn, today)?;
    let by_mail = organisations::store::teams_by_mail(conn)?;
    let named = |(team_id, team, organisation): (i64, String, String)| {
        let label = format!("{team} ({organisation})");
        let label = if by_mail.contains(&team_id) { format!("{label}, {}", i18n::text(lang, "team-answers-by-mail")) } else { label };
        Choice { value: team_id.to_string(), label }
    };
    Ok(HandoverView {
        teams: teams.into_iter().filter(|(team_id, _, _)| *team_id != callback.team_id).map(named).collect(),
        reasons: Choice::of_codes(lang, "callback-reason-", Reason::offered().map(Reason::code)),
        handovers: store::handovers(conn, id)?,
        named: store::named(conn, vec![callback])?.remove(0),
        form,
    })
}
