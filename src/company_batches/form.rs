//! The form of a deed for several companies.

use crate::tasks::Holder;
use crate::tasks::form::due_date;
use crate::web::forms::{Errors, Fields};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// As typed; `companies` or `query` say for which.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct BatchForm {
    /// Ids with commas between.
    pub companies: String,
    /// Or what stands behind the `?` of the register's list.
    pub query: String,
    /// `list` or `task`.
    pub deed: String,
    /// The id of a list.
    pub call_list: String,
    pub title: String,
    pub due_on: String,
    pub holder: String,
    pub once: String,
    pub warned: String,
}

/// What is to be done with each.
#[derive(Clone, Debug)]
pub enum Asked {
    PutOnList(i64),
    Task { title: String, due_on: NaiveDate, holder: Holder },
}

impl BatchForm {
    pub fn parse(&self, today: NaiveDate) -> Result<Asked, Errors> {
        let mut fields = Fields::new(today);
        if self.deed != "task" {
            let list = fields.choice("call_list", &self.call_list, |raw| raw.parse().ok());
            return fields.errors.finish(list.map(Asked::PutOnList), &self.warned);
        }
        let title = fields.required_line("title", &self.title);
        let due_on = due_date(&mut fields, &self.due_on, today);
        let holder = fields.choice("holder", &self.holder, Holder::from_code);
        let asked = due_on.zip(holder).map(|(due_on, holder)| Asked::Task { title, due_on, holder });
        fields.errors.finish(asked, &self.warned)
    }
}
