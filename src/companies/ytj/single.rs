//! One company from the live open data into the register, by the same statements as an import.

use super::api::Found;
use super::known;
use super::reading::Slice;
use super::stage;
use crate::companies::FROM_REGISTER;
use crate::companies::store;
use crate::db::Conn;
use crate::timeline::Kind;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// Within a write transaction: adds the company, or completes one that a person added, whose typed values stay as hand
/// edits. A company that comes from the register already is left to the import. `author` is organisation and person; gives
/// the company's id.
pub fn store(conn: &mut Conn, found: &Found, author: (i64, i64), now: NaiveDateTime) -> QueryResult<i64> {
    let known = store::id_of(conn, &found.row.business_id)?;
    let earlier = known.map(|id| store::find(conn, id)).transpose()?.flatten();
    if let Some(company) = earlier.filter(|company| company.source == FROM_REGISTER) {
        return Ok(company.id);
    }
    let mut slice = Slice::default();
    slice.rows.push(&found.row);
    found.names.iter().for_each(|name| slice.names.push(name));
    stage::write_within(conn, &slice, now)?;
    known::forget(conn, &found.row.business_id)?;
    let id = store::id_of(conn, &found.row.business_id)?.ok_or(diesel::result::Error::NotFound)?;
    let (kind, action) = if known.is_some() { (Kind::CompanyEdited, "complete") } else { (Kind::CompanyAdded, "add") };
    store::record(conn, id, kind, action, author, now)?;
    Ok(id)
}
