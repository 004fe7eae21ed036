//! Keyset paging: a page is named by the last row before it, so any page costs the same and no row is skipped or shown twice.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::Serialize;

pub const PAGE_SIZE: usize = 50;

/// Where a page begins: after the row with this sort key and id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub key: String,
    pub id: i64,
}

impl Cursor {
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(format!("{}:{}", self.id, self.key))
    }

    /// The key as an instant of our time; a database can't compare with any other.
    pub fn instant(&self) -> Option<NaiveDateTime> {
        self.key.parse().ok().filter(|at: &NaiveDateTime| is_near(at.date()))
    }

    /// The key as a date of our time.
    pub fn date(&self) -> Option<NaiveDate> {
        self.key.parse().ok().filter(|day| is_near(*day))
    }

    /// A broken cursor is None: the list begins at its start.
    pub fn decode(text: &str) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let (id, key) = text.split_once(':')?;
        Some(Self { key: key.replace('\0', ""), id: id.parse().ok()? })
    }
}

fn is_near(day: NaiveDate) -> bool {
    (1900..2200).contains(&day.year())
}

/// One page of rows and the cursor of the next one.
#[derive(Debug, Serialize)]
pub struct Slice<T> {
    pub rows: Vec<T>,
    pub next: Option<String>,
}

/// Cuts a result of up to `PAGE_SIZE + 1` rows: the extra row only tells that there is more.
pub fn slice<T>(mut rows: Vec<T>, cursor_of: impl Fn(&T) -> Cursor) -> Slice<T> {
    let more = rows.len() > PAGE_SIZE;
    rows.truncate(PAGE_SIZE);
    let next = rows.last().filter(|_| more).map(|row| cursor_of(row).encode());
    Slice { rows, next }
}

/// The links to the pages before and after this one, and how many rows there are, in words; empty where it is not told.
#[derive(Debug, Serialize)]
pub struct Pager {
    pub previous: Option<String>,
    pub next: Option<String>,
    pub shown: String,
}

/// One of a list's views.
#[derive(Debug, Serialize)]
pub struct Tab {
    pub href: String,
    pub label: String,
    pub current: bool,
}
