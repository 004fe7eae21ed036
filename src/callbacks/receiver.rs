//! Who gets a call-back and by when: routing row, office hours of the team, and when the caller can be reached.

use super::store::{NewCallback, Receiver};
use crate::db::Conn;
use crate::routing::store::Question;
use crate::{companies, organisations, routing};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The receiver by the routing rows; NotFound when no row is set up.
pub fn choose(conn: &mut Conn, new: &NewCallback, now: NaiveDateTime) -> QueryResult<Receiver> {
    let company = match new.company_id {
        Some(id) => companies::store::summary(conn, id)?,
        None => None,
    };
    let (municipality, industry) = company.map_or_else(Default::default, |company| (company.municipality, company.industry_2025));
    let question = Question { topic_id: new.topic_id, municipality: &municipality, industry: &industry, language: &new.language };
    let target = routing::store::route(conn, &question)?;
    let response_minutes = if new.urgent { target.urgent_response_minutes } else { target.response_minutes };
    let due_at = due(conn, target.team_id, response_minutes, new.reachable, now)?;
    Ok(Receiver { team_id: target.team_id, response_minutes, due_at })
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
