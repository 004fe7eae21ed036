//! A cell of an export with its type.

use crate::identifiers::phone;
use chrono::{NaiveDate, NaiveDateTime};

/// What a cell holds; an instant is in UTC.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Phone(String),
    Number(i64),
    Date(Option<NaiveDate>),
    Instant(NaiveDateTime),
}

impl Value {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Empty where it may not be told.
    pub fn text_if(may: bool, text: &str) -> Self {
        Self::text(if may { text } else { "" })
    }

    /// A number for people, that no spreadsheet takes for a sum: `+358 401234567`. What is no number stays as typed.
    pub fn phone(typed: &str, e164: &str) -> Self {
        let (country, number) = match (e164.strip_prefix("+358"), phone::display(e164).split_once(' ')) {
            (Some(number), _) => ("+358".to_owned(), number.to_owned()),
            (None, Some((country, number))) if country.starts_with('+') => (country.to_owned(), number.replace(' ', "")),
            _ => return Self::text(typed),
        };
        Self::Phone(format!("{country} {number}"))
    }
}
