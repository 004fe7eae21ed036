//! Rows of who is in charge of which company.

use crate::audit;
use crate::companies::store as companies;
use crate::db::Conn;
use crate::error::Error;
use crate::schema::{company_owners, organisations, staff};
use crate::staff::memberships;
use crate::web::Viewer;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

/// Who is in charge of a company in an organisation.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Owner {
    pub staff_id: i64,
    pub name: String,
    pub organisation_id: i64,
    pub organisation: String,
}

/// The host's first. Whose account is closed, or whose organisation's last day is over, is in charge of nothing.
pub fn of_company(conn: &mut Conn, company_id: i64, today: NaiveDate) -> QueryResult<Vec<Owner>> {
    company_owners::table
        .inner_join(staff::table)
        .inner_join(organisations::table)
        .filter(company_owners::company_id.eq(company_id))
        .filter(staff::deactivated_at.is_null())
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .order((organisations::is_host.desc(), organisations::id))
        .select((staff::id, staff::name, organisations::id, organisations::name))
        .load(conn)
}

/// Puts somebody of the viewer's organisation in charge there, or nobody. False if it was so.
///
/// # Errors
/// Not found without such a company, a conflict if the person can't be in charge.
pub fn assign(conn: &mut Conn, viewer: &Viewer, company_id: i64, staff_id: Option<i64>, now: NaiveDateTime) -> Result<bool, Error> {
    check(conn, viewer, staff_id)?;
    companies::hold(conn, company_id)?.ok_or(Error::NotFound)?;
    Ok(put(conn, viewer, company_id, staff_id, now)?)
}

/// The same for several companies; those that are no more are passed over.
///
/// # Errors
/// A conflict if the person can't be in charge.
pub fn assign_several(conn: &mut Conn, viewer: &Viewer, companies: &[i64], staff_id: i64, now: NaiveDateTime) -> Result<(), Error> {
    check(conn, viewer, Some(staff_id))?;
    for id in companies {
        if companies::hold(conn, *id)?.is_some() {
            put(conn, viewer, *id, Some(staff_id), now)?;
        }
    }
    Ok(())
}

/// How many companies somebody is in charge of.
pub fn count_of(conn: &mut Conn, staff_id: i64) -> QueryResult<i64> {
    company_owners::table.filter(company_owners::staff_id.eq(staff_id)).count().get_result(conn)
}

/// Somebody leaves an organisation: `by` leaves nobody in charge of the companies there.
pub fn clear_of(conn: &mut Conn, staff_id: i64, organisation_id: i64, by: &Viewer, now: NaiveDateTime) -> QueryResult<()> {
    let theirs =
        company_owners::table.filter(company_owners::staff_id.eq(staff_id).and(company_owners::organisation_id.eq(organisation_id)));
    for row in theirs.select(company_owners::id).load(conn)? {
        diesel::delete(company_owners::table.find(row)).execute(conn)?;
        audit::by(conn, by, now, "remove", "company_owners", row)?;
    }
    Ok(())
}

fn check(conn: &mut Conn, viewer: &Viewer, staff_id: Option<i64>) -> Result<(), Error> {
    match staff_id {
        Some(id) if !memberships::hold_worker(conn, id, viewer.organisation_id)? => Err(Error::Conflict("error-owner")),
        _ => Ok(()),
    }
}

fn put(conn: &mut Conn, viewer: &Viewer, company_id: i64, staff_id: Option<i64>, now: NaiveDateTime) -> QueryResult<bool> {
    let of_ours = company_owners::company_id.eq(company_id).and(company_owners::organisation_id.eq(viewer.organisation_id));
    let known: Option<(i64, i64)> =
        company_owners::table.filter(of_ours).select((company_owners::id, company_owners::staff_id)).first(conn).optional()?;
    if known.map(|(_, staff_id)| staff_id) == staff_id {
        return Ok(false);
    }
    let given = staff_id
        .map(|id| (company_owners::staff_id.eq(id), company_owners::assigned_by.eq(viewer.staff_id), company_owners::assigned_at.eq(now)));
    let (row, action) = match (known, given) {
        (Some((row, _)), Some(given)) => {
            diesel::update(company_owners::table.find(row)).set(given).execute(conn)?;
            (row, "change")
        }
        (Some((row, _)), None) => {
            diesel::delete(company_owners::table.find(row)).execute(conn)?;
            (row, "remove")
        }
        (None, Some(given)) => {
            let where_to = (company_owners::company_id.eq(company_id), company_owners::organisation_id.eq(viewer.organisation_id));
            let new = diesel::insert_into(company_owners::table).values((where_to, given));
            (new.returning(company_owners::id).get_result(conn)?, "add")
        }
        (None, None) => return Ok(false),
    };
    audit::by(conn, viewer, now, action, "company_owners", row)?;
    Ok(true)
}
