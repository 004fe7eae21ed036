//! The form of one routing row.

use super::duration;
use super::rules::Row;
use crate::classifications::{industries, municipalities};
use crate::i18n::Lang;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The ids that a row may name.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    pub topics: Vec<i64>,
    pub teams: Vec<i64>,
    /// Teams that can be told in the product: a team by mail backs up nobody.
    pub backups: Vec<i64>,
}

/// Empty conditions match everything.
#[derive(Clone, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct RowForm {
    pub base: String,
    pub once: String,
    pub warned: String,
    pub topic: String,
    pub municipality: String,
    pub industry: String,
    pub language: String,
    pub team: String,
    pub backup: String,
    pub response: String,
    pub urgent_response: String,
}

impl RowForm {
    pub fn of(row: &Row) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        Self {
            topic: row.topic_id.map(|id| id.to_string()).unwrap_or_default(),
            municipality: text(&row.municipality),
            industry: text(&row.industry),
            language: text(&row.language),
            team: row.team_id.to_string(),
            backup: row.backup_team_id.map(|id| id.to_string()).unwrap_or_default(),
            response: duration::write(row.response_minutes),
            urgent_response: duration::write(row.urgent_response_minutes),
            ..Self::default()
        }
    }

    /// A row other than the catch-all needs a condition.
    pub fn typed(&self, offer: &Offer, catches_all: bool, today: NaiveDate) -> Result<Row, Errors> {
        let mut fields = Fields::new(today);
        if !catches_all && [&self.topic, &self.municipality, &self.industry, &self.language].iter().all(|raw| raw.trim().is_empty()) {
            fields.errors.add("topic", "error-routing-no-condition");
        }
        let known = |ids: &[i64], raw: &str| raw.parse().ok().filter(|id| ids.contains(id));
        let topic_id = optional(&mut fields, "topic", &self.topic, |raw| known(&offer.topics, raw));
        let code = |known: bool, raw: &str| known.then(|| raw.to_owned());
        let municipality =
            optional(&mut fields, "municipality", &self.municipality, |raw| code(municipalities::name(raw, Lang::Fi).is_some(), raw));
        let industry = optional(&mut fields, "industry", &self.industry, |raw| code(industries::name(raw, Lang::Fi).is_some(), raw));
        let language = optional(&mut fields, "language", &self.language, |raw| code(Lang::from_code(raw).is_some(), raw));
        let team_id = fields.choice("team", &self.team, |raw| known(&offer.teams, raw));
        let backup_team_id = optional(&mut fields, "backup", &self.backup, |raw| known(&offer.backups, raw));
        if backup_team_id.is_some() && backup_team_id == team_id {
            fields.errors.add("backup", "error-routing-backup-same");
        }
        let response_minutes = time(&mut fields, "response", &self.response);
        let urgent_response_minutes = time(&mut fields, "urgent_response", &self.urgent_response);
        if let (Some(normal), Some(urgent)) = (response_minutes, urgent_response_minutes)
            && urgent > normal
        {
            fields.errors.add("urgent_response", "error-routing-urgent-slower");
        }
        let row = (|| {
            Some(Row {
                id: 0,
                topic_id,
                municipality,
                industry,
                language,
                team_id: team_id?,
                backup_team_id,
                response_minutes: response_minutes?,
                urgent_response_minutes: urgent_response_minutes?,
            })
        })();
        fields.errors.finish(row, &self.warned)
    }
}

fn optional<T>(fields: &mut Fields, name: &'static str, raw: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    fields.choice(name, raw, |raw| if raw.is_empty() { Some(None) } else { parse(raw).map(Some) }).flatten()
}

fn time(fields: &mut Fields, name: &'static str, raw: &str) -> Option<i32> {
    let text = fields.required_line(name, raw);
    let minutes = duration::read(&text);
    if minutes.is_none() && !text.is_empty() {
        fields.errors.add(name, "error-routing-time");
    }
    minutes
}
