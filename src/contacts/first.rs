//! The first contact ever with a company, whoever made it. Computed, since what is logged later may have happened earlier.

use crate::db::Conn;
use crate::schema::contacts;
use diesel::prelude::*;

/// As a condition on a contact `t`, for queries in SQL.
pub const FIRST_IN_SQL: &str =
    "NOT EXISTS (SELECT 1 FROM contacts o WHERE o.company_id = t.company_id AND (o.happened_at, o.id) < (t.happened_at, t.id))";

/// That contact of a company; none if nobody has been in touch.
pub fn of_company(conn: &mut Conn, company_id: i64) -> QueryResult<Option<i64>> {
    contacts::table
        .filter(contacts::company_id.eq(company_id))
        .order((contacts::happened_at, contacts::id))
        .select(contacts::id)
        .first(conn)
        .optional()
}
