//! A form as the browser sent it, before any noun has read it: what is kept when it can't be saved yet.
//!
//! A form that saves text says by `draft` which page it stands on and by `draft_of` whose session drew it (part `ui.once`).
//! Passwords, tokens and personal identity codes are left out here, so nothing of them is kept by anyone further on.

use crate::identifiers::personal_identity_code::{self, Certainty};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most that is kept of one form, in bytes of its JSON.
const LARGEST: usize = 64 * 1024;
const LONGEST_ADDRESS: usize = 1_000;

/// By name what was typed, several values where the form sent several; None is a value that may not be kept.
pub type Fields = BTreeMap<String, Option<Vec<String>>>;

/// What the form's own machinery sends beside what a person typed.
const MACHINERY: [&str; 3] = ["draft", "draft_of", "warned"];

#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Typed {
    /// The form's page: path and query, and behind `#` which of its forms, where it has several.
    pub page: String,
    /// Whose page it was: a person acting for an organisation (`memberships.id`).
    pub author: i64,
    pub fields: Fields,
}

impl Typed {
    /// Reads a urlencoded form. None if it names no page and author, or is too large to be kept.
    pub fn read(body: &[u8], today: NaiveDate) -> Option<Self> {
        let mut fields = Fields::new();
        for (name, value) in url::form_urlencoded::parse(body) {
            fields.entry(name.into_owned()).or_insert_with(|| Some(Vec::new())).get_or_insert_default().push(value.into_owned());
        }
        let mut first = |name: &str| fields.remove(name)??.into_iter().next();
        let (page, author) = (first("draft")?, first("draft_of")?.parse().ok()?);
        Self { page, author, fields }.cleaned(today)
    }

    /// Reads what `to_json` wrote and a browser carried meanwhile.
    pub fn from_json(text: &str, today: NaiveDate) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok()?.cleaned(today)
    }

    /// Path and query.
    pub fn address(&self) -> &str {
        self.page.split('#').next().unwrap_or_default()
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn cleaned(mut self, today: NaiveDate) -> Option<Self> {
        self.fields.retain(|name, _| !MACHINERY.contains(&name.as_str()) && !is_secret(name));
        for values in self.fields.values_mut() {
            if values.iter().flatten().any(|value| holds_identity_code(value, today)) {
                *values = None;
            }
        }
        let is_fine = is_own_address(&self.page) && !holds_identity_code(&self.page, today) && self.to_json().len() <= LARGEST;
        is_fine.then_some(self)
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["password", "token", "secret"].iter().any(|word| name.contains(word))
}

fn holds_identity_code(text: &str, today: NaiveDate) -> bool {
    personal_identity_code::find(text, today).is_some_and(|finding| matches!(finding.certainty, Certainty::Certain))
}

/// An address of our own site. Browsers read a backslash as a slash and leave out tabs and line ends, so none of these may
/// hide a second slash.
pub fn is_own_address(text: &str) -> bool {
    let plain = text.len() <= LONGEST_ADDRESS && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    plain && text.starts_with('/') && !text.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<Typed> {
        Typed::read(body.as_bytes(), "2026-11-20".parse().expect("a day"))
    }

    fn values(values: &[&str]) -> Option<Vec<String>> {
        Some(values.iter().map(|value| (*value).to_owned()).collect())
    }

    #[test]
    fn keeps_what_was_typed_in_all_its_values() {
        let typed = read("draft=%2Fx%3Fy%3D1&draft_of=7&note=%C3%A4%0D%0Ab&role=a&role=b&empty=&warned=yes").expect("a form");
        assert_eq!((typed.page.as_str(), typed.author), ("/x?y=1", 7));
        let expected = [("empty", values(&[""])), ("note", values(&["ä\r\nb"])), ("role", values(&["a", "b"]))];
        assert_eq!(typed.fields, expected.map(|(name, values)| (name.to_owned(), values)).into());
    }

    #[test]
    fn leaves_out_passwords_and_tokens() {
        let typed = read("draft=/x&draft_of=7&password=a&new_password=b&Password2=c&token=d&name=e").expect("a form");
        assert_eq!(typed.fields.keys().collect::<Vec<_>>(), ["name"]);
    }

    #[test]
    fn a_personal_identity_code_is_not_kept() {
        let typed = read("draft=/x&draft_of=7&note=Maija+131052-308T&name=Maija").expect("a form");
        assert_eq!(typed.fields["note"], None);
        assert_eq!(typed.fields["name"], values(&["Maija"]));
        assert_eq!(read("draft=/x?q=131052-308T&draft_of=7&name=Maija"), None);
    }

    #[test]
    fn comes_back_from_json_and_is_cleaned_again() {
        let typed = read("draft=/x&draft_of=7&note=a").expect("a form");
        let today = "2026-11-20".parse().expect("a day");
        assert_eq!(Typed::from_json(&typed.to_json(), today), Some(typed));
        let planted = r#"{"page":"/x","author":7,"fields":{"password":["a"],"note":["131052-308T"]}}"#;
        let cleaned = Typed::from_json(planted, today).expect("a form");
        assert_eq!(cleaned.fields, [("note".to_owned(), None)].into());
    }

    #[test]
    fn what_is_no_kept_form_is_none() {
        for body in ["", "note=a", "draft=/x&note=a", "draft=/x&draft_of=", "draft=//x.example&draft_of=7", "draft=x&draft_of=7"] {
            assert_eq!(read(body), None, "{body}");
        }
        assert_eq!(read(&format!("draft=/x&draft_of=7&note={}", "x".repeat(LARGEST))), None);
    }
}
