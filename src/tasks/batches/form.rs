//! The form under a list of tasks: which ones, and what is to be done with them.

use crate::tasks::Holder;
use crate::tasks::form::due_date;
use crate::tasks::pages::ListQuery;
use crate::web::forms::{Errors, Fields};
use chrono::NaiveDate;
use serde::Serialize;

/// What is to be done with each of them.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    To(NaiveDate),
    Give(Holder),
}

/// As sent: a name comes once for each task.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BatchForm {
    #[serde(skip)]
    pub tasks: Vec<i64>,
    pub due_on: String,
    pub holder: String,
    #[serde(skip)]
    deed: String,
    /// The list that one came from.
    #[serde(skip)]
    pub back: String,
    #[serde(skip)]
    pub once: String,
}

impl BatchForm {
    pub fn read(sent: &[(String, String)]) -> Self {
        let all = |name: &'static str| sent.iter().filter(move |(sent, _)| sent == name).map(|(_, value)| value);
        let one = |name| all(name).next().cloned().unwrap_or_default();
        let mut tasks: Vec<i64> = all("task").filter_map(|id| id.parse().ok()).collect();
        tasks.sort_unstable();
        tasks.dedup();
        Self { tasks, due_on: one("due_on"), holder: one("holder"), deed: one("deed"), back: one("back"), once: one("once") }
    }

    pub fn parse(&self, today: NaiveDate) -> Result<Change, Errors> {
        let mut fields = Fields::new(today);
        if self.tasks.is_empty() {
            fields.errors.add("all", "error-task-none-chosen");
        }
        let change = match self.deed.as_str() {
            "give" => fields.choice("holder", &self.holder, Holder::from_code).map(Change::Give),
            _ => due_date(&mut fields, &self.due_on, today).map(Change::To),
        };
        fields.errors.finish(change, "")
    }

    /// The list as it was when the form was sent.
    pub fn list(&self) -> ListQuery {
        let query = self.back.split_once('?').map_or("", |(_, query)| query);
        ListQuery::read(query)
    }
}
