//! The ladder on the page of a call-back: what was climbed and what comes next, for people to read.

use crate::callbacks::State;
use crate::callbacks::store::Callback;
use crate::db::Conn;
use crate::reminders;
use crate::schema::{callback_steps, teams};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// The code of the next step; `agreed` while a call that its holder agreed upon lies ahead; `end` where everybody has been
    /// told and it is still in the queue; empty when it has ended, and before the first step is known.
    next: String,
    next_at: Option<NaiveDateTime>,
    backup_team: String,
    /// The holder may end it as not reached.
    pub gives_up: bool,
}

/// A step that was climbed.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Climbed {
    step: String,
    told: String,
    pub recorded_at: NaiveDateTime,
}

/// Its steps in all rounds, in order.
pub fn climbed(conn: &mut Conn, id: i64) -> QueryResult<Vec<Climbed>> {
    callback_steps::table
        .filter(callback_steps::callback_id.eq(id))
        .order(callback_steps::id)
        .select((callback_steps::step, callback_steps::told, callback_steps::recorded_at))
        .load(conn)
}

pub fn shown(conn: &mut Conn, callback: &Callback) -> QueryResult<Shown> {
    let backup_team = match callback.backup_team_id.filter(|backup| *backup != callback.team_id) {
        Some(id) => teams::table.find(id).select(teams::name).first(conn)?,
        None => String::new(),
    };
    let end = if callback.is_at_the_end() { "end" } else { "" };
    let (next, next_at) = match reminders::store::agreed(conn, &[callback.id])?.first() {
        Some((_, at)) => ("agreed".to_owned(), Some(*at)),
        None => (callback.next_step.clone().unwrap_or_else(|| end.to_owned()), callback.next_step_at),
    };
    Ok(Shown { next, next_at, backup_team, gives_up: callback.state() == State::Taken && super::offers_to_give_up(conn, callback.id)? })
}
