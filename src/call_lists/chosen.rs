//! Which companies are meant: those that a filter of the register finds, or those that were chosen one by one.

use super::MOST;
use crate::companies::filters::Wanted;
use crate::companies::search::{Search, search};
use crate::db::Conn;
use crate::organisations::store as organisations;
use chrono::NaiveDate;
use diesel::QueryResult;

#[derive(Clone, Debug, Default)]
pub struct Chosen {
    pub ids: Vec<i64>,
    /// There are more than a list holds.
    pub too_many: bool,
}

impl Chosen {
    /// `companies` are ids with commas between; where there are none, `query` says it, as it stands in the address of the
    /// register's list.
    pub fn find(conn: &mut Conn, companies: &str, query: &str, today: NaiveDate) -> QueryResult<Self> {
        if !companies.is_empty() {
            let mut ids: Vec<i64> = companies.split(',').filter_map(|id| id.trim().parse().ok()).collect();
            ids.sort_unstable();
            ids.dedup();
            let too_many = ids.len() > MOST;
            ids.truncate(MOST);
            return Ok(Self { ids, too_many });
        }
        let wanted = Wanted::read(query).on(today).in_area(organisations::municipalities(conn)?);
        let found = search(conn, &Search { limit: MOST, ..wanted.search() })?;
        let too_many = found.uncounted || found.next.is_some();
        Ok(Self { ids: found.hits.into_iter().map(|hit| hit.company.id).collect(), too_many })
    }
}
