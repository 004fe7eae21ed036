//! Rows of call-backs and what hangs on them.

use super::rules::Move;
use super::{Source, State};
use crate::db::{AmongMethods, Conn};
use crate::schema::{callback_handovers, callback_moves, callbacks, companies, staff, teams, topics};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// A call-back as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Serialize)]
#[diesel(table_name = callbacks)]
pub struct Callback {
    pub id: i64,
    pub company_id: Option<i64>,
    pub company_text: String,
    pub caller_name: String,
    pub caller_phone: String,
    pub caller_phone_e164: String,
    pub topic_id: i64,
    pub language: String,
    pub source: String,
    pub urgent: bool,
    pub reachable_from_minute: Option<i32>,
    pub reachable_until_minute: Option<i32>,
    pub note: String,
    pub logged_by: i64,
    pub organisation_id: i64,
    pub team_id: i64,
    pub holder_id: Option<i64>,
    pub state: String,
    pub outcome: Option<String>,
    pub response_minutes: i32,
    pub due_at: NaiveDateTime,
    pub handover_count: i32,
    pub created_at: NaiveDateTime,
    pub closed_at: Option<NaiveDateTime>,
    /// Of the routing row that leads to the team, if one does.
    pub backup_team_id: Option<i64>,
    /// Grows whenever it comes to a queue or to a person: each round has its own steps.
    pub round: i32,
    /// When the response clock of `due_at` began.
    pub counted_from: NaiveDateTime,
    /// The ladder's next step, and when it falls due.
    pub next_step: Option<String>,
    pub next_step_at: Option<NaiveDateTime>,
    /// Not taken in time: it is on top of its queue.
    pub late: bool,
}

impl Callback {
    pub fn state(&self) -> State {
        State::from_code(&self.state).expect("the transition function stores known states only")
    }

    /// In a queue, and everybody has been told: the ladder has no further step.
    pub fn is_at_the_end(&self) -> bool {
        self.state() == State::New && self.late && self.next_step.is_none()
    }

    /// When the caller can be reached, in minutes from local midnight.
    pub fn reachable(&self) -> Option<(i32, i32)> {
        self.reachable_from_minute.zip(self.reachable_until_minute)
    }
}

/// A call-back about to be logged.
#[derive(Clone, Debug)]
pub struct NewCallback {
    pub company_id: Option<i64>,
    /// What was typed, when the company is not in the register.
    pub company_text: String,
    pub caller_name: String,
    pub caller_phone: String,
    pub caller_phone_e164: String,
    pub topic_id: i64,
    pub language: String,
    pub source: Source,
    pub urgent: bool,
    pub reachable: Option<(i32, i32)>,
    pub note: String,
}

/// Where it goes and by when it must be taken.
#[derive(Clone, Copy, Debug)]
pub struct Receiver {
    pub team_id: i64,
    pub backup_team_id: Option<i64>,
    pub response_minutes: i32,
    pub due_at: NaiveDateTime,
}

