//! Taking two merged companies apart again.
//!
//! What is still as the merge left it goes back. What somebody changed since stays as it is now: a row that was linked to yet
//! another company stays there, and a field that was edited stays with the company that stayed. What was written since about a
//! contact person or call-back that goes back goes along with it. A row that hangs on both companies hinders it all.

use super::changes::Change;
use super::fields::{Part, parts};
use super::links::{self, HANGING};
use super::merge::record;
use super::store::{self, Merge};
use crate::audit;
use crate::companies::Field;
use crate::companies::store::{self as companies, Summary};
use crate::db::{AmongMethods, Conn, hold_rows};
use crate::error::Error;
use crate::schema::{contacts, people, sites, staff};
use crate::timeline::Kind;
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::result::DatabaseErrorKind::{ForeignKeyViolation, UniqueViolation};
use diesel::result::Error::DatabaseError;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use std::collections::BTreeSet;

/// What became of a wish to undo.
#[derive(Debug)]
pub enum Undone {
    /// The company is there again; these fields of the other stay as somebody edited them since.
    Back(Merge, Vec<Field>),
    /// It was undone before.
    Already(Merge),
    /// Nothing was done.
    Hindered(Merge, Vec<Hindrance>),
}

/// Why a merge can't be undone.
#[derive(Clone, Debug)]
pub enum Hindrance {
    /// The company that stayed was merged into this one: that must be undone first.
    MergedOn(Summary),
    /// Somebody logged a contact that is about both companies: when it happened and who logged it.
    Contact(NaiveDateTime, String),
    /// Somebody put a contact person of one company to a site of the other: both by name.
    Person(String, String),
    /// Another row that hangs on both: its table and id.
    Row(&'static str, i64),
}

/// # Errors
/// Not found if there is no such merge, a conflict if its time is over.
pub fn undo(conn: &mut Conn, viewer: &Viewer, merge_id: i64, now: NaiveDateTime) -> Result<Undone, Error> {
    let merge = store::find(conn, merge_id)?.ok_or(Error::NotFound)?;
    hold_rows(conn, "companies", [merge.kept_id, merge.kept_id])?;
    let merge = store::find(conn, merge.id)?.ok_or(Error::NotFound)?;
    if merge.undone_at.is_some() {
        return Ok(Undone::Already(merge));
    }
    if !merge.can_be_undone(now) {
        return Err(Error::Conflict("error-merge-too-old"));
    }
    if companies::find(conn, merge.kept_id)?.is_none() {
        let on = store::forward(conn, merge.kept_id)?.ok_or(Error::NotFound)?;
        let on = companies::summary(conn, on)?.ok_or(Error::NotFound)?;
        return Ok(Undone::Hindered(merge, vec![Hindrance::MergedOn(on)]));
    }
    let mut hindrances = Vec::new();
    let back = conn.transaction(|conn| {
        let edited = take_apart(conn, &merge)?;
        hindrances = torn(conn, &merge)?;
        if !hindrances.is_empty() {
            return Err(Error::Conflict("error-merge-hindered"));
        }
        store::end(conn, &merge, now)?;
        for company in [merge.kept_id, merge.merged_id] {
            record(conn, viewer, (company, Kind::CompanyUnmerged), now)?;
            audit::by(conn, viewer, now, "undo_merge", "companies", company)?;
        }
        Ok(edited)
    });
    match back {
        Ok(edited) => Ok(Undone::Back(merge, edited)),
        Err(_) if !hindrances.is_empty() => Ok(Undone::Hindered(merge, hindrances)),
        Err(error) => Err(error),
    }
}

/// Puts back what is as the merge left it; gives the fields that aren't.
fn take_apart(conn: &mut Conn, merge: &Merge) -> QueryResult<Vec<Field>> {
    let mut edited = Vec::new();
    let parts = parts(store::changes(conn, merge.id)?, merge.kept_id);
    for Part { field, changes } in parts {
        let mut as_left = true;
        for change in &changes {
            as_left &= change.is_as_left(conn)?;
        }
        match field {
            Some(field) if !as_left => edited.push(field),
            None if !as_left => {}
            _ => changes.iter().try_for_each(|change| put_back(conn, change))?,
        }
    }
    for link in links::moving() {
        store::move_back(conn, merge, link)?;
    }
    for hanging in HANGING.iter().filter(|hanging| hanging.follows) {
        follow(conn, merge, hanging)?;
    }
    Ok(edited)
}

/// A row that was taken away may have lost the other row that it linked to, or have got a successor: then it stays away.
fn put_back(conn: &mut Conn, change: &Change) -> QueryResult<()> {
    let may_stay = links::LINKS.iter().any(|link| link.deed.takes_away() && link.table == change.table);
    match conn.transaction(|conn| change.put_back(conn)) {
        Err(DatabaseError(ForeignKeyViolation | UniqueViolation, _)) if may_stay => Ok(()),
        outcome => outcome,
    }
}

/// What hangs on a row that went back goes along.
fn follow(conn: &mut Conn, merge: &Merge, hanging: &links::Hanging) -> QueryResult<()> {
    let links::Hanging { table, column, parent, .. } = hanging;
    sql_query(format!(
        "UPDATE {table} SET company_id = $1 WHERE company_id = $2 AND {column} IN (SELECT id FROM {parent} WHERE company_id = $1)"
    ))
    .bind::<BigInt, _>(merge.merged_id)
    .bind::<BigInt, _>(merge.kept_id)
    .execute(conn)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The rows of one company that hang on a row of the other.
fn torn(conn: &mut Conn, merge: &Merge) -> QueryResult<Vec<Hindrance>> {
    let (mut contact_ids, mut person_ids, mut rows) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for links::Hanging { table, column, parent, .. } in HANGING {
        let found: Vec<Id> = sql_query(format!(
            "SELECT t.id FROM {table} t JOIN {parent} p ON p.id = t.{column} \
             WHERE t.company_id = $1 AND p.company_id = $2 OR t.company_id = $2 AND p.company_id = $1 ORDER BY t.id"
        ))
        .bind::<BigInt, _>(merge.kept_id)
        .bind::<BigInt, _>(merge.merged_id)
        .load(conn)?;
        match *table {
            "contacts" => contact_ids.extend(found.into_iter().map(|row| row.id)),
            "people" => person_ids.extend(found.into_iter().map(|row| row.id)),
            table => rows.extend(found.into_iter().map(|row| Hindrance::Row(table, row.id))),
        }
    }
    let torn: Vec<(NaiveDateTime, String)> = contacts::table
        .inner_join(staff::table)
        .filter(contacts::id.among(contact_ids))
        .order(contacts::id)
        .select((contacts::happened_at, staff::name))
        .load(conn)?;
    let misplaced: Vec<(String, String)> = people::table
        .inner_join(sites::table)
        .filter(people::id.among(person_ids))
        .order(people::id)
        .select((people::name, sites::name))
        .load(conn)?;
    let misplaced = misplaced.into_iter().map(|(person, site)| Hindrance::Person(person, site));
    Ok(torn.into_iter().map(|(at, who)| Hindrance::Contact(at, who)).chain(misplaced).chain(rows).collect())
}
