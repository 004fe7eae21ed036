//! What a select or a radio group offers.

use super::templates::option;
use crate::i18n::{self, Lang};
use serde::Serialize;
use tera::Value;

/// What a select offers that has long lists which never change: choices, and [`KeptChoices`].
pub type Options = Vec<Value>;

/// Choices that never change, with the HTML of their options: hundreds are not made anew for each page.
#[derive(Debug, Serialize)]
pub struct KeptChoices {
    pub choices: Vec<Choice>,
    html: String,
}

impl KeptChoices {
    pub fn new(choices: Vec<Choice>) -> Self {
        let html = choices.iter().map(|choice| option(&choice.value, &choice.label)).collect();
        Self { choices, html }
    }
}

/// One row: the value that is sent, and the label in the page's language.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

impl Choice {
    /// The choices of a coded set, each named by the text `{prefix}{code}`.
    pub fn of_codes(lang: Lang, prefix: &str, codes: impl IntoIterator<Item = &'static str>) -> Vec<Self> {
        let choice = |code: &str| Self { value: code.to_owned(), label: i18n::text(lang, &format!("{prefix}{code}")) };
        codes.into_iter().map(choice).collect()
    }

    /// The languages of the service.
    pub fn languages(lang: Lang) -> Vec<Self> {
        Self::of_codes(lang, "lang-", Lang::ALL.map(Lang::code))
    }

    /// The choices of rows: their ids and names.
    pub fn of_rows(rows: Vec<(i64, String)>) -> Vec<Self> {
        rows.into_iter().map(|(id, label)| Self { value: id.to_string(), label }).collect()
    }
}
