//! PostgreSQL's own programs make and read the copy: `pg_dump`, `pg_restore` and `psql`, of the server's version.

use super::{Failure, Line, beside, check_versions, former_name, own_file};
use diesel::prelude::*;
use percent_encoding::percent_decode_str;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use url::Url;

pub fn copy(database: &str, file: &Path) -> Result<(), Failure> {
    run(connected("pg_dump", database)?.args(["--format=custom", "--no-owner", "--no-privileges", "--no-comments", "--file"]).arg(file))?;
    Ok(())
}

/// All or nothing: the tables that are there are dropped and the copy's made in one transaction.
pub fn restore(database: &str, file: &Path) -> Result<String, Failure> {
    check_versions(&versions(file)?)?;
    let tables = tables_of_unused(database)?;
    let former = former_name(file);
    own_file(&former)?;
    copy(database, &former)?;
    let script = beside(&former, "sql");
    own_file(&script)?;
    let done = replay(database, file, &script, &tables);
    std::fs::remove_file(&script)?;
    done.map(|()| format!("What was there before is in {}.", former.display()))
}

/// `pg_restore` alone would leave the tables that the copy doesn't know, and those keep it from dropping the others.
fn replay(database: &str, file: &Path, script: &Path, tables: &[String]) -> Result<(), Failure> {
    run(Command::new("pg_restore").args(["--no-owner", "--no-privileges", "--no-comments", "--file"]).arg(script).arg(file))?;
    let mut command = connected("psql", database)?;
    command.args(["--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"]);
    if !tables.is_empty() {
        command.arg(format!("--command=DROP TABLE {} CASCADE", tables.join(", ")));
    }
    run(command.arg("--file").arg(script))?;
    Ok(())
}

/// The quoted names of the database's tables, if nobody else is connected to it.
fn tables_of_unused(database: &str) -> Result<Vec<String>, Failure> {
    let mut conn = PgConnection::establish(database)?;
    let others = "SELECT pid::text AS line FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    if !diesel::sql_query(others).load::<Line>(&mut conn)?.is_empty() {
        return Err("the database is in use: stop the service first".into());
    }
    let tables = "SELECT format('%I.%I', schemaname, tablename) AS line FROM pg_tables WHERE schemaname = current_schema()";
    Ok(diesel::sql_query(tables).load::<Line>(&mut conn)?.into_iter().map(|table| table.line).collect())
}

/// The migrations of the database that was copied, from the copy.
fn versions(file: &Path) -> Result<BTreeSet<String>, Failure> {
    let mut command = Command::new("pg_restore");
    let told = run(command.args(["--data-only", "--table=__diesel_schema_migrations", "--file=-"]).arg(file))?;
    let text = String::from_utf8_lossy(&told.stdout).into_owned();
    let rows = text.lines().skip_while(|line| !line.starts_with("COPY ")).skip(1).take_while(|line| *line != "\\.");
    Ok(rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect())
}

/// The password goes by the environment: anyone on the machine may read a command's arguments.
fn connected(program: &str, database: &str) -> Result<Command, Failure> {
    let mut url = Url::parse(database)?;
    let password = url.password().map(|password| percent_decode_str(password).decode_utf8_lossy().into_owned());
    let mut command = Command::new(program);
    if let Some(password) = password {
        url.set_password(None).map_err(|()| "DATABASE_URL has a password in an odd place")?;
        command.env("PGPASSWORD", password);
    }
    command.arg("--dbname").arg(url.as_str());
    Ok(command)
}

fn run(command: &mut Command) -> Result<Output, Failure> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{program} can't be run ({error}): install PostgreSQL's client programs"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim()).into())
}