pub fn add(conn: &mut Conn, new: &NewCallback, receiver: Receiver, viewer: &Viewer, now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(callbacks::table)
        .values((
            (
                callbacks::company_id.eq(new.company_id),
                callbacks::company_text.eq(&new.company_text),
                callbacks::caller_name.eq(&new.caller_name),
                callbacks::caller_phone.eq(&new.caller_phone),
                callbacks::caller_phone_e164.eq(&new.caller_phone_e164),
                callbacks::topic_id.eq(new.topic_id),
                callbacks::language.eq(&new.language),
                callbacks::source.eq(new.source.code()),
                callbacks::urgent.eq(new.urgent),
                callbacks::reachable_from_minute.eq(new.reachable.map(|window| window.0)),
                callbacks::reachable_until_minute.eq(new.reachable.map(|window| window.1)),
                callbacks::note.eq(&new.note),
            ),
            (
                callbacks::logged_by.eq(viewer.staff_id),
                callbacks::organisation_id.eq(viewer.organisation_id),
                callbacks::team_id.eq(receiver.team_id),
                callbacks::state.eq(State::New.code()),
                callbacks::response_minutes.eq(receiver.response_minutes),
                callbacks::due_at.eq(receiver.due_at),
                callbacks::handover_count.eq(0),
                callbacks::created_at.eq(now),
                callbacks::backup_team_id.eq(receiver.backup_team_id),
                callbacks::counted_from.eq(now),
            ),
        ))
        .returning(callbacks::id)
        .get_result(conn)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Callback> {
    callbacks::table.find(id).select(Callback::as_select()).first(conn)
}

/// The call-back, if this viewer may see it.
pub fn find_visible(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Callback> {
    callbacks::table.filter(super::visible_to(viewer)).filter(callbacks::id.eq(id)).select(Callback::as_select()).first(conn)
}

/// Keeps an open call-back open until the transaction ends; false if it has ended.
pub fn hold_open(conn: &mut Conn, id: i64) -> QueryResult<bool> {
    let open = callbacks::table.find(id).filter(callbacks::state.ne(State::Closed.code()));
    Ok(diesel::update(open).set(callbacks::state.eq(callbacks::state)).execute(conn)? == 1)
}

/// Keeps a call-back with its holder until the transaction ends; false if someone else has it, or nobody.
pub fn hold_taken_by(conn: &mut Conn, id: i64, staff_id: i64) -> QueryResult<bool> {
    let taken = callbacks::table.find(id).filter(callbacks::state.eq(State::Taken.code())).filter(callbacks::holder_id.eq(staff_id));
    Ok(diesel::update(taken).set(callbacks::state.eq(callbacks::state)).execute(conn)? == 1)
}

/// How many wait in the queues of these teams.
pub fn waiting(conn: &mut Conn, team_ids: &[i64]) -> QueryResult<i64> {
    callbacks::table.filter(super::visibility::waits_for(team_ids)).count().get_result(conn)
}

/// Those that wait in one team's own queue, the first logged first.
pub fn waiting_for(conn: &mut Conn, team_id: i64) -> QueryResult<Vec<Callback>> {
    let waiting = callbacks::table.filter(callbacks::team_id.eq(team_id).and(callbacks::state.eq(State::New.code())));
    waiting.order(callbacks::id).select(Callback::as_select()).load(conn)
}

/// Open call-backs about this company or from this number; the caller of the function words them without their content.
pub fn open_matches(conn: &mut Conn, company_id: Option<i64>, phone_e164: Option<&str>) -> QueryResult<Vec<Callback>> {
    let open = callbacks::table.filter(callbacks::state.ne(State::Closed.code()));
    let mut found: Vec<Callback> = match company_id {
        Some(id) => open.filter(callbacks::company_id.eq(id)).order(callbacks::id).limit(5).select(Callback::as_select()).load(conn)?,
        None => Vec::new(),
    };
    if let Some(phone) = phone_e164.filter(|phone| !phone.is_empty()) {
        let same_number: Vec<Callback> =
            open.filter(callbacks::caller_phone_e164.eq(phone)).order(callbacks::id).limit(5).select(Callback::as_select()).load(conn)?;
        found.extend(same_number.into_iter().filter(|other| company_id.is_none() || other.company_id != company_id));
    }
    Ok(found)
}

pub fn is_visible(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<bool> {
    Ok(find_visible(conn, viewer, id).optional()?.is_some())
}

/// A call-back with the names that lists show.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    #[serde(flatten)]
    pub callback: Callback,
    /// The register's name, else what was typed.
    pub company: String,
    pub topic: String,
    pub team: String,
    pub holder: Option<String>,
    pub logger: String,
}

impl Named {
    /// The company; for who may not see the call-back its name in the register, but not what was typed.
    pub fn company_told(&self, is_visible: bool) -> String {
        if is_visible || self.callback.company_id.is_some() { self.company.clone() } else { String::new() }
    }
}

/// Gives the names to a page of call-backs: four statements, however many rows.
pub fn named(conn: &mut Conn, rows: Vec<Callback>) -> QueryResult<Vec<Named>> {
    let company_ids: Vec<i64> = rows.iter().filter_map(|row| row.company_id).collect();
    let people_ids: Vec<i64> = rows.iter().flat_map(|row| row.holder_id.into_iter().chain([row.logged_by])).collect();
    let companies: HashMap<i64, String> =
        by_id(companies::table.filter(companies::id.among(company_ids)).select((companies::id, companies::name)).load(conn)?);
    let people = by_id(staff::table.filter(staff::id.among(people_ids)).select((staff::id, staff::name)).load(conn)?);
    let topics = by_id(topics::table.select((topics::id, topics::name)).load(conn)?);
    let teams = team_names(conn)?;
    let name = |names: &HashMap<i64, String>, id: i64| names.get(&id).cloned().unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|callback| Named {
            company: callback.company_id.map_or_else(|| callback.company_text.clone(), |id| name(&companies, id)),
            topic: name(&topics, callback.topic_id),
            team: name(&teams, callback.team_id),
            holder: callback.holder_id.map(|id| name(&people, id)),
            logger: name(&people, callback.logged_by),
            callback,
        })
        .collect())
}

fn team_names(conn: &mut Conn) -> QueryResult<HashMap<i64, String>> {
    Ok(by_id(teams::table.select((teams::id, teams::name)).load(conn)?))
}

fn by_id(pairs: Vec<(i64, String)>) -> HashMap<i64, String> {
    pairs.into_iter().collect()
}

/// It went back to the queue since its holder left.
#[derive(Clone, Debug, Serialize)]
pub struct Return {
    pub holder: String,
    pub returned_at: NaiveDateTime,
}

pub fn returns(conn: &mut Conn, id: i64) -> QueryResult<Vec<Return>> {
    let rows: Vec<(String, NaiveDateTime)> = callback_moves::table
        .inner_join(staff::table)
        .filter(callback_moves::callback_id.eq(id).and(callback_moves::kind.eq(Move::HolderLeft.code())))
        .order(callback_moves::id)
        .select((staff::name, callback_moves::moved_at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(holder, returned_at)| Return { holder, returned_at }).collect())
}

/// How often it was handed over, by whom, from where to where, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Handover {
    pub from_team: String,
    /// A team, or a named body outside.
    pub to: String,
    pub reason: String,
    pub note: String,
    /// A person, or the team that gave it back by mail.
    pub by: String,
    pub handed_over_at: NaiveDateTime,
}

pub fn handovers(conn: &mut Conn, id: i64) -> QueryResult<Vec<Handover>> {
    type Raw = (i64, Option<i64>, String, String, String, Option<String>, NaiveDateTime);
    let rows: Vec<Raw> = callback_handovers::table
        .left_join(staff::table)
        .filter(callback_handovers::callback_id.eq(id))
        .order(callback_handovers::id)
        .select((
            callback_handovers::from_team_id,
            callback_handovers::to_team_id,
            callback_handovers::outside_body,
            callback_handovers::reason,
            callback_handovers::note,
            staff::name.nullable(),
            callback_handovers::handed_over_at,
        ))
        .load(conn)?;
    let teams = team_names(conn)?;
    let team = |id: i64| teams.get(&id).cloned().unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|(from, to, outside, reason, note, by, at)| Handover {
            from_team: team(from),
            to: to.map_or(outside, team),
            reason,
            note,
            by: by.unwrap_or_else(|| team(from)),
            handed_over_at: at,
        })
        .collect())
}
