//! `import csv`: a table of companies, contact persons or contacts, by the same code as in the browser. Without `--confirm` it is
//! a dry run that leaves nothing behind.

use super::Outcome as Ended;
use crate::app::{App, Clock};
use crate::config::Config;
use crate::db::{Conn, in_transaction};
use crate::error::Error;
use crate::i18n::Lang;
use crate::routes::IMPORTERS;
use crate::staff::{sessions, store as staff};
use crate::transfers::check::check;
use crate::transfers::confirmation::{Confirmed, confirm};
use crate::transfers::store::lines::{self, Line};
use crate::transfers::store::{self, NewTransfer};
use crate::transfers::table::{self, LIMITS, Table};
use crate::transfers::{Kind, Outcome, upload};
use crate::web::Viewer;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct TableArguments {
    /// CSV or XLSX, whatever its name says.
    file: PathBuf,
    /// What the rows are: companies, people or contacts.
    #[arg(long, value_parser = kind)]
    kind: Kind,
    /// Whose import it is: the e-mail address of an administrator or coordinator of the host organisation.
    #[arg(long = "as")]
    email: String,
    /// Write it; otherwise it is only told what would happen.
    #[arg(long)]
    confirm: bool,
    /// Leave out the rows that are refused, rather than write none.
    #[arg(long)]
    good_rows: bool,
}

fn kind(code: &str) -> Result<Kind, String> {
    Kind::from_code(code).ok_or_else(|| format!("kinds are {}", Kind::ALL.map(Kind::code).join(", ")))
}

/// Why the transaction is rolled back.
enum Stop {
    /// A dry run, or one that may not be written: what was found.
    Told(Vec<Line>),
    Words(String),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Stop {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

pub fn run(config: &Config, arguments: &TableArguments) -> Ended {
    let app = App::build(config.clone(), Clock::System)?;
    let size = std::fs::metadata(&arguments.file)?.len();
    if size > LIMITS.bytes as u64 {
        return Err(crate::i18n::text(Lang::En, &table::Trouble::TooLarge.text_key()).into());
    }
    let read = table::read(&std::fs::read(&arguments.file)?, &LIMITS);
    let table = read.map_err(|trouble| crate::i18n::text(Lang::En, &trouble.text_key()))?;
    let table = upload::without_identity_codes(table, app.today());
    let mut conn = app.db.writer()?;
    let (lines, is_written) = match in_transaction(&mut conn, |conn| import(conn, &app, arguments, &table)) {
        Ok(lines) => (lines, true),
        Err(Stop::Told(lines)) => (lines, false),
        Err(Stop::Words(words)) => return Err(words.into()),
        Err(Stop::Failed(error)) => return Err(error.into()),
    };
    tell(&lines, is_written, arguments.confirm)
}

fn import(conn: &mut Conn, app: &App, arguments: &TableArguments, table: &Table) -> Result<Vec<Line>, Stop> {
    let viewer = viewer(conn, app, &arguments.email)?;
    let file_name = arguments.file.file_name().unwrap_or_default().to_string_lossy();
    let author = (viewer.organisation_id, viewer.staff_id);
    let id = store::add(conn, &NewTransfer { author, kind: arguments.kind, file_name: &file_name, table }, app.now())?;
    let transfer = store::find(conn, &viewer, id)?.ok_or(Error::NotFound)?;
    if let Some(wrong) = transfer.mapping.wrong(arguments.kind) {
        let headings = table.columns.join(", ");
        return Err(Stop::Words(format!("{} The file's headings: {headings}.", crate::i18n::text(Lang::En, wrong))));
    }
    for (heading, _) in table.columns.iter().zip(&transfer.mapping.fields).filter(|(_, field)| field.is_empty()) {
        eprintln!("not imported: column {heading}");
    }
    check(conn, app, &viewer, &transfer)?;
    let found = lines::all(conn, id)?;
    if !arguments.confirm {
        return Err(Stop::Told(found));
    }
    let checked = store::find(conn, &viewer, id)?.ok_or(Error::NotFound)?;
    match confirm(conn, app, &viewer, &checked, arguments.good_rows)? {
        Confirmed::Written(_) => Ok(found),
        Confirmed::NotAllGood | Confirmed::Meanwhile(_) | Confirmed::Already => Err(Stop::Told(found)),
    }
}

fn viewer(conn: &mut Conn, app: &App, email: &str) -> Result<Viewer, Stop> {
    let unknown = || Stop::Words(format!("there is no account with the address {email}"));
    let staff_id = staff::find_by_email(conn, email)?.ok_or_else(unknown)?;
    let membership = staff::first_access(conn, staff_id, app.today())?.ok_or_else(unknown)?;
    let viewer = sessions::reader(conn, membership, app.today())?.ok_or_else(unknown)?;
    if !IMPORTERS.allows(&viewer) {
        return Err(Stop::Words(format!("{email} is no administrator or coordinator of the host organisation")));
    }
    Ok(Viewer { lang: Lang::En, ..viewer })
}

fn tell(lines: &[Line], is_written: bool, confirmed: bool) -> Ended {
    let count = |outcome: Outcome| lines.iter().filter(|line| line.outcome == Some(outcome)).count();
    for line in lines {
        for problem in &line.told.problems {
            eprintln!("row {}: {}", line.line, problem.in_words(Lang::En));
        }
    }
    let [new, changed, same, refused] = [Outcome::New, Outcome::Changed, Outcome::Same, Outcome::Refused].map(count);
    println!("{new} new, {changed} changed, {same} unchanged, {refused} refused");
    match (is_written, confirmed) {
        (true, _) => println!("The import is done; it can be undone on its page."),
        (false, false) => println!("Nothing was written: this was a dry run; --confirm writes."),
        (false, true) => return Err("nothing was written: mend the refused rows, or add --good-rows".into()),
    }
    if refused > 0 { Err(format!("{refused} rows were refused").into()) } else { Ok(()) }
}
