//! Who gets a call-back and by when: routing row, office hours of the team, and when the caller can be reached.

use super::store::{Callback, NewCallback, Receiver};
use crate::db::Conn;
use crate::i18n::{Lang, helsinki};
use crate::routing::arithmetic::{Arithmetic, Sum};
use crate::routing::store::{Question, Target};
use crate::schema::callback_handovers;
use crate::{companies, organisations, routing};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// The receiver by the routing rows; NotFound when no row is set up.
pub fn choose(conn: &mut Conn, new: &NewCallback, now: NaiveDateTime) -> QueryResult<Receiver> {
    let target = route(conn, (new.company_id, new.topic_id, &new.language), now)?;
    let response_minutes = if new.urgent { target.urgent_response_minutes } else { target.response_minutes };
    let due_at = due(conn, target.team_id, response_minutes, new.reachable, now)?;
    Ok(Receiver { team_id: target.team_id, backup_team_id: target.backup_team_id, response_minutes, due_at })
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

/// Who backs up a team that was chosen by hand: the backup of the routing row that leads there too. Any other row's backup has
/// nothing to do with this team.
pub fn backup(conn: &mut Conn, callback: &Callback, team_id: i64, now: NaiveDateTime) -> QueryResult<Option<i64>> {
    let routed = route(conn, (callback.company_id, callback.topic_id, &callback.language), now).optional()?;
    Ok(routed.filter(|target| target.team_id == team_id).and_then(|target| target.backup_team_id))
}

/// A reopened call-back goes to the team that it was with last; if that has ended, where the routing rows lead now. With it
/// goes the backup team.
pub fn of_reopened(conn: &mut Conn, callback: &Callback, now: NaiveDateTime) -> QueryResult<(i64, Option<i64>)> {
    let live = organisations::store::live_teams(conn, helsinki(now).date_naive())?;
    if live.iter().any(|team| team.0 == callback.team_id) {
        return Ok((callback.team_id, callback.backup_team_id));
    }
    let target = route(conn, (callback.company_id, callback.topic_id, &callback.language), now)?;
    Ok((target.team_id, target.backup_team_id))
}

/// Whom a partner by mail gives it back to: the team that it came from; if the routing rows led there, the backup team, else
/// the team of the catch-all, else any of the employment area's own. Someone always answers who reads more than mail.
pub fn of_declined(conn: &mut Conn, callback: &Callback, now: NaiveDateTime) -> QueryResult<Option<i64>> {
    let last: Option<(i64, Option<i64>)> = callback_handovers::table
        .filter(callback_handovers::callback_id.eq(callback.id))
        .order(callback_handovers::id.desc())
        .select((callback_handovers::from_team_id, callback_handovers::to_team_id))
        .first(conn)
        .optional()?;
    let came_from = last.filter(|(_, to)| *to == Some(callback.team_id)).map(|(from, _)| from);
    let catch_all = routing::store::rows(conn)?.pop().map(|row| row.team_id);
    let live = organisations::store::live_teams(conn, helsinki(now).date_naive())?;
    let by_mail = organisations::store::teams_by_mail(conn)?;
    let able: Vec<i64> = live.iter().map(|team| team.0).filter(|id| !by_mail.contains(id) && *id != callback.team_id).collect();
    let wanted = [came_from, callback.backup_team_id, catch_all].into_iter().flatten();
    Ok(wanted.chain(able.first().copied()).find(|id| able.contains(id)))
}

/// How the due time was counted, by the hours of its team as they are now.
pub fn arithmetic(conn: &mut Conn, callback: &Callback, lang: Lang) -> QueryResult<Arithmetic> {
    let hours = organisations::store::office_hours(conn, callback.team_id)?;
    let sum = Sum { from: callback.counted_from, response_minutes: callback.response_minutes, reachable: callback.reachable() };
    let due = sum.due(&hours, lang);
    Ok(if due.due_at == callback.due_at { due.sum } else { Arithmetic::outdated(lang) })
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
