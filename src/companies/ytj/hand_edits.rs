//! What people wrote stays: a hand-edited field keeps the value shown, and the register's value goes beside it.

use super::changes;
use crate::companies::{FROM_REGISTER, Field, NAME_BY_HAND, NAME_OF_MERGED};
use crate::db::Conn;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};

/// The fields that both a person and the register may tell. Their codes are the columns' names.
pub(super) fn fields() -> impl Iterator<Item = Field> {
    Field::ALL.into_iter().filter(|field| field.is_in_register())
}

/// The columns that hold a field's value or follow from it.
fn columns(field: Field) -> Vec<&'static str> {
    match field {
        Field::Name => vec!["name", "name_fold", "name_sort"],
        Field::Industry => vec!["industry", "industry_set", "industry_2025"],
        Field::Website => vec!["website", "web_domain"],
        field => vec![field.code()],
    }
}

/// A field that a person and the register tell differently.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Difference {
    #[diesel(sql_type = Text)]
    pub business_id: String,
    #[diesel(sql_type = Text)]
    pub field: String,
    /// The value shown.
    #[diesel(sql_type = Text)]
    pub ours: String,
    /// The register's value.
    #[diesel(sql_type = Text)]
    pub theirs: String,
}

/// Companies of the slice that a person added.
fn by_hand() -> String {
    format!("ytj_stage s JOIN companies c ON c.business_id = s.business_id AND c.source <> '{FROM_REGISTER}'")
}

/// How the hand edits of a slice are asked for in SQL.
pub(super) struct Wording {
    /// The rows, from FROM on.
    pub edits: &'static str,
    /// The value shown.
    pub ours: String,
    /// The register's value.
    pub theirs: String,
    /// The fields, as a list.
    pub names: String,
}

/// Makes the stage say what people wrote, where they did, and returns where the register says otherwise. What it says anew
/// stands in the report of the import `noted`; gives also how many rows that has.
pub fn keep(conn: &mut Conn, noted: Option<i64>) -> QueryResult<(Vec<Difference>, usize)> {
    if any(conn, &format!("FROM {}", by_hand()))? {
        adopt(conn)?;
    }
    let edits = "FROM company_field_edits e JOIN companies c ON c.id = e.company_id JOIN ytj_stage s ON s.business_id = c.business_id";
    if !any(conn, edits)? {
        return Ok((Vec::new(), 0));
    }
    let wording = Wording { edits, ours: case("c"), theirs: case("s"), names: names() };
    let Wording { ours, theirs, names, .. } = &wording;
    let differences = sql_query(format!(
        "SELECT c.business_id, e.field, {ours} AS ours, {theirs} AS theirs {edits} \
         WHERE e.field IN ({names}) AND {ours} <> {theirs} ORDER BY e.id"
    ))
    .load(conn)?;
    let rows = noted.map(|import_id| changes::note_hand_edits(conn, import_id, &wording)).transpose()?;
    sql_query(format!(
        "UPDATE company_field_edits SET register_value = new.value \
         FROM (SELECT e.id, {theirs} AS value {edits} WHERE e.field IN ({names})) new \
         WHERE new.id = company_field_edits.id AND new.value <> register_value"
    ))
    .execute(conn)?;
    for field in fields() {
        let values: Vec<String> = columns(field).iter().map(|column| format!("{column} = c.{column}")).collect();
        sql_query(format!(
            "UPDATE ytj_stage SET {} FROM company_field_edits e JOIN companies c ON c.id = e.company_id \
             WHERE e.field = '{}' AND c.business_id = ytj_stage.business_id",
            values.join(", "),
            field.code()
        ))
        .execute(conn)?;
    }
    Ok((differences, rows.unwrap_or_default()))
}

/// Companies that a person added and that the register knows now: what was typed becomes an edit by the person who
/// added or edited the company last, where it says otherwise; typed names that the register does not have stay as names
/// by hand. What nobody can be named for follows the register. Its value is new to us: `keep` puts it beside the typed one.
fn adopt(conn: &mut Conn) -> QueryResult<()> {
    let by_hand = by_hand();
    for field in fields().map(Field::code) {
        sql_query(format!(
            "INSERT INTO company_field_edits (company_id, field, register_value, edited_by, edited_at) \
             SELECT c.id, '{field}', '', t.staff_id, t.occurred_at FROM {by_hand} \
             JOIN timeline_events t ON t.id = (SELECT max(e.id) FROM timeline_events e WHERE e.company_id = c.id \
                 AND e.kind IN ('company_added', 'company_edited') AND e.staff_id IS NOT NULL) \
             WHERE c.{field} <> '' AND c.{field} <> s.{field} \
             AND NOT EXISTS (SELECT 1 FROM company_field_edits e WHERE e.company_id = c.id AND e.field = '{field}')"
        ))
        .execute(conn)?;
    }
    conn.batch_execute(&format!(
        "UPDATE company_names SET name_type = '{NAME_BY_HAND}' WHERE company_id IN (SELECT c.id FROM {by_hand}) AND name_type <> '{NAME_OF_MERGED}' \
         AND NOT EXISTS (SELECT 1 FROM companies c JOIN ytj_stage_names s ON s.business_id = c.business_id \
             WHERE c.id = company_names.company_id AND s.name = company_names.name)"
    ))
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

fn any(conn: &mut Conn, from: &str) -> QueryResult<bool> {
    let found: Found = sql_query(format!("SELECT count(*) AS rows FROM (SELECT 1 AS one {from} LIMIT 1) found")).get_result(conn)?;
    Ok(found.rows > 0)
}

/// The edited field's value in `table`.
fn case(table: &str) -> String {
    let branches: Vec<String> = fields().map(Field::code).map(|field| format!("WHEN '{field}' THEN {table}.{field}")).collect();
    format!("CASE e.field {} END", branches.join(" "))
}

fn names() -> String {
    fields().map(|field| format!("'{}'", field.code())).collect::<Vec<_>>().join(", ")
}
