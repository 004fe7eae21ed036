//! Rows on their way into the database as one JSON list.

use serde::Serialize;

/// A JSON list in the making.
#[derive(Debug, Default)]
pub struct JsonList {
    text: Vec<u8>,
    rows: u64,
}

impl JsonList {
    /// The row's keys are columns' names, its values what columns hold.
    pub fn push(&mut self, row: &impl Serialize) {
        self.text.push(if self.is_empty() { b'[' } else { b',' });
        serde_json::to_writer(&mut self.text, row).expect("a row is JSON");
        self.rows += 1;
    }

    pub fn len(&self) -> u64 {
        self.rows
    }

    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The list's text.
    pub fn text(&self) -> String {
        if self.is_empty() {
            return "[]".to_owned();
        }
        String::from_utf8_lossy(&self.text).into_owned() + "]"
    }
}
