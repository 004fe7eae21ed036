//! The mail step: what is configured, and a test mail to oneself whose way can be watched, with what the server said.

use crate::app::App;
use crate::audit;
use crate::config::Transport;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::mail::outbox::{self, NewMail, State};
use crate::mail::{health, listing};
use crate::staff::accounts;
use crate::web::{Page, Viewer};
use actix_web::HttpResponse;
use chrono::NaiveDateTime;
use serde::Serialize;

/// The test mail's kind, which names its templates.
const KIND: &str = "test";

#[derive(Serialize)]
struct MailView {
    /// Host and port; none while mails go into a folder.
    server: Option<String>,
    is_protected: bool,
    folder: String,
    sender: String,
    test: Option<Test>,
    /// A server has taken a mail of ours at some time.
    works: bool,
}

/// The latest test mail.
#[derive(Serialize)]
struct Test {
    /// on_its_way · held (the server doesn't take it) · failed · sent
    state: &'static str,
    recipient: String,
    /// When it is tried again.
    next_at: Option<NaiveDateTime>,
    /// What the server said, or why there was no talking to it.
    reply: String,
    /// What to look at, by where in the conversation it went wrong.
    advice: &'static str,
}

pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let app = page.app.clone();
    let view = page.app.db.read(move |conn| Ok(view(conn, &app)?)).await?;
    if page.is_fragment() {
        return page.render_fragment("set_up/mail.html", "test", &view);
    }
    page.render("set_up/mail.html", &view)
}

fn view(conn: &mut Conn, app: &App) -> diesel::QueryResult<MailView> {
    let config = &app.config.mail;
    let (server, is_protected, folder) = match &config.transport {
        Transport::Smtp(smtp) => (Some(smtp.server()), smtp.is_protected(), String::new()),
        Transport::Folder(folder) => (None, false, folder.display().to_string()),
    };
    let works = server.is_some() && listing::server_took_one(conn)?;
    Ok(MailView { server, is_protected, folder, sender: config.from.clone(), test: test(conn)?, works })
}

fn test(conn: &mut Conn) -> diesel::QueryResult<Option<Test>> {
    let Some(mail) = listing::latest(conn, KIND)? else { return Ok(None) };
    let trouble = health::trouble(conn)?;
    let state = State::from_code(&mail.state).unwrap_or(State::Waiting);
    let waits = state == State::Waiting;
    let (reply, next_at) = match trouble.filter(|_| waits) {
        Some(trouble) => (trouble.reply, trouble.retry_at.max(mail.next_attempt_at)),
        None => (mail.last_reply, mail.next_attempt_at),
    };
    let state = match state {
        State::Sent => "sent",
        State::Failed => "failed",
        State::Waiting if reply.is_empty() => "on_its_way",
        State::Waiting => "held",
    };
    let next_at = (state == "held").then_some(next_at);
    let advice = advice(&reply);
    Ok(Some(Test { state, recipient: mail.recipient_address, next_at, reply, advice }))
}

/// A reply begins with the stage of the conversation.
fn advice(reply: &str) -> &'static str {
    match reply.split(':').next().unwrap_or_default() {
        "connect" => "set-up-mail-advice-connect",
        "TLS" | "STARTTLS" => "set-up-mail-advice-tls",
        "AUTH" => "set-up-mail-advice-auth",
        "MAIL FROM" => "set-up-mail-advice-sender",
        "RCPT TO" => "set-up-mail-advice-recipient",
        "MAIL_DIR" => "set-up-mail-advice-folder",
        _ => "set-up-mail-advice-other",
    }
}

/// Puts a test mail to the viewer into the outbox; one that still waits is hastened instead.
pub async fn send(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let (now, app) = (page.app.now(), page.app.clone());
    page.app.db.write(move |conn| put(conn, &app, &viewer, now)).await?;
    page.app.mail.notify_one();
    Ok(page.redirect("/setup/mail", None))
}

fn put(conn: &mut Conn, app: &App, viewer: &Viewer, now: NaiveDateTime) -> Result<(), Error> {
    hold_off_writers(conn, "mails")?;
    if let Some(latest) = listing::latest(conn, KIND)?
        && outbox::hasten(conn, latest.id, now)?
    {
        return Ok(());
    }
    let address = accounts::address(conn, viewer.staff_id)?;
    let new = NewMail {
        kind: KIND,
        to_name: &viewer.name,
        to_address: &address,
        reply_to: "",
        language: viewer.lang,
        callback_id: None,
        windowed: false,
        view: &serde_json::json!({}),
    };
    let id = outbox::put(conn, app, &new, now)?;
    Ok(audit::by(conn, viewer, now, "test", "mails", id)?)
}
