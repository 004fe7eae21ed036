//! The form of a contact person.

use super::store::{Details, Person};
use crate::i18n::Lang;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct PersonForm {
    pub name: String,
    pub role: String,
    pub phone: String,
    pub email: String,
    /// A language code, or empty if unknown.
    pub language: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl PersonForm {
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            role: person.role.clone(),
            phone: person.phone.clone(),
            email: person.email.clone(),
            language: person.language.clone(),
            ..Self::default()
        }
    }

    pub fn finish(&self, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let details = Details {
            name: fields.required_line("name", &self.name),
            role: fields.line("role", &self.role),
            phone: fields.phone("phone", &self.phone),
            email: fields.email("email", &self.email),
            language: match self.language.trim() {
                "" => None,
                code => fields.choice("language", code, Lang::from_code),
            },
        };
        fields.errors.finish(Some(details), &self.warned)
    }
}
