//! The form of a tag: its name.

use super::store::Name;
use crate::i18n::Args;
use crate::identifiers::name;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest tag, in characters.
const LONGEST: usize = 60;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TagForm {
    pub tag: String,
    pub once: String,
    pub warned: String,
}

impl TagForm {
    pub fn finish(&self, today: NaiveDate) -> Result<Name, Errors> {
        let mut fields = Fields::new(today);
        let text = fields.line("tag", &self.tag);
        let (length, fold) = (text.chars().count(), name::fold(&text));
        if fold.is_empty() {
            fields.errors.add("tag", "error-tag-empty");
        } else if length > LONGEST {
            let args = Args::from([("limit".into(), LONGEST.into()), ("over".into(), (length - LONGEST).into())]);
            fields.errors.add_with("tag", "error-too-long", args);
        }
        fields.errors.finish(Some(Name { text, fold }), &self.warned)
    }
}
