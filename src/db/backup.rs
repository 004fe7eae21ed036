//! A whole and consistent copy of the database while people work, and the way back: the copy is checked before anything
//! is replaced.

#[cfg(feature = "postgres")]
mod postgres;
mod sqlite;

use super::backend::{self, DatabaseUrl};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One column of text.
#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    line: String,
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Writes a copy of the database into `file`, which must not exist yet. The database is left as it is, its schema too.
pub fn back_up(url: &DatabaseUrl, file: &Path) -> Result<(), Failure> {
    if file.exists() {
        return Err(format!("{} exists already: name a new file", file.display()).into());
    }
    let unfinished = beside(file, "unfinished");
    own_file(&unfinished)?;
    let copied = match url {
        DatabaseUrl::Sqlite(database) => sqlite::copy(database, &unfinished),
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(database) => postgres::copy(database, &unfinished),
    };
    let kept =
        copied.and_then(|()| Ok(std::fs::File::open(&unfinished)?.sync_all()?)).and_then(|()| Ok(std::fs::rename(&unfinished, file)?));
    if kept.is_err() {
        std::fs::remove_file(&unfinished)?;
    }
    kept
}

/// Makes an empty file that only its owner may read, since a copy holds everything that the database does.
fn own_file(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create(true).truncate(true).open(file).map(|_| ())
}

/// Puts a copy that `back_up` wrote in the database's place, once it has been checked; the service must be stopped.
/// Returns what became of the data that was there, in words. A copy of an older version is brought up to date by the next `serve`.
pub fn restore(url: &DatabaseUrl, file: &Path) -> Result<String, Failure> {
    if !file.is_file() {
        return Err(format!("there is no file {}", file.display()).into());
    }
    match url {
        DatabaseUrl::Sqlite(database) => sqlite::restore(Path::new(database), file),
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(database) => postgres::restore(database, file),
    }
}

/// Whether this program can work with a database to which these migrations were applied.
fn check_versions(applied: &BTreeSet<String>) -> Result<(), Failure> {
    if applied.is_empty() {
        return Err("this is no copy of a Kohtaanto database".into());
    }
    match applied.difference(&backend::migration_versions()?).next() {
        Some(unknown) => {
            Err(format!("this copy was made by a newer version of the program (schema {unknown}): restore it with that one").into())
        }
        None => Ok(()),
    }
}

/// A name in the same directory, so that a rename moves the whole file at once.
fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    file.with_file_name(name)
}

/// A name that is free, for what a restore replaces.
fn former_name(file: &Path) -> PathBuf {
    let mut names = (1..).map(|number| beside(file, &format!("before-restore-{number}")));
    names.find(|name| !name.exists()).expect("numbers don't end")
}
