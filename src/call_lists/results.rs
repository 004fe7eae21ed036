//! What came of a list: by outcome, by caller, what is left.

use super::store::CallList;
use super::turns::{ENTRIES, callable, instant, is_left};
use super::{Outcome, TAKEN_FOR};
use crate::contacts::first::FIRST_IN_SQL;
use crate::db::Conn;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Text};
use serde::Serialize;

#[derive(Debug, Default, Serialize)]
pub struct Results {
    pub total: i64,
    /// At least once.
    pub called: i64,
    /// Of those who were called, per cent; none if nobody was.
    pub reach_rate: Option<i64>,
    pub reached: i64,
    /// To be called for the first time or again.
    pub left: i64,
    /// Of them: not before a certain time.
    pub later: i64,
    /// Of them: nobody may call them any more.
    pub closed: i64,
    /// Somebody calls them just now.
    pub taken: i64,
    /// So many companies nobody had ever been in touch with.
    pub first_contacts: i64,
    /// How many companies ended so, by the code of an `Outcome`.
    pub outcomes: Vec<(&'static str, i64)>,
    pub callers: Vec<CallerLine>,
}

/// What one caller did.
#[derive(Debug, Serialize)]
pub struct CallerLine {
    name: String,
    calls: i64,
    reached: i64,
    reach_rate: Option<i64>,
}

#[derive(QueryableByName)]
struct State {
    /// Of the last call; empty before the first.
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = Bool)]
    remains: bool,
    #[diesel(sql_type = Bool)]
    callable: bool,
    #[diesel(sql_type = Bool)]
    later: bool,
    #[diesel(sql_type = Bool)]
    taken: bool,
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Calls {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    outcome: String,
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Three statements.
pub fn of(conn: &mut Conn, list: &CallList, now: NaiveDateTime) -> QueryResult<Results> {
    let states = states(conn, list, now)?;
    let sum = |which: &dyn Fn(&State) -> bool| states.iter().filter(|state| which(state)).map(|state| state.n).sum::<i64>();
    let ended_so = |outcome: Outcome| sum(&|state| state.outcome == outcome.code());
    let called = sum(&|state| !state.outcome.is_empty());
    let reached = Outcome::ALL.into_iter().filter(|outcome| outcome.is_reached()).map(ended_so).sum();
    Ok(Results {
        total: sum(&|_| true),
        called,
        reached,
        reach_rate: per_cent(reached, called),
        left: sum(&|state| state.remains),
        later: sum(&|state| state.remains && state.callable && state.later),
        closed: sum(&|state| state.remains && !state.callable),
        taken: sum(&|state| state.taken),
        first_contacts: first_contacts(conn, list)?,
        outcomes: Outcome::ALL.map(|outcome| (outcome.code(), ended_so(outcome))).into(),
        callers: callers(conn, list)?,
    })
}

fn states(conn: &mut Conn, list: &CallList, now: NaiveDateTime) -> QueryResult<Vec<State>> {
    let sql = format!(
        "SELECT outcome, remains, callable, later, taken, count(*) AS n FROM (SELECT coalesce(k.outcome, '') AS outcome, \
         {} AS remains, {} AS callable, coalesce(k.call_again_at > {}, 1 = 0) AS later, \
         coalesce(e.taken_at >= {}, 1 = 0) AS taken {ENTRIES}) states GROUP BY outcome, remains, callable, later, taken",
        is_left(),
        callable(list, now),
        instant(now),
        instant(now - TAKEN_FOR),
    );
    sql_query(sql).bind::<BigInt, _>(list.id).load(conn)
}

/// Calls that reached somebody at a company that nobody had been in touch with.
fn first_contacts(conn: &mut Conn, list: &CallList) -> QueryResult<i64> {
    let reached: Vec<String> =
        Outcome::ALL.into_iter().filter(|outcome| outcome.is_reached()).map(|outcome| format!("'{}'", outcome.code())).collect();
    let sql = format!(
        "SELECT count(*) AS n FROM call_list_calls k JOIN contacts t ON t.id = k.contact_id \
         WHERE k.call_list_id = $1 AND k.outcome IN ({}) AND {FIRST_IN_SQL}",
        reached.join(", ")
    );
    let count: Count = sql_query(sql).bind::<BigInt, _>(list.id).get_result(conn)?;
    Ok(count.n)
}

fn callers(conn: &mut Conn, list: &CallList) -> QueryResult<Vec<CallerLine>> {
    const SQL: &str = "SELECT s.name, k.outcome, count(*) AS n FROM call_list_calls k JOIN staff s ON s.id = k.staff_id \
        WHERE k.call_list_id = $1 GROUP BY s.id, s.name, s.name_sort, k.outcome ORDER BY s.name_sort, s.id";
    let rows: Vec<Calls> = sql_query(SQL).bind::<BigInt, _>(list.id).load(conn)?;
    let mut lines: Vec<CallerLine> = Vec::new();
    for row in rows {
        let reached = if Outcome::from_code(&row.outcome).is_some_and(Outcome::is_reached) { row.n } else { 0 };
        match lines.last_mut().filter(|line| line.name == row.name) {
            Some(line) => (line.calls, line.reached) = (line.calls + row.n, line.reached + reached),
            None => lines.push(CallerLine { name: row.name, calls: row.n, reached, reach_rate: None }),
        }
    }
    for line in &mut lines {
        line.reach_rate = per_cent(line.reached, line.calls);
    }
    Ok(lines)
}

/// Rounded to whole per cents.
fn per_cent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 + whole / 2) / whole)
}
