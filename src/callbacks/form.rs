//! The forms of a call-back: raw strings in, typed values out.

use super::store::NewCallback;
use super::{AttemptResult, Outcome, Reason, Source};
use crate::calendar::clock::instant;
use crate::contacts::Visibility;
use crate::i18n::Lang;
use crate::needs::asking::{Asking, Given, NeedsForm};
use crate::tasks::form::{NextTask, next_task};
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

#[derive(Clone, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct CallbackForm {
    pub company_id: String,
    pub company: String,
    pub caller_name: String,
    pub caller_phone: String,
    pub topic: String,
    pub note: String,
    pub urgent: String,
    pub reachable_from: String,
    pub reachable_until: String,
    pub source: String,
    pub language: String,
    pub once: String,
    pub warned: String,
}

impl CallbackForm {
    /// An empty form: by phone, in Finnish.
    pub fn fresh() -> Self {
        Self { source: Source::Phone.code().to_owned(), language: Lang::Fi.code().to_owned(), ..Self::default() }
    }

    pub fn parse(&self, today: NaiveDate) -> Result<NewCallback, Errors> {
        let mut fields = Fields::new(today);
        let company_text = fields.required_line("company", &self.company);
        let caller_name = fields.required_line("caller_name", &self.caller_name);
        let phone = fields.required_phone("caller_phone", &self.caller_phone);
        let topic_id = fields.choice("topic", &self.topic, |raw| raw.parse().ok());
        let note = fields.text("note", &self.note);
        let reachable = self.reachable(&mut fields);
        let source = fields.choice("source", &self.source, Source::from_code);
        let language = fields.choice("language", &self.language, Lang::from_code);
        let value = (|| {
            let phone = phone?;
            Some(NewCallback {
                company_id: self.company_id.trim().parse().ok(),
                company_text,
                caller_name,
                caller_phone: phone.typed,
                caller_phone_e164: phone.e164,
                topic_id: topic_id?,
                language: language?.code().to_owned(),
                source: source?,
                urgent: self.urgent == "true",
                reachable,
                note,
            })
        })();
        fields.errors.finish(value, &self.warned)
    }

    /// The window as far as it makes sense yet.
    pub fn window(&self) -> Option<(i32, i32)> {
        self.reachable(&mut Fields::new(NaiveDate::default()))
    }

    /// One end is enough; the window is a quarter of an hour at least.
    fn reachable(&self, fields: &mut Fields) -> Option<(i32, i32)> {
        let from = minute(fields, "reachable_from", &self.reachable_from);
        let until = minute(fields, "reachable_until", &self.reachable_until);
        match (from, until) {
            (Some(from), Some(until)) if until < from + 15 => {
                fields.errors.add("reachable_until", "error-callback-window");
                None
            }
            (Some(from), None) if self.reachable_until.trim().is_empty() => Some((from, 24 * 60 - 1)),
            (None, Some(until)) if self.reachable_from.trim().is_empty() => Some((0, until)),
            (from, until) => from.zip(until),
        }
    }
}

/// A time of day as minutes from local midnight.
fn minute(fields: &mut Fields, field: &'static str, raw: &str) -> Option<i32> {
    fields.time(field, raw).map(|minute| minute as i32)
}

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct AttemptForm {
    pub result: String,
    pub again_on: String,
    pub again_at: String,
    pub note: String,
    pub once: String,
    pub warned: String,
}

pub struct Attempt {
    pub result: AttemptResult,
    /// When to call again, if that was agreed.
    pub call_again_at: Option<NaiveDateTime>,
    pub note: String,
}

impl AttemptForm {
    pub fn parse(&self, today: NaiveDate) -> Result<Attempt, Errors> {
        let mut fields = Fields::new(today);
        let result = fields.choice("result", &self.result, AttemptResult::from_code);
        let day = fields.date("again_on", &self.again_on);
        let minute = fields.time("again_at", &self.again_at);
        let call_again_at = match (result, day, minute) {
            (Some(AttemptResult::CallAgain), Some(day), minute) => Some(instant(day, minute.unwrap_or(9 * 60))),
            (Some(AttemptResult::CallAgain), None, _) if self.again_on.trim().is_empty() => {
                fields.errors.add("again_on", "error-callback-again");
                None
            }
            _ => None,
        };
        if call_again_at.is_some_and(|at| crate::i18n::helsinki(at).date_naive() < today) {
            fields.errors.add("again_on", "error-past");
        }
        let note = fields.text("note", &self.note);
        let value = result.map(|result| Attempt { result, call_again_at, note });
        fields.errors.finish(value, &self.warned)
    }
}

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct HandoverForm {
    pub team: String,
    pub reason: String,
    pub note: String,
    pub once: String,
    pub warned: String,
}

