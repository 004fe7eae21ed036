//! Rows of accounts and memberships.

use crate::db::Conn;
use crate::i18n::Lang;
use crate::identifiers::name;
use crate::schema::{membership_roles, memberships, organisations, staff};
use crate::web::drafts;
use crate::web::viewer::Role;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

pub struct NewStaff<'a> {
    pub email: &'a str,
    pub name: &'a str,
    pub language: Lang,
    /// A PHC string of `passwords::hash`.
    pub password_hash: &'a str,
}

/// What sign-in needs to know of an active account.
pub struct Credentials {
    pub staff_id: i64,
    pub password_hash: String,
    /// The first membership by age whose organisation still has access: where the session begins.
    pub membership_id: i64,
}

/// How an address is stored and compared.
pub fn normal_email(email: &str) -> String {
    email.trim().to_lowercase()
}

pub fn add(conn: &mut Conn, new: &NewStaff, now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(staff::table)
        .values((
            staff::email.eq(normal_email(new.email)),
            staff::name.eq(new.name),
            staff::name_sort.eq(name::sort_key(new.name)),
            staff::language.eq(new.language.code()),
            staff::password_hash.eq(new.password_hash),
            staff::created_at.eq(now),
        ))
        .returning(staff::id)
        .get_result(conn)
}

pub fn add_membership(conn: &mut Conn, staff_id: i64, organisation_id: i64, roles: &[Role]) -> QueryResult<i64> {
    let membership_id: i64 = diesel::insert_into(memberships::table)
        .values((memberships::staff_id.eq(staff_id), memberships::organisation_id.eq(organisation_id)))
        .returning(memberships::id)
        .get_result(conn)?;
    for role in roles {
        diesel::insert_into(membership_roles::table)
            .values((membership_roles::membership_id.eq(membership_id), membership_roles::role.eq(role.code())))
            .execute(conn)?;
    }
    Ok(membership_id)
}

pub fn find_by_email(conn: &mut Conn, email: &str) -> QueryResult<Option<i64>> {
    staff::table.filter(staff::email.eq(normal_email(email))).select(staff::id).first(conn).optional()
}

/// Nobody has an account yet: the installation is empty.
pub fn is_empty(conn: &mut Conn) -> QueryResult<bool> {
    Ok(!diesel::select(diesel::dsl::exists(staff::table.select(staff::id))).get_result::<bool>(conn)?)
}

pub fn exists(conn: &mut Conn, staff_id: i64) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(staff::table.find(staff_id))).get_result(conn)
}

/// Nothing for a closed account, and nothing when every organisation's access has ended: there would be no page to show.
pub fn credentials(conn: &mut Conn, email: &str, today: NaiveDate) -> QueryResult<Option<Credentials>> {
    let row: Option<(i64, String, i64)> = staff::table
        .inner_join(memberships::table.inner_join(organisations::table))
        .filter(staff::email.eq(normal_email(email)))
        .filter(staff::deactivated_at.is_null())
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .select((staff::id, staff::password_hash, memberships::id))
        .order(memberships::id)
        .first(conn)
        .optional()?;
    Ok(row.map(|(staff_id, password_hash, membership_id)| Credentials { staff_id, password_hash, membership_id }))
}

/// Holds an active account as it is until the transaction ends; false if it is closed.
pub fn hold_active(conn: &mut Conn, staff_id: i64) -> QueryResult<bool> {
    let active = staff::table.find(staff_id).filter(staff::deactivated_at.is_null());
    Ok(diesel::update(active).set(staff::name.eq(staff::name)).execute(conn)? == 1)
}

/// Closes the account; what the person held is given back by the caller. False if it was closed already.
pub fn deactivate(conn: &mut Conn, staff_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let closed = diesel::update(staff::table.find(staff_id).filter(staff::deactivated_at.is_null()))
        .set(staff::deactivated_at.eq(now))
        .execute(conn)?;
    super::sessions::revoke_all(conn, staff_id, now)?;
    drafts::remove_all_of(conn, staff_id)?;
    Ok(closed == 1)
}
