//! A merge of two companies forgets no table: what the real database links to a company is in the one list of links.

use super::assert_none;
use super::databases::{Structure, structure};
use crate::support::{TempDir, TestDatabase};
use kohtaanto::companies::Field;
use kohtaanto::duplicates::links::{Deed, HANGING, LINKS, STAYING_COLUMNS, columns};
use std::collections::BTreeSet;

/// Company ids without a foreign key, and why.
const PLAIN: &[(&str, &str)] = &[
    ("company_forwards.merged_id", "the company is no row any more"),
    ("company_merges.merged_id", "the company is no row any more"),
    ("company_merges.kept_id", "a later merge may take the row away"),
];

async fn real() -> Structure {
    let dir = TempDir::new();
    let database = TestDatabase::create(&dir);
    structure(&database.url).await
}

/// Table, column and the table that it links to.
fn keys(structure: &Structure) -> Vec<(String, String, String)> {
    let keys = structure.iter().filter_map(|line| line.strip_prefix("foreign key "));
    keys.map(|key| {
        let (link, rest) = key.split_once(" to ").expect("a key");
        let (table, column) = link.split_once('.').expect("a column");
        (table.to_owned(), column.to_owned(), rest.split('.').next().expect("a table").to_owned())
    })
    .collect()
}

#[actix_web::test]
async fn every_link_to_a_company_is_known_to_the_merge() {
    let found: BTreeSet<String> =
        keys(&real().await).into_iter().filter(|key| key.2 == "companies").map(|(table, column, _)| format!("{table}.{column}")).collect();
    let known: BTreeSet<String> = LINKS.iter().map(|link| link.code()).collect();
    assert!(found.len() > 5);
    assert_none("a merge would forget it: say in src/duplicates/links.rs what becomes of it", found.difference(&known).cloned());
    assert_none("links to no company any more", known.difference(&found).cloned());
}

#[actix_web::test]
async fn no_company_id_is_a_plain_value_without_a_reason() {
    let structure = real().await;
    let linked: BTreeSet<String> = keys(&structure).into_iter().map(|(table, column, _)| format!("{table}.{column}")).collect();
    let columns = structure.iter().filter_map(|line| line.strip_prefix("column ")?.split(' ').next());
    let is_company = |column: &&str| {
        let name = column.split('.').nth(1).unwrap_or_default();
        name.ends_with("company_id") || name == "merged_id" || name == "kept_id"
    };
    let plain = columns.filter(is_company).filter(|column| !linked.contains(*column));
    assert_none(
        "without a foreign key a merge can't know it",
        plain.filter(|column| !PLAIN.iter().any(|(known, _)| known == column)).map(str::to_owned),
    );
}

#[actix_web::test]
async fn what_hangs_on_a_moved_row_is_known() {
    let moved = |table: &str| LINKS.iter().any(|link| link.table == table && matches!(link.deed, Deed::Move | Deed::MoveOncePer(_)));
    let found: BTreeSet<String> = keys(&real().await)
        .into_iter()
        .filter(|(table, _, parent)| moved(table) && moved(parent) && table != parent)
        .map(|(table, column, parent)| format!("{table}.{column} to {parent}"))
        .collect();
    let known: BTreeSet<String> = HANGING.iter().map(|one| format!("{}.{} to {}", one.table, one.column, one.parent)).collect();
    assert_none("undoing a merge would tear it apart: add it to HANGING", found.difference(&known).cloned());
    assert_none("hangs on nothing any more", known.difference(&found).cloned());
}

#[actix_web::test]
async fn every_column_of_a_company_is_chosen_or_stays() {
    let found: BTreeSet<String> =
        real().await.iter().filter_map(|line| Some(line.strip_prefix("column companies.")?.split(' ').next()?.to_owned())).collect();
    let chosen = Field::ALL.into_iter().flat_map(columns);
    let known: BTreeSet<String> = chosen.chain(STAYING_COLUMNS.iter().copied()).map(str::to_owned).collect();
    assert_none("a merge would lose it with the company that goes", found.difference(&known).cloned());
    assert_none("no column of a company", known.difference(&found).cloned());
}
