//! Rows of phone lines.

use crate::calendar::Period;
use crate::db::Conn;
use crate::identifiers::phone::Phone;
use crate::organisations::seasons::store as seasons;
use crate::organisations::store::{self as organisations, Opens};
use crate::schema::phone_lines;
use diesel::prelude::*;
use diesel::result::Error::NotFound;

/// A line with its own opening hours.
#[derive(Clone, Debug)]
pub struct PhoneLine {
    pub id: i64,
    pub team_id: i64,
    pub name: String,
    /// As typed.
    pub phone: String,
    pub phone_e164: String,
    pub periods: Vec<Period>,
}

/// What a form says of a line.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub phone: Phone,
    pub periods: Vec<Period>,
}

pub fn of_team(conn: &mut Conn, team_id: i64) -> QueryResult<Vec<PhoneLine>> {
    let ids: Vec<i64> = phone_lines::table
        .filter(phone_lines::team_id.eq(team_id))
        .order((phone_lines::name, phone_lines::id))
        .select(phone_lines::id)
        .load(conn)?;
    ids.into_iter().map(|id| find(conn, id)).collect()
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<PhoneLine> {
    let (team_id, name, phone, phone_e164) = phone_lines::table
        .find(id)
        .select((phone_lines::team_id, phone_lines::name, phone_lines::phone, phone_lines::phone_e164))
        .first(conn)?;
    Ok(PhoneLine { id, team_id, name, phone, phone_e164, periods: organisations::periods(conn, Opens::PhoneLine(id))? })
}

/// The same, and nobody else writes the line until the transaction ends.
pub fn hold(conn: &mut Conn, id: i64) -> QueryResult<PhoneLine> {
    diesel::update(phone_lines::table.find(id)).set(phone_lines::name.eq(phone_lines::name)).execute(conn)?;
    find(conn, id)
}

pub fn add(conn: &mut Conn, team_id: i64, details: &Details) -> QueryResult<i64> {
    let id = organisations::add_phone_line(conn, team_id, &details.name, &details.phone.typed, &details.phone.e164)?;
    organisations::set_periods(conn, Opens::PhoneLine(id), &details.periods)?;
    Ok(id)
}

pub fn change(conn: &mut Conn, id: i64, details: &Details) -> QueryResult<()> {
    let changed = diesel::update(phone_lines::table.find(id))
        .set((
            phone_lines::name.eq(&details.name),
            phone_lines::phone.eq(&details.phone.typed),
            phone_lines::phone_e164.eq(&details.phone.e164),
        ))
        .execute(conn)?;
    if changed != 1 {
        return Err(NotFound);
    }
    organisations::set_periods(conn, Opens::PhoneLine(id), &details.periods)
}

/// Removes the line, its hours and its seasons; nothing else points to it.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    for season in seasons::of(conn, Opens::PhoneLine(id))? {
        seasons::remove(conn, season.id)?;
    }
    organisations::set_periods(conn, Opens::PhoneLine(id), &[])?;
    diesel::delete(phone_lines::table.find(id)).execute(conn)?;
    Ok(())
}
