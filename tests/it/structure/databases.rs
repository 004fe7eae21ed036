//! Both databases have the same tables, columns, keys and indexes, and `schema.rs` says the same.

use super::{assert_none, read, root};
use crate::support::TempDir;
use crate::support::TestDatabase;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use kohtaanto::db::{DatabaseUrl, Db};
use std::collections::BTreeSet;

/// The search structures, which each database has in its own way; the last two are indexes over an expression, whose
/// columns SQLite doesn't tell.
const SEARCH: &[&str] =
    &["company_name_search", "company_names_trigram", "companies_industry_division_name_sort", "companies_municipality_division_name_sort"];

/// One line a column, foreign key or index, in the same words for both databases.
pub type Structure = BTreeSet<String>;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

const SQLITE: &[&str] = &[
    "SELECT 'column ' || t.name || '.' || c.name || ' ' || CASE WHEN c.name = 'id' THEN 'bigint' ELSE lower(c.type) END
        || CASE WHEN c.\"notnull\" THEN ' not null' ELSE '' END || CASE WHEN c.pk > 0 THEN ' primary key' ELSE '' END AS line
     FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'",
    "SELECT 'foreign key ' || t.name || '.' || k.\"from\" || ' to ' || k.\"table\" || '.' || k.\"to\" || ' on delete ' || lower(k.on_delete) AS line
     FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table'",
    "SELECT CASE WHEN i.\"unique\" THEN 'unique ' ELSE '' END || 'index ' || i.name || ' on ' || t.name || ' ('
        || (SELECT group_concat(c.name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) c) || ')' AS line
     FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'c'",
];

const POSTGRES: &[&str] = &[
    "SELECT 'column ' || c.table_name || '.' || c.column_name || ' ' || replace(c.data_type, ' without time zone', '')
        || CASE WHEN c.is_nullable = 'NO' THEN ' not null' ELSE '' END
        || CASE WHEN EXISTS (SELECT 1 FROM information_schema.key_column_usage k JOIN information_schema.table_constraints p
             ON p.constraint_name = k.constraint_name AND p.constraint_type = 'PRIMARY KEY'
             WHERE k.table_name = c.table_name AND k.column_name = c.column_name) THEN ' primary key' ELSE '' END AS line
     FROM information_schema.columns c WHERE c.table_schema = 'public'",
    "SELECT 'foreign key ' || k.conrelid::regclass || '.' || f.attname || ' to ' || k.confrelid::regclass || '.' || t.attname
        || ' on delete ' || CASE k.confdeltype WHEN 'a' THEN 'no action' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'restrict' END AS line
     FROM pg_constraint k JOIN pg_attribute f ON f.attrelid = k.conrelid AND f.attnum = k.conkey[1]
     JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = k.confkey[1] WHERE k.contype = 'f'",
    "SELECT CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || 'index ' || i.indexrelid::regclass || ' on ' || i.indrelid::regclass || ' ('
        || (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ', ' ORDER BY k) FROM generate_series(1, i.indnkeyatts) k) || ')' AS line
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND NOT i.indisprimary",
];

pub async fn structure(url: &DatabaseUrl) -> Structure {
    let queries = if matches!(url, DatabaseUrl::Sqlite(_)) { SQLITE } else { POSTGRES };
    let db = Db::open(url).expect("the database opens");
    let lines = db
        .read(move |conn| {
            let mut lines = Vec::new();
            for query in queries {
                lines.extend(sql_query(*query).load::<Line>(conn)?);
            }
            Ok(lines)
        })
        .await
        .expect("the database tells");
    let own = |line: &String| !SEARCH.iter().any(|name| line.contains(name)) && !line.contains("__diesel") && !line.contains(" sqlite_");
    lines.into_iter().map(|line| line.line).filter(own).collect()
}

async fn sqlite() -> Structure {
    let dir = TempDir::new();
    structure(&DatabaseUrl::Sqlite(dir.path().join("structure.db").display().to_string())).await
}

#[actix_web::test]
async fn both_databases_are_the_same() {
    if std::env::var_os("TEST_DATABASE_URL").is_none() {
        return;
    }
    let sqlite = sqlite().await;
    let dir = TempDir::new();
    let server = TestDatabase::create(&dir);
    let postgres = structure(&server.url).await;
    assert_none("only in SQLite", sqlite.difference(&postgres).cloned());
    assert_none("only in PostgreSQL", postgres.difference(&sqlite).cloned());
}

#[actix_web::test]
async fn the_schema_is_the_migrations() {
    let columns: Structure = sqlite().await.iter().filter_map(|line| Some(line.strip_prefix("column ")?.to_owned())).collect();
    let schema = schema();
    assert_none("only in schema.rs", schema.difference(&columns).cloned());
    assert_none("only in the migrations", columns.difference(&schema).cloned());
}

#[actix_web::test]
async fn every_foreign_key_has_an_index() {
    let structure = sqlite().await;
    let keys = structure.iter().filter_map(|line| line.strip_prefix("foreign key ")?.split(' ').next()?.split_once('.'));
    let has_index = |table: &str, column: &str| {
        let (alone, first) = (format!(" on {table} ({column})"), format!(" on {table} ({column}, "));
        structure.iter().any(|line| line.contains("index ") && (line.ends_with(&alone) || line.contains(&first)))
    };
    assert_none(
        "no index begins with",
        keys.filter(|(table, column)| !has_index(table, column)).map(|(table, column)| format!("{table}.{column}")),
    );
}

/// The columns of `schema.rs`, in the same words.
fn schema() -> Structure {
    let text = read(&root().join("src/schema.rs")).text;
    let (mut table, mut key, mut columns) = (String::new(), String::new(), Structure::new());
    for line in text.lines().map(str::trim) {
        if let Some((name, rest)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
            (table, key) = (name.to_owned(), rest.trim_end_matches(") {").to_owned());
        }
        let Some((name, kind)) = line.trim_end_matches(',').split_once(" -> ").filter(|_| !line.contains('!')) else { continue };
        let (kind, not_null) = match kind.strip_prefix("Nullable<") {
            Some(kind) => (kind.trim_end_matches('>'), ""),
            None => (kind, " not null"),
        };
        let kind = match kind {
            "BigInt" => "bigint",
            "Integer" => "integer",
            "Bool" => "boolean",
            "Text" => "text",
            "Date" => "date",
            "Timestamp" => "timestamp",
            other => panic!("{table}.{name}: {other} is no type that both databases share"),
        };
        let primary = if name == key { " primary key" } else { "" };
        columns.insert(format!("{table}.{name} {kind}{not_null}{primary}"));
    }
    columns
}
