//! The counts behind the reports: as many statements for a year as for a day.

use super::period::Period;
use super::rules::{Tally, Ways};
use crate::db::Conn;
use crate::organisations;
use crate::schema::{callback_handovers, callbacks, topics};
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The call-backs that were logged in a period, and what became of them until now.
#[derive(Debug, Default)]
pub struct Handovers {
    pub all: Tally,
    /// By topic id.
    pub topics: BTreeMap<i64, Tally>,
    /// By the team that had it first.
    pub teams: BTreeMap<i64, Tally>,
    pub ways: Ways,
}

/// Three statements.
pub fn handovers(conn: &mut Conn, period: Period) -> QueryResult<Handovers> {
    let (from, until) = period.instants();
    let mut found = Handovers::default();
    let counted: Vec<(i64, i64, i32, i64)> = callbacks::table
        .filter(callbacks::created_at.ge(from).and(callbacks::created_at.lt(until)))
        .group_by((callbacks::topic_id, callbacks::team_id, callbacks::handover_count))
        .select((callbacks::topic_id, callbacks::team_id, callbacks::handover_count, count_star()))
        .load(conn)?;
    for (topic, team, handovers, callbacks) in counted {
        found.all.add(handovers, callbacks);
        found.topics.entry(topic).or_default().add(handovers, callbacks);
        if handovers == 0 {
            found.teams.entry(team).or_default().add(0, callbacks);
        }
    }
    let rows: Vec<(i64, i32, i64, Option<i64>, String)> = callback_handovers::table
        .inner_join(callbacks::table)
        .filter(callbacks::created_at.ge(from).and(callbacks::created_at.lt(until)))
        .order(callback_handovers::id)
        .select((
            callbacks::id,
            callbacks::handover_count,
            callback_handovers::from_team_id,
            callback_handovers::to_team_id,
            callback_handovers::reason,
        ))
        .load(conn)?;
    let mut begun = HashSet::new();
    for (callback, handovers, from, to, reason) in rows {
        if begun.insert(callback) {
            found.teams.entry(from).or_default().add(handovers, 1);
        }
        found.ways.add(from, to, &reason);
    }
    Ok(found)
}

/// Names of topics and of teams, those that have ended too.
pub fn names(conn: &mut Conn) -> QueryResult<(HashMap<i64, String>, HashMap<i64, String>)> {
    let topics: Vec<(i64, String)> = topics::table.select((topics::id, topics::name)).load(conn)?;
    let teams = organisations::store::teams(conn)?;
    Ok((topics.into_iter().collect(), teams.into_iter().map(|(id, name, _)| (id, name)).collect()))
}
