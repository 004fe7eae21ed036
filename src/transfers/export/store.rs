//! Rows of exports: who took what out, and how much of it.

use super::Format;
use crate::audit;
use crate::db::Conn;
use crate::schema::exports;
use crate::transfers::Kind;
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// `filters`: the list's address.
pub fn begin(conn: &mut Conn, viewer: &Viewer, (kind, format): (Kind, Format), filters: &str, now: NaiveDateTime) -> QueryResult<i64> {
    let id = diesel::insert_into(exports::table)
        .values((
            exports::organisation_id.eq(viewer.organisation_id),
            exports::staff_id.eq(viewer.staff_id),
            exports::kind.eq(kind.code()),
            exports::format.eq(format.code()),
            exports::filters.eq(filters),
            exports::row_count.eq(0),
            exports::made_at.eq(now),
        ))
        .returning(exports::id)
        .get_result(conn)?;
    audit::by(conn, viewer, now, "export", "exports", id)?;
    Ok(id)
}

/// So many more rows are about to leave.
pub fn count(conn: &mut Conn, id: i64, rows: usize) -> QueryResult<()> {
    diesel::update(exports::table.find(id)).set(exports::row_count.eq(exports::row_count + rows as i64)).execute(conn)?;
    Ok(())
}
