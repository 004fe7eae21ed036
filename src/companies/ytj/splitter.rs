//! Cuts a stream of bytes into the records of a JSON list: `[…]` or `{"companies": […], …}`.
//!
//! Only the grammar of brackets, strings and commas is read here, record by record, so that memory stays bounded and a
//! record that breaks it costs itself alone: the search goes on at the next place where a record seems to begin.

use super::scanner::{Progress, Scanner};
use std::io::{self, Read};

/// A longer record is reported as broken. Real ones have some kilobytes.
pub const MAX_RECORD: usize = 4 << 20;
const CHUNK: usize = 64 << 10;
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// What records begin with in the real file.
const USUAL_FIRST_KEY: &[u8] = b"\"businessId\"";

/// An element of the list.
#[derive(Debug, PartialEq, Eq)]
pub enum Item<'a> {
    Record(Piece<'a>),
    /// Not an object, or one whose end can't be found; `at` is the byte where that shows.
    Broken {
        number: u64,
        position: u64,
        at: u64,
        reason: String,
    },
    /// The input ends inside the list; always the last item. `position` is where the unfinished record begins.
    Truncated {
        number: u64,
        position: u64,
    },
}

/// A record as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// From 1, in the order of the file.
    pub number: u64,
    /// Of its first byte, from 0; in a ZIP, within the unpacked file.
    pub position: u64,
    pub bytes: &'a [u8],
}

/// Why the input is no list of records.
#[derive(Debug, thiserror::Error)]
pub enum SplitError {
    #[error("{0}")]
    Shape(&'static str),
    #[error(transparent)]
    Read(#[from] io::Error),
}

pub struct Splitter<R> {
    reader: R,
    buffer: Vec<u8>,
    /// The first byte of the buffer that is not consumed.
    start: usize,
    /// Where in the input the buffer begins.
    offset: u64,
    number: u64,
    first_key: Vec<u8>,
    state: State,
}

#[derive(PartialEq, Eq)]
enum State {
    InList,
    /// Behind a broken record: whether a new one begins must be seen from the bytes.
    Lost,
    Ended,
}

/// The end of the element at `start`.
enum Extent {
    Whole(usize),
    Broken(usize, String),
    InputEnds,
}

impl<R: Read> Splitter<R> {
    /// Reads up to the first record.
    pub fn open(reader: R) -> Result<Self, SplitError> {
        let first_key = USUAL_FIRST_KEY.to_vec();
        let mut splitter = Self { reader, buffer: Vec::new(), start: 0, offset: 0, number: 0, first_key, state: State::InList };
        while splitter.buffer.len() < BYTE_ORDER_MARK.len() && splitter.fill()? {}
        if splitter.buffer.starts_with(BYTE_ORDER_MARK) {
            splitter.start = BYTE_ORDER_MARK.len();
        }
        match splitter.peek()? {
            Some(b'[') => splitter.start += 1,
            Some(b'{') => splitter.enter_companies()?,
            Some(_) => return Err(SplitError::Shape("not JSON: it begins with neither [ nor {")),
            None => return Err(SplitError::Shape("the file is empty")),
        }
        Ok(splitter)
    }

    /// How many bytes of the input have been consumed.
    pub fn position(&self) -> u64 {
        self.offset + self.start as u64
    }

    /// How many elements have begun.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The next element; `None` after the last.
    pub fn next_item(&mut self) -> io::Result<Option<Item<'_>>> {
        if self.state == State::Lost && !self.find_record()? {
            self.state = State::Ended;
        }
        if self.state == State::Ended {
            return Ok(None);
        }
        self.skip_commas()?;
        match self.peek()? {
            Some(b']') => {
                self.state = State::Ended;
                Ok(None)
            }
            Some(first) => {
                self.number += 1;
                self.element(first).map(Some)
            }
            None => {
                self.state = State::Ended;
                Ok(Some(Item::Truncated { number: self.number + 1, position: self.position() }))
            }
        }
    }

    fn element(&mut self, first: u8) -> io::Result<Item<'_>> {
        let (number, position) = (self.number, self.position());
        match self.extent()? {
            Extent::Whole(length) if first == b'{' => {
                let bytes = self.start..self.start + length;
                self.start = bytes.end;
                if let Some(key) = first_key(&self.buffer[bytes.clone()]) {
                    self.first_key = key.to_vec();
                }
                Ok(Item::Record(Piece { number, position, bytes: &self.buffer[bytes] }))
            }
            Extent::Whole(length) => {
                self.start += length;
                Ok(Item::Broken { number, position, at: position, reason: "not an object".to_owned() })
            }
            Extent::Broken(length, reason) => {
                self.start += 1;
                self.state = State::Lost;
                Ok(Item::Broken { number, position, at: position + length as u64, reason })
            }
            Extent::InputEnds => {
                let at = self.offset + self.buffer.len() as u64;
                self.start += 1;
                if self.find_record()? {
                    return Ok(Item::Broken { number, position, at, reason: "it does not end".to_owned() });
                }
                self.state = State::Ended;
                Ok(Item::Truncated { number, position })
            }
        }
    }