impl HandoverForm {
    /// `is_again`: it was handed over before, so that the employer's next stop needs a sentence.
    pub fn parse(&self, is_again: bool, today: NaiveDate) -> Result<super::transition::HandOver, Errors> {
        let mut fields = Fields::new(today);
        let team = fields.choice("team", &self.team, |raw| raw.parse().ok());
        let offered = |code: &str| Reason::offered().find(|reason| reason.code() == code);
        let reason = fields.choice("reason", &self.reason, offered);
        let note = why(&mut fields, &self.note, is_again);
        let value = team.zip(reason).map(|(to_team_id, reason)| super::transition::HandOver { to_team_id, reason, note });
        fields.errors.finish(value, &self.warned)
    }
}

/// From the second hand-over on the note is asked for.
fn why(fields: &mut Fields, raw: &str, is_asked: bool) -> String {
    let note = fields.text("note", raw);
    if is_asked && note.is_empty() {
        fields.errors.add("note", super::transition::NO_REASON);
    }
    note
}

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct ClosureForm {
    pub outcome: String,
    pub referred_to: String,
    pub note: String,
    pub visibility: String,
    pub task_title: String,
    pub task_due_on: String,
    /// Ticked: the employer is told by mail that nobody reached them.
    pub mail_employer: String,
    pub once: String,
    pub warned: String,
    #[serde(flatten)]
    pub needs: NeedsForm,
}

pub struct Closure {
    pub outcome: Outcome,
    pub referred_to: String,
    /// Goes to the contact log.
    pub note: String,
    pub visibility: Visibility,
    pub next_task: Option<NextTask>,
    pub mail_employer: bool,
    pub needs: Vec<Given>,
}

impl ClosureForm {
    /// `is_again`: it was handed over before, and being referred elsewhere would be the next time. `asking`: what its company
    /// is asked.
    pub fn parse(&self, is_again: bool, asking: &Asking, today: NaiveDate) -> Result<Closure, Errors> {
        let mut fields = Fields::new(today);
        let offered = |code: &str| Outcome::from_code(code).filter(|outcome| *outcome != Outcome::Cancelled);
        let outcome = fields.choice("outcome", &self.outcome, offered);
        let referred_to = fields.line("referred_to", &self.referred_to);
        if outcome == Some(Outcome::Referred) && referred_to.is_empty() {
            fields.errors.add("referred_to", "error-callback-referred");
        }
        let note = why(&mut fields, &self.note, is_again && outcome == Some(Outcome::Referred));
        let visibility = fields.choice("visibility", &self.visibility, Visibility::from_code);
        let next_task = next_task(&mut fields, &self.task_title, &self.task_due_on, today);
        let mail_employer = self.mail_employer == "true";
        if mail_employer && outcome.is_some_and(|outcome| outcome != Outcome::NotReached) {
            fields.errors.add("mail_employer", "error-callback-mail-outcome");
        }
        let needs = self.needs.check(&mut fields, asking);
        let closure = |(outcome, visibility)| Closure { outcome, referred_to, note, visibility, next_task, mail_employer, needs };
        let value = outcome.zip(visibility).map(closure);
        fields.errors.finish(value, &self.warned)
    }
}

#[derive(Clone, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct AdditionForm {
    /// What the author met the call-back by.
    pub company_id: String,
    pub caller_phone: String,
    pub note: String,
    pub once: String,
    pub warned: String,
}

impl AdditionForm {
    pub fn parse(&self, today: NaiveDate) -> Result<String, Errors> {
        let mut fields = Fields::new(today);
        let note = fields.required_text("note", &self.note);
        fields.errors.finish(Some(note), &self.warned)
    }
}

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct CompanyLinkForm {
    pub company_id: String,
    pub company: String,
}
