//! Rows of groups and of their members.

use crate::audit;
use crate::companies::store as companies;
use crate::db::Conn;
use crate::error::Error;
use crate::schema::{companies as company_rows, company_group_members as members, company_groups as groups};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::dsl::count;
use diesel::prelude::*;
use serde::Serialize;

/// A group's name as typed, and what it is compared by, which is not empty.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: String,
    pub fold: String,
}

/// A group with its companies: the parent first, then in Finnish order.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    pub id: i64,
    pub name: String,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Member {
    pub id: i64,
    pub name: String,
    pub business_id: Option<String>,
    /// Three digits, empty if unknown.
    pub municipality: String,
    pub alive: bool,
    pub is_parent: bool,
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Option<Group>> {
    let group: Option<(i64, String)> = groups::table.find(id).select((groups::id, groups::name)).first(conn).optional()?;
    let Some((id, name)) = group else { return Ok(None) };
    let members = members::table
        .inner_join(company_rows::table)
        .filter(members::group_id.eq(id))
        .order((members::is_parent.desc(), company_rows::name_sort, company_rows::id))
        .select((
            company_rows::id,
            company_rows::name,
            company_rows::business_id,
            company_rows::municipality,
            company_rows::alive,
            members::is_parent,
        ))
        .load(conn)?;
    Ok(Some(Group { id, name, members }))
}

/// The group of a company.
pub fn of_company(conn: &mut Conn, company_id: i64) -> QueryResult<Option<Group>> {
    let id: Option<i64> = members::table.filter(members::company_id.eq(company_id)).select(members::group_id).first(conn).optional()?;
    id.map(|id| find(conn, id)).transpose().map(Option::flatten)
}

/// The id of the group of this name.
fn named(conn: &mut Conn, name: &Name) -> QueryResult<Option<i64>> {
    groups::table.filter(groups::name_fold.eq(&name.fold)).select(groups::id).first(conn).optional()
}

/// Groups with this in their name: id, name, how many companies; those without any are not told.
pub fn holding(conn: &mut Conn, fold: &str, limit: i64) -> QueryResult<Vec<(i64, String, i64)>> {
    groups::table
        .inner_join(members::table)
        .filter(groups::name_fold.like(format!("%{fold}%")))
        .group_by((groups::id, groups::name, groups::name_fold))
        .order((groups::name_fold, groups::id))
        .limit(limit)
        .select((groups::id, groups::name, count(members::id)))
        .load(conn)
}

/// Puts a company into the group of this name, and makes the group where there is none. Gives the group.
///
/// # Errors
/// Not found without such a company; a conflict where it belongs to another group.
pub fn join(conn: &mut Conn, viewer: &Viewer, company_id: i64, name: &Name, now: NaiveDateTime) -> Result<i64, Error> {
    companies::hold(conn, company_id)?.ok_or(Error::NotFound)?;
    let group_id = match named(conn, name)? {
        Some(id) => id,
        None => make(conn, viewer, name, now)?,
    };
    add(conn, viewer, (group_id, company_id), now)?;
    Ok(group_id)
}

/// The same for a group that is there. False if the company belongs to it.
///
/// # Errors
/// Not found without both; a conflict where the company belongs to another group.
pub fn add(conn: &mut Conn, viewer: &Viewer, (group_id, company_id): (i64, i64), now: NaiveDateTime) -> Result<bool, Error> {
    companies::hold(conn, company_id)?.ok_or(Error::NotFound)?;
    let own = members::table.filter(members::company_id.eq(company_id)).select(members::group_id);
    match own.first::<i64>(conn).optional()? {
        Some(group) if group == group_id => return Ok(false),
        Some(_) => return Err(Error::Conflict("error-group-other")),
        None => {}
    }
    let id = diesel::insert_into(members::table)
        .values((
            members::group_id.eq(group_id),
            members::company_id.eq(company_id),
            members::is_parent.eq(false),
            members::added_by.eq(viewer.staff_id),
            members::organisation_id.eq(viewer.organisation_id),
            members::added_at.eq(now),
        ))
        .returning(members::id)
        .get_result(conn)?;
    audit::by(conn, viewer, now, "add", "company_group_members", id)?;
    Ok(true)
}

/// In a savepoint: on PostgreSQL somebody may make the same one at this moment, and then that one is meant.
fn make(conn: &mut Conn, viewer: &Viewer, name: &Name, now: NaiveDateTime) -> Result<i64, Error> {
    let made: QueryResult<i64> = conn.transaction(|conn| {
        diesel::insert_into(groups::table)
            .values((
                groups::name.eq(&name.text),
                groups::name_fold.eq(&name.fold),
                groups::created_by.eq(viewer.staff_id),
                groups::created_at.eq(now),
            ))
            .returning(groups::id)
            .get_result(conn)
    });
    match made {
        Ok(id) => {
            audit::by(conn, viewer, now, "add", "company_groups", id)?;
            Ok(id)
        }
        Err(error) => Ok(named(conn, name)?.ok_or(error)?),
    }
}

/// The company belongs to the group no more. False if it didn't.
pub fn leave(conn: &mut Conn, viewer: &Viewer, (group_id, company_id): (i64, i64), now: NaiveDateTime) -> QueryResult<bool> {
    let row = members::table.filter(members::group_id.eq(group_id).and(members::company_id.eq(company_id)));
    let Some(id) = row.select(members::id).first::<i64>(conn).optional()? else { return Ok(false) };
    diesel::delete(members::table.find(id)).execute(conn)?;
    audit::by(conn, viewer, now, "remove", "company_group_members", id)?;
    Ok(true)
}

/// This company of the group is its parent; with none, nobody knows. Nothing changed is nothing done: false.
///
/// # Errors
/// Not found, if the company doesn't belong to the group.
pub fn set_parent(conn: &mut Conn, viewer: &Viewer, (group_id, company_id): (i64, Option<i64>), now: NaiveDateTime) -> Result<bool, Error> {
    let group = find(conn, group_id)?.ok_or(Error::NotFound)?;
    if company_id.is_some_and(|company| group.members.iter().all(|member| member.id != company)) {
        return Err(Error::NotFound);
    }
    let parent = group.members.iter().find(|member| member.is_parent).map(|member| member.id);
    if parent == company_id {
        return Ok(false);
    }
    let all = members::table.filter(members::group_id.eq(group_id));
    diesel::update(all).set(members::is_parent.eq(false)).execute(conn)?;
    if let Some(company) = company_id {
        diesel::update(all.filter(members::company_id.eq(company))).set(members::is_parent.eq(true)).execute(conn)?;
    }
    audit::by(conn, viewer, now, "set_parent", "company_groups", group_id)?;
    Ok(true)
}

/// # Errors
/// A conflict where another group has the name.
pub fn rename(conn: &mut Conn, viewer: &Viewer, id: i64, name: &Name, now: NaiveDateTime) -> Result<(), Error> {
    if named(conn, name)?.is_some_and(|other| other != id) {
        return Err(Error::Conflict("error-group-known"));
    }
    diesel::update(groups::table.find(id)).set((groups::name.eq(&name.text), groups::name_fold.eq(&name.fold))).execute(conn)?;
    Ok(audit::by(conn, viewer, now, "rename", "company_groups", id)?)
}

/// A company that is merged into another leaves it its group, unless that one has a group of its own. Where both belong to
/// the same one, either of them was the parent.
pub fn hand_over(conn: &mut Conn, from: i64, to: i64) -> QueryResult<()> {
    let row = |company: i64| members::table.filter(members::company_id.eq(company));
    let columns = (members::group_id, members::is_parent);
    let theirs: Option<(i64, bool)> = row(from).select(columns).first(conn).optional()?;
    match (row(to).select(columns).first::<(i64, bool)>(conn).optional()?, theirs) {
        (_, None) => {}
        (None, Some(_)) => {
            diesel::update(row(from)).set(members::company_id.eq(to)).execute(conn)?;
        }
        (Some(own), Some(theirs)) => {
            diesel::delete(row(from)).execute(conn)?;
            if own.0 == theirs.0 && theirs.1 {
                diesel::update(row(to)).set(members::is_parent.eq(true)).execute(conn)?;
            }
        }
    }
    Ok(())
}
