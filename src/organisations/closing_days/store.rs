//! Rows of closing days.

use crate::calendar::Closing;
use crate::db::Conn;
use crate::schema::{closing_days, organisations, teams};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use serde::Serialize;

/// Who is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All teams of an organisation.
    Organisation(i64),
    Team(i64),
}

/// The closing days of a team: its own and its organisation's.
pub fn of_team(conn: &mut Conn, team_id: i64) -> QueryResult<Vec<Closing>> {
    let organisation = teams::table.filter(teams::id.eq(team_id)).select(teams::organisation_id);
    let all = closing_days::organisation_id.assume_not_null().eq_any(organisation);
    let own = closing_days::team_id.assume_not_null().eq(team_id);
    let rows: Vec<(NaiveDate, NaiveDate, String)> = closing_days::table
        .filter(all.or(own))
        .order((closing_days::first_day, closing_days::id))
        .select((closing_days::first_day, closing_days::last_day, closing_days::name))
        .load(conn)?;
    Ok(rows.into_iter().map(|(first, last, name)| Closing { first, last, name }).collect())
}

/// As the list shows them.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    pub id: i64,
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub name: String,
    /// The organisation that is closed, or the team's.
    pub organisation: String,
    pub team: Option<String>,
}

/// All of them, by their first day.
pub fn listed(conn: &mut Conn) -> QueryResult<Vec<Listed>> {
    type Columns = (i64, Option<i64>, Option<i64>, NaiveDate, NaiveDate, String);
    let rows: Vec<Columns> = closing_days::table
        .order((closing_days::first_day, closing_days::id))
        .select((
            closing_days::id,
            closing_days::organisation_id,
            closing_days::team_id,
            closing_days::first_day,
            closing_days::last_day,
            closing_days::name,
        ))
        .load(conn)?;
    let named_organisations: Vec<(i64, String)> = organisations::table.select((organisations::id, organisations::name)).load(conn)?;
    let named_teams: Vec<(i64, String, String)> =
        teams::table.inner_join(organisations::table).select((teams::id, teams::name, organisations::name)).load(conn)?;
    let line = |(id, organisation_id, team_id, first, last, name): Columns| {
        let team = named_teams.iter().find(|team| Some(team.0) == team_id);
        let organisation = named_organisations.iter().find(|organisation| Some(organisation.0) == organisation_id);
        let organisation = organisation.map(|known| &known.1).or(team.map(|team| &team.2));
        Listed { id, first, last, name, organisation: organisation.cloned().unwrap_or_default(), team: team.map(|team| team.1.clone()) }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The same days are entered already.
pub fn is_known(conn: &mut Conn, scope: Scope, closing: &Closing) -> QueryResult<bool> {
    let same_days = closing_days::first_day.eq(closing.first).and(closing_days::last_day.eq(closing.last));
    let known = closing_days::table.filter(same_days).select((closing_days::organisation_id, closing_days::team_id));
    let scopes: Vec<(Option<i64>, Option<i64>)> = known.load(conn)?;
    Ok(scopes.contains(&columns(scope)))
}

fn columns(scope: Scope) -> (Option<i64>, Option<i64>) {
    match scope {
        Scope::Organisation(id) => (Some(id), None),
        Scope::Team(id) => (None, Some(id)),
    }
}

pub fn add(conn: &mut Conn, scope: Scope, closing: &Closing) -> QueryResult<i64> {
    let (organisation_id, team_id) = columns(scope);
    diesel::insert_into(closing_days::table)
        .values((
            closing_days::organisation_id.eq(organisation_id),
            closing_days::team_id.eq(team_id),
            closing_days::first_day.eq(closing.first),
            closing_days::last_day.eq(closing.last),
            closing_days::name.eq(&closing.name),
        ))
        .returning(closing_days::id)
        .get_result(conn)
}

/// `NotFound` if it was removed before.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    let removed = diesel::delete(closing_days::table.find(id)).execute(conn)?;
    if removed == 1 { Ok(()) } else { Err(NotFound) }
}
