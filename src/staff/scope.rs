//! Whose accounts and memberships an administrator manages: the employment area's all, a partner's those of its own
//! organisation. An account that also belongs elsewhere is the employment area's to change; a partner then only sees and
//! changes its own membership.

use super::memberships::{self, Membership};
use super::store::{self, Account};
use crate::audit;
use crate::db::{Condition, Conn};
use crate::error::Error;
use crate::schema::{memberships as rows, staff};
use crate::web::Viewer;
use diesel::dsl::exists;
use diesel::prelude::*;

/// The accounts that this administrator sees.
pub fn visible_to(viewer: &Viewer) -> Condition<staff::table> {
    if viewer.at_host {
        return Box::new(staff::id.is_not_null());
    }
    let own = rows::table.filter(rows::staff_id.eq(staff::id)).filter(rows::organisation_id.eq(viewer.organisation_id));
    Box::new(exists(own))
}

/// May this administrator change the organisation's memberships?
pub fn manages(viewer: &Viewer, organisation_id: i64) -> bool {
    viewer.at_host || viewer.organisation_id == organisation_id
}

/// A person as an administrator sees them.
#[derive(Clone, Debug)]
pub struct Managed {
    pub account: Account,
    /// The memberships that are this administrator's to change.
    pub memberships: Vec<Membership>,
    /// The account itself is: name, address, closing.
    pub whole: bool,
}

/// # Errors
/// Not found, if this administrator doesn't see the person.
pub fn find(conn: &mut Conn, viewer: &Viewer, staff_id: i64) -> Result<Managed, Error> {
    let visible = staff::table.filter(visible_to(viewer)).filter(staff::id.eq(staff_id));
    visible.select(staff::id).first::<i64>(conn)?;
    let account = store::account(conn, staff_id)?.ok_or(Error::NotFound)?;
    let (memberships, elsewhere): (Vec<_>, Vec<_>) =
        memberships::of(conn, staff_id)?.into_iter().partition(|membership| manages(viewer, membership.organisation_id));
    Ok(Managed { account, memberships, whole: elsewhere.is_empty() })
}

/// A person whose account is this administrator's to change.
///
/// # Errors
/// Not found, or forbidden when the account belongs to others too.
pub fn find_whole(conn: &mut Conn, viewer: &Viewer, staff_id: i64) -> Result<Managed, Error> {
    let managed = find(conn, viewer, staff_id)?;
    if managed.whole { Ok(managed) } else { Err(Error::Forbidden) }
}

/// May this administrator open the closed account again? What the employment area or the command line closed stays closed
/// for a partner.
pub fn may_reopen(conn: &mut Conn, viewer: &Viewer, staff_id: i64) -> QueryResult<bool> {
    Ok(viewer.at_host || audit::latest_for(conn, "deactivate", "staff", staff_id)? == Some(viewer.organisation_id))
}

/// One membership of a person.
///
/// # Errors
/// Not found, if there is none or it is another administrator's.
pub fn membership(conn: &mut Conn, viewer: &Viewer, staff_id: i64, organisation_id: i64) -> Result<(Account, Membership), Error> {
    let managed = find(conn, viewer, staff_id)?;
    let wanted = managed.memberships.into_iter().find(|membership| membership.organisation_id == organisation_id);
    Ok((managed.account, wanted.ok_or(Error::NotFound)?))
}
