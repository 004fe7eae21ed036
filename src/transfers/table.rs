//! A table out of a file that somebody sends: CSV in whatever encoding and with whatever delimiter, or XLSX. Pure, and bounded
//! in every direction, since the file can be anything.
//!
//! A cell is text as a Finn would type it: a date of a workbook is `d.m.yyyy`, a number has a decimal comma.

mod cells;
mod csv;
mod header;
mod text;
mod workbook;
mod xlsx;

use crate::codes::codes;
use serde::{Deserialize, Serialize};

/// How large a file and its table may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Of the file.
    pub bytes: usize,
    /// Of everything that a workbook unpacks to.
    pub unpacked: u64,
    /// Rows below the header.
    pub rows: usize,
    pub columns: usize,
    /// Characters of one cell.
    pub cell: usize,
}

/// What the product takes.
pub const LIMITS: Limits = Limits { bytes: 10_000_000, unpacked: 150_000_000, rows: 10_000, columns: 200, cell: 10_000 };

/// A header and the rows below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Never empty: a column without a heading is named by its letters, one that comes again by its number.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    pub reading: Reading,
}

/// A row that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file, from 1.
    pub line: u64,
    /// Perhaps fewer than columns, never more.
    pub cells: Vec<String>,
}

/// How the file was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding's name, or the sheet's.
    pub of: String,
    /// A delimiter, or empty for a workbook.
    pub delimiter: String,
}

codes! {
    /// Why a file is no table that can be imported. Its text is `error-transfer-{code}`.
    pub Trouble {
        Empty = "empty",
        TooLarge = "too-large",
        /// It unpacks to more than is taken: a bomb, or a workbook full of something else.
        Unpacks = "unpacks",
        TooManyRows = "too-many-rows",
        TooManyColumns = "too-many-columns",
        /// Pictures, programs, PDF.
        NoTable = "no-table",
        /// The old workbook format, or one with a password: both begin alike.
        OldWorkbook = "old-workbook",
        /// It says that it is a workbook and can't be read as one.
        BrokenWorkbook = "broken-workbook",
        Encoding = "encoding",
        /// A quotation mark that nothing closes, so that the rest of the file is one cell.
        OpenQuote = "open-quote",
        /// A heading at most.
        NoRows = "no-rows",
    }
}

impl Trouble {
    pub fn text_key(self) -> String {
        format!("error-transfer-{}", self.code())
    }
}

/// Reads whatever it is.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Table, Trouble> {
    const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    if bytes.is_empty() {
        return Err(Trouble::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(Trouble::TooLarge);
    }
    if bytes.starts_with(OLD_WORKBOOK) {
        return Err(Trouble::OldWorkbook);
    }
    let (rows, reading) = if bytes.starts_with(b"PK") {
        xlsx::read(bytes, limits)?
    } else {
        let (text, encoding) = text::decode(bytes)?;
        let (rows, delimiter) = csv::read(&text, limits)?;
        (rows, Reading { of: encoding.to_owned(), delimiter })
    };
    header::table(rows, reading, limits)
}
