//! Every row of every table, by table and id or key: to compare what a database was with what it is.

use crate::support::TestApp;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

pub type Row = Map<String, Value>;
/// Rows by table and id.
pub type Dump = BTreeMap<(String, i64), Row>;

/// What tells of merges: it may differ.
const RECORDS: [&str; 4] = ["audit_entries", "company_merges", "merge_moves", "merge_rows"];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The tables of the schema that have ids.
fn tables() -> Vec<String> {
    let schema = include_str!("../../../src/schema.rs");
    let heads = schema.lines().filter_map(|line| line.trim().strip_suffix(" (id) {"));
    heads.filter(|table| !RECORDS.contains(table)).map(str::to_owned).collect()
}

fn rows(conn: &mut Conn, table: &str) -> Result<Vec<Row>, Error> {
    let object = match std::env::var_os("TEST_DATABASE_URL") {
        Some(_) => "row_to_json(t)::text".to_owned(),
        None => {
            let list = format!("SELECT group_concat('''' || name || ''', t.' || name) AS line FROM pragma_table_info('{table}')");
            format!("json_object({})", sql_query(list).get_result::<Line>(conn)?.line)
        }
    };
    let rows: Vec<Line> = sql_query(format!("SELECT {object} AS line FROM {table} t")).load(conn)?;
    Ok(rows.into_iter().map(|row| serde_json::from_str(&row.line).expect("a row")).collect())
}

pub async fn dump(test: &TestApp) -> Dump {
    test.read(|conn| {
        let mut dump = Dump::new();
        for table in tables() {
            for row in rows(conn, &table)? {
                let id = row["id"].as_i64().expect("an id");
                if !matches!(row.get("kind").and_then(Value::as_str), Some("company_merged" | "company_unmerged")) {
                    dump.insert((table.clone(), id), row);
                }
            }
        }
        Ok(dump)
    })
    .await
}

/// What differs, one line each.
pub fn differences(before: &Dump, after: &Dump) -> Vec<String> {
    let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let differing = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    differing.map(|key| format!("{key:?}: {:?} -> {:?}", before.get(key), after.get(key))).collect()
}
