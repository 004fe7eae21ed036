//! The once-key: a create form carries a random key that is saved in the transaction of its deed, so that a double click
//! or a resent form makes one row and leads to the same page.

use crate::db::Conn;
use crate::error::Error;
use crate::schema::once_keys;
use chrono::NaiveDateTime;
use diesel::prelude::*;

pub fn new_key() -> String {
    super::token::random()
}

/// Does the deed once per key: `deed` returns the address of what it made, a repeat gets that address again.
pub fn once(
    conn: &mut Conn,
    key: &str,
    staff_id: i64,
    now: NaiveDateTime,
    deed: impl FnOnce(&mut Conn) -> Result<String, Error>,
) -> Result<String, Error> {
    if key.len() < 20 || key.len() > 64 {
        return Err(Error::Invalid("error-form-key"));
    }
    let earlier: Option<(String, i64)> =
        once_keys::table.find(key).select((once_keys::location, once_keys::staff_id)).first(conn).optional()?;
    match earlier {
        Some((location, owner)) if owner == staff_id => Ok(location),
        Some(_) => Err(Error::Invalid("error-form-key")),
        None => {
            let location = deed(conn)?;
            diesel::insert_into(once_keys::table)
                .values((
                    once_keys::once_key.eq(key),
                    once_keys::staff_id.eq(staff_id),
                    once_keys::location.eq(&location),
                    once_keys::created_at.eq(now),
                ))
                .execute(conn)?;
            Ok(location)
        }
    }
}
