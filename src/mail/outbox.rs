//! The outbox: one row per recipient, written in the transaction of the deed that causes the mail. The row holds the mail as
//! it will be sent, so what arrives is what was true then, whatever changes before the server takes it.

use super::message;
use crate::app::App;
use crate::codes::codes;
use crate::db::{AmongMethods, Condition, Conn};
use crate::error::Error;
use crate::i18n::Lang;
use crate::schema::mails;
use crate::settings;
use crate::web::token;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use tera::Context;
use url::Url;

codes! {
    /// Where a mail stands. Stored by its `code`.
    pub State {
        /// To be sent, or to be tried again.
        Waiting = "waiting",
        /// Refused for good; only a person can do something about it.
        Failed = "failed",
        /// The server took it.
        Sent = "sent",
    }
}

/// A mail to be. Its words are in `templates/mail/<kind>/{subject.txt,body.txt,body.html}`; the first lines of `subject.txt`
/// name the fields that `view` must have.
pub struct NewMail<'a, V> {
    pub kind: &'a str,
    /// Shown beside the address; may be empty.
    pub to_name: &'a str,
    pub to_address: &'a str,
    /// Where answers go: the team's mailbox. Empty means that nobody reads them.
    pub reply_to: &'a str,
    /// The recipient's.
    pub language: Lang,
    pub callback_id: Option<i64>,
    /// A reminder or the like: it leaves while the sending window is open. What a person's click causes leaves at once.
    pub windowed: bool,
    pub view: &'a V,
}

/// Writes one mail; gives its id. After the commit the caller wakes the worker by `app.mail.notify_one()`.
///
/// # Errors
/// Internal, when the kind has no templates or `view` lacks a field that they use.
pub fn put<V: Serialize>(conn: &mut Conn, app: &App, new: &NewMail<V>, now: NaiveDateTime) -> Result<i64, Error> {
    let words = Words::render(app, new)?;
    let first_attempt = if new.windowed { settings::load(conn)?.sending.next(now) } else { now };
    let id = diesel::insert_into(mails::table)
        .values((
            (
                mails::message_id.eq(message_id(&app.config.base_url)),
                mails::kind.eq(new.kind),
                mails::recipient_name.eq(new.to_name),
                mails::recipient_address.eq(new.to_address),
                mails::reply_to.eq(new.reply_to),
                mails::language.eq(new.language.code()),
                mails::callback_id.eq(new.callback_id),
            ),
            (mails::subject.eq(words.subject), mails::body_text.eq(words.text), mails::body_html.eq(words.html)),
            mails::state.eq(State::Waiting.code()),
            mails::attempts.eq(0),
            mails::next_attempt_at.eq(first_attempt),
            mails::windowed.eq(new.windowed),
            mails::last_reply.eq(""),
            mails::created_at.eq(now),
        ))
        .returning(mails::id)
        .get_result(conn)?;
    Ok(id)
}

/// A failed mail goes again, now and under the same Message-ID. False when it is not (or no longer) a failed one, and when
/// its words are erased (`secrets`).
pub fn try_again(conn: &mut Conn, mail_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let failed = mails::table.find(mail_id).filter(mails::state.eq(State::Failed.code())).filter(mails::secret_until.is_null());
    let changed = diesel::update(failed).set((mails::state.eq(State::Waiting.code()), mails::next_attempt_at.eq(now))).execute(conn)?;
    Ok(changed == 1)
}

/// No worker holds the mail.
pub(super) fn is_free(now: NaiveDateTime) -> Condition<mails::table> {
    Box::new(mails::lease_until.is_null().or(mails::lease_until.assume_not_null().le(now)))
}

/// Mails that wait for the hours in which such mails leave, each with its address; not those that a worker holds.
pub fn waiting_for_morning(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<Vec<(i64, String)>> {
    let waiting = mails::table.filter(mails::state.eq(State::Waiting.code()).and(mails::windowed)).filter(is_free(now));
    waiting.select((mails::id, mails::recipient_address)).load(conn)
}

/// These are not sent; `why` stands where a server's reply would.
pub fn keep_back(conn: &mut Conn, ids: &[i64], why: &str) -> QueryResult<usize> {
    let theirs = mails::table.filter(mails::id.among(ids));
    diesel::update(theirs).set((mails::state.eq(State::Failed.code()), mails::last_reply.eq(why))).execute(conn)
}

/// A mail that waits is tried now, whatever the back-off of it or of the server says. False when it doesn't wait.
pub fn hasten(conn: &mut Conn, mail_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let waiting = mails::table.find(mail_id).filter(mails::state.eq(State::Waiting.code()));
    let waits = diesel::update(waiting).set(mails::next_attempt_at.eq(now)).execute(conn)? == 1;
    if waits {
        super::health::try_now(conn, now)?;
    }
    Ok(waits)
}

struct Words {
    subject: String,
    text: String,
    html: String,
}

impl Words {
    /// Tera escapes what goes into `.html` and leaves `.txt` as it is.
    fn render<V: Serialize>(app: &App, new: &NewMail<V>) -> Result<Self, Error> {
        let mut context = Context::from_serialize(new.view)?;
        context.insert("base_url", &app.config.base_url);
        context.insert("lang", new.language.code());
        context.insert("answers_go_to_team", &!new.reply_to.is_empty());
        let render = |part: &str, context: &Context| app.templates.render(new.language, &format!("mail/{}/{part}", new.kind), context);
        let subject = message::one_line(&render("subject.txt", &context)?);
        context.insert("subject", &subject);
        Ok(Self { text: render("body.txt", &context)?, html: render("body.html", &context)?, subject })
    }
}

/// Unguessable and unique for ever. What can't stand in a Message-ID (an IPv6 address, an overlong name) is replaced.
fn message_id(base_url: &str) -> String {
    let host = Url::parse(base_url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let plain = (1..=120).contains(&host.len()) && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let host = if plain { host.as_str() } else { "localhost" };
    format!("{}@{host}", token::random())
}
