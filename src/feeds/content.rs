//! What stands in a calendar. As in mails, an entry carries company, topic, day and a link; never caller, number or free text.

use super::Subject;
use super::store::Feed;
use crate::callbacks::store::{Callback, Named, named};
use crate::callbacks::{self, State};
use crate::db::{AmongMethods, Conn};
use crate::i18n::{self, Args, Lang};
use crate::organisations::duty::{self, Shift};
use crate::organisations::store as organisations;
use crate::reminders::store as reminders;
use crate::routes::WORKERS;
use crate::schema::{callback_attempts, callback_moves, callbacks as callback_rows, task_moves, tasks as task_rows};
use crate::staff::sessions;
use crate::tasks::listing;
use crate::web::Viewer;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::HashMap;

/// Duty that is over stays for a week; what is to come is shown for a year.
const BACK: Days = Days::new(7);
const AHEAD: Days = Days::new(365);
/// So many tasks at most.
const LIMIT: i64 = 500;
/// How long a call-back takes in a calendar.
const CALL: TimeDelta = TimeDelta::minutes(15);

#[derive(Clone, Copy, Debug)]
pub enum When {
    Day(NaiveDate),
    /// From one instant to another.
    Span(NaiveDateTime, NaiveDateTime),
}

#[derive(Clone, Debug)]
pub struct Entry {
    /// The same for ever, within this service.
    pub uid: String,
    pub summary: String,
    pub when: When,
    /// The path of its page.
    pub path: String,
    /// When it was changed last.
    pub changed_at: NaiveDateTime,
    /// The person is busy meanwhile.
    pub takes_time: bool,
}

pub struct Content {
    pub name: String,
    pub lang: Lang,
    pub entries: Vec<Entry>,
}

/// None if the feed shows nothing any more: the account, the membership's rights or the team have come to an end.
pub fn load(conn: &mut Conn, feed: &Feed, today: NaiveDate) -> QueryResult<Option<Content>> {
    match feed.subject {
        Subject::Membership(id) => {
            let reader = sessions::reader(conn, id, today)?.filter(|reader| WORKERS.allows(reader));
            reader.map(|reader| own(conn, &reader, feed, today)).transpose()
        }
        Subject::Team(id) => {
            let live = organisations::live_teams(conn, today)?.iter().any(|team| team.0 == id);
            let team = organisations::team(conn, id)?.filter(|_| live);
            team.map(|team| of_team(conn, &team, feed, today)).transpose()
        }
    }
}

fn own(conn: &mut Conn, reader: &Viewer, feed: &Feed, today: NaiveDate) -> QueryResult<Content> {
    let lang = reader.lang;
    let mut entries = tasks(conn, reader, today)?;
    entries.extend(calls(conn, reader)?);
    for team in organisations::teams_of(conn, reader.organisation_id)?.into_iter().filter(|team| reader.team_ids.contains(&team.0)) {
        let title = i18n::text_with(lang, "feed-duty", &Args::from([("team".into(), team.1.into())]));
        let summary = |_: &str| title.clone();
        let is_own = |staff_id| staff_id == reader.staff_id;
        entries.extend(shifts(conn, team.0, feed.made_at, today, (&is_own, &summary))?);
    }
    let name = i18n::text_with(lang, "feed-name-own", &Args::from([("name".into(), reader.name.clone().into())]));
    Ok(Content { name, lang, entries })
}

fn of_team(conn: &mut Conn, team: &organisations::Team, feed: &Feed, today: NaiveDate) -> QueryResult<Content> {
    let args = |name: &str| Args::from([("team".into(), team.name.clone().into()), ("name".into(), name.to_owned().into())]);
    let summary = |name: &str| i18n::text_with(team.language, "feed-duty-of", &args(name));
    let entries = shifts(conn, team.id, feed.made_at, today, (&|_| true, &summary))?;
    Ok(Content { name: i18n::text_with(team.language, "feed-name-team", &args("")), lang: team.language, entries })
}

