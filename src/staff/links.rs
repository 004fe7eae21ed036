//! Links that are sent by mail: an invitation, or a new password. The token goes out once, in the mail; here only its digest
//! is kept. A link opens one account, once, until its time is over or a newer one has been sent.

use super::store;
use crate::codes::codes;
use crate::db::{AmongMethods, Conn};
use crate::schema::{account_links, staff};
use crate::web::token;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

/// An administrator sends the next link after this long.
const BETWEEN: TimeDelta = TimeDelta::minutes(5);

codes! {
    /// What a link is for. Stored by its `code`.
    pub Purpose {
        /// The first password of someone who was invited.
        Invitation = "invitation",
        /// A new password for someone who forgot it.
        Password = "password",
    }
}

impl Purpose {
    /// How long a link works.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::Invitation => TimeDelta::days(7),
            Self::Password => TimeDelta::hours(2),
        }
    }
}

/// A link about to be mailed: the only moment that its token is known.
pub struct Issued {
    pub token: String,
    pub expires_at: NaiveDateTime,
}

/// Whether a link opens anything, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Live,
    Used,
    Expired,
    /// A newer one was sent, or the password was set in another way.
    Withdrawn,
    /// The account is closed.
    Closed,
    /// Every organisation of the person has come to its last day.
    Ended,
}

/// A link and whom it is for.
#[derive(Clone, Debug)]
pub struct Link {
    pub id: i64,
    pub staff_id: i64,
    pub name: String,
    pub email: String,
    pub standing: Standing,
}

/// Makes a link and withdraws the older ones for the same purpose. `by` is who sent it, none for the service itself.
pub fn issue(conn: &mut Conn, staff_id: i64, purpose: Purpose, by: Option<i64>, now: NaiveDateTime) -> QueryResult<Issued> {
    withdraw(conn, staff_id, &[purpose], now)?;
    let issued = Issued { token: token::random(), expires_at: now + purpose.lifetime() };
    diesel::insert_into(account_links::table)
        .values((
            account_links::token_hash.eq(token::digest(&issued.token)),
            account_links::purpose.eq(purpose.code()),
            account_links::staff_id.eq(staff_id),
            account_links::created_by.eq(by),
            account_links::created_at.eq(now),
            account_links::expires_at.eq(issued.expires_at),
        ))
        .execute(conn)?;
    Ok(issued)
}

/// None if no such link was ever sent.
pub fn find(conn: &mut Conn, purpose: Purpose, token: &str, now: NaiveDateTime) -> QueryResult<Option<Link>> {
    type Times = (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>, Option<NaiveDateTime>);
    let row: Option<(i64, i64, String, String, Times)> = account_links::table
        .inner_join(staff::table.on(staff::id.eq(account_links::staff_id)))
        .filter(account_links::token_hash.eq(token::digest(token)))
        .filter(account_links::purpose.eq(purpose.code()))
        .select((
            account_links::id,
            staff::id,
            staff::name,
            staff::email,
            (account_links::expires_at, account_links::used_at, account_links::withdrawn_at, staff::deactivated_at),
        ))
        .first(conn)
        .optional()?;
    let Some((id, staff_id, name, email, times)) = row else { return Ok(None) };
    let has_access = store::first_access(conn, staff_id, crate::i18n::helsinki(now).date_naive())?.is_some();
    let standing = match times {
        (_, _, _, Some(_)) => Standing::Closed,
        (_, Some(_), _, _) => Standing::Used,
        (_, _, Some(_), _) => Standing::Withdrawn,
        (expires_at, ..) if expires_at <= now => Standing::Expired,
        _ if !has_access => Standing::Ended,
        _ => Standing::Live,
    };
    Ok(Some(Link { id, staff_id, name, email, standing }))
}

/// Compare and set: of two who use a link at once, one gets true.
pub fn use_up(conn: &mut Conn, id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let live = account_links::table
        .find(id)
        .filter(account_links::used_at.is_null())
        .filter(account_links::withdrawn_at.is_null())
        .filter(account_links::expires_at.gt(now));
    Ok(diesel::update(live).set(account_links::used_at.eq(now)).execute(conn)? == 1)
}

/// A link for this purpose was sent a moment ago: its mail may still be on the way.
pub fn is_fresh(conn: &mut Conn, staff_id: i64, purpose: Purpose, now: NaiveDateTime) -> QueryResult<bool> {
    let fresh = account_links::table
        .filter(account_links::staff_id.eq(staff_id))
        .filter(account_links::purpose.eq(purpose.code()))
        .filter(account_links::created_at.gt(now - BETWEEN));
    diesel::select(diesel::dsl::exists(fresh)).get_result(conn)
}

/// Links of these purposes that are still open do nothing any more.
pub fn withdraw(conn: &mut Conn, staff_id: i64, purposes: &[Purpose], now: NaiveDateTime) -> QueryResult<()> {
    let open = account_links::table
        .filter(account_links::staff_id.eq(staff_id))
        .filter(account_links::purpose.among(purposes.iter().map(|purpose| purpose.code())))
        .filter(account_links::used_at.is_null())
        .filter(account_links::withdrawn_at.is_null());
    diesel::update(open).set(account_links::withdrawn_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Until when the person's invitation can be accepted, if one is open.
pub fn open_until(conn: &mut Conn, staff_id: i64, purpose: Purpose) -> QueryResult<Option<NaiveDateTime>> {
    account_links::table
        .filter(account_links::staff_id.eq(staff_id))
        .filter(account_links::purpose.eq(purpose.code()))
        .filter(account_links::used_at.is_null())
        .filter(account_links::withdrawn_at.is_null())
        .order(account_links::id.desc())
        .select(account_links::expires_at)
        .first(conn)
        .optional()
}
