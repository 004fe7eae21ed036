//! The reading side: inputs become slices of rows, with what was wrong and where.

use super::Progress;
use super::known::{self, Known};
use super::mapping::{self, Refusal, Row};
use super::record::Record;
use super::source::{self, Document, Input};
use super::splitter::{Item, Piece, Splitter};
use crate::db::JsonList;
use std::io;

/// Records that stand one after the other in one document.
#[derive(Debug, Default)]
pub struct Slice {
    /// The document's name.
    pub label: String,
    /// JSON of each [`Row`].
    pub rows: JsonList,
    /// JSON of each [`NameRow`](super::mapping::NameRow).
    pub names: JsonList,
    pub records: u64,
    /// Of the records: those that say what they said at the last import.
    pub unchanged: u64,
    pub skipped: Vec<Skipped>,
    pub broken: Vec<Broken>,
    /// Why the document could not be read, or not to its end.
    pub failure: Option<String>,
    pub progress: Progress,
}

/// A record without a row of its own.
#[derive(Debug)]
pub struct Skipped {
    pub place: Place,
    pub refusal: Refusal,
    pub business_id: String,
}

/// A record that can't be read.
#[derive(Debug)]
pub struct Broken {
    pub place: Place,
    /// The byte where that shows.
    pub at: u64,
    pub reason: String,
}

/// Where in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The record's number, from 1.
    pub number: u64,
    /// Its first byte, from 0.
    pub position: u64,
}

/// Reads all inputs, but for the records that are `known`; `send` takes the slices, of so many records at most, and says
/// whether to go on.
pub fn read(inputs: &[Input], slice_records: u64, known: &Known, send: impl FnMut(Slice) -> bool) {
    let mut reading = Reading {
        send,
        slice_records,
        known,
        is_wanted: true,
        slice: Slice::default(),
        met: BusinessIds::default(),
        told: BusinessIds::default(),
        progress: Progress::default(),
        bytes_before: 0,
    };
    for input in inputs {
        reading.input(input);
    }
}

struct Reading<'a, F> {
    send: F,
    /// False when nobody takes slices any more.
    is_wanted: bool,
    slice_records: u64,
    known: &'a Known,
    slice: Slice,
    /// In this input.
    met: BusinessIds,
    /// In this input or an earlier one, with something that was not known.
    told: BusinessIds,
    progress: Progress,
    /// In earlier documents of the same ZIP.
    bytes_before: u64,
}

impl<F: FnMut(Slice) -> bool> Reading<'_, F> {
    fn input(&mut self, input: &Input) {
        // A later file may tell the same companies anew: that is what naming several files is for.
        self.met = BusinessIds::default();
        self.bytes_before = 0;
        let result = source::open(input, &mut |document| {
            self.document(document);
            self.is_wanted
        });
        if let Err(error) = result {
            self.slice.failure = Some(error.to_string());
            self.send(&input.to_string());
        }
    }

    fn document(&mut self, document: Document<'_>) {
        self.progress.total_bytes = document.input_bytes;
        let label = document.label;
        match Splitter::open(document.reader) {
            Ok(mut splitter) => {
                if let Err(error) = self.records(&mut splitter, &label) {
                    self.slice.failure = Some(format!("it can't be read on after record {}: {error}", splitter.number()));
                }
                self.bytes_before += splitter.position();
            }
            Err(error) => self.slice.failure = Some(error.to_string()),
        }
        self.send(&label);
    }

    fn records<R: io::Read>(&mut self, splitter: &mut Splitter<R>, label: &str) -> io::Result<()> {
        while let Some(item) = splitter.next_item()? {
            self.item(item);
            self.progress.bytes = self.bytes_before + splitter.position();
            if self.slice.records >= self.slice_records {
                self.send(label);
            }
            if !self.is_wanted {
                break;
            }
        }
        Ok(())
    }

    fn item(&mut self, item: Item<'_>) {
        match item {
            Item::Truncated { number, position } => {
                self.slice.failure = Some(format!("the file is cut: it ends in record {number}, which begins at byte {position}"));
                return;
            }
            Item::Broken { number, position, at, reason } => {
                self.slice.broken.push(Broken { place: Place { number, position }, at, reason });
            }
            Item::Record(piece) => self.record(&piece),
        }
        self.slice.records += 1;
        self.progress.records += 1;
    }

    fn record(&mut self, piece: &Piece<'_>) {
        let digest = known::digest(piece.bytes);
        if self.known.number(digest).is_some_and(|number| !self.told.contain(number) && self.met.add(number)) {
            self.slice.unchanged += 1;
            return;
        }
        let place = Place { number: piece.number, position: piece.position };
        let record = match Record::parse(piece.bytes) {
            Ok(record) => record,
            Err(error) => {
                let at = place.position + offset(piece.bytes, error.line(), error.column());
                self.slice.broken.push(Broken { place, at, reason: reason(&error) });
                return;
            }
        };
        let rows = mapping::rows(&record)
            .and_then(|rows| if self.met.add(number(&rows.0.business_id)) { Ok(rows) } else { Err(Refusal::Repeated) });
        match rows {
            Ok((row, names)) => {
                self.told.add(number(&row.business_id));
                self.slice.rows.push(&Row { record_digest: Some(digest), ..row });
                names.iter().for_each(|name| self.slice.names.push(name));
            }
            Err(refusal) => {
                let business_id = record.business_id.value.chars().take(40).collect();
                self.slice.skipped.push(Skipped { place, refusal, business_id });
            }
        }
    }

    fn send(&mut self, label: &str) {
        let slice = std::mem::take(&mut self.slice);
        self.is_wanted = (self.send)(Slice { label: label.to_owned(), progress: self.progress, ..slice });
    }
}

/// The parser's words without its place, which counts lines.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// The byte of a line and column, both from 1.
fn offset(bytes: &[u8], line: usize, column: usize) -> u64 {
    let before = bytes.split_inclusive(|&byte| byte == b'\n').take(line.saturating_sub(1)).map(<[u8]>::len).sum::<usize>();
    (before + column.saturating_sub(1)) as u64
}

/// The first seven digits of a business id.
fn number(business_id: &str) -> usize {
    business_id[..7].parse().expect("a business id begins with seven digits")
}

/// The business ids of an input, one bit for each of the ten million numbers that seven digits make.
#[derive(Default)]
struct BusinessIds(Vec<u64>);

impl BusinessIds {
    fn contain(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    /// False when it was there already.
    fn add(&mut self, number: usize) -> bool {
        const NUMBERS: usize = 10_000_000;
        self.0.resize(NUMBERS.div_ceil(64), 0);
        let (word, bit) = (&mut self.0[number / 64], 1 << (number % 64));
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn business_ids_are_met_once() {
        let mut met = BusinessIds::default();
        assert!(met.add(number("2646674-9")) && met.add(number("0000064-0")) && met.add(number("9999999-0")));
        assert!(!met.add(number("2646674-9")));
    }

    #[test]
    fn places_count_bytes_over_lines() {
        let text = "{\n  \"ä\": 1,\n  x".as_bytes();
        let error = Record::parse(text).expect_err("it is broken");
        assert_eq!(offset(text, error.line(), error.column()), 15);
        assert_eq!(reason(&error), "key must be a string");
    }
}
