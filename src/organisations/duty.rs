//! Who is on duty: one person per team and date. Who is away is not on duty: the replacement is, if that person belongs to the
//! team and is there, else nobody. Nobody on duty means the whole team.

mod absent;
pub mod fill;
pub mod form;
pub mod pages;
pub mod reach;
pub mod today;
mod view;

pub use absent::{Absent, Away};

use crate::db::{AmongMethods, Conn};
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

/// Who is on duty for a team that day, if there is somebody whose account is active and who is there.
pub fn on_duty(conn: &mut Conn, team_id: i64, date: NaiveDate) -> QueryResult<Option<DutyPerson>> {
    let shifts = shifts(conn, &[team_id], date, date)?;
    let Some((staff_id, _)) = shifts.first().and_then(Shift::on_duty) else { return Ok(None) };
    let (name, email, language): (String, String, String) =
        staff::table.find(staff_id).select((staff::name, staff::email, staff::language)).first(conn)?;
    Ok(Some(DutyPerson { staff_id, name, email, language: Lang::from_code(&language).unwrap_or_default() }))
}

/// Who was put on duty for a day, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    pub team_id: i64,
    pub duty_on: NaiveDate,
    pub staff_id: i64,
    pub name: String,
    /// That person is away that day.
    pub away: Option<Away>,
}

impl Shift {
    /// Who does it: the person planned, or the replacement; none if nobody does.
    pub fn on_duty(&self) -> Option<(i64, &str)> {
        match &self.away {
            None => Some((self.staff_id, &self.name)),
            Some(away) => away.stand_in.as_ref().map(|(id, name)| (*id, name.as_str())),
        }
    }
}

/// The shifts of these teams from one day to another, both included, by date. A deactivated person has none.
pub fn shifts(conn: &mut Conn, team_ids: &[i64], from: NaiveDate, until: NaiveDate) -> QueryResult<Vec<Shift>> {
    let rows: Vec<(i64, NaiveDate, i64, String)> = duty_shifts::table
        .inner_join(staff::table)
        .filter(duty_shifts::team_id.among(team_ids.to_vec()).and(duty_shifts::duty_on.between(from, until)))
        .filter(staff::deactivated_at.is_null())
        .order((duty_shifts::duty_on, duty_shifts::team_id))
        .select((duty_shifts::team_id, duty_shifts::duty_on, duty_shifts::staff_id, staff::name))
        .load(conn)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let absent = Absent::load(conn, team_ids, from, until)?;
    let shift = |(team_id, duty_on, staff_id, name)| {
        let away = absent.away(team_id, staff_id, duty_on);
        Shift { team_id, duty_on, staff_id, name, away }
    };
    Ok(rows.into_iter().map(shift).collect())
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
