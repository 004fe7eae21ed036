//! The writing side: slices go into temporary tables, then set-based statements bring the register up to date.
//! The statements are the same text on both databases.

use super::changes;
use super::hand_edits::{self, Difference};
use super::known;
use super::reading::Slice;
use crate::companies::{FROM_REGISTER, NAME_BY_HAND, NAME_OF_MERGED};
use crate::db::{Conn, hold_off_writers, in_transaction, insert_json};
use chrono::NaiveDateTime;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text, Timestamp};

/// What the register says of a company, except the columns that follow from another one. All of them are compared and
/// written together.
const FACTS: [&str; 20] = [
    "name",
    "company_form",
    "industry",
    "industry_set",
    "industry_2025",
    "municipality",
    "street_address",
    "post_code",
    "post_office",
    "postal_address",
    "website",
    "trade_register_status",
    "situation",
    "vat_liable",
    "employer_registered",
    "prepayment_registered",
    "alive",
    "registered_on",
    "ended_on",
    "register_modified",
];
/// Follow from the name and the website; by other rules than before they differ though the facts do not.
const FORMS: [&str; 3] = ["name_fold", "name_sort", "web_domain"];
const NAME_COLUMNS: [&str; 6] = ["business_id", "name", "name_fold", "name_type", "registered_on", "ended_on"];

/// What one transaction did to the register.
#[derive(Debug, Default)]
pub struct Written {
    pub new: u64,
    pub changed: u64,
    /// Of the changed ones: alive before, not any more.
    pub ceased: u64,
    pub unchanged: u64,
    /// In other municipalities than asked for, and not in the register.
    pub elsewhere: u64,
    pub differences: Vec<Difference>,
    /// Rows of the report of changes.
    pub noted: u64,
}

/// What waits to be written: the temporary tables of one connection.
#[derive(Debug, Default)]
pub struct Stage {
    pub rows: u64,
    /// The document that the rows come from.
    pub label: String,
    is_there: bool,
}

impl Stage {
    /// Outside of any transaction, so that others write meanwhile.
    pub fn add(&mut self, conn: &mut Conn, slice: &Slice) -> QueryResult<()> {
        if slice.rows.is_empty() {
            return Ok(());
        }
        if !self.is_there {
            create(conn)?;
            self.is_there = true;
        }
        fill(conn, slice)?;
        self.rows += slice.rows.len();
        self.label.clone_from(&slice.label);
        Ok(())
    }

    /// Brings the register up to date with all that waits, in one transaction. `noted`: in the report of this import.
    pub fn write(&mut self, conn: &mut Conn, municipalities: &[String], noted: Option<i64>, now: NaiveDateTime) -> QueryResult<Written> {
        let written = in_transaction(conn, |conn| bring_up_to_date(conn, municipalities, noted, now))?;
        conn.batch_execute("DELETE FROM ytj_stage; DELETE FROM ytj_stage_names")?;
        self.rows = 0;
        Ok(written)
    }

    pub fn close(self, conn: &mut Conn) -> QueryResult<()> {
        if self.is_there { drop_tables(conn) } else { Ok(()) }
    }
}

/// Writes a few companies, wherever they are, within a transaction of the caller's.
pub fn write_within(conn: &mut Conn, slice: &Slice, now: NaiveDateTime) -> QueryResult<()> {
    create(conn)?;
    fill(conn, slice)?;
    bring_up_to_date(conn, &[], None, now)?;
    drop_tables(conn)
}

fn bring_up_to_date(conn: &mut Conn, municipalities: &[String], noted: Option<i64>, now: NaiveDateTime) -> QueryResult<Written> {
    hold_off_writers(conn, "companies")?;
    let elsewhere = drop_elsewhere(conn, municipalities)?;
    let (differences, mut rows) = hand_edits::keep(conn, noted)?;
    compare(conn)?;
    let counts = count(conn)?;
    if let Some(import_id) = noted.filter(|_| counts.changed > 0) {
        rows += changes::note(conn, import_id)?;
    }
    update_changed(conn, now)?;
    let new = insert_new(conn, now)?;
    replace_names(conn)?;
    known::keep(conn)?;
    Ok(Written {
        new: new as u64,
        changed: counts.changed as u64,
        ceased: counts.ceased as u64,
        unchanged: counts.unchanged as u64,
        elsewhere: elsewhere as u64,
        differences,
        noted: rows as u64,
    })
}

