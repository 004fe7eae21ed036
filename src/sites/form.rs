//! The form of a site.

use super::store::{Details, Site};
use crate::classifications::municipalities;
use crate::i18n::Lang;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SiteForm {
    pub name: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    /// Three digits, or empty if unknown.
    pub municipality: String,
    pub phone: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl SiteForm {
    pub fn of(site: &Site) -> Self {
        Self {
            name: site.name.clone(),
            street_address: site.street_address.clone(),
            post_code: site.post_code.clone(),
            post_office: site.post_office.clone(),
            municipality: site.municipality.clone(),
            phone: site.phone.clone(),
            ..Self::default()
        }
    }

    /// `known` is the municipality that the site has already: it may be one that was merged into another.
    pub fn finish(&self, today: NaiveDate, known: &str) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let is_known = |code: &str| code.is_empty() || code == known || municipalities::name(code, Lang::Fi).is_some();
        let details = Details {
            name: fields.required_line("name", &self.name),
            street_address: fields.line("street_address", &self.street_address),
            post_code: fields.line("post_code", &self.post_code),
            post_office: fields.line("post_office", &self.post_office),
            municipality: fields
                .choice("municipality", &self.municipality, |code| is_known(code).then(|| code.to_owned()))
                .unwrap_or_default(),
            phone: fields.phone("phone", &self.phone),
        };
        fields.errors.finish(Some(details), &self.warned)
    }
}
