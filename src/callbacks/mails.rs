//! Who is told what, at once. A mail carries company, topic, due time and a link; never caller, number or free text.

use super::recipients::{self, Recipient, people};
use super::store::{self, Callback};
use super::transition::Deed;
use crate::answers;
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::mail::outbox::{self, NewMail};
use crate::schema::{callback_additions, teams};
use crate::staff::muted::{self, Mutable};
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// What the templates of `templates/mail/callback_*` know.
#[derive(Serialize)]
struct MailView {
    callback_id: i64,
    company: String,
    topic: String,
    urgent: bool,
    due_at: NaiveDateTime,
    /// The team that passed it on, or empty.
    handed_over_from: String,
    /// In words, in the recipient's language.
    outcome: String,
    /// What the ladder's next moment is, or the time of a call that was agreed upon.
    next_at: Option<NaiveDateTime>,
}

/// What is told, and how soon.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub kind: &'static str,
    pub next_at: Option<NaiveDateTime>,
    /// It waits for the sending window.
    pub windowed: bool,
}

impl Told {
    /// What a person's deed causes leaves at once.
    fn at_once(kind: &'static str) -> Self {
        Self { kind, next_at: None, windowed: false }
    }
}

/// After a deed: a call-back that came into a queue is told to that team, one that ended to those who asked.
pub fn tell(conn: &mut Conn, app: &App, actor: Option<&Viewer>, before: &Callback, after: &Callback, deed: &Deed) -> Result<(), Error> {
    match deed {
        Deed::HandOver(_) | Deed::Decline { .. } => {
            let from = teams::table.find(before.team_id).select(teams::name).first(conn)?;
            to_team(conn, app, after, Mutable::CallbackArrived, from)
        }
        Deed::Reopen => to_team(conn, app, after, Mutable::CallbackReopened, String::new()),
        Deed::HolderLeft => arrived(conn, app, after),
        Deed::Close { .. } | Deed::Cancel | Deed::Answer { .. } => ended(conn, app, actor, before, after),
        // A partner by mail sees no queue: that it is theirs again comes by mail too.
        Deed::Release | Deed::Expire if answers::mails::is_by_mail(conn, after.team_id)? => arrived(conn, app, after),
        // The ladder tells of what it gives back.
        Deed::Claim | Deed::Release | Deed::Expire | Deed::Acknowledge => Ok(()),
    }
}

/// A call-back has come to its team's queue.
pub fn arrived(conn: &mut Conn, app: &App, callback: &Callback) -> Result<(), Error> {
    to_team(conn, app, callback, Mutable::CallbackArrived, String::new())
}

/// The people of the team's queue. A partner by mail gets the link by which they answer.
fn to_team(conn: &mut Conn, app: &App, callback: &Callback, kind: Mutable, from: String) -> Result<(), Error> {
    if answers::mails::is_by_mail(conn, callback.team_id)? {
        return answers::ask(conn, app, callback);
    }
    let recipients = recipients::of_queue(conn, app, callback.team_id, kind)?;
    put(conn, app, callback, (Told::at_once(kind.code()), from), recipients).map(drop)
}

/// The person who logged it and everyone who added to it, but for the one who ended it and those who don't want such mails.
fn ended(conn: &mut Conn, app: &App, actor: Option<&Viewer>, before: &Callback, after: &Callback) -> Result<(), Error> {
    let mut ids: Vec<i64> = callback_additions::table
        .filter(callback_additions::callback_id.eq(before.id))
        .select(callback_additions::staff_id)
        .distinct()
        .load(conn)?;
    ids.push(before.logged_by);
    ids.retain(|id| Some(*id) != actor.map(|viewer| viewer.staff_id));
    let muted = muted::by(conn, Mutable::CallbackClosed.code(), &ids)?;
    ids.retain(|id| !muted.contains(id));
    let recipients = people(conn, app, &ids)?;
    send(conn, app, after, Told::at_once(Mutable::CallbackClosed.code()), recipients).map(drop)
}

/// The time of a call that its holder agreed upon has come: it leaves at that moment, whatever the sending window. Gives the
/// mail's id.
pub fn agreed_call(conn: &mut Conn, app: &App, callback: &Callback, holder: i64, agreed: NaiveDateTime) -> Result<Option<i64>, Error> {
    let told = Told { kind: "callback_call_again", next_at: Some(agreed), windowed: false };
    let recipients = people(conn, app, &[holder])?;
    Ok(send(conn, app, callback, told, recipients)?.first().copied())
}

/// One mail per address; gives their ids.
pub(super) fn send(conn: &mut Conn, app: &App, callback: &Callback, told: Told, recipients: Vec<Recipient>) -> Result<Vec<i64>, Error> {
    put(conn, app, callback, (told, String::new()), recipients)
}

fn put(
    conn: &mut Conn,
    app: &App,
    callback: &Callback,
    (told, from): (Told, String),
    mut recipients: Vec<Recipient>,
) -> Result<Vec<i64>, Error> {
    let named = store::named(conn, vec![callback.clone()])?.remove(0);
    let reply_to: String = teams::table.find(callback.team_id).select(teams::mailbox).first(conn)?;
    let mut view = MailView {
        callback_id: callback.id,
        company: named.company,
        topic: named.topic,
        urgent: callback.urgent,
        due_at: callback.due_at,
        handed_over_from: from,
        outcome: String::new(),
        next_at: told.next_at,
    };
    let mut known: Vec<String> = Vec::new();
    recipients.retain(|recipient| {
        let fresh = !recipient.address.is_empty() && !known.contains(&recipient.address);
        known.push(recipient.address.clone());
        fresh
    });
    let mut ids = Vec::new();
    for recipient in &recipients {
        if let Some(outcome) = &callback.outcome {
            view.outcome = i18n::text(recipient.lang, &format!("callback-outcome-{outcome}"));
        }
        let mail = NewMail {
            kind: told.kind,
            to_name: &recipient.name,
            to_address: &recipient.address,
            reply_to: &reply_to,
            language: recipient.lang,
            callback_id: Some(callback.id),
            windowed: told.windowed,
            view: &view,
        };
        ids.push(outbox::put(conn, app, &mail, app.now())?);
    }
    Ok(ids)
}
