//! Rows of whichever table before and after a merge, and putting them back: by table and id, as JSON.

use crate::db::{Conn, insert_json, rows_as_json, update_json};
use diesel::prelude::*;
use diesel::result::Error as QueryError;
use diesel::sql_types::BigInt;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A row's columns by name.
pub type Columns = Map<String, Value>;

/// Rows by table and id.
pub type Snapshot = BTreeMap<(&'static str, i64), Columns>;

/// What a merge did to one row: `before` is empty where it added the row, `after` where it took the row away; otherwise both
/// hold the columns that it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub table: String,
    pub row_id: i64,
    pub before: Option<Columns>,
    pub after: Option<Columns>,
}

fn unreadable(error: serde_json::Error) -> QueryError {
    QueryError::DeserializationError(error.into())
}

pub fn parse(text: &str) -> QueryResult<Columns> {
    serde_json::from_str(text).map_err(unreadable)
}

/// Adds the rows of a table whose `column` is `value`.
pub fn take(conn: &mut Conn, snapshot: &mut Snapshot, table: &'static str, column: &str, value: i64) -> QueryResult<()> {
    for row in rows_as_json(conn, table, column, value)? {
        let row = parse(&row)?;
        let id = row.get("id").and_then(Value::as_i64).ok_or(QueryError::NotFound)?;
        snapshot.insert((table, id), row);
    }
    Ok(())
}

/// What differs between two snapshots.
pub fn between(before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let change = |&&(table, row_id): &&(&'static str, i64)| {
        let (mut old, mut new) = (before.get(&(table, row_id)).cloned(), after.get(&(table, row_id)).cloned());
        if let (Some(old), Some(new)) = (&mut old, &mut new) {
            let same: Vec<String> = old.keys().filter(|column| old.get(*column) == new.get(*column)).cloned().collect();
            for column in same {
                old.remove(&column);
                new.remove(&column);
            }
        }
        let changed = old.as_ref().or(new.as_ref()).is_some_and(|columns| !columns.is_empty());
        changed.then(|| Change { table: table.to_owned(), row_id, before: old, after: new })
    };
    keys.iter().filter_map(change).collect()
}

impl Change {
    fn now(&self, conn: &mut Conn) -> QueryResult<Option<Columns>> {
        rows_as_json(conn, &self.table, "id", self.row_id)?.first().map(|row| parse(row)).transpose()
    }

    /// Nobody has changed since what the merge changed.
    pub fn is_as_left(&self, conn: &mut Conn) -> QueryResult<bool> {
        Ok(match (&self.after, self.now(conn)?) {
            (None, now) => now.is_none(),
            (Some(_), None) => false,
            (Some(after), Some(now)) => after.iter().all(|(column, value)| now.get(column) == Some(value)),
        })
    }

    pub fn put_back(&self, conn: &mut Conn) -> QueryResult<()> {
        match (&self.before, &self.after) {
            (None, _) => {
                let delete = diesel::sql_query(format!("DELETE FROM {} WHERE id = $1", self.table));
                delete.bind::<BigInt, _>(self.row_id).execute(conn)?;
            }
            (Some(before), None) => {
                insert_json(conn, &self.table, &names(before), &json!([before]).to_string())?;
            }
            (Some(before), Some(_)) => {
                let mut row = before.clone();
                row.insert("id".to_owned(), self.row_id.into());
                update_json(conn, &self.table, &names(before), &json!([row]).to_string())?;
            }
        }
        Ok(())
    }
}

fn names(columns: &Columns) -> Vec<&str> {
    columns.keys().map(String::as_str).collect()
}
