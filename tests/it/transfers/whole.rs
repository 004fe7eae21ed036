//! The whole database as lines of text: what it takes to say that it equals what it was.

use crate::support::TestApp;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use kohtaanto::db::Conn;
use std::collections::BTreeSet;

/// Every row of every table, but for audit, imports and exports themselves, and what counts the coming and going of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole(pub BTreeSet<String>);

const APART: [&str; 9] =
    ["audit_entries", "transfers", "transfer_rows", "transfer_deeds", "transfer_mappings", "exports", "sessions", "once_keys", "jobs"];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The tables and their columns, as `schema.rs` has them.
fn tables() -> Vec<(String, Vec<String>)> {
    let text = include_str!("../../../src/schema.rs");
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
            tables.push((name.to_owned(), Vec::new()));
        }
        let column = line.split_once(" -> ").filter(|_| line.ends_with(',')).map(|(column, _)| column.to_owned());
        if let (Some(column), Some((_, columns))) = (column, tables.last_mut()) {
            columns.push(column);
        }
    }
    tables
}

fn load(conn: &mut Conn, apart: &[&str]) -> Result<BTreeSet<String>, kohtaanto::error::Error> {
    let mut lines = BTreeSet::new();
    for (table, columns) in tables().into_iter().filter(|(table, _)| !apart.contains(&table.as_str())) {
        let texts: Vec<String> = columns.iter().map(|column| format!("coalesce(CAST({column} AS TEXT), '∅')")).collect();
        let query = format!("SELECT '{table}|' || {} AS line FROM {table}", texts.join(" || '|' || "));
        lines.extend(sql_query(query).load::<Line>(conn)?.into_iter().map(|line| line.line));
    }
    Ok(lines)
}

impl Whole {
    pub async fn of(test: &TestApp) -> Self {
        Self(test.read(|conn| load(conn, &APART)).await)
    }

    /// All of it in one text, with nothing apart.
    pub async fn everything(test: &TestApp) -> String {
        test.read(|conn| load(conn, &[])).await.into_iter().collect::<Vec<_>>().join("\n")
    }

    /// The lines that only one of them has.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        self.0.symmetric_difference(&other.0).cloned().collect()
    }
}
