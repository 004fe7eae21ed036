//! Who is on duty: one person per team and date. Nobody on duty means the whole team.

pub mod form;
pub mod pages;
mod view;

use crate::db::Conn;
use crate::i18n::Lang;
use crate::schema::{duty_shifts, staff};
use chrono::NaiveDate;
use diesel::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyPerson {
    pub staff_id: i64,
    pub name: String,
    pub email: String,
    pub language: Lang,
}

/// Today's duty person of a team, if there is one and the account is active.
pub fn on_duty(conn: &mut Conn, team_id: i64, date: NaiveDate) -> QueryResult<Option<DutyPerson>> {
    let row: Option<(i64, String, String, String)> = duty_shifts::table
        .inner_join(staff::table)
        .filter(duty_shifts::team_id.eq(team_id).and(duty_shifts::duty_on.eq(date)))
        .filter(staff::deactivated_at.is_null())
        .select((staff::id, staff::name, staff::email, staff::language))
        .first(conn)
        .optional()?;
    Ok(row.map(|(staff_id, name, email, language)| DutyPerson {
        staff_id,
        name,
        email,
        language: Lang::from_code(&language).unwrap_or_default(),
    }))
}

#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Shift {
    pub team_id: i64,
    pub duty_on: NaiveDate,
    pub staff_id: i64,
    pub name: String,
}

/// The shifts of these teams from one day to another, both included, by date. A deactivated person has none.
pub fn shifts(conn: &mut Conn, team_ids: &[i64], from: NaiveDate, until: NaiveDate) -> QueryResult<Vec<Shift>> {
    duty_shifts::table
        .inner_join(staff::table)
        .filter(duty_shifts::team_id.eq_any(team_ids.to_vec()).and(duty_shifts::duty_on.between(from, until)))
        .filter(staff::deactivated_at.is_null())
        .order((duty_shifts::duty_on, duty_shifts::team_id))
        .select((duty_shifts::team_id, duty_shifts::duty_on, duty_shifts::staff_id, staff::name))
        .load(conn)
}

/// Puts a person on duty; whoever was on duty that day is not any more.
pub fn assign(conn: &mut Conn, team_id: i64, date: NaiveDate, staff_id: i64) -> QueryResult<()> {
    let shift = duty_shifts::table.filter(duty_shifts::team_id.eq(team_id).and(duty_shifts::duty_on.eq(date)));
    let changed = diesel::update(shift).set(duty_shifts::staff_id.eq(staff_id)).execute(conn)?;
    if changed == 0 {
        diesel::insert_into(duty_shifts::table)
            .values((duty_shifts::team_id.eq(team_id), duty_shifts::duty_on.eq(date), duty_shifts::staff_id.eq(staff_id)))
            .execute(conn)?;
    }
    Ok(())
}

/// Nobody is on duty that day. Doing it twice changes nothing.
pub fn clear(conn: &mut Conn, team_id: i64, date: NaiveDate) -> QueryResult<()> {
    let shift = duty_shifts::table.filter(duty_shifts::team_id.eq(team_id).and(duty_shifts::duty_on.eq(date)));
    diesel::delete(shift).execute(conn)?;
    Ok(())
}

/// Who leaves a team is on its duty no more from this day on.
pub fn clear_of(conn: &mut Conn, team_id: i64, staff_id: i64, from: NaiveDate) -> QueryResult<()> {
    let theirs = duty_shifts::table.filter(duty_shifts::team_id.eq(team_id).and(duty_shifts::staff_id.eq(staff_id)));
    diesel::delete(theirs.filter(duty_shifts::duty_on.ge(from))).execute(conn)?;
    Ok(())
}
