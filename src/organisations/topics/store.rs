//! Rows of topics in their order.

use crate::db::Conn;
use crate::identifiers::name;
use crate::organisations::store::{add_topic, topics as offered};
use crate::schema::topics;
use crate::web::order::{Direction, exchange};
use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use serde::Serialize;

#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Topic {
    pub id: i64,
    pub name: String,
    pub ended_on: Option<NaiveDate>,
}

/// Every topic that there is or was, in the host's order.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Topic>> {
    topics::table.order((topics::position, topics::id)).select((topics::id, topics::name, topics::ended_on)).load(conn)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Topic> {
    topics::table.find(id).select((topics::id, topics::name, topics::ended_on)).first(conn)
}

/// A topic of that name, whatever its spelling, other than this one; ended ones count, for they can be opened again.
pub fn is_name_taken(conn: &mut Conn, wanted: &str, but: Option<i64>) -> QueryResult<bool> {
    let wanted = name::fold(wanted);
    Ok(all(conn)?.iter().any(|known| Some(known.id) != but && name::fold(&known.name) == wanted))
}

/// Adds a topic below the others.
pub fn add(conn: &mut Conn, title: &str) -> QueryResult<i64> {
    let last: Option<i32> = topics::table.select(max(topics::position)).first(conn)?;
    add_topic(conn, title, last.unwrap_or_default() + 1)
}

/// Also old rows show the new name.
pub fn rename(conn: &mut Conn, id: i64, title: &str) -> QueryResult<()> {
    let changed = diesel::update(topics::table.find(id)).set(topics::name.eq(title)).execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(NotFound) }
}

/// Exchanges a topic on offer with its neighbour. At the end of the list nothing moves.
pub fn shift(conn: &mut Conn, id: i64, direction: Direction) -> QueryResult<()> {
    let mut ids: Vec<i64> = offered(conn)?.into_iter().map(|topic| topic.0).collect();
    if !exchange(&mut ids, id, direction).ok_or(NotFound)? {
        return Ok(());
    }
    for (position, id) in (1..).zip(ids) {
        diesel::update(topics::table.find(id)).set(topics::position.eq(position)).execute(conn)?;
    }
    Ok(())
}

/// Takes a topic from the lists. False if it was not on them.
pub fn end(conn: &mut Conn, id: i64, today: NaiveDate) -> QueryResult<bool> {
    let live = topics::table.filter(topics::id.eq(id).and(topics::ended_on.is_null()));
    Ok(diesel::update(live).set(topics::ended_on.eq(today)).execute(conn)? == 1)
}

/// Puts it back on the lists. False if it was there.
pub fn reopen(conn: &mut Conn, id: i64) -> QueryResult<bool> {
    let ended = topics::table.filter(topics::id.eq(id).and(topics::ended_on.is_not_null()));
    Ok(diesel::update(ended).set(topics::ended_on.eq(None::<NaiveDate>)).execute(conn)? == 1)
}
