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
    pub phone_2: String,
    pub phone_3: String,
    pub phone_4: String,
    pub phone_5: String,
    pub email: String,
    /// A language code, or empty if unknown.
    pub language: String,
    /// The id of one of the company's sites, or empty.
    pub site: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl PersonForm {
    pub fn of(person: &Person) -> Self {
        let mut phones = person.phones.iter().map(|number| number.phone.clone());
        let mut next = || phones.next().unwrap_or_default();
        Self {
            phone: next(),
            phone_2: next(),
            phone_3: next(),
            phone_4: next(),
            phone_5: next(),
            name: person.name.clone(),
            role: person.role.clone(),
            email: person.email.clone(),
            language: person.language.clone(),
            site: person.site_id.map(|id| id.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The fields of the numbers and what stands in them.
    pub fn phones(&self) -> [(&'static str, &str); 5] {
        [
            ("phone", &self.phone),
            ("phone_2", &self.phone_2),
            ("phone_3", &self.phone_3),
            ("phone_4", &self.phone_4),
            ("phone_5", &self.phone_5),
        ]
    }

    /// `sites` are those that the person may be put to.
    pub fn finish(&self, sites: &[(i64, String)], today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        let role = fields.line("role", &self.role);
        let phones = self.phones().map(|(field, typed)| fields.phone(field, typed));
        let details = Details {
            name,
            role,
            phones: phones.into_iter().filter(|typed| !typed.is_empty()).collect(),
            email: fields.email("email", &self.email),
            language: match self.language.trim() {
                "" => None,
                code => fields.choice("language", code, Lang::from_code),
            },
            site_id: match self.site.trim() {
                "" => None,
                id => fields.choice("site", id, |id| sites.iter().map(|site| site.0).find(|known| known.to_string() == id)),
            },
        };
        fields.errors.finish(Some(details), &self.warned)
    }
}
