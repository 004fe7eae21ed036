//! Rows of imports.

use super::State;
use crate::companies::ytj::{Progress, Report};
use crate::db::{AmongMethods, Conn, hold_off_writers};
use crate::schema::{register_imports, staff};
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Not at its end yet.
const UNDER_WAY: [State; 2] = [State::Downloading, State::Running];

pub struct NewImport<'a> {
    /// What the file was called where it came from.
    pub source: &'a str,
    pub total_bytes: u64,
    /// Codes; none means all.
    pub municipalities: &'a [String],
    pub started_by: i64,
    /// Downloading or running.
    pub state: State,
    /// Begun by the schedule.
    pub is_scheduled: bool,
}

/// Begins an import unless one is running: the id, or none.
pub fn begin(conn: &mut Conn, new: &NewImport, now: NaiveDateTime) -> QueryResult<Option<i64>> {
    hold_off_writers(conn, "register_imports")?;
    if running(conn)?.is_some() {
        return Ok(None);
    }
    let zero = (
        register_imports::new_companies.eq(0),
        register_imports::changed.eq(0),
        register_imports::ceased.eq(0),
        register_imports::unchanged.eq(0),
        register_imports::elsewhere.eq(0),
        register_imports::skipped.eq(0),
        register_imports::broken.eq(0),
        register_imports::differing.eq(0),
    );
    diesel::insert_into(register_imports::table)
        .values((
            register_imports::source.eq(new.source),
            register_imports::municipalities.eq(new.municipalities.join(",")),
            register_imports::state.eq(new.state.code()),
            register_imports::started_by.eq(new.started_by),
            register_imports::started_at.eq(now),
            (
                register_imports::bytes_read.eq(0),
                register_imports::total_bytes.eq(number(new.total_bytes)),
                register_imports::records.eq(0),
            ),
            zero,
            (register_imports::failure.eq(""), register_imports::report.eq(""), register_imports::is_scheduled.eq(new.is_scheduled)),
        ))
        .returning(register_imports::id)
        .get_result(conn)
        .map(Some)
}

/// The import that downloads or runs.
pub fn running(conn: &mut Conn) -> QueryResult<Option<i64>> {
    let row = register_imports::table.filter(register_imports::state.among(UNDER_WAY.map(State::code)));
    row.order(register_imports::id).select(register_imports::id).first(conn).optional()
}

pub fn newest(conn: &mut Conn) -> QueryResult<Option<i64>> {
    register_imports::table.select(diesel::dsl::max(register_imports::id)).first(conn)
}

/// How an import that has begun by itself after this one ended, if it is not done: the code of a `State`.
pub fn not_done_after(conn: &mut Conn, id: Option<i64>) -> QueryResult<Option<String>> {
    register_imports::table
        .filter(register_imports::is_scheduled.and(register_imports::id.gt(id.unwrap_or_default())))
        .filter(register_imports::state.ne(State::Done.code()))
        .select(register_imports::state)
        .first(conn)
        .optional()
}

/// How much of the file has come, in bytes, and of how much, where that can be known.
pub fn downloaded(conn: &mut Conn, id: i64, bytes: u64, total: Option<u64>) -> QueryResult<()> {
    let downloading = register_imports::table.find(id).filter(register_imports::state.eq(State::Downloading.code()));
    diesel::update(downloading)
        .set((register_imports::bytes_read.eq(number(bytes)), register_imports::total_bytes.eq(number(total.unwrap_or_default()))))
        .execute(conn)?;
    Ok(())
}

/// The file did not come; `failure` says why.
pub fn fail(conn: &mut Conn, id: i64, failure: &str, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(register_imports::table.find(id))
        .set((register_imports::state.eq(State::Failed.code()), register_imports::ended_at.eq(now), register_imports::failure.eq(failure)))
        .execute(conn)?;
    Ok(())
}

