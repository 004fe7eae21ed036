//! After five wrong passwords an address is closed for a quarter of an hour. Addresses without an account are counted
//! alike (by digest), so that the answer tells nothing.

use crate::db::Conn;
use crate::schema::sign_in_failures::dsl::*;
use crate::web::token;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

const FAILURES_BEFORE_LOCK: i32 = 5;
const LOCK: TimeDelta = TimeDelta::minutes(15);

pub fn is_locked(conn: &mut Conn, address: &str, now: NaiveDateTime) -> QueryResult<bool> {
    let row: Option<(i32, NaiveDateTime)> =
        sign_in_failures.find(token::digest(address)).select((failures, last_at)).first(conn).optional()?;
    Ok(row.is_some_and(|(count, last)| count >= FAILURES_BEFORE_LOCK && now < last + LOCK))
}

pub fn record_failure(conn: &mut Conn, address: &str, now: NaiveDateTime) -> QueryResult<()> {
    let key = token::digest(address);
    let row: Option<(i32, NaiveDateTime)> = sign_in_failures.find(&key).select((failures, last_at)).first(conn).optional()?;
    match row {
        Some((count, last)) => {
            let count = if now < last + LOCK { count.saturating_add(1) } else { 1 };
            diesel::update(sign_in_failures.find(&key)).set((failures.eq(count), last_at.eq(now))).execute(conn)?;
        }
        None => {
            diesel::insert_into(sign_in_failures).values((address_hash.eq(&key), failures.eq(1), last_at.eq(now))).execute(conn)?;
        }
    }
    diesel::delete(sign_in_failures.filter(last_at.lt(now - LOCK))).execute(conn)?;
    Ok(())
}

pub fn clear(conn: &mut Conn, address: &str) -> QueryResult<()> {
    diesel::delete(sign_in_failures.find(token::digest(address))).execute(conn)?;
    Ok(())
}
