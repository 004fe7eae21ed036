//! The once-key: a create form carries a random key that is saved in the transaction of its deed, so that a double click
//! or a resent form makes one row and leads to the same page.

use crate::db::Conn;
use crate::error::Error;
use crate::schema::once_keys;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::result::DatabaseErrorKind::UniqueViolation;
use diesel::result::Error::DatabaseError;

pub fn new_key() -> String {
    super::token::random()
}

/// Does the deed once per key: `deed` returns the address of what it made, a repeat gets that address again. A deed that
/// fails leaves nothing behind, the key neither, also where the caller goes on.
pub fn once(
    conn: &mut Conn,
    key: &str,
    staff_id: i64,
    now: NaiveDateTime,
    deed: impl FnOnce(&mut Conn) -> Result<String, Error>,
) -> Result<String, Error> {
    if !is_key(key) {
        return Err(Error::Invalid("error-form-key"));
    }
    conn.transaction(|conn| match reserve(conn, key, staff_id, now) {
        Ok(()) => {
            let location = deed(conn)?;
            diesel::update(once_keys::table.find(key)).set(once_keys::location.eq(&location)).execute(conn)?;
            Ok(location)
        }
        Err(DatabaseError(UniqueViolation, _)) => known(conn, key, staff_id)?.ok_or(Error::Invalid("error-form-key")),
        Err(error) => Err(error.into()),
    })
}

/// As [`new_key`] makes them; anything else never reaches the database.
fn is_key(text: &str) -> bool {
    (20..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Where the deed of this key led, if it is done.
pub fn known(conn: &mut Conn, key: &str, staff_id: i64) -> QueryResult<Option<String>> {
    if !is_key(key) {
        return Ok(None);
    }
    let own = once_keys::table.find(key).filter(once_keys::staff_id.eq(staff_id));
    own.select(once_keys::location).first(conn).optional()
}

/// In a savepoint, since PostgreSQL gives up the whole transaction otherwise. A twin that is still at work is waited for.
fn reserve(conn: &mut Conn, key: &str, staff_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    conn.transaction(|conn| {
        diesel::insert_into(once_keys::table)
            .values((
                once_keys::once_key.eq(key),
                once_keys::staff_id.eq(staff_id),
                once_keys::location.eq(""),
                once_keys::created_at.eq(now),
            ))
            .execute(conn)?;
        Ok(())
    })
}
