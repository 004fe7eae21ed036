//! Saving who an account belongs to. A new address may be another person's: nobody who came in before comes in with it.

use super::list::State;
use super::member_form::Details;
use super::scope::Managed;
use super::{invitations, mails, memberships, store};
use crate::app::App;
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::web::Viewer;

/// Name, address and language. With a new address the account begins anew there; the old address is told, if it was in use.
///
/// # Errors
/// A conflict, when the employment area's last administrator would wait for an invitation: nobody could mend a wrong address.
pub fn save(conn: &mut Conn, app: &App, managed: &Managed, details: &Details, by: &Viewer) -> Result<(), Error> {
    memberships::keeping_an_administrator(conn, |conn| {
        let before = &managed.account;
        let moves = details.email != before.email;
        if moves && State::of(&before.password_hash, before.deactivated_at) == State::Active {
            mails::address_changed(conn, app, before.id, by)?;
        }
        store::edit(conn, before.id, &details.name, &details.email, details.language)?;
        audit::by(conn, by, app.now(), "edit", "staff", before.id)?;
        if moves {
            invitations::begin_anew(conn, app, managed, by)?;
        }
        Ok(())
    })
}
