//! The form of a call: what was typed, and what it means.

use super::Outcome;
use crate::calendar::clock::exact_instant;
use crate::contacts::Visibility;
use crate::contacts::form::Choices;
use crate::i18n;
use crate::needs::asking::{Given, NeedsForm};
use crate::web::forms::{Errors, Fields};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Who names a day only is called again from nine o'clock on; in minutes from midnight.
const MORNING: u32 = 9 * 60;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CallForm {
    pub outcome: String,
    pub again_on: String,
    pub again_at: String,
    /// `true`: a task for oneself on that day.
    pub task: String,
    pub person_id: String,
    pub note: String,
    pub visibility: String,
    /// `stop`: no further company is taken.
    #[serde(skip_serializing)]
    pub then: String,
    pub once: String,
    pub warned: String,
    #[serde(flatten)]
    pub needs: NeedsForm,
}

/// A call that may be coded.
#[derive(Clone, Debug)]
pub struct Call {
    pub outcome: Outcome,
    /// In UTC; with the outcome `CallAgain` only.
    pub again_at: Option<NaiveDateTime>,
    pub wants_task: bool,
    pub person_id: Option<i64>,
    pub note: String,
    pub visibility: Visibility,
    pub needs: Vec<Given>,
}

impl CallForm {
    pub fn check(&self, choices: &Choices, now: NaiveDateTime) -> Result<Call, Errors> {
        let mut fields = Fields::new(i18n::helsinki(now).date_naive());
        let outcome = fields.choice("outcome", &self.outcome, Outcome::from_code);
        let again_at = if outcome == Some(Outcome::CallAgain) { self.again(&mut fields, now) } else { None };
        let note = fields.text("note", &self.note);
        let offered = |raw: &str| raw.parse().ok().filter(|id| choices.people.iter().any(|person| person.0 == *id));
        let person_id = if self.person_id.trim().is_empty() { None } else { fields.choice("person_id", &self.person_id, offered) };
        let visibility = fields.choice("visibility", &self.visibility, Visibility::from_code);
        let needs = self.needs.check(&mut fields, &choices.needs);
        let wants_task = self.task == "true";
        let call =
            outcome.zip(visibility).map(|(outcome, visibility)| Call { outcome, again_at, wants_task, person_id, note, visibility, needs });
        fields.errors.finish(call, &self.warned)
    }

    fn again(&self, fields: &mut Fields, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if self.again_on.trim().is_empty() {
            fields.errors.add("again_on", "error-call-again-day");
        }
        let day = fields.date("again_on", &self.again_on);
        let minute = fields.time("again_at", &self.again_at).unwrap_or(MORNING);
        let at = exact_instant(day?, minute);
        if at.is_none_or(|at| at <= now) {
            fields.errors.add(if self.again_at.trim().is_empty() { "again_on" } else { "again_at" }, "error-call-again-past");
        }
        at
    }
}
