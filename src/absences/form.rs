//! The form of an absence.

use super::people::People;
use super::store::NewAbsence;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Who fell ill some days ago is entered when it comes to mind.
const BACK: Days = Days::new(31);
/// Nobody plans further.
const AHEAD: Days = Days::new(800);

#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AbsenceForm {
    pub person: String,
    pub from_on: String,
    /// Empty for one day.
    pub until_on: String,
    pub replacement: String,
    /// Ticked: the call-backs go back to the queue.
    pub release: String,
    /// Ticked: the tasks go to the replacement.
    pub hand_over: String,
    /// What the person holds, as the page has told it.
    #[serde(skip_serializing)]
    pub seen: String,
    pub once: String,
}

impl AbsenceForm {
    pub fn finish(&self, people: &People, today: NaiveDate) -> Result<NewAbsence, Errors> {
        let mut fields = Fields::new(today);
        let among = |people: &[(i64, String)], raw: &str| raw.parse().ok().filter(|id| people.iter().any(|person| person.0 == *id));
        let staff_id = fields.choice("person", &self.person, |raw| among(&people.enterable, raw));
        let from_on = fields.date("from_on", &self.from_on);
        let until_on = fields.date("until_on", &self.until_on);
        let replacement_id = match self.replacement.trim() {
            "" => None,
            raw => fields.choice("replacement", raw, |raw| among(&people.colleagues, raw)),
        };
        if self.from_on.trim().is_empty() {
            fields.errors.add("from_on", "error-required");
        }
        if from_on.is_some_and(|day| !(today - BACK..=today + AHEAD).contains(&day)) {
            fields.errors.add("from_on", "error-absence-far");
        }
        let last = until_on.or(from_on).filter(|_| until_on.is_some() || self.until_on.trim().is_empty());
        if from_on.zip(last).is_some_and(|(from, until)| until < from) {
            fields.errors.add("until_on", "error-last-before-first");
        } else if last.is_some_and(|day| day < today) {
            fields.errors.add(if until_on.is_some() { "until_on" } else { "from_on" }, "error-absence-past");
        } else if until_on.is_some_and(|day| day > today + AHEAD) {
            fields.errors.add("until_on", "error-absence-far");
        }
        if replacement_id.is_some() && replacement_id == staff_id {
            fields.errors.add("replacement", "error-absence-self");
        }
        let new = staff_id.zip(from_on).zip(last).map(|((staff_id, from_on), until_on)| NewAbsence {
            staff_id,
            from_on,
            until_on,
            replacement_id,
        });
        fields.errors.finish(new, "")
    }
}
