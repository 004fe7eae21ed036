//! The page of one call-back: what was asked, what has been done, and what the viewer may do next.

use super::form::{AdditionForm, AttemptForm};
use super::rules::Move;
use super::store::{self, Named};
use super::transition::possible;
use super::{AttemptResult, State, history, ladder, partner, receiver, visibility};
use crate::contacts::known::{Known, known};
use crate::db::Conn;
use crate::error::Error;
use crate::identifiers::phone;
use crate::routes::WORKERS;
use crate::routing::arithmetic::Arithmetic;
use crate::web::{Choice, FormView, Page, Viewer};
use crate::{answers, organisations};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
struct ShowView {
    #[serde(flatten)]
    named: Named,
    phone_shown: String,
    now: NaiveDateTime,
    /// How the due time was counted, as long as somebody has to take it by then.
    sum: Option<Arithmetic>,
    history: Vec<history::Event>,
    /// Where it stands with a partner by mail, if it waits for one.
    partner: Option<PartnerView>,
    ladder: ladder::Shown,
    may: May,
    /// The holder notes an attempt, everyone else who sees it adds to it.
    form: FormView,
    attempt_results: Vec<Choice>,
    /// Someone was quicker.
    taken_by: Option<String>,
    /// What to know before calling, as long as somebody is to call.
    known: Option<Known>,
}

/// What a partner by mail was asked and has answered.
#[derive(Serialize)]
struct PartnerView {
    mailbox: String,
    sent_at: Option<NaiveDateTime>,
    acknowledged_at: Option<NaiveDateTime>,
}

impl PartnerView {
    fn load(conn: &mut Conn, callback: &store::Callback) -> QueryResult<Option<Self>> {
        let team = organisations::store::team(conn, callback.team_id)?;
        let Some(team) = team.filter(|team| team.by_mail && callback.state() == State::New) else { return Ok(None) };
        let sent_at = answers::links::sent_at(conn, callback.id)?;
        let acknowledged_at = partner::acknowledged_at(conn, callback.id)?;
        Ok(Some(Self { mailbox: team.mailbox, sent_at, acknowledged_at }))
    }
}

/// Which buttons are there.
#[derive(Serialize)]
struct May {
    claim: bool,
    hand_over: bool,
    release: bool,
    close: bool,
    cancel: bool,
    reopen: bool,
    attempt: bool,
    add: bool,
    link: bool,
    add_task: bool,
    /// Sends a partner by mail another link.
    ask_again: bool,
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, lang, now) = (id.into_inner(), page.lang(), page.app.now());
    let mut view = page.app.db.read(move |conn| load(conn, &viewer, id, lang, now, None)).await?;
    if page.is_fragment() {
        return page.render_fragment("callbacks/show.html", "state", &view);
    }
    view.form = page.restore("", view.form).await?;
    page.render("callbacks/show.html", &view)
}

/// The page after a claim that came too late: it tells who has it.
pub async fn taken_by_another(viewer: Viewer, page: Page, id: i64) -> Result<HttpResponse, Error> {
    let (lang, now) = (page.lang(), page.app.now());
    let view = page
        .app
        .db
        .read(move |conn| {
            let callback = store::find_visible(conn, &viewer, id)?;
            let holder = store::named(conn, vec![callback])?.remove(0).holder;
            load(conn, &viewer, id, lang, now, Some(holder.unwrap_or_default()))
        })
        .await?;
    page.render_with(StatusCode::CONFLICT, "callbacks/show.html", &view)
}

fn load(
    conn: &mut Conn,
    viewer: &Viewer,
    id: i64,
    lang: crate::i18n::Lang,
    now: NaiveDateTime,
    taken_by: Option<String>,
) -> Result<ShowView, Error> {
    let callback = store::find_visible(conn, viewer, id)?;
    let may = may(viewer, &callback);
    let waits = callback.state() == State::New;
    let form = if may.attempt { FormView::fresh(&AttemptForm::default()) } else { FormView::fresh(&AdditionForm::default()) };
    let company_id = callback.company_id.filter(|_| callback.state() != State::Closed);
    Ok(ShowView {
        known: company_id.map(|company_id| known(conn, viewer, company_id, now)).transpose()?,
        phone_shown: phone::display(&callback.caller_phone_e164),
        sum: waits.then(|| receiver::arithmetic(conn, &callback, lang)).transpose()?,
        history: history::of_callback(conn, viewer, id)?,
        partner: PartnerView::load(conn, &callback)?,
        ladder: ladder::shown(conn, &callback)?,
        named: store::named(conn, vec![callback])?.remove(0),
        now,
        may,
        form,
        attempt_results: Choice::of_codes(lang, "callback-attempt-", AttemptResult::ALL.map(AttemptResult::code)),
        taken_by,
    })
}

fn may(viewer: &Viewer, callback: &store::Callback) -> May {
    let relation = visibility::relation(viewer, callback);
    let state = callback.state();
    let possible = |made| possible(relation, state, made);
    let attempt = relation.holder && state == State::Taken;
    May {
        claim: possible(Move::Claim),
        hand_over: possible(Move::HandOver),
        release: possible(Move::Release),
        close: possible(Move::Close),
        cancel: possible(Move::Cancel),
        reopen: possible(Move::Reopen),
        attempt,
        add: !attempt && state != State::Closed,
        add_task: WORKERS.allows(viewer),
        ask_again: partner::may_ask(relation),
        link: callback.company_id.is_none() && (relation.member || relation.holder || relation.coordinator),
    }
}
