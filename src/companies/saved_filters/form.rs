//! The form of a saved filter.

use super::store::NewFilter;
use crate::companies::filters::Wanted;
use crate::web::forms::{Errors, Fields};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct FilterForm {
    pub name: String,
    /// `true` when the whole organisation has it.
    pub shared: String,
    /// What stands behind the `?` of the list's address.
    pub query: String,
    pub once: String,
    pub warned: String,
}

impl FilterForm {
    pub fn finish(&self, today: NaiveDate) -> Result<NewFilter, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        // The text that is searched for may hold what must not be kept.
        let query = Wanted::read(&fields.line("query", &self.query)).query(None);
        if query.is_empty() {
            fields.errors.add("name", "error-saved-filter-nothing");
        }
        fields.errors.finish(Some(NewFilter { name, query, shared: self.shared == "true" }), &self.warned)
    }
}