fn drop_tables(conn: &mut Conn) -> QueryResult<()> {
    conn.batch_execute("DROP TABLE ytj_stage; DROP TABLE ytj_stage_names")
}

fn create(conn: &mut Conn) -> QueryResult<()> {
    conn.batch_execute(
        "DROP TABLE IF EXISTS ytj_stage; DROP TABLE IF EXISTS ytj_stage_names;
        CREATE TEMPORARY TABLE ytj_stage (
            business_id TEXT PRIMARY KEY NOT NULL,
            name TEXT NOT NULL, name_fold TEXT NOT NULL, name_sort TEXT NOT NULL,
            company_form TEXT NOT NULL, industry TEXT NOT NULL, industry_set TEXT NOT NULL, industry_2025 TEXT NOT NULL,
            municipality TEXT NOT NULL, street_address TEXT NOT NULL, post_code TEXT NOT NULL, post_office TEXT NOT NULL,
            postal_address TEXT NOT NULL, website TEXT NOT NULL, web_domain TEXT NOT NULL, trade_register_status TEXT NOT NULL, situation TEXT NOT NULL,
            vat_liable BOOLEAN NOT NULL, employer_registered BOOLEAN NOT NULL, prepayment_registered BOOLEAN NOT NULL,
            alive BOOLEAN NOT NULL, registered_on DATE, ended_on DATE, register_modified TEXT NOT NULL,
            record_digest BIGINT, company_id BIGINT, is_changed BOOLEAN, has_ceased BOOLEAN
        );
        CREATE TEMPORARY TABLE ytj_stage_names (
            business_id TEXT NOT NULL, name TEXT NOT NULL, name_fold TEXT NOT NULL, name_type TEXT NOT NULL,
            registered_on DATE, ended_on DATE
        );
        CREATE INDEX ytj_stage_names_business_id ON ytj_stage_names (business_id);",
    )
}

fn fill(conn: &mut Conn, slice: &Slice) -> QueryResult<()> {
    let columns: Vec<&str> = ["business_id", "record_digest"].into_iter().chain(FACTS).chain(FORMS).collect();
    insert_json(conn, "ytj_stage", &columns, &slice.rows.text())?;
    insert_json(conn, "ytj_stage_names", &NAME_COLUMNS, &slice.names.text())?;
    Ok(())
}

fn drop_elsewhere(conn: &mut Conn, municipalities: &[String]) -> QueryResult<usize> {
    if municipalities.is_empty() {
        return Ok(0);
    }
    sql_query(
        "DELETE FROM ytj_stage WHERE ',' || $1 || ',' NOT LIKE '%,' || municipality || ',%' \
         AND NOT EXISTS (SELECT 1 FROM companies c WHERE c.business_id = ytj_stage.business_id)",
    )
    .bind::<Text, _>(municipalities.join(","))
    .execute(conn)
}

