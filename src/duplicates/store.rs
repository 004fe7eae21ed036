//! Rows of merges, of what they changed, and of forwards.

use super::UNDO_FOR;
use super::changes::{Change, parse};
use super::links::Link;
use crate::db::Conn;
use crate::schema::{companies, company_forwards, company_merges, merge_moves, merge_rows, staff};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use serde::Serialize;

/// A merge, with the name of who did it.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Merge {
    pub id: i64,
    pub merged_id: i64,
    pub merged_name: String,
    pub kept_id: i64,
    /// The company that stayed, if it is still there.
    pub kept_name: Option<String>,
    pub who: String,
    pub merged_at: NaiveDateTime,
    pub undone_at: Option<NaiveDateTime>,
}

impl Merge {
    pub fn can_be_undone(&self, now: NaiveDateTime) -> bool {
        self.undone_at.is_none() && now < self.merged_at + UNDO_FOR
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn rows() -> _ {
    let kept: diesel::dsl::On<companies::table, diesel::dsl::Eq<company_merges::kept_id, companies::id>> =
        companies::table.on(company_merges::kept_id.eq(companies::id));
    company_merges::table.inner_join(staff::table).left_join(kept).select((
        company_merges::id,
        company_merges::merged_id,
        company_merges::merged_name,
        company_merges::kept_id,
        companies::name.nullable(),
        staff::name,
        company_merges::merged_at,
        company_merges::undone_at,
    ))
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Merge>> {
    rows().filter(company_merges::id.eq(id)).first(conn).optional()
}

/// What was merged into this company and can be taken apart again, the newest first.
pub fn into(conn: &mut Conn, company_id: i64, now: NaiveDateTime) -> QueryResult<Vec<Merge>> {
    rows()
        .filter(company_merges::kept_id.eq(company_id).and(company_merges::undone_at.is_null()))
        .filter(company_merges::merged_at.gt(now - UNDO_FOR))
        .order(company_merges::id.desc())
        .limit(20)
        .load(conn)
}

/// The newest merges, before `after` if it is given, and one more than a page.
pub fn recent(conn: &mut Conn, after: Option<i64>, limit: i64) -> QueryResult<Vec<Merge>> {
    let before = after.unwrap_or(i64::MAX);
    rows().filter(company_merges::id.lt(before)).order(company_merges::id.desc()).limit(limit).load(conn)
}

pub fn add(conn: &mut Conn, (merged_id, name, kept_id): (i64, &str, i64), viewer: &Viewer, now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(company_forwards::table)
        .values((company_forwards::merged_id.eq(merged_id), company_forwards::company_id.eq(kept_id)))
        .execute(conn)?;
    diesel::insert_into(company_merges::table)
        .values((
            company_merges::merged_id.eq(merged_id),
            company_merges::merged_name.eq(name),
            company_merges::kept_id.eq(kept_id),
            company_merges::merged_by.eq(viewer.staff_id),
            company_merges::organisation_id.eq(viewer.organisation_id),
            company_merges::merged_at.eq(now),
        ))
        .returning(company_merges::id)
        .get_result(conn)
}

/// Where a company went that was merged into another; none if it is there, or never was.
pub fn forward(conn: &mut Conn, company_id: i64) -> QueryResult<Option<i64>> {
    let forward = company_forwards::table.filter(company_forwards::merged_id.eq(company_id));
    forward.select(company_forwards::company_id).first(conn).optional()
}

/// Re-points a link and keeps which rows it were.
pub fn move_rows(conn: &mut Conn, merge_id: i64, link: Link, (from, to): (i64, i64)) -> QueryResult<()> {
    let Link { table, column, .. } = link;
    sql_query(format!("INSERT INTO merge_moves (merge_id, link, row_id) SELECT $1, $2, id FROM {table} WHERE {column} = $3"))
        .bind::<BigInt, _>(merge_id)
        .bind::<Text, _>(link.code())
        .bind::<BigInt, _>(from)
        .execute(conn)?;
    sql_query(format!("UPDATE {table} SET {column} = $1 WHERE {column} = $2"))
        .bind::<BigInt, _>(to)
        .bind::<BigInt, _>(from)
        .execute(conn)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The rows of one company for which the other has one of the same `column` already.
pub fn without_room(conn: &mut Conn, link: Link, column: &str, (from, to): (i64, i64)) -> QueryResult<Vec<i64>> {
    let Link { table, column: company, .. } = link;
    let rows: Vec<Id> = sql_query(format!(
        "SELECT id FROM {table} WHERE {company} = $1 AND {column} IN (SELECT {column} FROM {table} WHERE {company} = $2) ORDER BY id"
    ))
    .bind::<BigInt, _>(from)
    .bind::<BigInt, _>(to)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Points those rows back that are still where the merge put them.
pub fn move_back(conn: &mut Conn, merge: &Merge, link: Link) -> QueryResult<()> {
    let Link { table, column, .. } = link;
    sql_query(format!(
        "UPDATE {table} SET {column} = $1 WHERE {column} = $2 AND id IN (SELECT row_id FROM merge_moves WHERE merge_id = $3 AND link = $4)"
    ))
    .bind::<BigInt, _>(merge.merged_id)
    .bind::<BigInt, _>(merge.kept_id)
    .bind::<BigInt, _>(merge.id)
    .bind::<Text, _>(link.code())
    .execute(conn)?;
    Ok(())
}

pub fn add_change(conn: &mut Conn, merge_id: i64, change: &Change) -> QueryResult<()> {
    let text = |columns: &Option<super::changes::Columns>| columns.clone().map(|columns| serde_json::Value::Object(columns).to_string());
    diesel::insert_into(merge_rows::table)
        .values((
            merge_rows::merge_id.eq(merge_id),
            merge_rows::table_name.eq(&change.table),
            merge_rows::row_id.eq(change.row_id),
            merge_rows::before_json.eq(text(&change.before)),
            merge_rows::after_json.eq(text(&change.after)),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn changes(conn: &mut Conn, merge_id: i64) -> QueryResult<Vec<Change>> {
    let rows: Vec<(String, i64, Option<String>, Option<String>)> = merge_rows::table
        .filter(merge_rows::merge_id.eq(merge_id))
        .order(merge_rows::id)
        .select((merge_rows::table_name, merge_rows::row_id, merge_rows::before_json, merge_rows::after_json))
        .load(conn)?;
    let change = |(table, row_id, before, after): (String, i64, Option<String>, Option<String>)| {
        let columns = |text: Option<String>| text.as_deref().map(parse).transpose();
        Ok(Change { table, row_id, before: columns(before)?, after: columns(after)? })
    };
    rows.into_iter().map(change).collect()
}

/// The merge is undone: its company has its address back, and what was kept for undoing goes.
pub fn end(conn: &mut Conn, merge: &Merge, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(company_merges::table.find(merge.id)).set(company_merges::undone_at.eq(now)).execute(conn)?;
    diesel::delete(company_forwards::table.filter(company_forwards::merged_id.eq(merge.merged_id))).execute(conn)?;
    forget(conn, merge.id)
}

/// What was kept for undoing a merge goes.
fn forget(conn: &mut Conn, merge_id: i64) -> QueryResult<()> {
    diesel::delete(merge_moves::table.filter(merge_moves::merge_id.eq(merge_id))).execute(conn)?;
    diesel::delete(merge_rows::table.filter(merge_rows::merge_id.eq(merge_id))).execute(conn)?;
    Ok(())
}

/// Merges that can't be undone any more; their forwards stay.
pub fn outdated(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    company_merges::table
        .filter(company_merges::merged_at.le(now - UNDO_FOR))
        .order(company_merges::id)
        .select(company_merges::id)
        .load(conn)
}

pub fn remove(conn: &mut Conn, merge_id: i64) -> QueryResult<bool> {
    forget(conn, merge_id)?;
    Ok(diesel::delete(company_merges::table.find(merge_id)).execute(conn)? == 1)
}
