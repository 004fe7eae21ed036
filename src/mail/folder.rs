//! The folder that stands in for a mail server: one `.eml` file a mail.
//!
//! Blocking file access: call it where blocking is allowed.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use super::message::EncodedMail;

/// A mail found in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMail {
    /// Without angle brackets, as in [`super::message::Message`].
    pub message_id: String,
    /// The `.eml` file.
    pub path: PathBuf,
    /// When it was written.
    pub written_at: DateTime<Utc>,
}

/// Writes the mail to `<dir>/<Message-ID>.eml` and returns that path. The folder is made when
/// missing. A reader sees the whole mail or none; storing the same mail again replaces it.
///
/// # Errors
/// Those of the file system.
pub fn store(dir: &Path, mail: &EncodedMail) -> io::Result<PathBuf> {
    fs::create_dir_all(dir)?;
    // `Message::encode` lets only letters, digits and `.-_+@` into an id: it is a safe file name.
    let path = dir.join(format!("{}.eml", mail.message_id));
    let unfinished = dir.join(format!(".{}.part", mail.message_id));
    let mut file = File::create(&unfinished)?;
    file.write_all(&mail.raw)?;
    file.sync_all()?;
    fs::rename(&unfinished, &path)?;
    Ok(path)
}

/// The mails in the folder, newest first. A folder that does not exist is empty.
///
/// # Errors
/// Those of the file system.
pub fn list(dir: &Path) -> io::Result<Vec<StoredMail>> {
    let entries = match fs::read_dir(dir) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut mails = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some(message_id) = name.to_str().and_then(|n| n.strip_suffix(".eml")) else {
            continue;
        };
        mails.push(StoredMail { message_id: message_id.to_owned(), written_at: entry.metadata()?.modified()?.into(), path: entry.path() });
    }
    mails.sort_by(|a, b| (b.written_at, &b.message_id).cmp(&(a.written_at, &a.message_id)));
    Ok(mails)
}
