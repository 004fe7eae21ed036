//! The form of a contact: what was typed, and what it means.

use super::store::{self, Correction};
use super::{Kind, Outcome, Visibility};
use crate::calendar::clock::exact_instant;
use crate::i18n;
use crate::needs::asking::{Asking, Given, NeedsForm};
use crate::tasks::form::{NextTask, next_task};
use crate::web::forms::{Errors, Fields};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// As typed. The contact and, when wanted, the next task.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ContactForm {
    pub kind: String,
    pub person_id: String,
    pub topic_id: String,
    pub outcome: String,
    pub happened_on: String,
    pub happened_at: String,
    pub note: String,
    pub visibility: String,
    pub task_title: String,
    pub task_due_on: String,
    pub once: String,
    pub warned: String,
    #[serde(flatten)]
    pub needs: NeedsForm,
}

/// What the selects offer, ids and names, and what the company is asked.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    pub people: Vec<(i64, String)>,
    pub topics: Vec<(i64, String)>,
    pub needs: Asking,
}

/// A contact that may be logged.
#[derive(Clone, Debug)]
pub struct Contact {
    pub kind: Kind,
    pub person_id: Option<i64>,
    pub topic_id: Option<i64>,
    pub outcome: Outcome,
    /// In UTC.
    pub happened_at: NaiveDateTime,
    pub note: String,
    pub visibility: Visibility,
    pub next_task: Option<NextTask>,
    pub needs: Vec<Given>,
}

impl ContactForm {
    /// A call that ended just now, with a note for whom the organisation's notes are meant.
    pub fn fresh(now: NaiveDateTime, visibility: Visibility) -> Self {
        let local = i18n::helsinki(now);
        Self {
            kind: Kind::Call.code().to_owned(),
            happened_on: i18n::date(local.date_naive()),
            happened_at: i18n::time(now),
            visibility: visibility.code().to_owned(),
            ..Self::default()
        }
    }

    pub fn check(&self, choices: &Choices, now: NaiveDateTime) -> Result<Contact, Errors> {
        let today = i18n::helsinki(now).date_naive();
        let mut fields = Fields::new(today);
        let kind = fields.choice("kind", &self.kind, Kind::from_code);
        let outcome = fields.choice("outcome", &self.outcome, Outcome::from_code);
        let note = fields.text("note", &self.note);
        let person_id = optional_id(&mut fields, "person_id", &self.person_id, &choices.people);
        let topic_id = optional_id(&mut fields, "topic_id", &self.topic_id, &choices.topics);
        let happened_at = self.check_happened_at(&mut fields, now);
        let visibility = fields.choice("visibility", &self.visibility, Visibility::from_code);
        let next_task = next_task(&mut fields, &self.task_title, &self.task_due_on, today);
        let needs = self.needs.check(&mut fields, &choices.needs);
        let contact = (|| {
            Some(Contact {
                kind: kind?,
                person_id,
                topic_id,
                outcome: outcome?,
                happened_at: happened_at?,
                note,
                visibility: visibility?,
                next_task,
                needs,
            })
        })();
        fields.errors.finish(contact, &self.warned)
    }

    /// What happened is past: a contact to come is a task.
    fn check_happened_at(&self, fields: &mut Fields, now: NaiveDateTime) -> Option<NaiveDateTime> {
        for (field, raw) in [("happened_on", &self.happened_on), ("happened_at", &self.happened_at)] {
            if raw.trim().is_empty() {
                fields.errors.add(field, "error-required");
            }
        }
        let day = fields.date("happened_on", &self.happened_on);
        let time = fields.time("happened_at", &self.happened_at);
        let (day, time) = (day?, time?);
        let Some(instant) = exact_instant(day, time) else {
            fields.errors.add("happened_at", "error-contact-no-such-time");
            return None;
        };
        if instant > now {
            let today = i18n::helsinki(now).date_naive();
            fields.errors.add(if day > today { "happened_on" } else { "happened_at" }, "error-contact-future");
        }
        Some(instant)
    }
}

/// What the owner of a contact may correct, as typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TextForm {
    pub outcome: String,
    pub person_id: String,
    pub note: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl TextForm {
    pub fn of(contact: &store::Contact) -> Self {
        Self {
            outcome: contact.outcome.clone(),
            person_id: contact.person_id.map(|id| id.to_string()).unwrap_or_default(),
            note: contact.note.clone(),
            ..Self::default()
        }
    }

    /// `people` are the contact persons on offer; the one it has stays allowed.
    pub fn finish(&self, contact: &store::Contact, people: &[(i64, String)], today: NaiveDate) -> Result<Correction, Errors> {
        let mut fields = Fields::new(today);
        let outcome = fields.choice("outcome", &self.outcome, Outcome::from_code);
        let offered = store::people_for(people.to_vec(), contact);
        let person_id = optional_id(&mut fields, "person_id", &self.person_id, &offered);
        let note = fields.text("note", &self.note);
        fields.errors.finish(outcome.map(|outcome| Correction { outcome, person_id, note }), &self.warned)
    }
}

/// Empty is None; anything else must be on offer.
fn optional_id(fields: &mut Fields, field: &'static str, raw: &str, offered: &[(i64, String)]) -> Option<i64> {
    if raw.trim().is_empty() {
        return None;
    }
    fields.choice(field, raw, |raw| raw.parse().ok().filter(|id| offered.iter().any(|(offered, _)| offered == id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Friday 20.11.2026 at 10.00 in Finland.
    fn now() -> NaiveDateTime {
        "2026-11-20T08:00:00".parse().expect("an instant")
    }

    fn typed() -> ContactForm {
        ContactForm { outcome: "reached".to_owned(), ..ContactForm::fresh(now(), Visibility::Shared) }
    }

    #[test]
    fn the_fresh_form_says_now_in_finland() {
        let contact = typed().check(&Choices::default(), now()).expect("a contact");
        assert_eq!((contact.happened_at, contact.kind, contact.visibility), (now(), Kind::Call, Visibility::Shared));
    }

    #[test]
    fn times_as_finns_write_them() {
        let form = ContactForm { happened_on: "15.6.2026".to_owned(), happened_at: "9.05".to_owned(), ..typed() };
        let contact = form.check(&Choices::default(), now()).expect("a contact");
        assert_eq!(contact.happened_at, "2026-06-15T06:05:00".parse().expect("an instant"));
    }

    #[test]
    fn the_hour_that_summer_time_skips_is_no_time() {
        let form = ContactForm { happened_on: "29.3.2026".to_owned(), happened_at: "3.30".to_owned(), ..typed() };
        assert!(form.check(&Choices::default(), now()).is_err());
    }

    #[test]
    fn what_is_to_come_is_refused() {
        for (day, time) in [("20.11.2026", "10.01"), ("21.11.2026", "0.00")] {
            let form = ContactForm { happened_on: day.to_owned(), happened_at: time.to_owned(), ..typed() };
            assert!(form.check(&Choices::default(), now()).is_err(), "{day} {time}");
        }
    }

    #[test]
    fn what_is_not_offered_is_refused() {
        let form = ContactForm { person_id: "7".to_owned(), ..typed() };
        assert!(form.check(&Choices::default(), now()).is_err());
        let choices = Choices { people: vec![(7, "Maija Meikäläinen".to_owned())], ..Choices::default() };
        assert_eq!(form.check(&choices, now()).expect("a contact").person_id, Some(7));
    }
}
