//! Who gets a call-back and by when: routing row, office hours of the team, and when the caller can be reached.

use super::store::{Callback, NewCallback, Receiver};
use crate::db::Conn;
use crate::i18n::helsinki;
use crate::routing::store::{Question, Target};
use crate::{companies, organisations, routing};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The receiver by the routing rows; NotFound when no row is set up.
pub fn choose(conn: &mut Conn, new: &NewCallback, now: NaiveDateTime) -> QueryResult<Receiver> {
    let target = route(conn, (new.company_id, new.topic_id, &new.language), now)?;
    let response_minutes = if new.urgent { target.urgent_response_minutes } else { target.response_minutes };
    let due_at = due(conn, target.team_id, response_minutes, new.reachable, now)?;
    Ok(Receiver { team_id: target.team_id, response_minutes, due_at })
}

fn route(conn: &mut Conn, (company_id, topic_id, language): (Option<i64>, i64, &str), now: NaiveDateTime) -> QueryResult<Target> {
    let company = match company_id {
        Some(id) => companies::store::summary(conn, id)?,
        None => None,
    };
    let (municipality, industry) = company.map_or_else(Default::default, |company| (company.municipality, company.industry_2025));
    let question = Question { topic_id, municipality: &municipality, industry: &industry, language };
    routing::store::route(conn, &question, helsinki(now).date_naive())
}

/// A reopened call-back goes to the team that it was with last; if that has ended, where the routing rows lead now.
pub fn of_reopened(conn: &mut Conn, callback: &Callback, now: NaiveDateTime) -> QueryResult<i64> {
    let live = organisations::store::live_teams(conn, helsinki(now).date_naive())?;
    if live.iter().any(|team| team.0 == callback.team_id) {
        return Ok(callback.team_id);
    }
    Ok(route(conn, (callback.company_id, callback.topic_id, &callback.language), now)?.team_id)
}

/// `response_minutes` office minutes of the team from now, moved into the window (minutes from local midnight) when the
/// caller can be reached.
pub fn due(
    conn: &mut Conn,
    team_id: i64,
    response_minutes: i32,
    reachable: Option<(i32, i32)>,
    now: NaiveDateTime,
) -> QueryResult<NaiveDateTime> {
    let hours = organisations::store::office_hours(conn, team_id)?;
    let due = hours.add(now, i64::from(response_minutes));
    Ok(match reachable {
        Some((from, until)) => hours.in_window(due, from as u32, until as u32),
        None => due,
    })
}
