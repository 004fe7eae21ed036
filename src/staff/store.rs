//! Rows of accounts and memberships.

use super::links::{self, Purpose};
use crate::db::{AmongMethods, Conn};
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

/// Those of these people who can sign in today: an active account, and an organisation that has access.
pub fn with_access(conn: &mut Conn, ids: &[i64], today: NaiveDate) -> QueryResult<Vec<i64>> {
    staff::table
        .inner_join(memberships::table.inner_join(organisations::table))
        .filter(staff::id.among(ids).and(staff::deactivated_at.is_null()))
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .select(staff::id)
        .distinct()
        .load(conn)
}

/// Where a session of this person begins: the oldest membership whose organisation has access today.
pub fn first_access(conn: &mut Conn, staff_id: i64, today: NaiveDate) -> QueryResult<Option<i64>> {
    memberships::table
        .inner_join(organisations::table)
        .filter(memberships::staff_id.eq(staff_id))
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .order(memberships::id)
        .select(memberships::id)
        .first(conn)
        .optional()
}

/// A new password, or none (empty); links that were still open do nothing any more. The caller ends the sessions.
pub fn set_password(conn: &mut Conn, staff_id: i64, password_hash: &str, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(staff::table.find(staff_id)).set(staff::password_hash.eq(password_hash)).execute(conn)?;
    links::withdraw(conn, staff_id, &Purpose::ALL, now)
}

/// An account as its own page and the administration know it.
#[derive(Clone, Debug)]
pub struct Account {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub language: Lang,
    /// A PHC string; empty while the person has only been invited.
    pub password_hash: String,
    pub deactivated_at: Option<NaiveDateTime>,
}

pub fn account(conn: &mut Conn, staff_id: i64) -> QueryResult<Option<Account>> {
    type Columns = (String, String, String, String, Option<NaiveDateTime>);
    let row: Option<Columns> = staff::table
        .find(staff_id)
        .select((staff::name, staff::email, staff::language, staff::password_hash, staff::deactivated_at))
        .first(conn)
        .optional()?;
    Ok(row.map(|(name, email, language, password_hash, deactivated_at)| Account {
        id: staff_id,
        name,
        email,
        language: Lang::from_code(&language).unwrap_or_default(),
        password_hash,
        deactivated_at,
    }))
}

/// Name, address and language. What a new address means for the way in is the caller's.
pub fn edit(conn: &mut Conn, staff_id: i64, name: &str, email: &str, language: Lang) -> QueryResult<()> {
    let email = normal_email(email);
    diesel::update(staff::table.find(staff_id))
        .set((staff::name.eq(name), staff::name_sort.eq(name::sort_key(name)), staff::email.eq(email), staff::language.eq(language.code())))
        .execute(conn)?;
    Ok(())
}

pub fn set_language(conn: &mut Conn, staff_id: i64, language: Lang) -> QueryResult<()> {
    diesel::update(staff::table.find(staff_id)).set(staff::language.eq(language.code())).execute(conn)?;
    Ok(())
}

/// Opens a closed account again. False if it was open.
pub fn reactivate(conn: &mut Conn, staff_id: i64) -> QueryResult<bool> {
    let closed = staff::table.find(staff_id).filter(staff::deactivated_at.is_not_null());
    Ok(diesel::update(closed).set(staff::deactivated_at.eq(None::<NaiveDateTime>)).execute(conn)? == 1)
}

/// This membership, if it is the person's and its organisation has access.
pub fn live_membership(conn: &mut Conn, staff_id: i64, membership_id: i64, today: NaiveDate) -> QueryResult<Option<i64>> {
    memberships::table
        .inner_join(organisations::table)
        .filter(memberships::id.eq(membership_id).and(memberships::staff_id.eq(staff_id)))
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .select(memberships::id)
        .first(conn)
        .optional()
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
    let memberships: Vec<i64> = memberships::table.filter(memberships::staff_id.eq(staff_id)).select(memberships::id).load(conn)?;
    drafts::remove_all_of(conn, &memberships)?;
    links::withdraw(conn, staff_id, &Purpose::ALL, now)?;
    Ok(closed == 1)
}