/// How far a running import is. Whoever thought that it had been interrupted learns better.
pub fn progress(conn: &mut Conn, id: i64, progress: Progress) -> QueryResult<()> {
    diesel::update(register_imports::table.find(id))
        .set((
            register_imports::state.eq(State::Running.code()),
            register_imports::records.eq(number(progress.records)),
            register_imports::bytes_read.eq(number(progress.bytes)),
            register_imports::total_bytes.eq(number(progress.total_bytes.unwrap_or_default())),
        ))
        .execute(conn)?;
    Ok(())
}

/// What the reader said of the file, in its own words.
pub struct Said {
    /// Why it was not read to the end; empty if it was.
    pub failure: String,
    pub report: String,
}

/// The import has come to its end; gives which.
pub fn end(conn: &mut Conn, id: i64, report: &Report, said: &Said, now: NaiveDateTime) -> QueryResult<State> {
    let skipped = report.skipped.values().sum();
    let known = report.new + report.changed + report.unchanged + report.elsewhere;
    let state = match (report.is_complete(), known > 0) {
        (true, true) => State::Done,
        (false, true) => State::Incomplete,
        (_, false) => State::Failed,
    };
    diesel::update(register_imports::table.find(id))
        .set((
            register_imports::state.eq(state.code()),
            register_imports::ended_at.eq(now),
            (register_imports::records.eq(number(report.read)), register_imports::new_companies.eq(number(report.new))),
            (register_imports::changed.eq(number(report.changed)), register_imports::ceased.eq(number(report.ceased))),
            (register_imports::unchanged.eq(number(report.unchanged)), register_imports::elsewhere.eq(number(report.elsewhere))),
            (register_imports::skipped.eq(number(skipped)), register_imports::broken.eq(number(report.broken))),
            register_imports::differing.eq(number(report.differing)),
            (register_imports::failure.eq(&said.failure), register_imports::report.eq(&said.report)),
        ))
        .execute(conn)?;
    Ok(state)
}

/// The import broke by a fault of ours: what was written stays, and it can be run again.
pub fn interrupt(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<()> {
    let under_way = register_imports::table.find(id).filter(register_imports::state.among(UNDER_WAY.map(State::code)));
    diesel::update(under_way)
        .set((register_imports::state.eq(State::Interrupted.code()), register_imports::ended_at.eq(now)))
        .execute(conn)?;
    Ok(())
}

#[derive(Debug, Queryable)]
pub struct Import {
    pub id: i64,
    pub source: String,
    pub municipalities: String,
    pub state: String,
    pub started_by: String,
    pub started_at: NaiveDateTime,
    pub ended_at: Option<NaiveDateTime>,
    pub bytes_read: i64,
    pub total_bytes: i64,
    pub records: i64,
    pub counts: (i64, i64, i64, i64, i64, i64, i64, i64),
    pub failure: String,
    pub report: String,
    pub is_scheduled: bool,
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Import>> {
    Ok(load(conn, (id, id), 1)?.pop())
}

/// So many older than this one, newest first.
pub fn before(conn: &mut Conn, id: i64, most: i64) -> QueryResult<Vec<Import>> {
    load(conn, (0, id.saturating_sub(1)), most)
}

fn load(conn: &mut Conn, (least, largest): (i64, i64), most: i64) -> QueryResult<Vec<Import>> {
    use register_imports as r;
    r::table
        .inner_join(staff::table)
        .filter(r::id.between(least, largest))
        .order(r::id.desc())
        .limit(most)
        .select((
            r::id,
            r::source,
            r::municipalities,
            r::state,
            staff::name,
            r::started_at,
            r::ended_at,
            r::bytes_read,
            r::total_bytes,
            r::records,
            (r::new_companies, r::changed, r::ceased, r::unchanged, r::elsewhere, r::skipped, r::broken, r::differing),
            r::failure,
            r::report,
            r::is_scheduled,
        ))
        .load(conn)
}

/// The databases count with a sign.
fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
