//! The forms of a consent and of its withdrawal.

use super::store::NewConsent;
use super::{Channel, Purpose};
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ConsentForm {
    pub purpose: String,
    pub channel: String,
    pub given_on: String,
    pub note: String,
    pub once: String,
    pub warned: String,
}

impl ConsentForm {
    pub fn finish(&self, today: NaiveDate) -> Result<NewConsent, Errors> {
        let mut fields = Fields::new(today);
        let purpose = fields.choice("purpose", &self.purpose, Purpose::from_code);
        let channel = fields.choice("channel", &self.channel, Channel::from_code);
        let given_on = past_day(&mut fields, "given_on", &self.given_on, today);
        let note = fields.line("note", &self.note);
        let new = (|| Some(NewConsent { purpose: purpose?, channel: channel?, given_on: given_on?, note }))();
        fields.errors.finish(new, &self.warned)
    }
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct WithdrawalForm {
    pub withdrawn_on: String,
    pub once: String,
}

impl WithdrawalForm {
    /// The day, which is none before the consent was given.
    pub fn finish(&self, given_on: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Errors> {
        let mut fields = Fields::new(today);
        let day = past_day(&mut fields, "withdrawn_on", &self.withdrawn_on, today);
        if day.is_some_and(|day| day < given_on) {
            fields.errors.add("withdrawn_on", "error-consent-before-given");
        }
        fields.errors.finish(day, "")
    }
}

/// A day, today at the latest.
fn past_day(fields: &mut Fields, field: &'static str, raw: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = fields.date(field, raw);
    match day {
        None if raw.trim().is_empty() => fields.errors.add(field, "error-required"),
        Some(day) if day > today => fields.errors.add(field, "error-consent-future"),
        _ => {}
    }
    day
}
