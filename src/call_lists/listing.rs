//! The queries behind the list of call lists.

use super::store::CallList;
use crate::db::{AmongMethods, Conn};
use crate::schema::{call_list_callers, call_list_calls, call_list_companies, call_lists, staff};
use crate::web::Viewer;
use crate::web::paging::{Cursor, PAGE_SIZE, Slice, slice};
use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// A list as the list of lists shows it.
#[derive(Debug, Serialize)]
pub struct Row {
    #[serde(flatten)]
    pub list: CallList,
    /// Their names.
    pub callers: Vec<String>,
    pub is_caller: bool,
    pub total: i64,
    /// So many of them were called at least once.
    pub called: i64,
}

/// The organisation's lists, the newest first: four statements, however many.
pub fn rows(conn: &mut Conn, viewer: &Viewer, after: Option<Cursor>) -> QueryResult<Slice<Row>> {
    let lists: Vec<CallList> = call_lists::table
        .filter(call_lists::organisation_id.eq(viewer.organisation_id))
        .filter(call_lists::id.lt(after.map_or(i64::MAX, |cursor| cursor.id)))
        .order(call_lists::id.desc())
        .limit(PAGE_SIZE as i64 + 1)
        .select(CallList::as_select())
        .load(conn)?;
    let Slice { rows, next } = slice(lists, |list| Cursor { key: String::new(), id: list.id });
    Ok(Slice { rows: counted(conn, viewer, rows)?, next })
}

/// The lists that go on with the viewer among their callers, the newest first.
pub fn of_caller(conn: &mut Conn, viewer: &Viewer, limit: i64) -> QueryResult<Vec<Row>> {
    let theirs = call_list_callers::table.filter(call_list_callers::staff_id.eq(viewer.staff_id)).select(call_list_callers::call_list_id);
    let lists: Vec<CallList> = call_lists::table
        .filter(call_lists::organisation_id.eq(viewer.organisation_id).and(call_lists::ended_at.is_null()))
        .filter(call_lists::id.eq_any(theirs))
        .order(call_lists::id.desc())
        .limit(limit)
        .select(CallList::as_select())
        .load(conn)?;
    counted(conn, viewer, lists)
}

fn counted(conn: &mut Conn, viewer: &Viewer, lists: Vec<CallList>) -> QueryResult<Vec<Row>> {
    let ids: Vec<i64> = lists.iter().map(|list| list.id).collect();
    let callers: Vec<(i64, i64, String)> = call_list_callers::table
        .inner_join(staff::table)
        .filter(call_list_callers::call_list_id.among(&ids))
        .order((staff::name_sort, staff::id))
        .select((call_list_callers::call_list_id, staff::id, staff::name))
        .load(conn)?;
    let totals: HashMap<i64, i64> = call_list_companies::table
        .filter(call_list_companies::call_list_id.among(&ids))
        .group_by(call_list_companies::call_list_id)
        .select((call_list_companies::call_list_id, count_star()))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let called: HashMap<i64, i64> = call_list_calls::table
        .filter(call_list_calls::call_list_id.among(&ids))
        .group_by(call_list_calls::call_list_id)
        .select((call_list_calls::call_list_id, count(call_list_calls::company_id).aggregate_distinct()))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .collect();
    let row = |list: CallList| {
        let own: Vec<_> = callers.iter().filter(|caller| caller.0 == list.id).collect();
        Row {
            is_caller: own.iter().any(|caller| caller.1 == viewer.staff_id),
            callers: own.iter().map(|caller| caller.2.clone()).collect(),
            total: totals.get(&list.id).copied().unwrap_or_default(),
            called: called.get(&list.id).copied().unwrap_or_default(),
            list,
        }
    };
    Ok(lists.into_iter().map(row).collect())
}

/// Ids and names of the organisation's lists that go on, the newest first, for a select.
pub fn open(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<(i64, String)>> {
    call_lists::table
        .filter(call_lists::organisation_id.eq(viewer.organisation_id).and(call_lists::ended_at.is_null()))
        .order(call_lists::id.desc())
        .limit(200)
        .select((call_lists::id, call_lists::name))
        .load(conn)
}
