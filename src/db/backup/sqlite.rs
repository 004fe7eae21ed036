//! A SQLite database in use is more than its one file: `VACUUM INTO` writes the copy.

use super::{Failure, Line, beside, check_versions, former_name};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;
use std::path::Path;

pub fn copy(database: &str, file: &Path) -> Result<(), Failure> {
    if !Path::new(database).is_file() {
        return Err(format!("there is no database {database}").into());
    }
    let mut conn = SqliteConnection::establish(database)?;
    conn.batch_execute("PRAGMA busy_timeout = 60000")?;
    diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(path(file)?).execute(&mut conn)?;
    Ok(())
}

pub fn restore(database: &Path, file: &Path) -> Result<String, Failure> {
    check(file)?;
    let unfinished = beside(database, "unfinished");
    std::fs::copy(file, &unfinished)?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    let told = if database.exists() {
        close(database)?;
        let former = former_name(database);
        for suffix in ["", "-wal", "-shm"] {
            move_if_there(database, &former, suffix)?;
        }
        format!("What was there before is in {}.", former.display())
    } else {
        "There was no database before.".to_owned()
    };
    std::fs::rename(&unfinished, database)?;
    Ok(told)
}

/// A whole SQLite file of a schema that we know.
fn check(file: &Path) -> Result<(), Failure> {
    let mut conn = SqliteConnection::establish(&format!(
        "file:{}?mode=ro&immutable=1",
        path(file)?.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
    ))?;
    let found = diesel::sql_query("SELECT integrity_check AS line FROM pragma_integrity_check LIMIT 1")
        .load::<Line>(&mut conn)
        .map_err(|error| format!("{} is no whole copy: {error}", file.display()))?;
    if let Some(trouble) = found.iter().find(|line| line.line != "ok") {
        return Err(format!("{} is damaged: {}", file.display(), trouble.line).into());
    }
    let versions = diesel::sql_query("SELECT version AS line FROM __diesel_schema_migrations").load::<Line>(&mut conn);
    check_versions(&versions.unwrap_or_default().into_iter().map(|version| version.line).collect())
}

/// Takes the log back into the file, which can't be done while anyone else has the database open. A database that is too
/// damaged for it may still be replaced.
fn close(database: &Path) -> Result<(), Failure> {
    let closed = SqliteConnection::establish(path(database)?)?.batch_execute("PRAGMA busy_timeout = 1000; PRAGMA journal_mode = DELETE");
    match closed {
        Err(error) if error.to_string().contains("locked") => {
            Err(format!("{} is in use: stop the service first", database.display()).into())
        }
        _ => Ok(()),
    }
}

fn move_if_there(from: &Path, to: &Path, suffix: &str) -> std::io::Result<()> {
    let named = |file: &Path| {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        name
    };
    match std::fs::rename(named(from), named(to)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn path(file: &Path) -> Result<&str, Failure> {
    file.to_str().ok_or_else(|| format!("{} is no readable name", file.display()).into())
}