    fn extent(&mut self) -> io::Result<Extent> {
        let mut scanner = Scanner::default();
        let mut seen = 0;
        loop {
            match scanner.scan(&self.buffer[self.start + seen..]) {
                Progress::Ended(length) => return Ok(Extent::Whole(seen + length)),
                Progress::Wrong(length, reason) => return Ok(Extent::Broken(seen + length, reason)),
                Progress::Unfinished => seen = self.buffer.len() - self.start,
            }
            if seen > MAX_RECORD {
                return Ok(Extent::Broken(seen, format!("longer than {} MB", MAX_RECORD >> 20)));
            }
            if !self.fill()? {
                return Ok(Extent::InputEnds);
            }
        }
    }

    /// Leads `start` to the next `{` that the first key of a record follows.
    fn find_record(&mut self) -> io::Result<bool> {
        // Enough for the bracket, blanks of a pretty-printed file and the key.
        let reach = self.first_key.len().max(USUAL_FIRST_KEY.len()) + 64;
        loop {
            let ahead = &self.buffer[self.start..];
            if let Some(distance) = (0..ahead.len()).find(|&i| ahead[i] == b'{' && self.begins_record(&ahead[i + 1..])) {
                self.start += distance;
                self.state = State::InList;
                return Ok(true);
            }
            self.start += ahead.len().saturating_sub(reach);
            if !self.fill()? {
                return Ok(false);
            }
        }
    }

    fn begins_record(&self, after_bracket: &[u8]) -> bool {
        let key = after_bracket.trim_ascii_start();
        key.starts_with(USUAL_FIRST_KEY) || key.starts_with(&self.first_key)
    }

    /// Steps into the list under `companies`, past the members before it.
    fn enter_companies(&mut self) -> Result<(), SplitError> {
        const NO_LIST: SplitError = SplitError::Shape("neither a list nor an object with a list named companies");
        self.start += 1;
        loop {
            self.skip_commas()?;
            if self.peek()? != Some(b'"') {
                return Err(NO_LIST);
            }
            let Extent::Whole(length) = self.extent()? else { return Err(NO_LIST) };
            let is_companies = &self.buffer[self.start..self.start + length] == b"\"companies\"";
            self.start += length;
            if self.peek()? != Some(b':') {
                return Err(NO_LIST);
            }
            self.start += 1;
            if self.peek()? == Some(b'[') && is_companies {
                self.start += 1;
                return Ok(());
            }
            let Extent::Whole(length) = self.extent()? else { return Err(NO_LIST) };
            self.start += length;
        }
    }

    fn skip_commas(&mut self) -> io::Result<()> {
        while self.peek()? == Some(b',') {
            self.start += 1;
        }
        Ok(())
    }

    /// The next byte that is no blank, without consuming it.
    fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            let ahead = &self.buffer[self.start..];
            if let Some(blanks) = ahead.iter().position(|byte| !byte.is_ascii_whitespace()) {
                self.start += blanks;
                return Ok(Some(self.buffer[self.start]));
            }
            self.start = self.buffer.len();
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Reads on; false at the end of the input.
    fn fill(&mut self) -> io::Result<bool> {
        self.offset += self.start as u64;
        self.buffer.drain(..self.start);
        self.start = 0;
        let known = self.buffer.len();
        self.buffer.resize(known + CHUNK, 0);
        let read = loop {
            match self.reader.read(&mut self.buffer[known..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.buffer.truncate(known + *read.as_ref().unwrap_or(&0));
        Ok(read? > 0)
    }
}

/// The first key of an object, with its quotes.
fn first_key(object: &[u8]) -> Option<&[u8]> {
    let key = object[1..].trim_ascii_start();
    let length = key.get(1..)?.iter().position(|&byte| byte == b'"')? + 2;
    key.get(..length).filter(|key| key.starts_with(b"\"") && !key.contains(&b'\\'))
}

#[cfg(test)]
#[path = "splitter_tests.rs"]
mod tests;
