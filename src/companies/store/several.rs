//! Companies by what several may share.

use super::{Company, Summary, summary};
use crate::db::{AmongMethods, Conn};
use crate::schema::{companies, company_names};
use diesel::prelude::*;

/// The first two of the companies whose name is this one now, folded: several can't be told apart by it.
pub fn named(conn: &mut Conn, folded: &str) -> QueryResult<Vec<Summary>> {
    use company_names::dsl;
    let current = dsl::company_names.filter(dsl::name_fold.eq(folded)).filter(dsl::ended_on.is_null());
    let ids: Vec<i64> = current.select(dsl::company_id).distinct().limit(2).load(conn)?;
    Ok(ids.into_iter().map(|id| summary(conn, id)).collect::<QueryResult<Vec<_>>>()?.into_iter().flatten().collect())
}

/// These companies, in Finnish order.
pub fn of_ids(conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<Company>> {
    companies::table.filter(companies::id.among(ids)).order((companies::name_sort, companies::id)).load(conn)
}
