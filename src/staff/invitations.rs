//! Inviting someone: an account without a password, a membership, and a mail with the link that sets the password.

use super::links::{self, Purpose};
use super::list::State;
use super::scope::Managed;
use super::store::{self, NewStaff};
use super::{mails, memberships, sessions};
use crate::app::App;
use crate::audit;
use crate::db::{self, Conn};
use crate::error::Error;
use crate::i18n::Lang;
use crate::organisations::places::{self, Place};
use crate::organisations::store as organisations;
use crate::web::{Role, Viewer};
use chrono::NaiveDateTime;
use diesel::QueryResult;

/// Who is invited, and to what.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    pub name: String,
    pub email: String,
    pub language: Lang,
    pub organisation_id: i64,
    pub rights: Rights,
}

/// What a person may do for one organisation.
#[derive(Clone, Debug, Default)]
pub struct Rights {
    pub roles: Vec<Role>,
    /// Teams of that organisation.
    pub places: Vec<Place>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invited {
    /// A new account; the invitation is in the outbox.
    New(i64),
    /// There is an account with this address; nothing was done.
    HasAccount(i64),
}

/// Makes the account and puts the invitation into the outbox. The caller says who may invite whom.
///
/// # Errors
/// Those of the database and of the mail's templates.
pub fn invite(conn: &mut Conn, app: &App, new: &NewInvitation, by: &Viewer) -> Result<Invited, Error> {
    // Two invitations to one address at once: the second finds the account of the first.
    db::hold_off_writers(conn, "staff")?;
    if let Some(staff_id) = store::find_by_email(conn, &new.email)? {
        return Ok(Invited::HasAccount(staff_id));
    }
    let account = NewStaff { email: &new.email, name: &new.name, language: new.language, password_hash: "" };
    let staff_id = store::add(conn, &account, app.now())?;
    enter(conn, app, staff_id, new.organisation_id, &new.rights)?;
    audit::by(conn, by, app.now(), "invite", "staff", staff_id)?;
    send_invitation(conn, app, staff_id, new.organisation_id, by)?;
    Ok(Invited::New(staff_id))
}

/// Adds a membership to an account that there is. Someone who has a password is told; someone who has none is invited.
///
/// The employment area trusts nobody else's account: where it lets one in for the first time, the account begins anew, so that
/// its rights go to whoever reads the mail of its address.
pub fn add_membership(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, rights: &Rights, by: &Viewer) -> Result<(), Error> {
    memberships::keeping_an_administrator(conn, |conn| {
        if memberships::of(conn, staff_id)?.iter().any(|membership| membership.organisation_id == organisation_id) {
            return Err(Error::Conflict("error-has-membership"));
        }
        enter(conn, app, staff_id, organisation_id, rights)?;
        audit::by(conn, by, app.now(), "add_membership", "staff", staff_id)?;
        if organisations::host(conn)? == Some(organisation_id) {
            shut_out(conn, staff_id, app.now())?;
        }
        let account = store::account(conn, staff_id)?.ok_or(Error::NotFound)?;
        match State::of(&account.password_hash, account.deactivated_at) {
            State::Closed => Ok(()),
            State::Invited => send_invitation(conn, app, staff_id, organisation_id, by),
            State::Active => mails::membership_added(conn, app, staff_id, organisation_id, by),
        }
    })
}

/// The account is as if its person had just been invited, at the address that it has now. A closed one gets its invitation
/// when it is open again.
pub fn begin_anew(conn: &mut Conn, app: &App, managed: &Managed, by: &Viewer) -> Result<(), Error> {
    let account = &managed.account;
    shut_out(conn, account.id, app.now())?;
    match managed.memberships.first().filter(|_| account.deactivated_at.is_none()) {
        Some(membership) => send_invitation(conn, app, account.id, membership.organisation_id, by),
        None => Ok(()),
    }
}

/// No password, session or link of before leads in.
fn shut_out(conn: &mut Conn, staff_id: i64, now: NaiveDateTime) -> QueryResult<()> {
    store::set_password(conn, staff_id, "", now)?;
    sessions::revoke_all(conn, staff_id, now)
}

fn enter(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, rights: &Rights) -> Result<(), Error> {
    store::add_membership(conn, staff_id, organisation_id, &rights.roles)?;
    places::set(conn, staff_id, organisation_id, &rights.places, app.today())?;
    Ok(())
}

/// Sends the link that fits: a new invitation to who has no password yet, otherwise one for a new password. None if one was
/// sent a moment ago.
///
/// # Errors
/// A conflict, when the account is closed.
pub fn send_link(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, by: &Viewer) -> Result<Option<Purpose>, Error> {
    // Held, so that a second click finds the link of the first.
    if !store::hold_active(conn, staff_id)? {
        return Err(Error::Conflict("error-account-closed"));
    }
    let account = store::account(conn, staff_id)?.ok_or(Error::NotFound)?;
    let purpose = if account.password_hash.is_empty() { Purpose::Invitation } else { Purpose::Password };
    if links::is_fresh(conn, staff_id, purpose, app.now())? {
        return Ok(None);
    }
    match purpose {
        Purpose::Invitation => {
            audit::by(conn, by, app.now(), "invite", "staff", staff_id)?;
            send_invitation(conn, app, staff_id, organisation_id, by)?;
        }
        Purpose::Password => {
            let link = links::issue(conn, staff_id, purpose, Some(by.staff_id), app.now())?;
            audit::by(conn, by, app.now(), "send_password_link", "staff", staff_id)?;
            mails::password(conn, app, staff_id, &link)?;
        }
    }
    Ok(Some(purpose))
}

fn send_invitation(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, by: &Viewer) -> Result<(), Error> {
    let link = links::issue(conn, staff_id, Purpose::Invitation, Some(by.staff_id), app.now())?;
    mails::invitation(conn, app, staff_id, organisation_id, &link, by)
}
