//! Rows of reports, read.

use super::Show;
use crate::companies::Field;
use crate::companies::store::{self as companies, Company};
use crate::companies::ytj::changes::{ALIVE, ENDED, Kind};
use crate::db::{Backend, Conn};
use crate::schema::{companies as company_rows, company_field_edits, register_changes, register_imports};
use chrono::NaiveDateTime;
use diesel::dsl::{InnerJoinQuerySource, exists};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::HashMap;

#[derive(Clone, Debug, Queryable)]
pub struct Change {
    pub id: i64,
    pub company_id: i64,
    pub company: String,
    pub business_id: Option<String>,
    pub kind: String,
    /// The code of a `Field`, `ALIVE` or `SITUATION`.
    pub field: String,
    pub old_value: String,
    pub new_value: String,
    /// The code of a `Decision`; empty while there is none.
    pub decision: String,
    pub decided_at: Option<NaiveDateTime>,
    /// The person's value is shown still, and the register still says this: there is something to decide.
    pub is_open: bool,
}

type Rows = InnerJoinQuerySource<register_changes::table, company_rows::table>;
type Condition = Box<dyn BoxableExpression<Rows, Backend, SqlType = Bool>>;

fn in_view(import_id: i64, show: Show) -> Condition {
    use register_changes as r;
    let of_import = r::import_id.eq(import_id);
    match show {
        Show::HandEdits => Box::new(of_import.and(r::kind.eq(Kind::HandEdit.code()))),
        Show::Changed => Box::new(of_import.and(r::kind.eq(Kind::Change.code()))),
        Show::Ended => Box::new(of_import.and(r::kind.eq(Kind::Change.code())).and(r::field.eq(ALIVE)).and(r::new_value.eq(ENDED))),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_open() -> _ {
    let edit = company_field_edits::table
        .filter(company_field_edits::company_id.eq(register_changes::company_id))
        .filter(company_field_edits::field.eq(register_changes::field))
        .filter(company_field_edits::register_value.eq(register_changes::new_value));
    register_changes::kind.eq("hand_edit").and(register_changes::decision.eq("")).and(exists(edit))
}

/// So many rows of a view after another.
pub fn page(conn: &mut Conn, import_id: i64, show: Show, (after, most): (i64, usize)) -> QueryResult<Vec<Change>> {
    load(conn, Box::new(in_view(import_id, show).and(register_changes::id.gt(after))), most)
}

/// One row of an import's report.
pub fn find(conn: &mut Conn, import_id: i64, id: i64) -> QueryResult<Option<Change>> {
    Ok(load(conn, Box::new(register_changes::import_id.eq(import_id).and(register_changes::id.eq(id))), 1)?.pop())
}

fn load(conn: &mut Conn, condition: Condition, most: usize) -> QueryResult<Vec<Change>> {
    use register_changes as r;
    let row = (
        r::id,
        r::company_id,
        company_rows::name,
        company_rows::business_id,
        r::kind,
        r::field,
        r::old_value,
        r::new_value,
        r::decision,
        r::decided_at,
        is_open(),
    );
    r::table.inner_join(company_rows::table).filter(condition).order(r::id).limit(most as i64).select(row).load(conn)
}

/// How many rows each view has.
pub fn counts(conn: &mut Conn, import_id: i64) -> QueryResult<HashMap<Show, i64>> {
    let count = |conn: &mut Conn, show| -> QueryResult<(Show, i64)> {
        let rows = register_changes::table.inner_join(company_rows::table).filter(in_view(import_id, show));
        Ok((show, rows.count().get_result(conn)?))
    };
    Show::ALL.into_iter().map(|show| count(conn, show)).collect()
}

pub fn is_any(conn: &mut Conn, import_id: i64) -> QueryResult<bool> {
    diesel::select(exists(register_changes::table.filter(register_changes::import_id.eq(import_id)))).get_result(conn)
}

/// Hand edits of an import's report that wait for a decision.
pub fn open(conn: &mut Conn, import_id: i64) -> QueryResult<i64> {
    register_changes::table.filter(register_changes::import_id.eq(import_id)).filter(is_open()).count().get_result(conn)
}

/// The values that people wrote, by change.
pub fn ours(conn: &mut Conn, changes: &[Change]) -> QueryResult<HashMap<i64, String>> {
    let ids: Vec<i64> = changes.iter().map(|change| change.company_id).collect();
    let known: HashMap<i64, Company> = companies::of_ids(conn, &ids)?.into_iter().map(|company| (company.id, company)).collect();
    let shown =
        |change: &Change| Some((change.id, known.get(&change.company_id)?.facts().get(Field::from_code(&change.field)?).to_owned()));
    Ok(changes.iter().filter_map(shown).collect())
}

/// Imports that ended before and whose reports are still there.
pub fn ended_before(conn: &mut Conn, before: NaiveDateTime) -> QueryResult<Vec<i64>> {
    let told = register_changes::table.filter(register_changes::import_id.eq(register_imports::id));
    register_imports::table
        .filter(register_imports::ended_at.assume_not_null().lt(before))
        .filter(register_imports::ended_at.is_not_null().and(exists(told)))
        .select(register_imports::id)
        .load(conn)
}
