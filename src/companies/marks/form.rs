//! The form of a mark.

use super::Kind;
use super::store::NewMark;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct MarkForm {
    pub kind: String,
    /// Of the one to coordinate with; means nothing with the other kinds.
    pub person: String,
    pub reason: String,
    pub ends_on: String,
    pub once: String,
    pub warned: String,
}

impl MarkForm {
    /// `people` are those whom a mark may name.
    pub fn finish(&self, people: &[(i64, String)], today: NaiveDate) -> Result<NewMark, Errors> {
        let mut fields = Fields::new(today);
        let kind = fields.choice("kind", &self.kind, Kind::from_code);
        let person = self.person.trim().parse().ok().filter(|id| people.iter().any(|person| person.0 == *id));
        let person = person.filter(|_| kind == Some(Kind::CoordinateFirst));
        if kind == Some(Kind::CoordinateFirst) && person.is_none() {
            fields.errors.add("person", "error-company-mark-person");
        }
        let reason = fields.required_line("reason", &self.reason);
        let ends_on = fields.date("ends_on", &self.ends_on);
        if ends_on.is_some_and(|day| day < today) {
            fields.errors.add("ends_on", "error-company-mark-past");
        }
        fields.errors.finish(kind.map(|kind| NewMark { kind, person, reason, ends_on }), &self.warned)
    }
}
