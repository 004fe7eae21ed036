//! A file that a browser sends: streamed into a temporary file beside the database, never held in memory.

use crate::config::Config;
use crate::db::DatabaseUrl;
use crate::error::Error;
use crate::web::{forms, token};
use actix_multipart::{Field, Multipart};
use actix_web::web;
use futures_util::StreamExt;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The largest file, in bytes: the open data's whole file is some 1.5 gigabytes unpacked.
pub const LARGEST: u64 = 4 << 30;
/// Written to the disk at a time, in bytes.
const PORTION: usize = 1 << 20;
const PREFIX: &str = "kohtaanto-upload-";
/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// The file as it came; gone when this is dropped.
#[derive(Debug)]
pub struct Upload {
    pub path: PathBuf,
    /// What it was called.
    pub name: String,
    pub bytes: u64,
}

impl Drop for Upload {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.path) {
            tracing::warn!(%error, "an uploaded file can't be removed");
        }
    }
}

impl Upload {
    /// An empty one, to be written.
    pub fn create(config: &Config, name: String) -> Result<(Self, File), Error> {
        let path = directory(config).join(format!("{PREFIX}{}", token::random()));
        match File::options().write(true).create_new(true).open(&path) {
            Ok(file) => Ok((Self { path, name, bytes: 0 }, file)),
            Err(error) => Err(Error::internal(format!("{}: {error}", path.display()))),
        }
    }
}

/// What the form held.
#[derive(Default)]
pub struct Received {
    pub file: Option<Upload>,
    pub area_only: bool,
    /// The text key of what is wrong with the file.
    pub wrong: Option<&'static str>,
}

/// Reads the form to its end, also where something is wrong with it: a browser shows no answer before it has sent all.
pub async fn receive(config: &Config, mut form: Multipart) -> Result<Received, Error> {
    let mut received = Received::default();
    while let Some(field) = form.next().await {
        let Ok(mut field) = field else {
            received.wrong = Some("error-import-not-sent");
            break;
        };
        match field.name() {
            Some("area_only") => received.area_only = matches!(field.bytes(10).await, Ok(Ok(value)) if value.as_ref() == b"true"),
            Some("file") => match store(config, field).await? {
                Ok(file) => received.file = Some(file),
                Err(wrong) => received.wrong = Some(wrong),
            },
            _ => while field.next().await.is_some() {},
        }
    }
    if received.file.is_none() && received.wrong.is_none() {
        received.wrong = Some("error-import-no-file");
    }
    Ok(received)
}

/// The file, or the text key of what is wrong with it.
async fn store(config: &Config, mut field: Field) -> Result<Result<Upload, &'static str>, Error> {
    let (mut upload, mut file) = Upload::create(config, name_of(&field))?;
    let mut portion = Vec::new();
    let mut wrong = None;
    while let Some(chunk) = field.next().await {
        let Ok(chunk) = chunk else { return Ok(Err("error-import-not-sent")) };
        if wrong.is_some() {
            continue;
        }
        upload.bytes += chunk.len() as u64;
        portion.extend_from_slice(&chunk);
        wrong = wrong_with(&upload, &portion);
        if wrong.is_none() && portion.len() >= PORTION {
            wrong = write(&mut file, std::mem::take(&mut portion)).await?;
        }
    }
    if wrong.is_none() {
        wrong = write(&mut file, portion).await?;
    }
    Ok(match wrong {
        Some(wrong) => Err(wrong),
        None if upload.bytes == 0 => Err(if upload.name.is_empty() { "error-import-no-file" } else { "error-import-empty" }),
        None => Ok(upload),
    })
}

/// Seen while it comes in: more than is taken, or a beginning that neither JSON nor a ZIP has.
fn wrong_with(upload: &Upload, portion: &[u8]) -> Option<&'static str> {
    if upload.bytes > LARGEST {
        return Some("error-import-too-large");
    }
    let is_beginning = upload.bytes == portion.len() as u64;
    (is_beginning && !may_begin(portion)).then_some("error-import-not-ytj")
}

/// Whether the open data's file may begin so; true as long as too little has come.
pub fn may_begin(bytes: &[u8]) -> bool {
    const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
    const ZIP: &[u8] = b"PK\x03\x04";
    let begins = |mark: &[u8]| bytes.iter().zip(mark).all(|(byte, wanted)| byte == wanted);
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    begins(ZIP) || begins(BYTE_ORDER_MARK) && bytes.len() <= BYTE_ORDER_MARK.len() || first.is_none_or(|byte| matches!(byte, b'[' | b'{'))
}

/// Writes on a thread that may wait for the disk. A full one is the user's to know.
async fn write(file: &mut File, portion: Vec<u8>) -> Result<Option<&'static str>, Error> {
    let mut file = file.try_clone().map_err(Error::internal)?;
    match web::block(move || file.write_all(&portion)).await.map_err(Error::internal)? {
        Ok(()) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::StorageFull => Ok(Some("error-import-no-room")),
        Err(error) => Err(Error::internal(error)),
    }
}

fn name_of(field: &Field) -> String {
    let name = field.content_disposition().and_then(|disposition| disposition.get_filename()).unwrap_or_default();
    let name = forms::clean(name.rsplit(['/', '\\']).next().unwrap_or_default());
    name.chars().take(LONGEST_NAME).collect()
}

/// Where there is room for the database there is room for this, which can't be said of the system's own place.
fn directory(config: &Config) -> PathBuf {
    match &config.database {
        DatabaseUrl::Sqlite(path) => match Path::new(path).parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        },
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(_) => std::env::temp_dir(),
    }
}

/// What a service left behind that stopped in the middle.
pub fn remove_abandoned(config: &Config) {
    let removed = || -> io::Result<()> {
        for entry in std::fs::read_dir(directory(config))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                std::fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    };
    if let Err(error) = removed() {
        tracing::warn!(%error, "files of an interrupted import can't be removed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_zip_may_begin_so() {
        for bytes in [&b"["[..], b" \n{\"a\"", b"PK\x03\x04\x14", b"P", b"", b"\xef\xbb", b"\xef\xbb\xbf[", b"\xef\xbb\xbf"] {
            assert!(may_begin(bytes), "{bytes:?}");
        }
        for bytes in [&b"<!doctype"[..], b"businessId;name", b"PDF", b"\xef\xbb\xbfx", b"%PDF-1.4", b"\x1f\x8b"] {
            assert!(!may_begin(bytes), "{bytes:?}");
        }
    }
}
