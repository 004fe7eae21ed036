//! A call-back's deeds: who does each of them follows from where the call-back is by then.

use super::agenda::{Call, Deed};
use super::play::Stage;
use super::texts::phrase;
use crate::calendar::clock::instant;
use crate::calendar::next_office_day;
use crate::callbacks::form::{Attempt, Closure};
use crate::callbacks::partner::{self, Answer};
use crate::callbacks::store::{self, Callback, NewCallback};
use crate::callbacks::transition::{self, HandOver};
use crate::callbacks::{AttemptResult, Outcome, Reason, State, additions, attempts, closures, pages};
use crate::contacts::Visibility;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::helsinki;
use crate::identifiers::phone;
use crate::organisations::{duty, store as organisations};
use crate::tasks::form::NextTask;
use crate::web::Viewer;
use chrono::{Days, NaiveDateTime, Timelike};
use diesel::QueryResult;

/// Where `referred` sends an employer.
const OUTSIDE: [&str; 4] = ["Verohallinto", "Kela", "Tulorekisteri", "Elinvoimakeskus"];

pub fn perform(stage: &mut Stage, conn: &mut Conn, story: usize, deed: Deed, at: NaiveDateTime) -> Result<(), Error> {
    if let Deed::Log(call) = &deed {
        stage.callbacks[story] = Some(log(stage, conn, call)?);
        return Ok(());
    }
    let Some(id) = stage.callbacks[story] else { return Ok(()) };
    let callback = store::find(conn, id)?;
    let app = stage.app;
    if organisations::team(conn, callback.team_id)?.is_some_and(|team| team.by_mail)
        && let Some(given) = by_mail(&deed)
    {
        return answer(stage, conn, &callback, given);
    }
    let make = |conn: &mut Conn, viewer: &Viewer, deed| transition::make(conn, app, viewer, id, &deed);
    match deed {
        Deed::Log(_) => Ok(()),
        Deed::Claim => {
            let viewer = taker(stage, conn, &callback, at)?;
            make(conn, viewer, transition::Deed::Claim)
        }
        Deed::Release => make(conn, someone(stage, callback.holder_id)?, transition::Deed::Release),
        Deed::Cancel => make(conn, someone(stage, Some(callback.logged_by))?, transition::Deed::Cancel),
        Deed::Reopen => make(conn, someone(stage, Some(callback.logged_by))?, transition::Deed::Reopen),
        Deed::HandOver(reason) => {
            let viewer = match callback.state() {
                State::Taken => someone(stage, callback.holder_id)?,
                _ => taker(stage, conn, &callback, at)?,
            };
            let handover = HandOver {
                to_team_id: next_team(stage, callback.team_id, reason),
                reason,
                note: phrase(&mut stage.scene.chance, &format!("handover/{}", reason.code())),
            };
            make(conn, viewer, transition::Deed::HandOver(handover))
        }
        Deed::Attempt(result) => {
            let viewer = someone(stage, callback.holder_id)?;
            let call_again_at = (result == AttemptResult::CallAgain).then(|| next_day(at));
            let note = phrase(&mut stage.scene.chance, &format!("attempt/{}", result.code()));
            attempts::add(conn, viewer, id, &Attempt { result, call_again_at, note }, at)
        }
        Deed::Close(outcome) => {
            let viewer = someone(stage, callback.holder_id)?;
            let closure = closure(stage, outcome, callback.company_id.is_some(), at);
            closures::close(conn, stage.app, viewer, id, &closure).map(drop)
        }
        Deed::Add => {
            // The service advisers, whom employers ring again.
            let account = stage.scene.chance.below(2);
            let viewer = stage.viewer(account);
            let note = phrase(&mut stage.scene.chance, "addition");
            Ok(additions::add(conn, viewer, id, &note, at)?)
        }
    }
}

/// The same time on the next office day.
fn next_day(at: NaiveDateTime) -> NaiveDateTime {
    let local = helsinki(at);
    instant(next_office_day(local.date_naive() + Days::new(1)), local.hour() * 60 + local.minute())
}

/// What a partner by mail answers where others do this; an inner None is nothing. None for what others do about it.
fn by_mail(deed: &Deed) -> Option<Option<Answer>> {
    match deed {
        Deed::Claim => Some(Some(Answer::Care)),
        Deed::Attempt(_) | Deed::Release => Some(None),
        Deed::HandOver(_) => Some(Some(Answer::NotOurs)),
        Deed::Close(Outcome::NoHelpNeeded) => Some(Some(Answer::NoHelpNeeded)),
        Deed::Close(Outcome::NotReached) => Some(Some(Answer::NotReached)),
        Deed::Close(_) => Some(Some(Answer::Helped)),
        Deed::Log(_) | Deed::Cancel | Deed::Reopen | Deed::Add => None,
    }
}

