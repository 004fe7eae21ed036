//! Rows of opening hours, and what they make together: when a team's response clock runs.

use super::{closing_days, seasons};
use crate::calendar::{OfficeHours, Period};
use crate::db::{AmongMethods, Condition, Conn};
use crate::schema::opening_hours;
use diesel::prelude::*;
use std::collections::HashMap;

/// Whose opening hours a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// A team's usual ones.
    Team(i64),
    /// A phone line's usual ones.
    PhoneLine(i64),
    /// Those that hold for a time.
    Season(i64),
}

/// When the team's response clock runs: its usual hours and its seasons, but for holidays and closing days.
pub fn office_hours(conn: &mut Conn, team_id: i64) -> QueryResult<OfficeHours> {
    let usual = periods(conn, Opens::Team(team_id))?;
    let seasons = seasons::store::of(conn, Opens::Team(team_id))?.into_iter().map(|row| row.season).collect();
    Ok(OfficeHours::new(usual).with_seasons(seasons).with_closings(closing_days::store::of_team(conn, team_id)?))
}

/// The opening hours as they were entered, by weekday and time.
pub fn periods(conn: &mut Conn, whose: Opens) -> QueryResult<Vec<Period>> {
    let rows: Vec<(i32, i32, i32)> = opening_hours::table
        .filter(of(whose))
        .order((opening_hours::weekday, opening_hours::opens_minute, opening_hours::id))
        .select((opening_hours::weekday, opening_hours::opens_minute, opening_hours::closes_minute))
        .load(conn)?;
    Ok(rows.into_iter().map(period).collect())
}

/// The same of several seasons at once; one that is closed throughout is not there.
pub fn periods_of_seasons(conn: &mut Conn, seasons: &[i64]) -> QueryResult<HashMap<i64, Vec<Period>>> {
    if seasons.is_empty() {
        return Ok(HashMap::new());
    }
    let season_id = opening_hours::season_id.assume_not_null();
    let rows: Vec<(i64, (i32, i32, i32))> = opening_hours::table
        .filter(opening_hours::season_id.is_not_null().and(season_id.among(seasons)))
        .order((opening_hours::weekday, opening_hours::opens_minute, opening_hours::id))
        .select((season_id, (opening_hours::weekday, opening_hours::opens_minute, opening_hours::closes_minute)))
        .load(conn)?;
    let mut of_each: HashMap<i64, Vec<Period>> = HashMap::new();
    for (season, row) in rows {
        of_each.entry(season).or_default().push(period(row));
    }
    Ok(of_each)
}

fn period((weekday, opens, closes): (i32, i32, i32)) -> Period {
    // A number below zero is none: it becomes one that no period accepts.
    let number = |value: i32| u32::try_from(value).unwrap_or(u32::MAX);
    Period { weekday: number(weekday), opens_minute: number(opens), closes_minute: number(closes) }
}

/// Sets the opening hours: these periods and no others.
pub fn set_periods(conn: &mut Conn, whose: Opens, periods: &[Period]) -> QueryResult<()> {
    diesel::delete(opening_hours::table.filter(of(whose))).execute(conn)?;
    for period in periods {
        let [weekday, opens, closes] = [period.weekday, period.opens_minute, period.closes_minute].map(|number| number as i32);
        add_opening_hours(conn, whose, weekday, opens, closes)?;
    }
    Ok(())
}

/// One period on one weekday (1 is Monday); minutes from local midnight.
pub fn add_opening_hours(conn: &mut Conn, whose: Opens, weekday: i32, opens_minute: i32, closes_minute: i32) -> QueryResult<()> {
    let (team_id, phone_line_id, season_id) = match whose {
        Opens::Team(id) => (Some(id), None, None),
        Opens::PhoneLine(id) => (None, Some(id), None),
        Opens::Season(id) => (None, None, Some(id)),
    };
    diesel::insert_into(opening_hours::table)
        .values((
            opening_hours::team_id.eq(team_id),
            opening_hours::phone_line_id.eq(phone_line_id),
            opening_hours::season_id.eq(season_id),
            opening_hours::weekday.eq(weekday),
            opening_hours::opens_minute.eq(opens_minute),
            opening_hours::closes_minute.eq(closes_minute),
        ))
        .execute(conn)?;
    Ok(())
}

fn of(whose: Opens) -> Condition<opening_hours::table> {
    match whose {
        Opens::Team(id) => Box::new(opening_hours::team_id.assume_not_null().eq(id)),
        Opens::PhoneLine(id) => Box::new(opening_hours::phone_line_id.assume_not_null().eq(id)),
        Opens::Season(id) => Box::new(opening_hours::season_id.assume_not_null().eq(id)),
    }
}
