//! Which organisations a person acts for, and with which rights.

use crate::db::{self, AmongMethods, Conn};
use crate::error::Error;
use crate::routes::WORKER_ROLES;
use crate::schema::{membership_roles, memberships, organisations, sessions, staff};
use crate::web::Role::{self, *};
use crate::web::drafts;
use chrono::NaiveDate;
use diesel::prelude::*;

/// Rights that only make sense at the employment area itself, and the ones that anybody may have.
const AT_HOST: [Role; 8] = [Administrator, Coordinator, EmployerTeam, CaseHandler, CaseLead, Staff, Reader, LogReader];
const AT_PARTNER: [Role; 3] = [Administrator, Partner, Reader];

/// The rights that a membership can have.
pub fn offered(at_host: bool) -> &'static [Role] {
    if at_host { &AT_HOST } else { &AT_PARTNER }
}

#[derive(Clone, Debug)]
pub struct Membership {
    pub id: i64,
    pub organisation_id: i64,
    pub organisation: String,
    pub at_host: bool,
    pub ends_on: Option<NaiveDate>,
    pub roles: Vec<Role>,
}

/// The memberships of a person, oldest first.
pub fn of(conn: &mut Conn, staff_id: i64) -> QueryResult<Vec<Membership>> {
    let rows: Vec<(i64, i64, String, bool, Option<NaiveDate>)> = memberships::table
        .inner_join(organisations::table)
        .filter(memberships::staff_id.eq(staff_id))
        .order(memberships::id)
        .select((memberships::id, organisations::id, organisations::name, organisations::is_host, organisations::ends_on))
        .load(conn)?;
    let mut found = Vec::new();
    for (id, organisation_id, organisation, at_host, ends_on) in rows {
        found.push(Membership { id, organisation_id, organisation, at_host, ends_on, roles: roles(conn, id)? });
    }
    Ok(found)
}

fn roles(conn: &mut Conn, membership_id: i64) -> QueryResult<Vec<Role>> {
    let codes: Vec<String> = membership_roles::table
        .filter(membership_roles::membership_id.eq(membership_id))
        .order(membership_roles::id)
        .select(membership_roles::role)
        .load(conn)?;
    Ok(codes.iter().filter_map(|code| Role::from_code(code)).collect())
}

/// Gives a membership these rights and no others.
pub fn set_roles(conn: &mut Conn, membership_id: i64, wanted: &[Role]) -> QueryResult<()> {
    let held = roles(conn, membership_id)?;
    let gone: Vec<&str> = held.iter().filter(|role| !wanted.contains(role)).map(|role| role.code()).collect();
    let theirs = membership_roles::table.filter(membership_roles::membership_id.eq(membership_id));
    diesel::delete(theirs.filter(membership_roles::role.among(gone))).execute(conn)?;
    for role in wanted.iter().filter(|role| !held.contains(role)) {
        diesel::insert_into(membership_roles::table)
            .values((membership_roles::membership_id.eq(membership_id), membership_roles::role.eq(role.code())))
            .execute(conn)?;
    }
    Ok(())
}

/// Ends a membership, with the sessions that act for it.
pub fn remove(conn: &mut Conn, membership_id: i64) -> QueryResult<()> {
    diesel::delete(sessions::table.filter(sessions::membership_id.eq(membership_id))).execute(conn)?;
    drafts::remove_all_of(conn, &[membership_id])?;
    diesel::delete(membership_roles::table.filter(membership_roles::membership_id.eq(membership_id))).execute(conn)?;
    diesel::delete(memberships::table.find(membership_id)).execute(conn)?;
    Ok(())
}

/// Nobody else changes accounts, rights or teams until the transaction ends; locked in this order as everywhere.
pub fn hold(conn: &mut Conn) -> QueryResult<()> {
    for table in ["staff", "membership_roles", "team_members"] {
        db::hold_off_writers(conn, table)?;
    }
    Ok(())
}

/// The organisation's people who work with companies: ids and names in Finnish order.
pub fn workers(conn: &mut Conn, organisation_id: i64) -> QueryResult<Vec<(i64, String)>> {
    let people: Vec<(i64, String, String)> = staff::table
        .inner_join(memberships::table.inner_join(membership_roles::table))
        .filter(memberships::organisation_id.eq(organisation_id))
        .filter(membership_roles::role.among(WORKER_ROLES.iter().map(|role| role.code())))
        .filter(staff::deactivated_at.is_null())
        .order((staff::name_sort, staff::id))
        .select((staff::id, staff::name, staff::name_sort))
        .distinct()
        .load(conn)?;
    Ok(people.into_iter().map(|(id, name, _)| (id, name)).collect())
}

/// Holds an active account as it is until the transaction ends; false if it is closed, or has no right to work for the
/// organisation. That is looked at once it is held, since a change to it may have been waited for.
pub fn hold_worker(conn: &mut Conn, staff_id: i64, organisation_id: i64) -> QueryResult<bool> {
    if !super::store::hold_active(conn, staff_id)? {
        return Ok(false);
    }
    let working = membership_roles::table
        .inner_join(memberships::table)
        .filter(memberships::staff_id.eq(staff_id).and(memberships::organisation_id.eq(organisation_id)))
        .filter(membership_roles::role.among(WORKER_ROLES.iter().map(|role| role.code())));
    diesel::select(diesel::dsl::exists(working)).get_result(conn)
}

/// Makes a change to accounts or rights, and takes it back if the employment area would be left without an administrator who
/// can sign in. Two such changes at once wait for each other, and for whoever is about to take something in the account's
/// name. Accounts are locked before rights, here as everywhere.
///
/// # Errors
/// A conflict that says so, and those of the change.
pub fn keeping_an_administrator<T>(conn: &mut Conn, change: impl FnOnce(&mut Conn) -> Result<T, Error>) -> Result<T, Error> {
    db::hold_off_writers(conn, "staff")?;
    db::hold_off_writers(conn, "membership_roles")?;
    let before = administrators_of_host(conn)?;
    let changed = change(conn)?;
    if before > 0 && administrators_of_host(conn)? == 0 {
        return Err(Error::Conflict("error-last-administrator"));
    }
    Ok(changed)
}

fn administrators_of_host(conn: &mut Conn) -> QueryResult<i64> {
    membership_roles::table
        .inner_join(memberships::table.inner_join(organisations::table).inner_join(staff::table))
        .filter(organisations::is_host.eq(true))
        .filter(staff::deactivated_at.is_null().and(staff::password_hash.ne("")))
        .filter(membership_roles::role.eq(Administrator.code()))
        .count()
        .get_result(conn)
}
