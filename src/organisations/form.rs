//! The form of an organisation.

use super::area;
use super::listed::{Details, Organisation};
use super::sharing::{self, Visibility};
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
    /// Ticked: its people's texts are for their own organisation, unless they choose otherwise.
    pub own_texts: String,
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
            own_texts: sharing::tick(&organisation.default_visibility),
            ..Self::default()
        }
    }

    pub fn typed(&self, is_host: bool, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        let default_visibility = Visibility::of_tick(&self.own_texts);
        let details = if is_host {
            let municipalities = Some(area::read(&mut fields, "municipalities", &self.municipalities));
            Details { name, ends_on: None, default_visibility, municipalities }
        } else {
            Details { name, ends_on: fields.date("ends_on", &self.ends_on), default_visibility, municipalities: None }
        };
        fields.errors.finish(Some(details), &self.warned)
    }
}
