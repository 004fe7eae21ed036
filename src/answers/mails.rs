//! The mails that ask a team by mail what becomes of a call-back. They carry company, topic, due time and the link; never
//! caller, number or free text: those are behind the link.

use super::links;
use crate::app::App;
use crate::callbacks::partner::{self, Asker};
use crate::callbacks::store::{self, Callback};
use crate::codes::codes;
use crate::db::Conn;
use crate::error::Error;
use crate::mail::outbox::NewMail;
use crate::mail::secrets;
use crate::organisations;
use crate::schema::teams;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

codes! {
    /// The kinds of these mails.
    pub Asking {
        /// It has come to the team.
        Asked = "answer_asked",
        /// The team has not answered in time, or has not told how it ended.
        Reminded = "answer_reminder",
    }
}

/// What the templates of `templates/mail/answer_*` know.
#[derive(Serialize)]
struct MailView {
    company: String,
    topic: String,
    urgent: bool,
    due_at: NaiveDateTime,
    /// Who asks: team and organisation, or empty.
    asker: String,
    /// The team has said that it takes care of it.
    acknowledged: bool,
    /// A path with the token.
    link: String,
    expires_at: NaiveDateTime,
}

/// The team has no accounts: it is asked by mail.
pub fn is_by_mail(conn: &mut Conn, team_id: i64) -> QueryResult<bool> {
    teams::table.find(team_id).select(teams::by_mail).first(conn)
}

/// A call-back has come to a team by mail.
pub fn ask(conn: &mut Conn, app: &App, callback: &Callback) -> Result<(), Error> {
    send(conn, app, callback, Asking::Asked).map(drop)
}

/// The team is asked again, by a new link beside those that it has. False where the call-back waits for nobody by mail.
///
/// # Errors
/// Those of the database and of the mail's templates.
pub fn remind(conn: &mut Conn, app: &App, callback: &Callback, kind: Asking) -> Result<bool, Error> {
    let waits = callback.state() == crate::callbacks::State::New && is_by_mail(conn, callback.team_id)?;
    if waits { send(conn, app, callback, kind) } else { Ok(false) }
}

/// False if the team has ended or has no access any more.
fn send(conn: &mut Conn, app: &App, callback: &Callback, kind: Asking) -> Result<bool, Error> {
    let now = app.now();
    let Some(team) = organisations::store::live_team(conn, callback.team_id, app.today())? else { return Ok(false) };
    let link = links::issue(conn, callback.id, team.id, now)?;
    let asker = partner::asker(conn, callback, now)?;
    let named = store::named(conn, vec![callback.clone()])?.remove(0);
    let view = MailView {
        company: named.company,
        topic: named.topic,
        urgent: callback.urgent,
        due_at: callback.due_at,
        asker: name_of(&asker),
        acknowledged: partner::acknowledged_at(conn, callback.id)?.is_some(),
        link: format!("/a/{}", link.token),
        expires_at: link.expires_at,
    };
    let mail = NewMail {
        kind: kind.code(),
        to_name: &team.name,
        to_address: &team.mailbox,
        reply_to: &asker.mailbox,
        language: team.language,
        callback_id: Some(callback.id),
        windowed: kind == Asking::Reminded,
        view: &view,
    };
    secrets::put(conn, app, &mail, link.expires_at, now)?;
    Ok(true)
}

fn name_of(asker: &Asker) -> String {
    [asker.team.as_str(), asker.organisation.as_str()].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}
