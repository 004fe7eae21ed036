//! What the company page says of duplicates: that there probably is one, and what was merged into the company lately.

use super::store::{self, Merge};
use crate::db::Conn;
use crate::routes::MERGERS;
use crate::schema::{companies, duplicate_pairs};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

#[derive(Serialize)]
pub struct Notes {
    /// Ids and names of companies that are probably this one.
    probable: Vec<(i64, String)>,
    merges: Vec<Merge>,
    may_merge: bool,
}

impl Notes {
    pub fn of(conn: &mut Conn, viewer: &Viewer, company_id: i64, now: NaiveDateTime) -> QueryResult<Self> {
        let open = duplicate_pairs::dismissed_at.is_null();
        let strongest = (duplicate_pairs::score.desc(), duplicate_pairs::id);
        let mut probable: Vec<(i64, String)> = duplicate_pairs::table
            .inner_join(companies::table.on(companies::id.eq(duplicate_pairs::other_id)))
            .filter(duplicate_pairs::company_id.eq(company_id).and(open))
            .order(strongest)
            .select((companies::id, companies::name))
            .limit(5)
            .load(conn)?;
        probable.extend(
            duplicate_pairs::table
                .inner_join(companies::table.on(companies::id.eq(duplicate_pairs::company_id)))
                .filter(duplicate_pairs::other_id.eq(company_id).and(open))
                .order(strongest)
                .select((companies::id, companies::name))
                .limit(5)
                .load::<(i64, String)>(conn)?,
        );
        Ok(Self { probable, merges: store::into(conn, company_id, now)?, may_merge: MERGERS.allows(viewer) })
    }
}
