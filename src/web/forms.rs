//! Forms: raw strings in, a typed value out, all field errors at once, and what was typed stays.
//!
//! A noun's `form.rs` derives `Deserialize, Serialize, Default` for its raw form, and checks its fields through `Fields`,
//! which cleans, measures and guards every text the same way.

use crate::i18n::{self, Args, Lang};
use crate::identifiers::personal_identity_code::{self, Certainty};
use crate::identifiers::phone::{self, PhoneError};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// The longest one-line text, in characters.
pub const LINE: usize = 300;
/// The longest free text, in characters.
pub const TEXT: usize = 5_000;

#[derive(Clone, Debug)]
struct Message {
    field: &'static str,
    key: &'static str,
    args: Args<'static>,
}

/// What is wrong with a form, in field order.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    errors: Vec<Message>,
    warnings: Vec<Message>,
}

impl Errors {
    /// What only the write found out.
    pub fn one(field: &'static str, key: &'static str) -> Self {
        let mut errors = Self::default();
        errors.add(field, key);
        errors
    }

    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.errors.push(Message { field, key, args: Args::new() });
    }

    pub fn add_with(&mut self, field: &'static str, key: &'static str, args: Args<'static>) {
        self.errors.push(Message { field, key, args });
    }

    fn warn(&mut self, field: &'static str, key: &'static str, args: Args<'static>) {
        self.warnings.push(Message { field, key, args });
    }

    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// The typed value if nothing is wrong. A warning holds the form back once: the second time the user has seen it.
    pub fn finish<T>(self, value: Option<T>, warned: &str) -> Result<T, Self> {
        match value {
            Some(value) if self.errors.is_empty() && (self.warnings.is_empty() || warned == "yes") => Ok(value),
            _ => Err(self),
        }
    }
}

/// Checks the texts of one form.
pub struct Fields {
    pub errors: Errors,
    today: NaiveDate,
}

impl Fields {
    /// `today` is Finland's date: a personal identity code can't be from the future.
    pub fn new(today: NaiveDate) -> Self {
        Self { errors: Errors::default(), today }
    }

    /// An optional one-line text.
    pub fn line(&mut self, field: &'static str, raw: &str) -> String {
        let text = clean(raw).split_whitespace().collect::<Vec<_>>().join(" ");
        self.check(field, &text, LINE);
        text
    }

    pub fn required_line(&mut self, field: &'static str, raw: &str) -> String {
        let text = self.line(field, raw);
        if text.is_empty() {
            self.errors.add(field, "error-required");
        }
        text
    }

    /// An optional free text of several lines.
    pub fn text(&mut self, field: &'static str, raw: &str) -> String {
        let text = clean(raw).trim().to_owned();
        self.check(field, &text, TEXT);
        text
    }

    pub fn required_text(&mut self, field: &'static str, raw: &str) -> String {
        let text = self.text(field, raw);
        if text.is_empty() {
            self.errors.add(field, "error-required");
        }
        text
    }

    /// An optional e-mail address.
    pub fn email(&mut self, field: &'static str, raw: &str) -> String {
        let text = self.line(field, raw);
        if !text.is_empty() && !validator::ValidateEmail::validate_email(&text) {
            self.errors.add(field, "error-email");
        }
        text
    }

    /// An optional telephone number, as typed.
    pub fn phone(&mut self, field: &'static str, raw: &str) -> String {
        let text = self.line(field, raw);
        match phone::parse(&text) {
            Err(_) if text.is_empty() => {}
            Err(PhoneError::Empty | PhoneError::Characters) => self.errors.add(field, "error-phone-characters"),
            Err(PhoneError::TooShort) => self.errors.add(field, "error-phone-too-short"),
            Err(PhoneError::TooLong) => self.errors.add(field, "error-phone-too-long"),
            Ok(_) => {}
        }
        text
    }

    /// One of the values that a select or radio group offers.
    pub fn choice<T>(&mut self, field: &'static str, raw: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = parse(raw.trim());
        if value.is_none() {
            self.errors.add(field, "error-choose");
        }
        value
    }

    /// An optional date, typed as d.m.yyyy or sent by the browser as yyyy-mm-dd.
    pub fn date(&mut self, field: &'static str, raw: &str) -> Option<NaiveDate> {
        let raw = raw.trim();
        let day = parse_date(raw);
        if day.is_none() && !raw.is_empty() {
            self.errors.add(field, "error-date");
        }
        day
    }

    fn check(&mut self, field: &'static str, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            let args = Args::from([("limit".into(), limit.into()), ("over".into(), (length - limit).into())]);
            self.errors.add_with(field, "error-too-long", args);
        }
        if let Some(finding) = personal_identity_code::find(text, self.today) {
            let args = Args::from([("position".into(), (finding.start + 1).into())]);
            match finding.certainty {
                Certainty::Certain => self.errors.add_with(field, "error-personal-identity-code", args),
                Certainty::Possible => self.errors.warn(field, "warning-personal-identity-code", args),
            }
        }
    }
}

pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%d.%m.%Y").or_else(|_| NaiveDate::parse_from_str(text, "%Y-%m-%d")).ok()?;
    (1900..2200).contains(&chrono::Datelike::year(&day)).then_some(day)
}

/// Removes what no one types: control characters (PostgreSQL refuses NUL) but for line ends and tabs.
pub fn clean(raw: &str) -> String {
    raw.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// A form as the templates see it.
#[derive(Debug, Serialize)]
pub struct FormView {
    values: serde_json::Value,
    errors: BTreeMap<&'static str, Vec<String>>,
    warnings: BTreeMap<&'static str, Vec<String>>,
    error_list: Vec<FieldError>,
    once: String,
}

#[derive(Debug, Serialize)]
struct FieldError {
    field: &'static str,
    text: String,
}

impl FormView {
    /// An untouched form with these values.
    pub fn fresh(values: &impl Serialize) -> Self {
        Self::new(values, &Errors::default(), Lang::Fi, super::once::new_key())
    }

    /// The form again, with what was typed and what is wrong. `once` is the key it came with.
    pub fn refused(values: &impl Serialize, errors: &Errors, lang: Lang, once: &str) -> Self {
        Self::new(values, errors, lang, once.to_owned())
    }

    fn new(values: &impl Serialize, errors: &Errors, lang: Lang, once: String) -> Self {
        let say = |message: &Message| i18n::text_with(lang, message.key, &message.args);
        let by_field = |messages: &[Message]| {
            let mut map: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
            for message in messages {
                map.entry(message.field).or_default().push(say(message));
            }
            map
        };
        Self {
            values: serde_json::to_value(values).unwrap_or_default(),
            errors: by_field(&errors.errors),
            warnings: by_field(&errors.warnings),
            error_list: errors.errors.iter().map(|message| FieldError { field: message.field, text: say(message) }).collect(),
            once,
        }
    }
}
