//! Inviting someone: an account without a password, a membership, and a mail with the link that sets the password.

use super::links::{self, Purpose};
use super::mails;
use super::memberships;
use super::store::{self, NewStaff};
use crate::app::App;
use crate::audit;
use crate::db::{self, Conn};
use crate::error::Error;
use crate::i18n::Lang;
use crate::organisations::places::{self, Place};
use crate::web::{Role, Viewer};

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

/// Adds a membership to an account that there is. Someone who has a password is told; someone who was only invited is about
/// to come anyway.
pub fn add_membership(
    conn: &mut Conn,
    app: &App,
    account: &store::Account,
    organisation_id: i64,
    rights: &Rights,
    by: &Viewer,
) -> Result<(), Error> {
    memberships::keeping_an_administrator(conn, |conn| {
        if memberships::of(conn, account.id)?.iter().any(|membership| membership.organisation_id == organisation_id) {
            return Err(Error::Conflict("error-has-membership"));
        }
        enter(conn, app, account.id, organisation_id, rights)?;
        audit::by(conn, by, app.now(), "add_membership", "staff", account.id)?;
        if account.password_hash.is_empty() || account.deactivated_at.is_some() {
            return Ok(());
        }
        mails::membership_added(conn, app, account.id, organisation_id, by)
    })
}

fn enter(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, rights: &Rights) -> Result<(), Error> {
    store::add_membership(conn, staff_id, organisation_id, &rights.roles)?;
    Ok(places::set(conn, staff_id, organisation_id, &rights.places, app.today())?)
}

/// Changes what a person may do for an organisation. It holds from the next request on.
pub fn set_rights(
    conn: &mut Conn,
    app: &App,
    membership: &memberships::Membership,
    staff_id: i64,
    rights: &Rights,
    by: &Viewer,
) -> Result<(), Error> {
    memberships::keeping_an_administrator(conn, |conn| {
        memberships::set_roles(conn, membership.id, &rights.roles)?;
        places::set(conn, staff_id, membership.organisation_id, &rights.places, app.today())?;
        Ok(audit::by(conn, by, app.now(), "set_rights", "staff", staff_id)?)
    })
}

/// Sends the link that fits: a new invitation to who has no password yet, otherwise one for a new password.
///
/// # Errors
/// A conflict, when the account is closed.
pub fn send_link(conn: &mut Conn, app: &App, account: &store::Account, organisation_id: i64, by: &Viewer) -> Result<Purpose, Error> {
    if account.deactivated_at.is_some() {
        return Err(Error::Conflict("error-account-closed"));
    }
    if account.password_hash.is_empty() {
        audit::by(conn, by, app.now(), "invite", "staff", account.id)?;
        send_invitation(conn, app, account.id, organisation_id, by)?;
        return Ok(Purpose::Invitation);
    }
    let link = links::issue(conn, account.id, Purpose::Password, Some(by.staff_id), app.now())?;
    audit::by(conn, by, app.now(), "send_password_link", "staff", account.id)?;
    mails::password(conn, app, account.id, &link)?;
    Ok(Purpose::Password)
}

fn send_invitation(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, by: &Viewer) -> Result<(), Error> {
    let link = links::issue(conn, staff_id, Purpose::Invitation, Some(by.staff_id), app.now())?;
    mails::invitation(conn, app, staff_id, organisation_id, &link, by)
}
