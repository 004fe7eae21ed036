//! A table's file from a browser, held in memory: it is not large.

use super::Kind;
use super::table::{self, LIMITS, Table, Trouble};
use crate::error::Error;
use crate::identifiers::personal_identity_code;
use crate::web::forms;
use actix_multipart::{Field, Multipart};
use actix_web::web;
use chrono::NaiveDate;
use futures_util::StreamExt;

/// The longest file name that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// What the form held.
#[derive(Default)]
pub struct Received {
    pub kind: Option<Kind>,
    file_name: String,
    bytes: Vec<u8>,
    is_too_large: bool,
    was_cut: bool,
}

/// Reads the form to its end, also where the file is too large: a browser shows no answer before it has sent all.
pub async fn receive(mut form: Multipart) -> Received {
    let mut received = Received::default();
    while let Some(field) = form.next().await {
        let Ok(mut field) = field else {
            received.was_cut = true;
            break;
        };
        match field.name() {
            Some("kind") => {
                let value = field.bytes(20).await;
                received.kind = value.ok().and_then(Result::ok).and_then(|value| Kind::from_code(std::str::from_utf8(&value).ok()?));
            }
            Some("file") => receive_file(&mut received, field).await,
            _ => while field.next().await.is_some() {},
        }
    }
    received
}

async fn receive_file(received: &mut Received, mut field: Field) {
    let name = field.content_disposition().and_then(|disposition| disposition.get_filename()).unwrap_or_default();
    let name = forms::clean(name.rsplit(['/', '\\']).next().unwrap_or_default());
    received.file_name = name.chars().take(LONGEST_NAME).collect();
    while let Some(chunk) = field.next().await {
        let Ok(chunk) = chunk else {
            received.was_cut = true;
            return;
        };
        received.is_too_large |= received.bytes.len() + chunk.len() > LIMITS.bytes;
        if received.is_too_large {
            received.bytes = Vec::new();
        } else {
            received.bytes.extend_from_slice(&chunk);
        }
    }
}

impl Received {
    /// What the file was called; nothing if that holds a personal identity code.
    pub fn file_name(&self, today: NaiveDate) -> String {
        let is_harmless = personal_identity_code::find(&self.file_name, today).is_none();
        Some(&self.file_name).filter(|_| is_harmless).cloned().unwrap_or_default()
    }

    /// The table, or the key of the text that says why there is none.
    pub async fn table(self, today: NaiveDate) -> Result<Result<Table, String>, Error> {
        if self.was_cut {
            return Ok(Err("error-transfer-not-sent".to_owned()));
        }
        if self.is_too_large {
            return Ok(Err(Trouble::TooLarge.text_key()));
        }
        if self.file_name.is_empty() && self.bytes.is_empty() {
            return Ok(Err("error-transfer-no-file".to_owned()));
        }
        let read = web::block(move || table::read(&self.bytes, &LIMITS).map(|table| without_identity_codes(table, today)));
        Ok(read.await.map_err(Error::internal)?.map_err(Trouble::text_key))
    }
}

/// Nothing keeps a personal identity code, not for a minute: a row that holds one is emptied, and refused later.
pub fn without_identity_codes(mut table: Table, today: NaiveDate) -> Table {
    let is_code = |text: &String| personal_identity_code::find(text, today).is_some();
    for row in &mut table.rows {
        if row.cells.iter().any(is_code) {
            row.cells.clear();
        }
    }
    if is_code(&table.reading.of) {
        table.reading.of.clear();
    }
    for (at, column) in table.columns.iter_mut().enumerate() {
        if is_code(column) {
            *column = (at + 1).to_string();
        }
    }
    table
}
