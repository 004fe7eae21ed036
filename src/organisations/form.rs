//! The form of an organisation.

use super::area;
use super::listed::{Details, Organisation};
use crate::i18n::{self, Lang};
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct OrganisationForm {
    pub name: String,
    /// The last day of its access; the host has none.
    pub ends_on: String,
    /// Names separated by commas; the host's only.
    pub municipalities: String,
    /// The end in the past that has been shown with what it does.
    pub end_seen: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl OrganisationForm {
    pub fn of(organisation: &Organisation, municipalities: &[String], lang: Lang) -> Self {
        Self {
            name: organisation.name.clone(),
            ends_on: organisation.ends_on.map(i18n::date).unwrap_or_default(),
            municipalities: area::write(municipalities, lang),
            ..Self::default()
        }
    }

    pub fn typed(&self, is_host: bool, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        let details = if is_host {
            let municipalities = Some(area::read(&mut fields, "municipalities", &self.municipalities));
            Details { name, ends_on: None, municipalities }
        } else {
            Details { name, ends_on: fields.date("ends_on", &self.ends_on), municipalities: None }
        };
        fields.errors.finish(Some(details), &self.warned)
    }
}
