//! What the script asks for while people work: who would get this call-back and whether one is open already, and how many wait.

use super::form::CallbackForm;
use super::store::{self, NewCallback};
use super::{Source, receiver};
use crate::companies::store as companies;
use crate::contacts::known::{Known, known};
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::i18n::Lang;
use crate::identifiers::phone;
use crate::organisations::{duty, store as organisations};
use crate::routing::arithmetic::{Due, Sum};
use crate::schema::{callbacks, teams};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// What the form shows beside its fields.
#[derive(Serialize)]
pub struct Lookup {
    /// What to know of the company, as soon as it is chosen.
    known: Option<Known>,
    matches: Vec<OpenMatch>,
    receiver: Option<Expected>,
    /// The query by which an addition tells what the call-back was met by.
    met_by: String,
}

/// A call-back that is open already; its content isn't shown, only that it is there and who holds it.
#[derive(Serialize)]
struct OpenMatch {
    id: i64,
    company: String,
    topic: String,
    team: String,
    holder: Option<String>,
    created_at: NaiveDateTime,
    /// The viewer may open it.
    visible: bool,
    /// It is the number that is the same, not the company.
    by_phone: bool,
}

/// Who would get it, and the arithmetic of the due time.
#[derive(Serialize)]
struct Expected {
    team: String,
    duty: Option<String>,
    #[serde(flatten)]
    due: Due,
    open_now: bool,
}

pub async fn open_matches(viewer: Viewer, page: Page, query: web::Query<CallbackForm>) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    let lookup = page.app.db.read(move |conn| look_up(conn, &viewer, &query, now)).await?;
    page.render_fragment("callbacks/lookup.html", "lookup", &serde_json::json!({ "lookup": lookup }))
}

/// For a form as far as it is filled in.
pub fn look_up(conn: &mut Conn, viewer: &Viewer, form: &CallbackForm, now: NaiveDateTime) -> Result<Lookup, Error> {
    let company_id = form.company_id.trim().parse().ok();
    let number = phone::parse(&form.caller_phone).ok().map(|phone| phone.e164);
    let found = store::open_matches(conn, company_id, number.as_deref())?;
    let ids: Vec<i64> = found.iter().map(|callback| callback.id).collect();
    let visible: Vec<i64> =
        callbacks::table.filter(super::visible_to(viewer)).filter(callbacks::id.among(ids)).select(callbacks::id).load(conn)?;
    let matches = store::named(conn, found)?
        .into_iter()
        .map(|named| OpenMatch {
            id: named.callback.id,
            company: named.company_told(visible.contains(&named.callback.id)),
            topic: named.topic,
            team: named.team,
            holder: named.holder,
            created_at: named.callback.created_at,
            visible: visible.contains(&named.callback.id),
            by_phone: company_id.is_none() || named.callback.company_id != company_id,
        })
        .collect();
    let mut met_by = url::form_urlencoded::Serializer::new(String::new());
    met_by.append_pair("company_id", &form.company_id).append_pair("caller_phone", &form.caller_phone);
    let is_known = company_id.map(|id| companies::summary(conn, id)).transpose()?.flatten();
    let known = is_known.map(|company| known(conn, viewer, company.id, now)).transpose()?;
    Ok(Lookup { known, matches, receiver: expected(conn, form, company_id, (now, viewer.lang))?, met_by: met_by.finish() })
}

fn expected(
    conn: &mut Conn,
    form: &CallbackForm,
    company_id: Option<i64>,
    (now, lang): (NaiveDateTime, Lang),
) -> Result<Option<Expected>, Error> {
    let Ok(topic_id) = form.topic.trim().parse() else { return Ok(None) };
    let draft = NewCallback {
        company_id,
        company_text: String::new(),
        caller_name: String::new(),
        caller_phone: String::new(),
        caller_phone_e164: String::new(),
        topic_id,
        language: form.language.clone(),
        source: Source::Phone,
        urgent: form.urgent == "true",
        reachable: form.window(),
        note: String::new(),
    };
    let Some(receiver) = receiver::choose(conn, &draft, now).optional()? else { return Ok(None) };
    let team = teams::table.find(receiver.team_id).select(teams::name).first(conn)?;
    let today = crate::i18n::helsinki(now).date_naive();
    let hours = organisations::office_hours(conn, receiver.team_id)?;
    let sum = Sum { from: now, response_minutes: receiver.response_minutes, reachable: draft.reachable };
    Ok(Some(Expected {
        team,
        duty: duty::on_duty(conn, receiver.team_id, today)?.map(|person| person.name),
        due: sum.due(&hours, lang),
        open_now: hours.is_open(now),
    }))
}

/// How many wait in the viewer's own queues: the number in the navigation and in the page's title.
pub async fn waiting(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let count = page.app.db.read(move |conn| Ok(store::waiting(conn, &viewer.team_ids)?)).await?;
    page.render_fragment("callbacks/waiting.html", "count", &serde_json::json!({ "count": count }))
}
