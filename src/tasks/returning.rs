//! A person leaves or a team ends: open tasks go to a team's queue, so that no promise is forgotten.

use super::store::{self, Task};
use super::{Holder, Move, mails};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::organisations::store::Team;
use crate::schema::{callbacks, team_members, teams};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// The account of `staff_id` is closed: its open tasks go to the queue of the team of the call-back that they are about, else
/// of the person's first team in that organisation, else of the organisation's first team; each team hears it in one mail.
/// In an organisation without teams they stay, and its coordinators see them. `by` is who closed the account. Gives how many
/// went. With an organisation only its tasks go: a membership ends.
pub fn return_all_of(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: Option<i64>, by: Option<&Viewer>) -> Result<usize, Error> {
    let now = app.now();
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    let open = store::open_of(conn, staff_id)?;
    for task in open.into_iter().filter(|task| organisation_id.is_none_or(|id| id == task.organisation_id)) {
        let Some(team_id) = queue_for(conn, &task, Holder::Person(staff_id))? else { continue };
        if put_back(conn, Move::Returned, (&task, team_id), by, now)? {
            *counts.entry(team_id).or_default() += 1;
        }
    }
    for (team_id, count) in &counts {
        mails::returned(conn, app, *team_id, *count, None)?;
    }
    Ok(counts.values().sum())
}

/// The open tasks of a team's queue, by the queue where they go when the team ends; none for those that have nowhere to go.
pub fn after_team(conn: &mut Conn, team_id: i64) -> QueryResult<BTreeMap<Option<i64>, Vec<Task>>> {
    let mut queues: BTreeMap<Option<i64>, Vec<Task>> = BTreeMap::new();
    for task in store::waiting_in(conn, team_id)? {
        queues.entry(queue_for(conn, &task, Holder::Team(team_id))?).or_default().push(task);
    }
    Ok(queues)
}

/// The team ends: its queue is emptied as `after_team` says, and each team that gets tasks hears it in one mail.
pub fn pass_on_queue_of(conn: &mut Conn, app: &App, team: &Team, by: &Viewer) -> Result<(), Error> {
    for (to, tasks) in after_team(conn, team.id)? {
        let Some(to) = to else { continue };
        let mut count = 0;
        for task in &tasks {
            count += usize::from(put_back(conn, Move::TeamEnded, (task, to), Some(by), app.now())?);
        }
        mails::returned(conn, app, to, count, Some(&team.name))?;
    }
    Ok(())
}

/// False if it was done or given on at this very moment.
fn put_back(conn: &mut Conn, why: Move, (task, team_id): (&Task, i64), by: Option<&Viewer>, now: NaiveDateTime) -> QueryResult<bool> {
    let mut after = task.clone();
    after.set_holder(Holder::Team(team_id));
    if !store::write(conn, task, &after)? {
        return Ok(false);
    }
    let actor = by.map(|viewer| viewer.staff_id);
    store::add_move(conn, why, actor, (task, &after), "", now)?;
    crate::audit::record(conn, now, actor, by.map(|viewer| viewer.organisation_id), "return", "tasks", task.id)?;
    Ok(true)
}

/// A live team of the task's own organisation, since nobody else may read it; not the one that ends.
fn queue_for(conn: &mut Conn, task: &Task, leaver: Holder) -> QueryResult<Option<i64>> {
    let (person, ending) = leaver.columns();
    let others = || teams::ended_on.is_null().and(teams::id.ne(ending.unwrap_or_default()));
    let own_teams = || teams::table.filter(teams::organisation_id.eq(task.organisation_id).and(others()));
    if let Some(callback_id) = task.callback_id {
        let of_callback = own_teams().inner_join(callbacks::table.on(callbacks::team_id.eq(teams::id)));
        let found = of_callback.filter(callbacks::id.eq(callback_id)).select(teams::id).first(conn).optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let of_person = own_teams()
        .inner_join(team_members::table.on(team_members::team_id.eq(teams::id)))
        .filter(team_members::staff_id.eq(person.unwrap_or_default()))
        .order(teams::id)
        .select(teams::id)
        .first(conn)
        .optional()?;
    match of_person {
        Some(team_id) => Ok(Some(team_id)),
        None => own_teams().order(teams::id).select(teams::id).first(conn).optional(),
    }
}
