//! What the pages behind an answer link show: the question with the caller's number to whom it is put, without it to
//! everyone who holds a link that takes no answer any more.

use super::links::Link;
use crate::callbacks::partner::{self, Answer, Asker};
use crate::callbacks::{receiver, store};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::identifiers::phone;
use crate::routing::arithmetic::Arithmetic;
use crate::web::{Choice, FormView};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::Serialize;

/// A question that stands open.
#[derive(Serialize)]
pub struct QuestionView {
    pub form: FormView,
    /// Where the form goes: this page.
    pub action: String,
    #[serde(flatten)]
    pub question: Question,
    pub answers: Vec<Choice>,
}

#[derive(Serialize)]
pub struct Question {
    company: String,
    topic: String,
    team: String,
    caller_name: String,
    phone: String,
    phone_e164: String,
    language: String,
    reachable_from_minute: Option<i32>,
    reachable_until_minute: Option<i32>,
    urgent: bool,
    note: String,
    /// What the one who handed it over wrote to the next.
    handover_note: String,
    due_at: NaiveDateTime,
    sum: Arithmetic,
    created_at: NaiveDateTime,
    now: NaiveDateTime,
    acknowledged_at: Option<NaiveDateTime>,
    asker: Asker,
}

impl Question {
    pub fn load(conn: &mut Conn, link: Link, (now, lang): (NaiveDateTime, Lang)) -> QueryResult<Self> {
        let callback = store::find(conn, link.callback_id)?;
        let asker = partner::asker(conn, &callback, now)?;
        let sum = receiver::arithmetic(conn, &callback, lang)?;
        let named = store::named(conn, vec![callback.clone()])?.remove(0);
        let last = store::handovers(conn, callback.id)?.pop().filter(|handover| handover.to == named.team);
        Ok(Self {
            company: named.company,
            topic: named.topic,
            team: named.team,
            phone: phone::display(&callback.caller_phone_e164),
            caller_name: callback.caller_name,
            phone_e164: callback.caller_phone_e164,
            language: callback.language,
            reachable_from_minute: callback.reachable_from_minute,
            reachable_until_minute: callback.reachable_until_minute,
            urgent: callback.urgent,
            note: callback.note,
            handover_note: last.map(|handover| handover.note).unwrap_or_default(),
            due_at: callback.due_at,
            sum,
            created_at: callback.created_at,
            now,
            acknowledged_at: partner::acknowledged_at(conn, callback.id)?,
            asker,
        })
    }

    /// Saying a second time that one takes care of it would say nothing.
    pub fn answers(&self, lang: Lang) -> Vec<Choice> {
        let offered = Answer::ALL.into_iter().filter(|answer| *answer != Answer::Care || self.acknowledged_at.is_none());
        Choice::of_codes(lang, "answer-", offered.map(Answer::code))
    }
}

/// A link that takes no answer, and why.
#[derive(Default, Serialize)]
pub struct ClosedView {
    /// `unknown`, `expired`, `withdrawn` or `answered`.
    pub reason: &'static str,
    pub company: String,
    pub topic: String,
    /// What the team answered last, and when.
    pub answer: String,
    pub answered_at: Option<NaiveDateTime>,
    pub asker: Asker,
}

impl ClosedView {
    /// Company and topic, which the mail had told: nothing of the caller.
    pub fn load(conn: &mut Conn, link: Link, reason: &'static str, now: NaiveDateTime) -> QueryResult<Self> {
        let callback = store::find(conn, link.callback_id)?;
        let asker = partner::asker(conn, &callback, now)?;
        let last = partner::latest_of(conn, link.callback_id, link.team_id)?.filter(|_| reason == "answered");
        let (answer, answered_at) = last.map(|(kind, at)| (kind, Some(at))).unwrap_or_default();
        let named = store::named(conn, vec![callback])?.remove(0);
        Ok(Self { reason, company: named.company, topic: named.topic, answer, answered_at, asker })
    }
}
