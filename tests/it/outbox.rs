//! The outbox from the deed to the arrival.

mod content;
mod failures;
mod independent;
mod page;
mod workers;

use crate::smtp_sink::{LOGIN, Sink};
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::config::Transport;
use kohtaanto::i18n::Lang;
use kohtaanto::mail::outbox::{self, NewMail};
use kohtaanto::mail::smtp::SmtpConfig;
use kohtaanto::schema::mails;
use serde_json::{Value, json};

pub const TEAM: &str = "tyonantajat@alue.example";

/// A service that hands its mail to this sink.
async fn start(sink: &Sink) -> TestApp {
    let config = SmtpConfig::read(&sink.url(LOGIN), Some(&sink.ca_file)).expect("the sink's address");
    TestApp::start_with(|settings| settings.mail.transport = Transport::Smtp(Box::new(config))).await
}

fn arrived(company: &str) -> Value {
    json!({ "company": company, "topic": "Rekrytointi", "due_at": "2026-11-20T10:00:00", "urgent": false, "handed_over_from": "", "callback_id": 7 })
}

impl TestApp {
    /// Puts a plain mail to this address into the outbox; gives its id.
    pub async fn put_mail(&self, to: &str) -> i64 {
        self.put("callback_arrived", to, Lang::Fi, arrived("Pajakorpi Oy")).await
    }

    async fn put(&self, kind: &'static str, to: &str, language: Lang, view: Value) -> i64 {
        let (app, to, now) = (self.app.clone(), to.to_owned(), self.app.now());
        self.write(move |conn| {
            let new = NewMail {
                kind,
                to_name: "Heli Hoitaja",
                to_address: &to,
                reply_to: TEAM,
                language,
                callback_id: None,
                windowed: false,
                view: &view,
            };
            outbox::put(conn, &app, &new, now)
        })
        .await
    }

    /// State, attempts and last reply.
    async fn mail_row(&self, id: i64) -> (String, i32, String) {
        self.read(move |conn| Ok(mails::table.find(id).select((mails::state, mails::attempts, mails::last_reply)).first(conn)?)).await
    }

    async fn message_id(&self, id: i64) -> String {
        self.read(move |conn| Ok(mails::table.find(id).select(mails::message_id).first(conn)?)).await
    }

    fn pass_minutes(&self, minutes: i64) {
        self.set_clock(self.app.now() + chrono::Duration::minutes(minutes));
    }

    async fn health(&self) -> Value {
        serde_json::from_str(self.visitor().get("/healthz").await.page()).expect("JSON")
    }
}

/// How often each mail arrived, by Message-ID.
fn arrivals(sink: &Sink, message_id: &str) -> usize {
    let header = format!("<{message_id}>");
    sink.mails().iter().filter(|mail| mail.header("Message-ID").as_deref() == Some(&header)).count()
}
