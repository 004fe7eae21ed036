//! My day: what one person holds, waits for and has promised, and who is on duty.

use crate::call_lists::listing::{self as call_lists, Row};
use crate::callbacks::store::{Callback, Named, named};
use crate::callbacks::{self, State};
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::organisations::duty;
use crate::reminders::store as reminders;
use crate::schema::{callbacks as callback_rows, teams};
use crate::tasks::listed::{Listed, listed, with_all};
use crate::tasks::pages::{Undo, undo};
use crate::tasks::{Reach, listing as tasks, snooze};
use crate::web::{Choice, Viewer};
use crate::{i18n, settings};
use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// So many rows of each kind; the rest is behind a link.
const LIMIT: i64 = 20;
/// Tasks that fall due in so many days are on the page already.
const DAYS_AHEAD: u64 = 7;

#[derive(Serialize)]
pub struct MyDayView {
    /// What nobody took in time, in the queues of the viewer's teams.
    late: Vec<Named>,
    held: Vec<Held>,
    requests: Vec<Named>,
    tasks: Vec<Listed>,
    snoozes: Vec<Choice>,
    undo: Option<Undo>,
    /// The lists that the viewer works through.
    call_lists: Vec<Row>,
    teams: Vec<Team>,
    #[serde(flatten)]
    rights: Rights,
}

/// A call-back that the viewer took.
#[derive(Serialize)]
struct Held {
    #[serde(flatten)]
    named: Named,
    /// When it was agreed that the viewer calls again, if that lies ahead; else empty.
    agreed: String,
}

/// What the viewer may do beyond this page.
#[derive(Clone, Copy, Serialize)]
pub struct Rights {
    pub may_read: bool,
    pub may_work: bool,
}

/// A team of mine today.
#[derive(Serialize)]
struct Team {
    id: i64,
    name: String,
    /// Call-backs in its queue.
    waiting: i64,
    /// Tasks in its queue.
    tasks: i64,
    on_duty: Option<String>,
    is_me: bool,
}

/// `done` is a task that was marked done just now.
pub fn load(conn: &mut Conn, viewer: &Viewer, rights: Rights, now: NaiveDateTime, done: Option<i64>) -> Result<MyDayView, Error> {
    let (today, lang) = (i18n::helsinki(now).date_naive(), viewer.lang);
    let until = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today);
    Ok(MyDayView {
        late: if rights.may_work { late(conn, viewer)? } else { Vec::new() },
        held: held(conn, viewer)?,
        requests: requests(conn, viewer)?,
        tasks: {
            let due = listed(tasks::own_due(conn, viewer, until, LIMIT)?, &Reach::of(conn, viewer)?, today, lang);
            with_all(conn, due, today, lang)?
        },
        snoozes: snooze::choices(lang, now, settings::load(conn)?.sending),
        undo: undo(conn, viewer, done)?,
        call_lists: if rights.may_work { call_lists::of_caller(conn, viewer, LIMIT)? } else { Vec::new() },
        teams: teams_of(conn, viewer, today)?,
        rights,
    })
}

fn late(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Named>> {
    let rows: Vec<Callback> = callback_rows::table
        .filter(callbacks::visible_to(viewer))
        .filter(callbacks::visibility::waits_for(&viewer.team_ids))
        .filter(callback_rows::late.eq(true))
        .order((callback_rows::urgent.desc(), callback_rows::due_at, callback_rows::id))
        .limit(LIMIT)
        .select(Callback::as_select())
        .load(conn)?;
    named(conn, rows)
}

fn held(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Held>> {
    let rows: Vec<Callback> = callback_rows::table
        .filter(callbacks::visible_to(viewer))
        .filter(callback_rows::holder_id.eq(viewer.staff_id).and(callback_rows::state.eq(State::Taken.code())))
        .order((callback_rows::urgent.desc(), callback_rows::due_at, callback_rows::id))
        .limit(LIMIT)
        .select(Callback::as_select())
        .load(conn)?;
    let agreed = reminders::agreed(conn, &rows.iter().map(|row| row.id).collect::<Vec<_>>())?;
    let held = |named: Named| {
        let at = agreed.iter().find(|(id, _)| *id == named.callback.id).map(|(_, at)| i18n::date_time(viewer.lang, *at));
        Held { named, agreed: at.unwrap_or_default() }
    };
    Ok(named(conn, rows)?.into_iter().map(held).collect())
}

/// The viewer's own requests that have not ended, the newest first.
fn requests(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Named>> {
    let rows: Vec<Callback> = callback_rows::table
        .filter(callbacks::visible_to(viewer))
        .filter(callback_rows::logged_by.eq(viewer.staff_id).and(callback_rows::state.ne(State::Closed.code())))
        .order((callback_rows::created_at.desc(), callback_rows::id.desc()))
        .limit(LIMIT)
        .select(Callback::as_select())
        .load(conn)?;
    named(conn, rows)
}

fn teams_of(conn: &mut Conn, viewer: &Viewer, today: NaiveDate) -> QueryResult<Vec<Team>> {
    let mine: Vec<(i64, String)> = teams::table
        .filter(teams::id.among(&viewer.team_ids).and(teams::ended_on.is_null()))
        .order((teams::name_sort, teams::id))
        .select((teams::id, teams::name))
        .load(conn)?;
    let waiting: HashMap<i64, i64> = callback_rows::table
        .filter(callback_rows::team_id.among(&viewer.team_ids).and(callback_rows::state.eq(State::New.code())))
        .group_by(callback_rows::team_id)
        .select((callback_rows::team_id, diesel::dsl::count_star()))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let tasks = tasks::in_queues(conn, viewer)?;
    let shifts = duty::shifts(conn, &viewer.team_ids, today, today)?;
    let team = |(id, name): (i64, String)| {
        let person = shifts.iter().find(|shift| shift.team_id == id).and_then(|shift| shift.on_duty());
        Team {
            id,
            name,
            waiting: waiting.get(&id).copied().unwrap_or_default(),
            tasks: tasks.get(&id).copied().unwrap_or_default(),
            on_duty: person.map(|(_, name)| name.to_owned()),
            is_me: person.is_some_and(|(staff_id, _)| staff_id == viewer.staff_id),
        }
    };
    Ok(mine.into_iter().map(team).collect())
}
