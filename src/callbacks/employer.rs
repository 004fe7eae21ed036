//! The one mail that an employer gets: that nobody reached them. It goes by its holder's deed only, in the language of the
//! call-back, and holds nothing of what was written here.

use super::store::Callback;
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{Lang, helsinki};
use crate::mail::outbox::{self, NewMail};
use crate::schema::{companies, organisations, people, person_phones, teams};
use crate::web::Viewer;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

/// What the templates of `templates/mail/callback_not_reached` know.
#[derive(Serialize)]
struct NotReachedView {
    organisation: String,
    called_on: NaiveDate,
}

/// Where a mail reaches the employer: the contact person with the caller's number, else the company; empty where neither has
/// an address.
pub fn address(conn: &mut Conn, callback: &Callback) -> QueryResult<String> {
    let Some(company_id) = callback.company_id else { return Ok(String::new()) };
    let person: Option<String> = people::table
        .inner_join(person_phones::table)
        .filter(people::company_id.eq(company_id).and(people::ended_at.is_null()).and(people::email.ne("")))
        .filter(person_phones::phone_e164.eq(&callback.caller_phone_e164).and(person_phones::phone_e164.ne("")))
        .order(people::id)
        .select(people::email)
        .first(conn)
        .optional()?;
    match person {
        Some(address) => Ok(address),
        None => companies::table.find(company_id).select(companies::email).first(conn),
    }
}

/// Tells the employer, if an address is known. Answers go to the team.
pub fn tell_not_reached(conn: &mut Conn, app: &App, viewer: &Viewer, callback: &Callback) -> Result<(), Error> {
    let address = address(conn, callback)?;
    if address.is_empty() {
        return Ok(());
    }
    let organisation = organisations::table.filter(organisations::is_host.eq(true)).select(organisations::name).first(conn)?;
    let mailbox: String = teams::table.find(callback.team_id).select(teams::mailbox).first(conn)?;
    let view = NotReachedView { organisation, called_on: helsinki(callback.created_at).date_naive() };
    let mail = NewMail {
        kind: "callback_not_reached",
        to_name: "",
        to_address: &address,
        reply_to: &mailbox,
        language: Lang::from_code(&callback.language).unwrap_or_default(),
        callback_id: Some(callback.id),
        windowed: false,
        view: &view,
    };
    outbox::put(conn, app, &mail, app.now())?;
    Ok(crate::audit::by(conn, viewer, app.now(), "mail_employer", "callbacks", callback.id)?)
}
