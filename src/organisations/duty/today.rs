//! Who is on duty today, for the frame of every page.

use super::Shift;
use crate::app::App;
use crate::calendar::OfficeHours;
use crate::db::Conn;
use crate::i18n::{self, Args, Lang, helsinki};
use crate::organisations::store::{self, Opens};
use crate::organisations::{closing_days, duty, phone_lines, seasons};
use crate::schema::{duty_shifts, staff, teams};
use crate::web::Viewer;
use crate::web::page::{FrameDuty, FramePhone};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

/// A team that had or has somebody on duty so many days before or after today is one that keeps a roster.
const NEAR: Days = Days::new(7);
/// Numbers and hours change a few times a year: so long they are not read again, since every page shows them.
const FRESH: TimeDelta = TimeDelta::minutes(1);

/// A team's number and hours.
#[derive(Clone, Debug)]
struct Desk {
    /// As typed, and as a link needs it.
    phone: Option<(String, String)>,
    hours: OfficeHours,
}

/// What was read of the teams' numbers and hours, and when.
#[derive(Debug, Default)]
pub struct Desks(Mutex<HashMap<i64, (NaiveDateTime, Desk)>>);

impl Desks {
    fn of(&self, conn: &mut Conn, team_id: i64, now: NaiveDateTime) -> QueryResult<Desk> {
        let known = self.0.lock().ok().and_then(|known| known.get(&team_id).cloned());
        if let Some((_, desk)) = known.filter(|(read_at, _)| (TimeDelta::zero()..FRESH).contains(&(now - *read_at))) {
            return Ok(desk);
        }
        let desk = read(conn, team_id)?;
        if let Ok(mut known) = self.0.lock() {
            known.insert(team_id, (now, desk.clone()));
        }
        Ok(desk)
    }
}

/// The first line's number and hours; without hours of its own, or without a line, those of the team.
fn read(conn: &mut Conn, team_id: i64) -> QueryResult<Desk> {
    let line = phone_lines::store::of_team(conn, team_id)?.into_iter().next();
    let hours = match line.as_ref().filter(|line| !line.periods.is_empty()) {
        Some(line) => {
            let seasons = seasons::store::of(conn, Opens::PhoneLine(line.id))?.into_iter().map(|row| row.season).collect();
            let closings = closing_days::store::of_team(conn, team_id)?;
            OfficeHours::new(line.periods.clone()).with_seasons(seasons).with_closings(closings)
        }
        None => store::office_hours(conn, team_id)?,
    };
    Ok(Desk { phone: line.map(|line| (line.phone, line.phone_e164)), hours })
}

/// The viewer's teams that keep a roster, each with who is on duty; if none does, those of the organisation.
pub fn load(conn: &mut Conn, app: &App, viewer: &Viewer) -> QueryResult<Vec<FrameDuty>> {
    let (now, today) = (app.now(), app.today());
    let teams = rostered(conn, viewer, today)?;
    if teams.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = teams.iter().map(|(_, id)| *id).collect();
    let shifts = duty::shifts(conn, &ids, today, today)?;
    let mut lines = Vec::new();
    for (team, team_id) in teams {
        let on_duty = shifts.iter().find(|shift| shift.team_id == team_id).and_then(Shift::on_duty);
        let desk = app.desks.of(conn, team_id, now)?;
        lines.push(FrameDuty {
            team,
            person: on_duty.map(|(_, name)| name.to_owned()),
            is_viewer: on_duty.is_some_and(|(id, _)| id == viewer.staff_id),
            phone: desk.phone.map(|(number, href)| FramePhone { number, href }),
            hours: open_or_closed(&desk.hours, now, viewer.lang),
        });
    }
    Ok(lines)
}

/// Name and id of each team whose duty is shown, by name.
fn rostered(conn: &mut Conn, viewer: &Viewer, today: NaiveDate) -> QueryResult<BTreeSet<(String, i64)>> {
    let planned: Vec<(String, i64)> = duty_shifts::table
        .inner_join(staff::table)
        .inner_join(teams::table)
        .filter(duty_shifts::duty_on.between(today - NEAR, today + NEAR))
        .filter(teams::organisation_id.eq(viewer.organisation_id))
        .filter(teams::ended_on.is_null().and(staff::deactivated_at.is_null()))
        .select((teams::name, teams::id))
        .load(conn)?;
    let (own, others): (BTreeSet<_>, BTreeSet<_>) = planned.into_iter().partition(|(_, id)| viewer.team_ids.contains(id));
    Ok(if own.is_empty() { others } else { own })
}

/// `auki 15 asti`, `avataan 13`, `avataan ma 9`, and with a date where the next opening is a week or more away.
fn open_or_closed(hours: &OfficeHours, now: NaiveDateTime, lang: Lang) -> String {
    let today = helsinki(now).date_naive();
    if let Some((_, closes)) = hours.on(today).find(|(opens, closes)| *opens <= now && now < *closes) {
        return i18n::text_with(lang, "duty-open-until", &Args::from([("time".into(), clock(closes).into())]));
    }
    let opens = hours.next_opening(now);
    let day = helsinki(opens).date_naive();
    let time = ("time".into(), clock(opens).into());
    if day == today {
        return i18n::text_with(lang, "duty-opens-today", &Args::from([time]));
    }
    let weekday = i18n::weekday(lang, day);
    let name = if day - today < TimeDelta::days(7) { weekday } else { format!("{weekday} {}.{}.", day.day(), day.month()) };
    i18n::text_with(lang, "duty-opens", &Args::from([("day".into(), name.into()), time]))
}

/// 9 or 9.30.
fn clock(at: NaiveDateTime) -> String {
    let local = helsinki(at);
    if local.minute() == 0 { local.hour().to_string() } else { i18n::time(at) }
}
