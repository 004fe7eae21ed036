//! The form of a group: its name.

use super::store::Name;
use crate::identifiers::name;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct GroupForm {
    pub group: String,
    pub once: String,
    pub warned: String,
}

impl GroupForm {
    pub fn finish(&self, today: NaiveDate) -> Result<Name, Errors> {
        let mut fields = Fields::new(today);
        let text = fields.required_line("group", &self.group);
        let fold = name::fold(&text);
        if fold.is_empty() && fields.errors.is_empty() {
            fields.errors.add("group", "error-required");
        }
        fields.errors.finish(Some(Name { text, fold }), &self.warned)
    }
}
