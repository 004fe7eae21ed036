//! What a person holds in the days of an absence, and how it is given away in the same step.

use super::store::NewAbsence;
use crate::app::App;
use crate::callbacks;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::organisations::duty::Absent;
use crate::schema::{callbacks as callback_rows, duty_shifts, team_members, teams};
use crate::tasks::transition::{self, Deed};
use crate::tasks::{self, Holder, Reach};
use crate::web::Viewer;
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Holdings {
    /// Days of duty that the replacement does, in words, with the team.
    covered: Vec<String>,
    /// Days of duty that nobody does.
    open: Vec<String>,
    /// Call-backs that the person has taken.
    callbacks: i64,
    /// Tasks that fall due.
    tasks: usize,
    /// There is a replacement, and the viewer may give these tasks on.
    may_hand_over: bool,
    /// What is told here, to know a page that told it.
    pub seen: String,
}

impl Holdings {
    /// Within the organisation that the viewer acts for.
    pub fn of(conn: &mut Conn, viewer: &Viewer, new: &NewAbsence, today: NaiveDate, lang: Lang) -> QueryResult<Self> {
        let shifts: Vec<(NaiveDate, i64, String)> = duty_shifts::table
            .inner_join(teams::table)
            .filter(duty_shifts::staff_id.eq(new.staff_id).and(teams::organisation_id.eq(viewer.organisation_id)))
            .filter(duty_shifts::duty_on.between(new.from_on.max(today), new.until_on))
            .order((duty_shifts::duty_on, teams::name_sort))
            .select((duty_shifts::duty_on, teams::id, teams::name))
            .load(conn)?;
        let callbacks = callback_rows::table
            .filter(callbacks::transition::held_for(new.staff_id, Some(viewer.organisation_id)))
            .count()
            .get_result(conn)?;
        let tasks = due(conn, viewer, new, today)?.len();
        let reach = Reach::of(conn, viewer)?;
        let is_covered = cover(conn, new)?;
        let (covered, open): (Vec<_>, Vec<_>) = shifts.into_iter().partition(|(day, team, _)| is_covered(*team, *day));
        let seen = format!("{}-{}-{}-{:?}", new.staff_id, new.from_on, new.until_on, new.replacement_id);
        Ok(Self {
            seen: format!("{seen}-{}-{}-{callbacks}-{tasks}", covered.len(), open.len()),
            covered: covered.into_iter().map(|(day, _, team)| in_words(lang, day, &team)).collect(),
            open: open.into_iter().map(|(day, _, team)| in_words(lang, day, &team)).collect(),
            callbacks,
            tasks,
            may_hand_over: new.replacement_id.is_some() && reach.covers(Holder::Person(new.staff_id)),
        })
    }

    pub fn is_empty(&self) -> bool {
        self.covered.is_empty() && self.open.is_empty() && self.callbacks == 0 && self.tasks == 0
    }
}

fn in_words(lang: Lang, day: NaiveDate, team: &str) -> String {
    format!("{} {}, {team}", i18n::weekday(lang, day), i18n::date(day))
}

/// Whether the replacement does a team's shift of a day: who belongs to the team and is there.
fn cover(conn: &mut Conn, new: &NewAbsence) -> QueryResult<impl Fn(i64, NaiveDate) -> bool> {
    let teams: Vec<i64> = match new.replacement_id {
        Some(id) => team_members::table.filter(team_members::staff_id.eq(id)).select(team_members::team_id).load(conn)?,
        None => Vec::new(),
    };
    let absent = Absent::load(conn, &teams, new.from_on, new.until_on)?;
    let replacement = new.replacement_id;
    Ok(move |team, day| teams.contains(&team) && replacement.is_some_and(|id| !absent.is_away(id, day)))
}

/// What is ticked before anyone has ticked anything: an absence that begins now leaves no time to call.
pub fn releases_at_first(new: &NewAbsence, today: NaiveDate) -> bool {
    new.from_on <= today + Days::new(1)
}

/// The person's open tasks that fall due before the person is back; what was due before the absence belongs to it only if it
/// has begun.
fn due(conn: &mut Conn, viewer: &Viewer, new: &NewAbsence, today: NaiveDate) -> QueryResult<Vec<i64>> {
    let mut open = tasks::store::open_of(conn, new.staff_id)?;
    open.retain(|task| {
        let falls_due = task.due_on <= new.until_on && (task.due_on >= new.from_on || new.from_on <= today);
        task.organisation_id == viewer.organisation_id && falls_due
    });
    Ok(open.into_iter().map(|task| task.id).collect())
}

/// Gives the call-backs that the person has taken back to the queues.
pub fn release(conn: &mut Conn, app: &App, viewer: &Viewer, new: &NewAbsence) -> Result<(), Error> {
    callbacks::release_all_of(conn, app, new.staff_id, Some(viewer.organisation_id))?;
    Ok(())
}

/// Gives the tasks to the replacement, who hears of them in one mail.
///
/// # Errors
/// A conflict, when the replacement can't hold tasks; forbidden, when they are not this viewer's to give.
pub fn hand_over(conn: &mut Conn, app: &App, viewer: &Viewer, new: &NewAbsence) -> Result<(), Error> {
    let Some(replacement_id) = new.replacement_id else { return Ok(()) };
    let to = Holder::Person(replacement_id);
    let mut given = 0;
    for task_id in due(conn, viewer, new, app.today())? {
        let deed = Deed::HandOver { from: Some(Holder::Person(new.staff_id)), to, note: String::new() };
        given += usize::from(transition::make_quietly(conn, app, viewer, task_id, &deed)?.is_some());
    }
    tasks::mails::given_several(conn, app, viewer, to, given)
}
