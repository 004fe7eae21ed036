//! The optional steps that are not needed here.

use super::steps::Step;
use crate::db::Conn;
use crate::schema::set_up_skips;
use chrono::NaiveDateTime;
use diesel::prelude::*;

pub fn skipped(conn: &mut Conn) -> QueryResult<Vec<Step>> {
    let codes: Vec<String> = set_up_skips::table.select(set_up_skips::step).load(conn)?;
    Ok(codes.iter().filter_map(|code| Step::from_code(code)).collect())
}

/// Doing it twice changes nothing: false then.
pub fn skip(conn: &mut Conn, step: Step, staff_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    crate::db::hold_off_writers(conn, "set_up_skips")?;
    if skipped(conn)?.contains(&step) {
        return Ok(false);
    }
    let row = (set_up_skips::step.eq(step.code()), set_up_skips::skipped_by.eq(staff_id), set_up_skips::skipped_at.eq(now));
    diesel::insert_into(set_up_skips::table).values(row).execute(conn)?;
    Ok(true)
}

/// The step is wanted after all. False if it was wanted already.
pub fn unskip(conn: &mut Conn, step: Step) -> QueryResult<bool> {
    Ok(diesel::delete(set_up_skips::table.find(step.code())).execute(conn)? == 1)
}
