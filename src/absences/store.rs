//! Rows of absences.

use super::people::People;
use crate::db::{AmongMethods, Conn, hold_off_writers};
use crate::schema::{absences, staff};
use crate::web::Viewer;
use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use serde::Serialize;

/// Who was away when is kept for so long: the roster of the last weeks shows it.
const KEPT: Days = Days::new(60);

#[derive(Clone, Copy, Debug)]
pub struct NewAbsence {
    pub staff_id: i64,
    pub from_on: NaiveDate,
    /// Included.
    pub until_on: NaiveDate,
    pub replacement_id: Option<i64>,
}

#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Absence {
    pub id: i64,
    pub staff_id: i64,
    pub name: String,
    pub from_on: NaiveDate,
    pub until_on: NaiveDate,
    pub replacement: Option<String>,
    pub entered_by: String,
}

/// The absences of these people that are not over, the first first.
pub fn coming(conn: &mut Conn, people: &People, today: NaiveDate) -> QueryResult<Vec<Absence>> {
    let ids: Vec<i64> = people.enterable.iter().map(|(id, _)| *id).collect();
    let (stand_in, author) = diesel::alias!(staff as stand_in, staff as author);
    absences::table
        .inner_join(staff::table.on(staff::id.eq(absences::staff_id)))
        .left_join(stand_in.on(stand_in.field(staff::id).nullable().eq(absences::replacement_id)))
        .inner_join(author.on(author.field(staff::id).eq(absences::entered_by)))
        .filter(absences::staff_id.among(ids).and(absences::until_on.ge(today)))
        .order((absences::from_on, absences::id))
        .select((
            absences::id,
            absences::staff_id,
            staff::name,
            absences::from_on,
            absences::until_on,
            stand_in.field(staff::name).nullable(),
            author.field(staff::name),
        ))
        .load(conn)
}

/// Enters it, unless the person is away on some of these days already: then those days come back. Old ones are forgotten.
pub fn add(conn: &mut Conn, new: &NewAbsence, by: &Viewer, now: NaiveDateTime) -> QueryResult<Result<(), (NaiveDate, NaiveDate)>> {
    hold_off_writers(conn, "absences")?;
    let today = crate::i18n::helsinki(now).date_naive();
    diesel::delete(absences::table.filter(absences::until_on.lt(today - KEPT))).execute(conn)?;
    let overlapping = absences::table
        .filter(absences::staff_id.eq(new.staff_id))
        .filter(absences::from_on.le(new.until_on).and(absences::until_on.ge(new.from_on)))
        .order(absences::from_on)
        .select((absences::from_on, absences::until_on))
        .first(conn)
        .optional()?;
    if let Some(days) = overlapping {
        return Ok(Err(days));
    }
    diesel::insert_into(absences::table)
        .values((
            absences::staff_id.eq(new.staff_id),
            absences::from_on.eq(new.from_on),
            absences::until_on.eq(new.until_on),
            absences::replacement_id.eq(new.replacement_id),
            absences::entered_by.eq(by.staff_id),
            absences::entered_at.eq(now),
        ))
        .execute(conn)?;
    Ok(Ok(()))
}

/// Takes an absence of one of these people away; gives whose it was. `NotFound` for any other.
pub fn remove(conn: &mut Conn, people: &People, id: i64) -> QueryResult<i64> {
    let staff_id = absences::table.find(id).select(absences::staff_id).first(conn)?;
    if !people.may_enter(staff_id) {
        return Err(NotFound);
    }
    diesel::delete(absences::table.find(id)).execute(conn)?;
    Ok(staff_id)
}
