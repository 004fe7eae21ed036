//! After five wrong passwords an address is closed for a quarter of an hour. Addresses without an account are counted
//! alike (by digest), so that the answer tells nothing.

use crate::db::Conn;
use crate::schema::sign_in_failures::dsl::*;
use crate::web::token;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use diesel::result::DatabaseErrorKind::UniqueViolation;
use diesel::result::Error::DatabaseError;

const FAILURES_BEFORE_LOCK: i32 = 5;
const LOCK: TimeDelta = TimeDelta::minutes(15);

pub fn is_locked(conn: &mut Conn, address: &str, now: NaiveDateTime) -> QueryResult<bool> {
    let row: Option<(i32, NaiveDateTime)> =
        sign_in_failures.find(token::digest(address)).select((failures, last_at)).first(conn).optional()?;
    Ok(row.is_some_and(|(count, last)| count >= FAILURES_BEFORE_LOCK && now < last + LOCK))
}

/// Counts a wrong password; not to be called while the address is closed, or the lock would never end.
pub fn record_failure(conn: &mut Conn, address: &str, now: NaiveDateTime) -> QueryResult<()> {
    let key = token::digest(address);
    diesel::delete(sign_in_failures.filter(last_at.lt(now - LOCK))).execute(conn)?;
    if count_one_more(conn, &key, now)? {
        return Ok(());
    }
    let first = conn.transaction(|conn| {
        let row = (address_hash.eq(&key), failures.eq(1), last_at.eq(now));
        diesel::insert_into(sign_in_failures).values(row).execute(conn)
    });
    match first {
        Err(DatabaseError(UniqueViolation, _)) => count_one_more(conn, &key, now).map(|_| ()),
        other => other.map(|_| ()),
    }
}

fn count_one_more(conn: &mut Conn, key: &str, now: NaiveDateTime) -> QueryResult<bool> {
    let row = diesel::update(sign_in_failures.find(key)).set((failures.eq(failures + 1), last_at.eq(now)));
    Ok(row.execute(conn)? == 1)
}

pub fn clear(conn: &mut Conn, address: &str) -> QueryResult<()> {
    diesel::delete(sign_in_failures.find(token::digest(address))).execute(conn)?;
    Ok(())
}
