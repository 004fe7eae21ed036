//! Rows of tags, and which company has which.

use crate::audit;
use crate::companies::saved_filters::store as saved_filters;
use crate::companies::store as companies;
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::identifiers::name;
use crate::schema::{company_tags, tags};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::dsl::count;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use serde::Serialize;

/// A tag's name as typed, and what it is compared by, which is not empty.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: String,
    pub fold: String,
}

/// A tag with the number of companies that have it.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Tag {
    pub id: i64,
    pub name: String,
    pub companies: i64,
}

/// Ids and names in Finnish order.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<(i64, String)>> {
    tags::table.order((tags::name_sort, tags::id)).select((tags::id, tags::name)).load(conn)
}

/// The whole vocabulary in Finnish order.
pub fn counted(conn: &mut Conn) -> QueryResult<Vec<Tag>> {
    tags::table
        .left_join(company_tags::table)
        .group_by((tags::id, tags::name, tags::name_sort))
        .order((tags::name_sort, tags::id))
        .select((tags::id, tags::name, count(company_tags::id.nullable())))
        .load(conn)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Tag>> {
    let tag: Option<(i64, String)> = tags::table.find(id).select((tags::id, tags::name)).first(conn).optional()?;
    let companies = company_tags::table.filter(company_tags::tag_id.eq(id)).count().get_result(conn)?;
    Ok(tag.map(|(id, name)| Tag { id, name, companies }))
}

/// The tag of this name.
pub fn named(conn: &mut Conn, name: &Name) -> QueryResult<Option<i64>> {
    tags::table.filter(tags::name_fold.eq(&name.fold)).select(tags::id).first(conn).optional()
}

/// Ids and names of the tags of a company.
pub fn of_company(conn: &mut Conn, company_id: i64) -> QueryResult<Vec<(i64, String)>> {
    company_tags::table
        .inner_join(tags::table)
        .filter(company_tags::company_id.eq(company_id))
        .order((tags::name_sort, tags::id))
        .select((tags::id, tags::name))
        .load(conn)
}

/// Puts a tag on a company and makes it where there is none of that name. False if the company has it.
///
/// # Errors
/// Not found without such a company.
pub fn add(conn: &mut Conn, viewer: &Viewer, company_id: i64, name: &Name, now: NaiveDateTime) -> Result<bool, Error> {
    companies::hold(conn, company_id)?.ok_or(Error::NotFound)?;
    let tag_id = match named(conn, name)? {
        Some(id) => id,
        None => make(conn, viewer, name, now)?,
    };
    let same = company_tags::table.filter(company_tags::company_id.eq(company_id).and(company_tags::tag_id.eq(tag_id)));
    if same.select(company_tags::id).first::<i64>(conn).optional()?.is_some() {
        return Ok(false);
    }
    let id = diesel::insert_into(company_tags::table)
        .values((
            company_tags::company_id.eq(company_id),
            company_tags::tag_id.eq(tag_id),
            company_tags::tagged_by.eq(viewer.staff_id),
            company_tags::organisation_id.eq(viewer.organisation_id),
            company_tags::tagged_at.eq(now),
        ))
        .returning(company_tags::id)
        .get_result(conn)?;
    audit::by(conn, viewer, now, "add", "company_tags", id)?;
    Ok(true)
}

/// In a savepoint: on PostgreSQL somebody may make the same one at this moment, and then that one is meant.
fn make(conn: &mut Conn, viewer: &Viewer, name: &Name, now: NaiveDateTime) -> Result<i64, Error> {
    let made: QueryResult<i64> = conn.transaction(|conn| {
        diesel::insert_into(tags::table)
            .values((
                tags::name.eq(&name.text),
                tags::name_fold.eq(&name.fold),
                tags::name_sort.eq(name::sort_key(&name.text)),
                tags::created_by.eq(viewer.staff_id),
                tags::created_at.eq(now),
            ))
            .returning(tags::id)
            .get_result(conn)
    });
    match made {
        Ok(id) => {
            audit::by(conn, viewer, now, "add", "tags", id)?;
            Ok(id)
        }
        Err(error) => Ok(named(conn, name)?.ok_or(error)?),
    }
}

/// Takes a tag off a company. False if the company doesn't have it.
pub fn remove(conn: &mut Conn, viewer: &Viewer, (company_id, tag_id): (i64, i64), now: NaiveDateTime) -> QueryResult<bool> {
    let row = company_tags::table.filter(company_tags::company_id.eq(company_id).and(company_tags::tag_id.eq(tag_id)));
    let Some(id) = row.select(company_tags::id).first::<i64>(conn).optional()? else { return Ok(false) };
    diesel::delete(company_tags::table.find(id)).execute(conn)?;
    audit::by(conn, viewer, now, "remove", "company_tags", id)?;
    Ok(true)
}

/// Gives a tag another name.
///
/// # Errors
/// A conflict where another tag has it: then the two can be merged.
pub fn rename(conn: &mut Conn, viewer: &Viewer, id: i64, name: &Name, now: NaiveDateTime) -> Result<(), Error> {
    find(conn, id)?.ok_or(Error::NotFound)?;
    if named(conn, name)?.is_some_and(|other| other != id) {
        return Err(Error::Conflict("error-tag-known"));
    }
    diesel::update(tags::table.find(id))
        .set((tags::name.eq(&name.text), tags::name_fold.eq(&name.fold), tags::name_sort.eq(name::sort_key(&name.text))))
        .execute(conn)?;
    Ok(audit::by(conn, viewer, now, "rename", "tags", id)?)
}

/// Every company that has the one tag has the other instead, and the one is no more.
///
/// # Errors
/// Not found without both.
pub fn merge(conn: &mut Conn, viewer: &Viewer, (id, into): (i64, i64), now: NaiveDateTime) -> Result<(), Error> {
    if id == into || find(conn, id)?.is_none() || find(conn, into)?.is_none() {
        return Err(Error::NotFound);
    }
    // In one statement: a tag may be on very many companies.
    sql_query(
        "UPDATE company_tags SET tag_id = $1 WHERE tag_id = $2 \
         AND company_id NOT IN (SELECT company_id FROM company_tags WHERE tag_id = $1)",
    )
    .bind::<BigInt, _>(into)
    .bind::<BigInt, _>(id)
    .execute(conn)?;
    saved_filters::tag_merged(conn, id, into)?;
    audit::by(conn, viewer, now, "merge", "tags", into)?;
    Ok(erase(conn, viewer, id, now)?)
}

/// The tag is no more; companies that had it don't.
pub fn erase(conn: &mut Conn, viewer: &Viewer, id: i64, now: NaiveDateTime) -> QueryResult<()> {
    diesel::delete(company_tags::table.filter(company_tags::tag_id.eq(id))).execute(conn)?;
    if diesel::delete(tags::table.find(id)).execute(conn)? == 1 {
        audit::by(conn, viewer, now, "remove", "tags", id)?;
    }
    Ok(())
}

/// The tags of a company that is merged into another become that one's, but for those that it has.
pub fn hand_over(conn: &mut Conn, from: i64, to: i64) -> QueryResult<()> {
    let known: Vec<i64> = company_tags::table.filter(company_tags::company_id.eq(to)).select(company_tags::tag_id).load(conn)?;
    let known_too = company_tags::table.filter(company_tags::company_id.eq(from)).filter(company_tags::tag_id.among(known));
    diesel::delete(known_too).execute(conn)?;
    let rest = company_tags::table.filter(company_tags::company_id.eq(from));
    diesel::update(rest).set(company_tags::company_id.eq(to)).execute(conn)?;
    Ok(())
}
