//! Rows of jobs: whose turn it is, and how the last runs went.

use super::{Done, Job};
use crate::db::{Condition, Conn};
use crate::error::Error;
use crate::schema::jobs;
use crate::web::token;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use diesel::result::DatabaseErrorKind::UniqueViolation;
use diesel::result::Error::DatabaseError;
use serde::Serialize;

/// How long a server that vanished keeps a job from the others. While it works it renews its lease.
pub const LEASE: TimeDelta = TimeDelta::minutes(1);

/// Takes the lease; none if another server has it, or if the job isn't due and `woken` doesn't hold.
pub fn claim(conn: &mut Conn, job: &Job, woken: bool, now: NaiveDateTime) -> QueryResult<Option<String>> {
    enter(conn, job, now)?;
    let lease_token = token::random();
    let free = jobs::lease_until.is_null().or(jobs::lease_until.assume_not_null().le(now));
    let due: Condition<jobs::table> = if woken { Box::new(jobs::name.eq(job.name)) } else { Box::new(jobs::next_run_at.le(now)) };
    let won = diesel::update(jobs::table.find(job.name).filter(free.and(due)))
        .set((jobs::lease_token.eq(&lease_token), jobs::lease_until.eq(now + LEASE), jobs::started_at.eq(now)))
        .execute(conn)?;
    Ok((won == 1).then_some(lease_token))
}

/// The job's row, made when it runs for the first time.
fn enter(conn: &mut Conn, job: &Job, now: NaiveDateTime) -> QueryResult<()> {
    if diesel::select(diesel::dsl::exists(jobs::table.find(job.name))).get_result(conn)? {
        return Ok(());
    }
    // In a savepoint: another server may be as quick.
    let made = conn.transaction(|conn| {
        diesel::insert_into(jobs::table)
            .values((jobs::name.eq(job.name), jobs::next_run_at.eq(now), jobs::done.eq(0), jobs::failures.eq(0), jobs::failure.eq("")))
            .execute(conn)
    });
    match made {
        Ok(_) | Err(DatabaseError(UniqueViolation, _)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Keeps a job that goes on.
pub fn renew(conn: &mut Conn, job: &Job, lease_token: &str, now: NaiveDateTime) -> QueryResult<()> {
    let ours = jobs::table.find(job.name).filter(jobs::lease_token.eq(lease_token));
    diesel::update(ours).set(jobs::lease_until.eq(now + LEASE)).execute(conn)?;
    Ok(())
}

/// Gives the lease back and keeps how it went. A failure's words are for administrators: they name rows by their ids.
pub fn record(conn: &mut Conn, job: &Job, lease_token: &str, outcome: &Result<Done, Error>, now: NaiveDateTime) -> QueryResult<()> {
    let ours = jobs::table.find(job.name).filter(jobs::lease_token.eq(lease_token));
    let free = (jobs::lease_token.eq(None::<String>), jobs::lease_until.eq(None::<NaiveDateTime>), jobs::next_run_at.eq(now + job.every));
    let (done, failure) = match outcome {
        Ok(done) => (done.done as i64, done.failure.as_ref()),
        Err(error) => (0, Some(error)),
    };
    match failure {
        None => diesel::update(ours)
            .set((free, jobs::done.eq(done), jobs::failures.eq(0), jobs::failure.eq(""), jobs::succeeded_at.eq(now)))
            .execute(conn)?,
        Some(error) => diesel::update(ours)
            .set((
                free,
                jobs::done.eq(done),
                jobs::failures.eq(jobs::failures + 1),
                jobs::failure.eq(error.to_string()),
                jobs::failed_at.eq(now),
            ))
            .execute(conn)?,
    };
    Ok(())
}

/// How a job does.
#[derive(Clone, Debug, Serialize)]
pub struct Health {
    pub name: &'static str,
    pub succeeded_at: Option<NaiveDateTime>,
    /// Pieces of work of the last run.
    pub done: i64,
    /// Runs in a row that didn't succeed.
    pub failures: i32,
    pub failed_at: Option<NaiveDateTime>,
    /// Why the last one failed; empty after a success.
    pub failure: String,
    pub next_run_at: Option<NaiveDateTime>,
    /// It has not succeeded for so long that something is wrong: it fails, or nothing runs it.
    pub is_late: bool,
}

type Row = (String, Option<NaiveDateTime>, i64, i32, Option<NaiveDateTime>, String, NaiveDateTime);

/// Every job of the table, also those that have not run yet.
pub fn health(conn: &mut Conn, known: &[Job], now: NaiveDateTime) -> QueryResult<Vec<Health>> {
    let rows: Vec<Row> = jobs::table
        .select((jobs::name, jobs::succeeded_at, jobs::done, jobs::failures, jobs::failed_at, jobs::failure, jobs::next_run_at))
        .load(conn)?;
    let health = |job: &Job| {
        let Some((_, succeeded_at, done, failures, failed_at, failure, next_run_at)) = rows.iter().find(|row| row.0 == job.name).cloned()
        else {
            return Health::never_run(job);
        };
        let next = Some(next_run_at);
        let is_late = next_run_at + job.every + GRACE < now;
        Health { name: job.name, succeeded_at, done, failures, failed_at, failure, next_run_at: next, is_late }
    };
    Ok(known.iter().map(health).collect())
}

/// A busy minute is no trouble yet.
const GRACE: TimeDelta = TimeDelta::minutes(5);

impl Health {
    fn never_run(job: &Job) -> Self {
        Self {
            name: job.name,
            succeeded_at: None,
            done: 0,
            failures: 0,
            failed_at: None,
            failure: String::new(),
            next_run_at: None,
            is_late: false,
        }
    }

    pub fn is_in_trouble(&self) -> bool {
        self.is_late || self.failures > 0
    }
}
