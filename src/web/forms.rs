//! Forms: raw strings in, a typed value out, all field errors at once, and what was typed stays.
//!
//! A noun's `form.rs` derives `Deserialize, Serialize, Default` for its raw form, and checks its fields through `Fields`,
//! which cleans, measures and guards every text the same way.

use crate::calendar::clock;
use crate::i18n::{self, Args, Lang};
use crate::identifiers::personal_identity_code::{self, Certainty};
use crate::identifiers::phone::{self, Phone, PhoneError};
use chrono::NaiveDate;
use std::borrow::Cow;

/// The longest one-line text, in characters.
const LINE: usize = 300;
/// The longest free text, in characters.
const TEXT: usize = 5_000;

/// The name of a form's field; that of a field that a row makes, such as a customer's question, is put together.
pub type FieldName = Cow<'static, str>;

#[derive(Clone, Debug)]
pub(super) struct Message {
    pub field: FieldName,
    pub key: &'static str,
    pub args: Args<'static>,
}

/// What is wrong with a form, in field order.
#[derive(Clone, Debug, Default)]
pub struct Errors {
    pub(super) errors: Vec<Message>,
    pub(super) warnings: Vec<Message>,
}

impl Errors {
    /// What only the write found out.
    pub fn one(field: &'static str, key: &'static str) -> Self {
        let mut errors = Self::default();
        errors.add(field, key);
        errors
    }

    pub fn add(&mut self, field: impl Into<FieldName>, key: &'static str) {
        self.add_with(field, key, Args::new());
    }

    pub fn add_with(&mut self, field: impl Into<FieldName>, key: &'static str, args: Args<'static>) {
        self.errors.push(Message { field: field.into(), key, args });
    }

    fn warn(&mut self, field: FieldName, key: &'static str, args: Args<'static>) {
        self.warnings.push(Message { field, key, args });
    }

    /// What is wrong with two parts of one form.
    pub fn and(mut self, other: Self) -> Self {
        self.errors.extend(other.errors);
        self.warnings.extend(other.warnings);
        self
    }

    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// What is wrong, by the keys of its texts.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.errors.iter().map(|message| message.key)
    }

    /// What is wrong or doubtful, each field's name with the words.
    pub fn in_words(&self, lang: Lang) -> Vec<(&str, String)> {
        let messages = self.errors.iter().chain(&self.warnings);
        messages.map(|message| (message.field.as_ref(), i18n::text_with(lang, message.key, &message.args))).collect()
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
    pub fn line(&mut self, field: impl Into<FieldName>, raw: &str) -> String {
        let text = clean(raw).split_whitespace().collect::<Vec<_>>().join(" ");
        self.check(field.into(), &text, LINE);
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
    pub fn text(&mut self, field: impl Into<FieldName>, raw: &str) -> String {
        let text = clean(raw).trim().to_owned();
        self.check(field.into(), &text, TEXT);
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

    pub fn required_email(&mut self, field: &'static str, raw: &str) -> String {
        let text = self.email(field, raw);
        if text.is_empty() {
            self.errors.add(field, "error-required");
        }
        text
    }

    /// An optional telephone number, as typed.
    pub fn phone(&mut self, field: &'static str, raw: &str) -> String {
        let text = self.line(field, raw);
        if !text.is_empty() {
            self.number(field, &text);
        }
        text
    }

    pub fn required_phone(&mut self, field: &'static str, raw: &str) -> Option<Phone> {
        let text = self.required_line(field, raw);
        if text.is_empty() { None } else { self.number(field, &text) }
    }

    fn number(&mut self, field: &'static str, text: &str) -> Option<Phone> {
        let error = match phone::parse(text) {
            Ok(phone) => return Some(phone),
            Err(PhoneError::Empty | PhoneError::Characters) => "error-phone-characters",
            Err(PhoneError::TooShort) => "error-phone-too-short",
            Err(PhoneError::TooLong) => "error-phone-too-long",
        };
        self.errors.add(field, error);
        None
    }

    /// One of the values that a select or radio group offers.
    pub fn choice<T>(&mut self, field: &'static str, raw: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = parse(raw.trim());
        if value.is_none() {
            self.errors.add(field, "error-choose");
        }
        value
    }

    /// An optional time of day, typed as 9, 9.30, 9:30 or 930; in minutes from midnight.
    pub fn time(&mut self, field: &'static str, raw: &str) -> Option<u32> {
        let time = clock::read(raw).filter(|minute| *minute < clock::MINUTES_OF_DAY);
        if time.is_none() && !raw.trim().is_empty() {
            self.errors.add(field, "error-time");
        }
        time
    }

    /// An optional date, typed as d.m.yyyy or sent by the browser as yyyy-mm-dd.
    pub fn date(&mut self, field: &'static str, raw: &str) -> Option<NaiveDate> {
        let day = parse_date(raw);
        if day.is_none() && !raw.trim().is_empty() {
            self.errors.add(field, "error-date");
        }
        day
    }

    fn check(&mut self, field: FieldName, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            let args = Args::from([("limit".into(), limit.into()), ("over".into(), (length - limit).into())]);
            self.errors.add_with(field.clone(), "error-too-long", args);
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

/// 20.11.2026, also with the spaces, commas or slashes that a phone's keyboard gives; or 2026-11-20.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if matches!(c, ',' | '/') { '.' } else { c }).collect();
    let day = NaiveDate::parse_from_str(&text, "%d.%m.%Y").or_else(|_| NaiveDate::parse_from_str(&text, "%Y-%m-%d")).ok()?;
    (1900..2200).contains(&chrono::Datelike::year(&day)).then_some(day)
}

/// Removes what no one types: control characters (PostgreSQL refuses NUL) but for line ends and tabs.
pub fn clean(raw: &str) -> String {
    raw.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_finns_type_them() {
        let day = NaiveDate::from_ymd_opt(2026, 2, 5);
        for text in ["5.2.2026", "05.02.2026", " 5. 2. 2026 ", "5,2,2026", "5/2/2026", "2026-02-05"] {
            assert_eq!(parse_date(text), day, "{text}");
        }
        for text in ["", "5.2.", "5.2.26", "31.2.2026", "0.1.2026", "5.2.12026", "huomenna", "2026-2-5x", "5.2.1899", "\u{665}.2.2026"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
