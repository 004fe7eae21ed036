//! The form of a call list.

use super::store::{CallList, Details};
use crate::companies::marks::Purpose;
use crate::web::forms::{Errors, Fields};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// As typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ListForm {
    pub name: String,
    pub purpose: String,
    pub topic_id: String,
    pub script: String,
    /// The ids of those who are ticked.
    pub callers: Vec<String>,
    /// Of a new list: the filter that finds its companies, as it stands in the address of the register's list.
    pub query: String,
    /// Or their ids, with commas between.
    pub companies: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

/// What the form offers: ids and names.
#[derive(Clone, Debug)]
pub struct Offer {
    pub topics: Vec<(i64, String)>,
    pub people: Vec<(i64, String)>,
}

impl ListForm {
    pub fn read(sent: &[(String, String)]) -> Self {
        let all = |name: &'static str| sent.iter().filter(move |field| field.0 == name).map(|field| field.1.clone());
        let one = |name| all(name).next().unwrap_or_default();
        Self {
            name: one("name"),
            purpose: one("purpose"),
            topic_id: one("topic_id"),
            script: one("script"),
            callers: all("callers").collect(),
            query: one("query"),
            companies: one("companies"),
            base: one("base"),
            once: one("once"),
            warned: one("warned"),
        }
    }

    pub fn of(list: &CallList, callers: &[(i64, String)]) -> Self {
        Self {
            name: list.name.clone(),
            purpose: list.purpose.clone(),
            topic_id: list.topic_id.map(|id| id.to_string()).unwrap_or_default(),
            script: list.script.clone(),
            callers: callers.iter().map(|caller| caller.0.to_string()).collect(),
            ..Self::default()
        }
    }

    pub fn finish(&self, offer: &Offer, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let of = |offered: &[(i64, String)], raw: &str| raw.trim().parse().ok().filter(|id| offered.iter().any(|one| one.0 == *id));
        let name = fields.required_line("name", &self.name);
        let purpose = fields.choice("purpose", &self.purpose, Purpose::from_code);
        let topic_id =
            if self.topic_id.trim().is_empty() { None } else { fields.choice("topic_id", &self.topic_id, |raw| of(&offer.topics, raw)) };
        let script = fields.text("script", &self.script);
        let callers: Vec<i64> = self.callers.iter().filter_map(|raw| of(&offer.people, raw)).collect();
        if callers.is_empty() {
            fields.errors.add("callers", "error-call-list-callers");
        }
        fields.errors.finish(purpose.map(|purpose| Details { name, purpose, topic_id, script, callers }), &self.warned)
    }
}
