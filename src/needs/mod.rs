//! What employers need, in answers that can be counted: the host's list of questions, put in the form of a contact.
//!
//! A question is asked of every company or of one line of business. How it is put and what kind of answer it takes is a
//! *version*: once somebody has answered, other words make a new version, and every answer keeps the words it was asked with.
//! Coded answers (yes or no, a number, occupations) are shared by all organisations; a free text is read by those who may
//! read the note of its contact.

pub mod answers;
pub mod asking;
pub mod questions;
pub mod rules;
pub mod suggestions;

use crate::classifications::occupations;
use crate::codes::codes;
use crate::i18n::{self, Lang};

codes! {
    /// What kind of answer a question takes.
    pub Kind {
        YesNo = "yes_no",
        /// A whole number from 0 up, such as how many people are wanted.
        Number = "number",
        /// Unit groups of ISCO-08.
        Occupations = "occupations",
        /// A line of free text; it is not counted.
        Text = "text",
    }
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    YesNo(bool),
    Number(i32),
    /// Codes; at least one.
    Occupations(Vec<String>),
    Text(String),
}

impl Value {
    /// As a page shows it.
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::YesNo(yes) => i18n::text(lang, if *yes { "yes" } else { "no" }),
            Self::Number(number) => number.to_string(),
            Self::Occupations(codes) => codes.iter().map(|code| occupations::name(code).unwrap_or(code)).collect::<Vec<_>>().join("; "),
            Self::Text(text) => text.clone(),
        }
    }
}
