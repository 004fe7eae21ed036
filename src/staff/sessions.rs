//! Sessions: a random token in the cookie, its digest in the database, revocable at any time.

use crate::db::Conn;
use crate::i18n::Lang;
use crate::schema::{membership_roles, memberships, organisations, sessions, staff, team_members, teams};
use crate::web::token;
use crate::web::viewer::{Role, Viewer};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// A working day with some to spare.
pub const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// Begins a session and returns the token for the cookie.
pub fn begin(conn: &mut Conn, membership_id: i64, now: NaiveDateTime) -> QueryResult<String> {
    let token = token::random();
    diesel::delete(sessions::table.filter(sessions::expires_at.lt(now))).execute(conn)?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token::digest(&token)),
            sessions::membership_id.eq(membership_id),
            sessions::created_at.eq(now),
            sessions::expires_at.eq(now + LIFETIME),
        ))
        .execute(conn)?;
    Ok(token)
}

type Columns = (i64, i64, String, String, i64, String, bool);

/// Who the token stands for, if its session lives, the account is active and the organisation's last day isn't over.
pub fn viewer(conn: &mut Conn, token: &str, now: NaiveDateTime) -> QueryResult<Option<Viewer>> {
    let today = crate::i18n::helsinki(now).date_naive();
    let row: Option<(i64, Columns)> = sessions::table
        .inner_join(memberships::table.inner_join(staff::table).inner_join(organisations::table))
        .filter(sessions::token_hash.eq(token::digest(token)))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .filter(staff::deactivated_at.is_null())
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .select((
            sessions::id,
            (memberships::id, staff::id, staff::name, staff::language, organisations::id, organisations::name, organisations::is_host),
        ))
        .first(conn)
        .optional()?;
    row.map(|(session_id, columns)| complete(conn, session_id, columns)).transpose()
}

/// The same without a session, for a program that reads in the person's name: what the person would see now.
pub fn reader(conn: &mut Conn, membership_id: i64, today: NaiveDate) -> QueryResult<Option<Viewer>> {
    let row: Option<Columns> = memberships::table
        .inner_join(staff::table)
        .inner_join(organisations::table)
        .filter(memberships::id.eq(membership_id))
        .filter(staff::deactivated_at.is_null())
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .select((memberships::id, staff::id, staff::name, staff::language, organisations::id, organisations::name, organisations::is_host))
        .first(conn)
        .optional()?;
    // Nobody has signed in.
    row.map(|columns| complete(conn, 0, columns)).transpose()
}

/// Rights and teams.
fn complete(conn: &mut Conn, session_id: i64, columns: Columns) -> QueryResult<Viewer> {
    let (membership_id, staff_id, name, language, organisation_id, organisation, at_host) = columns;
    let codes: Vec<String> =
        membership_roles::table.filter(membership_roles::membership_id.eq(membership_id)).select(membership_roles::role).load(conn)?;
    let team_ids = team_members::table
        .inner_join(teams::table)
        .filter(team_members::staff_id.eq(staff_id))
        .filter(teams::organisation_id.eq(organisation_id))
        .select(teams::id)
        .load(conn)?;
    Ok(Viewer {
        staff_id,
        session_id,
        membership_id,
        name,
        lang: Lang::from_code(&language).unwrap_or_default(),
        organisation_id,
        organisation,
        at_host,
        roles: codes.iter().filter_map(|code| Role::from_code(code)).collect(),
        team_ids,
    })
}

/// Ends one session. Doing it twice changes nothing.
pub fn revoke(conn: &mut Conn, session_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    diesel::update(sessions::table.find(session_id).filter(sessions::revoked_at.is_null()))
        .set(sessions::revoked_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// Ends every session of a person but this one.
pub fn revoke_others(conn: &mut Conn, staff_id: i64, session_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    let theirs = memberships::table.filter(memberships::staff_id.eq(staff_id)).select(memberships::id);
    let others = sessions::table.filter(sessions::membership_id.eq_any(theirs)).filter(sessions::id.ne(session_id));
    diesel::update(others.filter(sessions::revoked_at.is_null())).set(sessions::revoked_at.eq(now)).execute(conn)?;
    Ok(())
}

/// In how many browsers a person is signed in.
pub fn open(conn: &mut Conn, staff_id: i64, now: NaiveDateTime) -> QueryResult<i64> {
    sessions::table
        .inner_join(memberships::table)
        .filter(memberships::staff_id.eq(staff_id))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .count()
        .get_result(conn)
}

/// The session acts for another organisation of the same person from now on. False if that is none, or has ended.
pub fn switch(conn: &mut Conn, viewer: &Viewer, organisation_id: i64, today: NaiveDate) -> QueryResult<bool> {
    let Some(membership) = live_memberships(conn, viewer.staff_id, today)?.into_iter().find(|found| found.1 == organisation_id) else {
        return Ok(false);
    };
    diesel::update(sessions::table.find(viewer.session_id)).set(sessions::membership_id.eq(membership.0)).execute(conn)?;
    Ok(true)
}

/// The other organisations that this person could act for, by id and name.
pub fn elsewhere(conn: &mut Conn, viewer: &Viewer, today: NaiveDate) -> QueryResult<Vec<(i64, String)>> {
    let all = live_memberships(conn, viewer.staff_id, today)?.into_iter();
    Ok(all.map(|(_, id, name)| (id, name)).filter(|other| other.0 != viewer.organisation_id).collect())
}

/// Membership, organisation and its name, where the access goes on.
fn live_memberships(conn: &mut Conn, staff_id: i64, today: NaiveDate) -> QueryResult<Vec<(i64, i64, String)>> {
    memberships::table
        .inner_join(organisations::table)
        .filter(memberships::staff_id.eq(staff_id))
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .order(memberships::id)
        .select((memberships::id, organisations::id, organisations::name))
        .load(conn)
}

/// Ends every session of a person.
pub fn revoke_all(conn: &mut Conn, staff_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    let theirs = memberships::table.filter(memberships::staff_id.eq(staff_id)).select(memberships::id);
    diesel::update(sessions::table.filter(sessions::membership_id.eq_any(theirs)).filter(sessions::revoked_at.is_null()))
        .set(sessions::revoked_at.eq(now))
        .execute(conn)?;
    Ok(())
}
