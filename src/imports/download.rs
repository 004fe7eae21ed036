//! The open data's whole file from the service itself, into a temporary file as if somebody had sent it.

use super::upload::{LARGEST, Upload, may_begin};
use crate::companies::ytj::{Trouble, api};
use crate::config::Config;
use crate::error::Error;
use std::fs::File;
use std::io::{self, Read, Write};
use std::time::{Duration, Instant};
use url::Url;

/// Read and written at a time, in bytes.
const PORTION: usize = 1 << 18;
/// Between two words of progress.
const INTERVAL: Duration = Duration::from_secs(1);

/// Why there is no file.
#[derive(Debug)]
pub enum Failure {
    Service(Trouble),
    /// The disk is full.
    NoRoom,
    /// A fault of ours.
    Internal(Error),
}

impl Failure {
    /// How it is stored, where a user is told of it.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Service(trouble) => Some(trouble.code()),
            Self::NoRoom => Some("no_room"),
            Self::Internal(_) => None,
        }
    }

    /// The text that tells a user what such a code means.
    pub fn text_key(code: &str) -> Option<&'static str> {
        if Self::NoRoom.code() == Some(code) {
            return Some("error-import-no-room");
        }
        Trouble::from_code(code).map(Trouble::text_key)
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Service(trouble)
    }
}

/// Where the file comes from, as users know it: the service's host.
pub fn source(config: &Config) -> String {
    let url = Url::parse(&config.ytj_url).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Downloads the file, which takes minutes and blocks. `tell` hears how many bytes have come, and of how many.
pub fn fetch(config: &Config, mut tell: impl FnMut(u64, Option<u64>)) -> Result<Upload, Failure> {
    let mut bulk = api::bulk(&config.ytj_url)?;
    let (mut upload, mut file) = Upload::create(config, source(config)).map_err(Failure::Internal)?;
    let mut portion = vec![0; PORTION];
    let mut told: Option<Instant> = None;
    loop {
        let filled = fill(&mut bulk.reader, &mut portion)?;
        if upload.bytes == 0 && (filled == 0 || !may_begin(&portion[..filled])) || upload.bytes > LARGEST {
            return Err(Trouble::Odd.into());
        }
        if filled == 0 {
            return Ok(upload);
        }
        write(&mut file, &portion[..filled])?;
        upload.bytes += filled as u64;
        if told.is_none_or(|told| told.elapsed() >= INTERVAL) {
            told = Some(Instant::now());
            tell(upload.bytes, bulk.bytes);
        }
    }
}

/// Fills the portion, unless the file ends before.
fn fill(reader: &mut dyn Read, portion: &mut [u8]) -> Result<usize, Trouble> {
    let mut filled = 0;
    while filled < portion.len() {
        match reader.read(&mut portion[filled..]) {
            Ok(0) => break,
            Ok(bytes) => filled += bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Trouble::while_reading(&error)),
        }
    }
    Ok(filled)
}

fn write(file: &mut File, portion: &[u8]) -> Result<(), Failure> {
    file.write_all(portion).map_err(|error| match error.kind() {
        io::ErrorKind::StorageFull => Failure::NoRoom,
        _ => Failure::Internal(Error::internal(error)),
    })
}
