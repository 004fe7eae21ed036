//! Rows of seasons, each with its own opening hours.

use crate::calendar::{Period, Season};
use crate::db::{Condition, Conn};
use crate::organisations::opening_hours::{Opens, periods, periods_of_seasons, set_periods};
use crate::schema::opening_seasons;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::Error::NotFound;

/// A season and whose it is: a team's or a phone line's.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: i64,
    pub whose: Opens,
    pub season: Season,
}

type Columns = (i64, Option<i64>, Option<i64>, NaiveDate, Option<NaiveDate>);

fn row((id, team_id, phone_line_id, first, last): Columns, periods: Vec<Period>) -> QueryResult<Row> {
    let whose = team_id.map(Opens::Team).or(phone_line_id.map(Opens::PhoneLine)).ok_or(NotFound)?;
    Ok(Row { id, whose, season: Season { first, last, periods } })
}

const COLUMNS: (
    opening_seasons::id,
    opening_seasons::team_id,
    opening_seasons::phone_line_id,
    opening_seasons::first_day,
    opening_seasons::last_day,
) = (opening_seasons::id, opening_seasons::team_id, opening_seasons::phone_line_id, opening_seasons::first_day, opening_seasons::last_day);

fn belongs_to(whose: Opens) -> Condition<opening_seasons::table> {
    match whose {
        Opens::Team(id) => Box::new(opening_seasons::team_id.assume_not_null().eq(id)),
        Opens::PhoneLine(id) => Box::new(opening_seasons::phone_line_id.assume_not_null().eq(id)),
        Opens::Season(_) => Box::new(opening_seasons::id.is_null()),
    }
}

/// All of a team or a phone line, by their first day.
pub fn of(conn: &mut Conn, whose: Opens) -> QueryResult<Vec<Row>> {
    let found = opening_seasons::table.filter(belongs_to(whose)).order((opening_seasons::first_day, opening_seasons::id));
    let rows: Vec<Columns> = found.select(COLUMNS).load(conn)?;
    let mut periods = periods_of_seasons(conn, &rows.iter().map(|columns| columns.0).collect::<Vec<_>>())?;
    rows.into_iter().map(|columns| row(columns, periods.remove(&columns.0).unwrap_or_default())).collect()
}

/// Which of them holds on a day, if any: the one that began last. They come by their first day.
pub fn holding(rows: &[Row], day: NaiveDate) -> Option<&Row> {
    rows.iter().rev().find(|row| row.season.first <= day && row.season.last.is_none_or(|last| day <= last))
}

/// The opening hours of the week that a day is in: a season's, or the usual ones.
pub fn periods_on(conn: &mut Conn, whose: Opens, day: NaiveDate) -> QueryResult<Vec<Period>> {
    match holding(&of(conn, whose)?, day) {
        Some(row) => Ok(row.season.periods.clone()),
        None => periods(conn, whose),
    }
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Row> {
    let columns = opening_seasons::table.find(id).select(COLUMNS).first(conn)?;
    let periods = periods(conn, Opens::Season(id))?;
    row(columns, periods)
}

/// The same, and nobody else writes the row until the transaction ends.
pub fn hold(conn: &mut Conn, id: i64) -> QueryResult<Row> {
    let held = diesel::update(opening_seasons::table.find(id)).set(opening_seasons::first_day.eq(opening_seasons::first_day));
    held.execute(conn)?;
    find(conn, id)
}

pub fn add(conn: &mut Conn, whose: Opens, season: &Season) -> QueryResult<i64> {
    let (team_id, phone_line_id) = match whose {
        Opens::Team(id) => (Some(id), None),
        Opens::PhoneLine(id) => (None, Some(id)),
        Opens::Season(_) => return Err(NotFound),
    };
    let id = diesel::insert_into(opening_seasons::table)
        .values((
            opening_seasons::team_id.eq(team_id),
            opening_seasons::phone_line_id.eq(phone_line_id),
            opening_seasons::first_day.eq(season.first),
            opening_seasons::last_day.eq(season.last),
        ))
        .returning(opening_seasons::id)
        .get_result(conn)?;
    set_periods(conn, Opens::Season(id), &season.periods)?;
    Ok(id)
}

pub fn change(conn: &mut Conn, id: i64, season: &Season) -> QueryResult<()> {
    let row = diesel::update(opening_seasons::table.find(id));
    row.set((opening_seasons::first_day.eq(season.first), opening_seasons::last_day.eq(season.last))).execute(conn)?;
    set_periods(conn, Opens::Season(id), &season.periods)
}

pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    set_periods(conn, Opens::Season(id), &[])?;
    diesel::delete(opening_seasons::table.find(id)).execute(conn)?;
    Ok(())
}
