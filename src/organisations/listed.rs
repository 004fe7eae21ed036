//! Organisations as administrators see them: who belongs to them, and what depends on them.

use super::sharing::{self, Visibility};
use super::store::set_municipalities;
use crate::db::Conn;
use crate::identifiers::name;
use crate::schema::{callbacks, memberships, organisation_municipalities, organisations, routing_rows, sessions, staff, teams};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use serde::Serialize;
use std::collections::HashMap;

#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Organisation {
    pub id: i64,
    pub name: String,
    pub is_host: bool,
    /// The last day of its access.
    pub ends_on: Option<NaiveDate>,
    /// The code of a `Visibility`.
    pub default_visibility: String,
}

impl Organisation {
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.ends_on.is_some_and(|last| last < today)
    }
}

/// What an administrator may change of an organisation.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub ends_on: Option<NaiveDate>,
    pub default_visibility: Visibility,
    /// The host's area; none for the others.
    pub municipalities: Option<Vec<String>>,
}

#[derive(Serialize)]
pub struct Listed {
    #[serde(flatten)]
    organisation: Organisation,
    is_over: bool,
    people: i64,
    teams: i64,
    /// Routing rows that lead to its teams although its access has ended.
    stray_rows: i64,
}

type ById = HashMap<i64, i64>;

/// All of them: the host first, then by name.
pub fn listed(conn: &mut Conn, today: NaiveDate) -> QueryResult<Vec<Listed>> {
    let (people, teams, rows) = (people(conn)?, live_teams(conn)?, routing_rows(conn)?);
    let count = |counts: &ById, id| counts.get(&id).copied().unwrap_or_default();
    let line = |organisation: Organisation| {
        let (id, is_over) = (organisation.id, organisation.is_over(today));
        let stray_rows = if is_over { count(&rows, id) } else { 0 };
        Listed { organisation, is_over, people: count(&people, id), teams: count(&teams, id), stray_rows }
    };
    Ok(all(conn)?.into_iter().map(line).collect())
}

/// The host first, then by name in Finnish order.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Organisation>> {
    let columns =
        (organisations::id, organisations::name, organisations::is_host, organisations::ends_on, organisations::default_visibility);
    let mut found: Vec<Organisation> = organisations::table.select(columns).load(conn)?;
    found.sort_by_cached_key(|organisation| (!organisation.is_host, name::sort_key(&organisation.name), organisation.id));
    Ok(found)
}

/// People with an active account, by organisation.
fn people(conn: &mut Conn) -> QueryResult<ById> {
    let active = memberships::table.inner_join(staff::table).filter(staff::deactivated_at.is_null());
    let counts = active.group_by(memberships::organisation_id).select((memberships::organisation_id, count_star()));
    Ok(counts.load::<(i64, i64)>(conn)?.into_iter().collect())
}

fn live_teams(conn: &mut Conn) -> QueryResult<ById> {
    let live = teams::table.filter(teams::ended_on.is_null());
    let counts = live.group_by(teams::organisation_id).select((teams::organisation_id, count_star()));
    Ok(counts.load::<(i64, i64)>(conn)?.into_iter().collect())
}

fn routing_rows(conn: &mut Conn) -> QueryResult<ById> {
    let rows = routing_rows::table.inner_join(teams::table);
    let counts = rows.group_by(teams::organisation_id).select((teams::organisation_id, count_star()));
    Ok(counts.load::<(i64, i64)>(conn)?.into_iter().collect())
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Organisation> {
    all(conn)?.into_iter().find(|organisation| organisation.id == id).ok_or(NotFound)
}

/// An organisation of that name, whatever its spelling, other than this one.
pub fn is_name_taken(conn: &mut Conn, wanted: &str, but: Option<i64>) -> QueryResult<bool> {
    let wanted = name::fold(wanted);
    Ok(all(conn)?.iter().any(|known| Some(known.id) != but && name::fold(&known.name) == wanted))
}

pub fn change(conn: &mut Conn, id: i64, details: &Details) -> QueryResult<()> {
    let changed = diesel::update(organisations::table.find(id))
        .set((organisations::name.eq(&details.name), organisations::ends_on.eq(details.ends_on)))
        .execute(conn)?;
    if changed != 1 {
        return Err(NotFound);
    }
    sharing::set_default(conn, id, details.default_visibility)?;
    match &details.municipalities {
        Some(codes) => set_municipalities(conn, id, codes),
        None => Ok(()),
    }
}

/// The codes of its municipalities.
pub fn municipalities_of(conn: &mut Conn, id: i64) -> QueryResult<Vec<String>> {
    organisation_municipalities::table
        .filter(organisation_municipalities::organisation_id.eq(id))
        .order(organisation_municipalities::id)
        .select(organisation_municipalities::municipality)
        .load(conn)
}

/// What an organisation leaves behind when its access ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// People who can't act for it any more.
    pub people: i64,
    /// Those of them who are signed in at the moment.
    pub signed_in: i64,
    /// Routing rows that lead to its teams.
    pub routing_rows: i64,
    /// Call-backs that its teams have open.
    pub callbacks: i64,
}

pub fn loss(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<Loss> {
    let count = |counts: ById| counts.get(&id).copied().unwrap_or_default();
    let live = sessions::revoked_at.is_null().and(sessions::expires_at.gt(now));
    let here: Vec<i64> = sessions::table
        .inner_join(memberships::table)
        .filter(memberships::organisation_id.eq(id).and(live))
        .select(memberships::staff_id)
        .distinct()
        .load(conn)?;
    let open = callbacks::table.inner_join(teams::table).filter(teams::organisation_id.eq(id).and(callbacks::closed_at.is_null()));
    Ok(Loss {
        people: count(people(conn)?),
        signed_in: here.len() as i64,
        routing_rows: count(routing_rows(conn)?),
        callbacks: open.count().get_result(conn)?,
    })
}