fn answer(stage: &mut Stage, conn: &mut Conn, callback: &Callback, given: Option<Answer>) -> Result<(), Error> {
    let Some(given) = given else { return Ok(()) };
    let note = match given {
        Answer::Care => String::new(),
        Answer::NotOurs => phrase(&mut stage.scene.chance, "handover/wrong_topic"),
        Answer::Helped | Answer::NoHelpNeeded | Answer::NotReached => phrase(&mut stage.scene.chance, &format!("ending/{}", given.code())),
    };
    partner::answer(conn, stage.app, (callback.id, callback.team_id), given, &note)
}

fn log(stage: &mut Stage, conn: &mut Conn, call: &Call) -> Result<i64, Error> {
    let note = phrase(&mut stage.scene.chance, &format!("request/{}", call.topic));
    let person = &stage.scene.people[call.person];
    let details = &person.details;
    let new = NewCallback {
        company_id: if call.unknown { None } else { Some(stage.company_id(conn, person.company)?) },
        company_text: stage.scene.companies[person.company].name.clone(),
        caller_name: details.name.clone(),
        caller_phone: details.phones[0].clone(),
        caller_phone_e164: phone::parse(&details.phones[0]).map(|phone| phone.e164).unwrap_or_default(),
        topic_id: stage.setting.topics[call.topic],
        language: call.language.to_owned(),
        source: call.source,
        urgent: call.urgent,
        reachable: call.reachable,
        note,
    };
    pages::log(conn, stage.app, stage.viewer(call.account), new)
}

/// Without a company in the register the note can't be for one's own organisation alone.
fn closure(stage: &mut Stage, outcome: Outcome, in_register: bool, at: NaiveDateTime) -> Closure {
    let chance = &mut stage.scene.chance;
    let referred_to = if outcome == Outcome::Referred { (*chance.pick(&OUTSIDE)).to_owned() } else { String::new() };
    let note = phrase(chance, &format!("ending/{}", outcome.code()));
    let visibility = if chance.percent(80) || !in_register { Visibility::Shared } else { Visibility::Own };
    let due_on = next_office_day(helsinki(at).date_naive() + Days::new(chance.between(7, 40) as u64));
    let wanted = outcome == Outcome::Helped && due_on >= stage.scene.history.today;
    let next_task = wanted.then(|| NextTask { title: phrase(&mut stage.scene.chance, "task"), due_on });
    Closure { outcome, referred_to, note, visibility, next_task, mail_employer: false, needs: Vec::new() }
}

/// The account of a person.
fn someone<'a>(stage: &Stage<'a>, staff_id: Option<i64>) -> Result<&'a Viewer, Error> {
    let accounts = stage.accounts;
    accounts.iter().map(|account| &account.viewer).find(|viewer| Some(viewer.staff_id) == staff_id).ok_or(Error::NotFound)
}

/// Who takes it: the team's duty person more often than not, else any member.
fn taker<'a>(stage: &mut Stage<'a>, conn: &mut Conn, callback: &Callback, at: NaiveDateTime) -> Result<&'a Viewer, Error> {
    let on_duty = duty::on_duty(conn, callback.team_id, helsinki(at).date_naive())?;
    let staff_id = match on_duty.filter(|_| stage.scene.chance.percent(60)) {
        Some(person) => person.staff_id,
        None => any_member(stage, conn, callback.team_id)?,
    };
    someone(stage, Some(staff_id))
}

fn any_member(stage: &mut Stage, conn: &mut Conn, team_id: i64) -> QueryResult<i64> {
    let members = organisations::members(conn, team_id)?;
    Ok(stage.scene.chance.pick(&members).staff_id)
}

/// A team that the reason speaks for.
fn next_team(stage: &mut Stage, from: i64, reason: Reason) -> i64 {
    let teams: &[&str] = match reason {
        Reason::NeedsExpert => &["subsidy", "business", "school"],
        Reason::OtherArea => &["somero", "koski", "villages"],
        Reason::OtherLanguage => &["recruitment"],
        _ => &["employers", "recruitment"],
    };
    let wanted = stage.setting.teams[*stage.scene.chance.pick(teams)];
    let others = ["employers", "recruitment"].map(|team| stage.setting.teams[team]);
    if wanted != from { wanted } else { others.into_iter().find(|team| *team != from).unwrap_or(wanted) }
}
