//! What each column of a file holds, and what stands in for columns that it has not.

use super::{Kind, columns};
use crate::contacts::{self, Visibility};
use crate::web::token;
use serde::{Deserialize, Serialize};

/// Said by a person, guessed from the headings, or remembered from a file with the same headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// For each column a field's code, or empty: not taken.
    pub fields: Vec<String>,
    /// Of companies: the file's word counts for more than the register's.
    pub overrides: bool,
    /// Of contacts, where the file says nothing: how the company was met …
    pub kind: String,
    /// … what came of it …
    pub outcome: String,
    /// … and who may read the text.
    pub visibility: String,
}

impl Mapping {
    /// `visibility`: what the organisation's own forms begin with.
    pub fn guess(kind: Kind, headings: &[String], visibility: Visibility) -> Self {
        Self {
            fields: columns::guess(kind, headings),
            overrides: false,
            kind: contacts::Kind::Call.code().to_owned(),
            outcome: contacts::Outcome::Reached.code().to_owned(),
            visibility: visibility.code().to_owned(),
        }
    }

    /// The key of the text that says what is wrong with it.
    pub fn wrong(&self, kind: Kind) -> Option<&'static str> {
        let chosen = || self.fields.iter().filter(|field| !field.is_empty());
        let has = |code: &str| chosen().any(|field| field == code);
        if !chosen().all(|field| columns::is_known(kind, field)) {
            return Some("error-choose");
        }
        if chosen().any(|field| chosen().filter(|other| *other == field).count() > 1) {
            return Some("error-transfer-field-twice");
        }
        match kind {
            Kind::Companies if !has("name") && !has("business_id") => Some("error-transfer-needs-company"),
            Kind::People if !has("name") || !has("company") && !has("business_id") => Some("error-transfer-needs-person"),
            Kind::Contacts if !has("day") || !has("company") && !has("business_id") => Some("error-transfer-needs-contact"),
            _ => None,
        }
    }
}

/// Names the same headings in the same order.
pub fn signature(headings: &[String]) -> String {
    token::digest(&headings.join("\n").to_lowercase())
}
