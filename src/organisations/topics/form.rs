//! The form of a topic: its name.

use super::store::Topic;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct TopicForm {
    pub name: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl TopicForm {
    pub fn of(topic: &Topic) -> Self {
        Self { name: topic.name.clone(), ..Self::default() }
    }

    pub fn typed(&self, today: NaiveDate) -> Result<String, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        fields.errors.finish(Some(name), &self.warned)
    }
}
