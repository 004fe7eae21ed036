//! The mails about an account. The link is the only secret in them.

use super::link_pages;
use super::links::{Issued, Purpose};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::mail::outbox::{self, NewMail};
use crate::mail::secrets;
use crate::schema::{organisations, staff};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// What the templates `invitation`, `password_link`, `membership_added` and `address_changed` know.
#[derive(Serialize)]
struct MailView {
    /// The account's address: what one signs in with.
    email: String,
    organisation: String,
    /// Who did it, by name.
    by: String,
    link: String,
    expires_at: Option<NaiveDateTime>,
}

pub fn invitation(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, link: &Issued, by: &Viewer) -> Result<(), Error> {
    let organisation = organisation_name(conn, organisation_id)?;
    let view = MailView {
        email: String::new(),
        organisation,
        by: by.name.clone(),
        link: link_pages::address(Purpose::Invitation, &link.token),
        expires_at: Some(link.expires_at),
    };
    put(conn, app, staff_id, "invitation", view)
}

pub fn password(conn: &mut Conn, app: &App, staff_id: i64, link: &Issued) -> Result<(), Error> {
    let view = MailView {
        email: String::new(),
        organisation: String::new(),
        by: String::new(),
        link: link_pages::address(Purpose::Password, &link.token),
        expires_at: Some(link.expires_at),
    };
    put(conn, app, staff_id, "password_link", view)
}

/// Tells someone who has an account that it now opens one more organisation.
pub fn membership_added(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, by: &Viewer) -> Result<(), Error> {
    let organisation = organisation_name(conn, organisation_id)?;
    let view = MailView { email: String::new(), organisation, by: by.name.clone(), link: "/".to_owned(), expires_at: None };
    put(conn, app, staff_id, "membership_added", view)
}

/// Tells the address that an account has until now that it is about to get another.
pub fn address_changed(conn: &mut Conn, app: &App, staff_id: i64, by: &Viewer) -> Result<(), Error> {
    let view = MailView {
        email: String::new(),
        organisation: by.organisation.clone(),
        by: by.name.clone(),
        link: String::new(),
        expires_at: None,
    };
    put(conn, app, staff_id, "address_changed", view)
}

fn organisation_name(conn: &mut Conn, organisation_id: i64) -> QueryResult<String> {
    organisations::table.find(organisation_id).select(organisations::name).first(conn)
}

fn put(conn: &mut Conn, app: &App, staff_id: i64, kind: &str, mut view: MailView) -> Result<(), Error> {
    let (name, email, language): (String, String, String) =
        staff::table.find(staff_id).select((staff::name, staff::email, staff::language)).first(conn)?;
    view.email.clone_from(&email);
    let language = Lang::from_code(&language).unwrap_or_default();
    let mail =
        NewMail { kind, to_name: &name, to_address: &email, reply_to: "", language, callback_id: None, windowed: false, view: &view };
    match view.expires_at {
        Some(until) => secrets::put(conn, app, &mail, until, app.now())?,
        None => outbox::put(conn, app, &mail, app.now())?,
    };
    Ok(())
}