/// Open tasks, on the day when they fall due.
fn tasks(conn: &mut Conn, reader: &Viewer, today: NaiveDate) -> QueryResult<Vec<Entry>> {
    let rows = listing::own_due(conn, reader, today + AHEAD, LIMIT)?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let made: HashMap<i64, NaiveDateTime> =
        task_rows::table.filter(task_rows::id.among(&ids)).select((task_rows::id, task_rows::created_at)).load(conn)?.into_iter().collect();
    let moved: HashMap<i64, Option<NaiveDateTime>> = task_moves::table
        .filter(task_moves::task_id.among(&ids))
        .group_by(task_moves::task_id)
        .select((task_moves::task_id, max(task_moves::moved_at)))
        .load(conn)?
        .into_iter()
        .collect();
    let entry = |row: listing::Row| Entry {
        uid: format!("task-{}", row.id),
        summary: match &row.company {
            Some(company) => i18n::text_with(reader.lang, "feed-task-company", &Args::from([("company".into(), company.clone().into())])),
            None => i18n::text(reader.lang, "feed-task"),
        },
        when: When::Day(row.due_on),
        path: format!("/tasks/{}", row.id),
        changed_at: moved.get(&row.id).copied().flatten().or(made.get(&row.id).copied()).unwrap_or_default(),
        takes_time: false,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The call-backs that the person has taken, when a call was agreed upon, else when they must have been called.
fn calls(conn: &mut Conn, reader: &Viewer) -> QueryResult<Vec<Entry>> {
    let held: Vec<Callback> = callback_rows::table
        .filter(callbacks::visible_to(reader))
        .filter(callback_rows::holder_id.eq(reader.staff_id).and(callback_rows::state.eq(State::Taken.code())))
        .order(callback_rows::id)
        .select(Callback::as_select())
        .load(conn)?;
    let ids: Vec<i64> = held.iter().map(|callback| callback.id).collect();
    let moved: HashMap<i64, Option<NaiveDateTime>> = callback_moves::table
        .filter(callback_moves::callback_id.among(&ids))
        .group_by(callback_moves::callback_id)
        .select((callback_moves::callback_id, max(callback_moves::moved_at)))
        .load(conn)?
        .into_iter()
        .collect();
    let tried: HashMap<i64, Option<NaiveDateTime>> = callback_attempts::table
        .filter(callback_attempts::callback_id.among(&ids))
        .group_by(callback_attempts::callback_id)
        .select((callback_attempts::callback_id, max(callback_attempts::attempted_at)))
        .load(conn)?
        .into_iter()
        .collect();
    let agreed = reminders::agreed(conn, &ids)?;
    let entry = |Named { callback, company, topic, .. }: Named| {
        let agreed_at = agreed.iter().find(|(id, _)| *id == callback.id).map(|(_, at)| *at);
        let key = if agreed_at.is_some() { "feed-callback-agreed" } else { "feed-callback" };
        let begins = agreed_at.or(callback.next_step_at).unwrap_or(callback.due_at);
        let changes = [&moved, &tried].map(|times| times.get(&callback.id).copied().flatten());
        Entry {
            uid: format!("callback-{}", callback.id),
            summary: i18n::text_with(reader.lang, key, &Args::from([("company".into(), company.into()), ("topic".into(), topic.into())])),
            when: When::Span(begins, begins + CALL),
            path: format!("/callbacks/{}", callback.id),
            changed_at: changes.into_iter().flatten().max().unwrap_or(callback.created_at),
            takes_time: false,
        }
    };
    Ok(named(conn, held)?.into_iter().map(entry).collect())
}

/// Who is wanted, and what an entry of a person's shift says.
type Wanted<'a> = (&'a dyn Fn(i64) -> bool, &'a dyn Fn(&str) -> String);

/// A team's shifts as they are done, one entry for each period of its office hours.
fn shifts(conn: &mut Conn, team_id: i64, stamp: NaiveDateTime, today: NaiveDate, (is_wanted, summary): Wanted) -> QueryResult<Vec<Entry>> {
    let hours = organisations::office_hours(conn, team_id)?;
    let planned = duty::shifts(conn, &[team_id], today - BACK, today + AHEAD)?;
    let done = planned.iter().filter_map(|shift| Some((shift, Shift::on_duty(shift)?)));
    let mut entries = Vec::new();
    for (shift, (_, name)) in done.filter(|(_, (staff_id, _))| is_wanted(*staff_id)) {
        let day = shift.duty_on;
        let entry = |part: usize, when| Entry {
            uid: format!("duty-{team_id}-{day}-{part}"),
            summary: summary(name),
            when,
            path: format!("/duty?team={team_id}&from={day}"),
            changed_at: stamp,
            takes_time: true,
        };
        let before = entries.len();
        entries.extend(hours.on(day).enumerate().map(|(part, (opens, closes))| entry(part, When::Span(opens, closes))));
        if entries.len() == before {
            entries.push(entry(0, When::Day(day)));
        }
    }
    Ok(entries)
}