/// Notes which companies are in the register and which of them the register tells otherwise now. Names that a person
/// gave are not the register's to compare.
fn compare(conn: &mut Conn) -> QueryResult<()> {
    const SAME_NAME: &str = "n.name = s.name AND n.name_fold = s.name_fold AND n.name_type = s.name_type \
        AND n.registered_on IS NOT DISTINCT FROM s.registered_on AND n.ended_on IS NOT DISTINCT FROM s.ended_on";
    let differs: Vec<String> = FACTS.iter().chain(&FORMS).map(|fact| format!("c.{fact} IS DISTINCT FROM ytj_stage.{fact}")).collect();
    sql_query(format!(
        "UPDATE ytj_stage SET company_id = c.id, has_ceased = c.alive AND NOT ytj_stage.alive, \
         is_changed = c.source <> '{FROM_REGISTER}' OR {} \
         OR EXISTS (SELECT 1 FROM ytj_stage_names s WHERE s.business_id = c.business_id \
             AND NOT EXISTS (SELECT 1 FROM company_names n WHERE n.company_id = c.id AND {SAME_NAME})) \
         OR EXISTS (SELECT 1 FROM company_names n WHERE n.company_id = c.id AND n.name_type NOT IN ('{NAME_BY_HAND}', '{NAME_OF_MERGED}') \
             AND NOT EXISTS (SELECT 1 FROM ytj_stage_names s WHERE s.business_id = c.business_id AND {SAME_NAME})) \
         FROM companies c WHERE c.business_id = ytj_stage.business_id",
        differs.join(" OR ")
    ))
    .execute(conn)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Counts {
    #[diesel(sql_type = BigInt)]
    changed: i64,
    #[diesel(sql_type = BigInt)]
    ceased: i64,
    #[diesel(sql_type = BigInt)]
    unchanged: i64,
}

fn count(conn: &mut Conn) -> QueryResult<Counts> {
    sql_query(
        "SELECT count(*) FILTER (WHERE is_changed) AS changed, count(*) FILTER (WHERE has_ceased) AS ceased, \
         count(*) FILTER (WHERE NOT is_changed) AS unchanged FROM ytj_stage WHERE company_id IS NOT NULL",
    )
    .get_result(conn)
}

fn update_changed(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<()> {
    let values: Vec<String> = FACTS.iter().chain(&FORMS).map(|column| format!("{column} = s.{column}")).collect();
    sql_query(format!(
        "UPDATE companies SET updated_at = $1, source = '{FROM_REGISTER}', {} FROM ytj_stage s WHERE s.company_id = companies.id AND s.is_changed",
        values.join(", ")
    ))
    .bind::<Timestamp, _>(now)
    .execute(conn)?;
    Ok(())
}

fn insert_new(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<usize> {
    let columns = FACTS.iter().chain(&FORMS).copied().collect::<Vec<_>>().join(", ");
    let inserted = sql_query(format!(
        "INSERT INTO companies (business_id, {columns}, source, phone, phone_e164, email, created_at, updated_at) \
         SELECT business_id, {columns}, '{FROM_REGISTER}', '', '', '', $1, $2 FROM ytj_stage WHERE company_id IS NULL \
         ORDER BY name_sort"
    ))
    .bind::<Timestamp, _>(now)
    .bind::<Timestamp, _>(now)
    .execute(conn)?;
    if inserted > 0 {
        sql_query(
            "UPDATE ytj_stage SET company_id = c.id, is_changed = TRUE FROM companies c \
             WHERE ytj_stage.company_id IS NULL AND c.business_id = ytj_stage.business_id",
        )
        .execute(conn)?;
    }
    Ok(inserted)
}

/// Names go and come one by one: each one touches the search index. In their own order, like new companies: neighbours in an
/// index are written together.
fn replace_names(conn: &mut Conn) -> QueryResult<()> {
    const SAME_NAME: &str = "s.name = n.name AND s.name_fold = n.name_fold AND s.name_type = n.name_type \
        AND s.registered_on IS NOT DISTINCT FROM n.registered_on AND s.ended_on IS NOT DISTINCT FROM n.ended_on";
    sql_query(format!(
        "DELETE FROM company_names WHERE id IN (SELECT n.id FROM ytj_stage c JOIN company_names n ON n.company_id = c.company_id \
         WHERE c.is_changed AND n.name_type NOT IN ('{NAME_BY_HAND}', '{NAME_OF_MERGED}') \
         AND NOT EXISTS (SELECT 1 FROM ytj_stage_names s WHERE s.business_id = c.business_id AND {SAME_NAME}))"
    ))
    .execute(conn)?;
    sql_query(format!(
        "INSERT INTO company_names (company_id, name, name_fold, name_type, registered_on, ended_on) \
         SELECT c.company_id, s.name, s.name_fold, s.name_type, s.registered_on, s.ended_on \
         FROM ytj_stage c JOIN ytj_stage_names s ON s.business_id = c.business_id WHERE c.is_changed \
         AND NOT EXISTS (SELECT 1 FROM company_names n WHERE n.company_id = c.company_id AND {SAME_NAME}) ORDER BY s.name_fold"
    ))
    .execute(conn)?;
    Ok(())
}
