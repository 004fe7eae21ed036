//! Rows of saved filters.

use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::routes::WORKERS;
use crate::schema::{saved_filters, staff};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// A filter about to be saved.
#[derive(Clone, Debug)]
pub struct NewFilter {
    pub name: String,
    pub query: String,
    pub shared: bool,
}

/// A filter that the viewer may use.
#[derive(Clone, Debug, Serialize)]
pub struct Saved {
    pub id: i64,
    pub name: String,
    #[serde(skip)]
    pub query: String,
    /// The list's address.
    pub href: String,
    pub shared: bool,
    /// Who saved it.
    pub by: String,
    pub may_remove: bool,
}

/// One's own of the organisation that one acts for, and those that are shared with it.
#[diesel::dsl::auto_type(no_type_alias)]
fn seen_by(organisation_id: i64, staff_id: i64) -> _ {
    let own_or_shared = saved_filters::shared.eq(true).or(saved_filters::staff_id.eq(staff_id));
    saved_filters::organisation_id.eq(organisation_id).and(own_or_shared)
}

/// In the order of their names.
pub fn visible_to(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Saved>> {
    let rows: Vec<(i64, String, String, bool, i64, String)> = saved_filters::table
        .inner_join(staff::table)
        .filter(seen_by(viewer.organisation_id, viewer.staff_id))
        .order((saved_filters::name, saved_filters::id))
        .select((saved_filters::id, saved_filters::name, saved_filters::query, saved_filters::shared, staff::id, staff::name))
        .load(conn)?;
    let saved = |(id, name, query, shared, staff_id, by): (i64, String, String, bool, i64, String)| Saved {
        id,
        name,
        href: format!("/companies?{query}"),
        query,
        shared,
        by,
        may_remove: may_remove(viewer, shared, staff_id),
    };
    Ok(rows.into_iter().map(saved).collect())
}

fn may_remove(viewer: &Viewer, shared: bool, staff_id: i64) -> bool {
    viewer.staff_id == staff_id || (shared && WORKERS.allows(viewer))
}

/// # Errors
/// A conflict where the viewer has one of that name already.
pub fn add(conn: &mut Conn, viewer: &Viewer, new: &NewFilter, now: NaiveDateTime) -> Result<i64, Error> {
    if visible_to(conn, viewer)?.iter().any(|saved| saved.name == new.name) {
        return Err(Error::Conflict("error-saved-filter-known"));
    }
    let id = diesel::insert_into(saved_filters::table)
        .values((
            saved_filters::organisation_id.eq(viewer.organisation_id),
            saved_filters::staff_id.eq(viewer.staff_id),
            saved_filters::name.eq(&new.name),
            saved_filters::query.eq(&new.query),
            saved_filters::shared.eq(new.shared),
            saved_filters::created_at.eq(now),
        ))
        .returning(saved_filters::id)
        .get_result(conn)?;
    audit::by(conn, viewer, now, "add", "saved_filters", id)?;
    Ok(id)
}

/// # Errors
/// Not found, if the viewer doesn't see it; forbidden, if it is another's to remove.
pub fn remove(conn: &mut Conn, viewer: &Viewer, id: i64, now: NaiveDateTime) -> Result<(), Error> {
    let saved = visible_to(conn, viewer)?.into_iter().find(|saved| saved.id == id).ok_or(Error::NotFound)?;
    if !saved.may_remove {
        return Err(Error::Forbidden);
    }
    diesel::delete(saved_filters::table.find(id)).execute(conn)?;
    Ok(audit::by(conn, viewer, now, "remove", "saved_filters", id)?)
}

/// A tag has become another one: filters that ask for it ask for that one.
pub fn tag_merged(conn: &mut Conn, from: i64, into: i64) -> QueryResult<()> {
    let sql = format!(
        "UPDATE saved_filters SET query = trim(replace('&' || query || '&', '&tag={from}&', '&tag={into}&'), '&') \
         WHERE '&' || query || '&' LIKE '%&tag={from}&%'"
    );
    diesel::sql_query(sql).execute(conn)?;
    Ok(())
}
