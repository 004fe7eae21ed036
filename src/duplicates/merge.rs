//! Merging two companies into one, in one transaction.

use super::changes::{Snapshot, between, take};
use super::links::{self, Deed};
use super::{rules, store};
use crate::companies::store::{self as companies, Company};
use crate::companies::{Facts, Field, tags};
use crate::db::{Conn, hold_rows};
use crate::error::Error;
use crate::timeline::{self, Kind};
use crate::web::Viewer;
use crate::{audit, groups, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

/// What became of a wish to merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merged {
    /// Into this company, by this merge.
    Into(i64, i64),
    /// They were one already: this company.
    Already(i64),
    /// Somebody changed one of them since it was shown.
    Changed,
}

/// Tells whether two companies are still as they were shown.
pub fn seen(kept: &Facts, gone: &Facts) -> String {
    web::token::digest(&serde_json::json!([kept, gone]).to_string())
}

/// Merges two companies; `take` says for each field in which they differ whether the company that goes is right, and `shown`
/// is what [`seen`] said of them.
///
/// # Errors
/// Not found if one of them is gone and not merged into the other; a conflict if both have a business id.
pub fn merge(
    conn: &mut Conn,
    viewer: &Viewer,
    pair: [i64; 2],
    (shown, choose): (&str, &dyn Fn(Field) -> bool),
    now: NaiveDateTime,
) -> Result<Merged, Error> {
    if pair[0] == pair[1] {
        return Err(Error::Invalid("error-merge-itself"));
    }
    hold_rows(conn, "companies", pair)?;
    let [one, other] = [companies::find(conn, pair[0])?, companies::find(conn, pair[1])?];
    let (one, other) = match (one, other) {
        (Some(one), Some(other)) => (one, other),
        (Some(one), None) | (None, Some(one)) => return merged_already(conn, &pair, one.id),
        (None, None) => return Err(Error::NotFound),
    };
    let (kept, gone) = rules::roles(one, other).ok_or(Error::Conflict("error-merge-two-business-ids"))?;
    if shown != seen(&kept.facts(), &gone.facts()) {
        return Ok(Merged::Changed);
    }
    let facts = rules::merged_facts(&kept.facts(), &gone.facts(), choose);
    let merge_id = store::add(conn, (gone.id, &gone.name, kept.id), viewer, now)?;
    let before = snapshot(conn, &kept, &gone)?;
    set_aside(conn, (gone.id, kept.id))?;
    for link in links::moving() {
        store::move_rows(conn, merge_id, link, (gone.id, kept.id))?;
    }
    companies::hand_over_names(conn, gone.id, kept.id)?;
    tags::store::hand_over(conn, gone.id, kept.id)?;
    groups::store::hand_over(conn, gone.id, kept.id)?;
    companies::remove(conn, gone.id)?;
    companies::change(conn, &kept, &facts, viewer.staff_id, now)?;
    for change in between(&before, &snapshot(conn, &kept, &gone)?) {
        store::add_change(conn, merge_id, &change)?;
    }
    record(conn, viewer, (kept.id, Kind::CompanyMerged), now)?;
    audit::by(conn, viewer, now, "merge", "companies", kept.id)?;
    audit::by(conn, viewer, now, "merge_away", "companies", gone.id)?;
    Ok(Merged::Into(kept.id, merge_id))
}

/// The rows that say something of the merged company alone, and those that the other company has no room for.
fn set_aside(conn: &mut Conn, (gone, kept): (i64, i64)) -> QueryResult<()> {
    for link in links::LINKS.iter().copied() {
        match link.deed {
            Deed::Aside => {
                let rows = sql_query(format!("DELETE FROM {} WHERE {} = $1", link.table, link.column));
                rows.bind::<BigInt, _>(gone).execute(conn)?;
            }
            Deed::MoveOncePer(column) => {
                for id in store::without_room(conn, link, column, (gone, kept))? {
                    sql_query(format!("DELETE FROM {} WHERE id = $1", link.table)).bind::<BigInt, _>(id).execute(conn)?;
                }
            }
            Deed::Move | Deed::Rename | Deed::Unite => {}
        }
    }
    Ok(())
}

/// One of the two is gone: into the other?
fn merged_already(conn: &mut Conn, pair: &[i64; 2], there: i64) -> Result<Merged, Error> {
    let away = if pair[0] == there { pair[1] } else { pair[0] };
    match store::forward(conn, away)? {
        Some(kept) if kept == there => Ok(Merged::Already(kept)),
        _ => Err(Error::NotFound),
    }
}

/// The rows that a merge changes otherwise than by moving them.
fn snapshot(conn: &mut Conn, kept: &Company, gone: &Company) -> QueryResult<Snapshot> {
    let mut rows = Snapshot::new();
    for company in [kept.id, gone.id] {
        take(conn, &mut rows, "companies", "id", company)?;
        take(conn, &mut rows, "company_names", "company_id", company)?;
    }
    take(conn, &mut rows, "company_field_edits", "company_id", kept.id)?;
    for link in links::LINKS.iter().copied() {
        match link.deed {
            Deed::Aside => take(conn, &mut rows, link.table, link.column, gone.id)?,
            Deed::MoveOncePer(column) => {
                for id in store::without_room(conn, link, column, (gone.id, kept.id))? {
                    take(conn, &mut rows, link.table, "id", id)?;
                }
            }
            Deed::Unite => {
                [kept.id, gone.id].into_iter().try_for_each(|company| take(conn, &mut rows, link.table, link.column, company))?
            }
            Deed::Move | Deed::Rename => {}
        }
    }
    Ok(rows)
}

/// The deed on a company's timeline.
pub fn record(conn: &mut Conn, viewer: &Viewer, (company_id, kind): (i64, Kind), now: NaiveDateTime) -> QueryResult<()> {
    timeline::record(conn, &timeline::Event::of_company(company_id, kind, (viewer.organisation_id, viewer.staff_id), now))
}
