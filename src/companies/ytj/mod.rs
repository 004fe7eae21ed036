//! The register from its real source: the bulk file of the PRH/YTJ open data.
//!
//! One thread reads: [`source`] opens files and ZIPs, [`splitter`] cuts them into records, [`record`] and [`mapping`]
//! make rows of them. The other writes slice by slice: [`stage`] puts a slice into temporary tables and brings the
//! register up to date by set-based statements, [`hand_edits`] keeps what people wrote. Some slices together are one
//! transaction, so that others can write in between, and an import that was stopped is simply run again. What is
//! [`known`] from the last time is not even parsed.
//!
//! [`changes`] keeps what the report of an import tells. [`api`] asks the live open data for one company, and [`single`] puts it through the same statements.

mod addresses;
pub mod api;
pub mod changes;
mod hand_edits;
mod known;
mod mapping;
mod reading;
mod record;
mod report;
mod scanner;
mod single;
mod source;
mod splitter;
mod stage;

pub use api::{Found, Named, Trouble};
pub use known::forget;
pub use mapping::Row;
pub use report::{Report, thousands};
pub use single::store;
pub use source::Input;

use crate::db::{Conn, settle_bulk};
use chrono::NaiveDateTime;
use diesel::result::QueryResult;
use known::Known;
use stage::Stage;
use std::sync::mpsc;

/// Slices that are read ahead while one is written.
const READ_AHEAD: usize = 1;
/// Records that are held in memory at once, in each of the slices under way.
const MOST_IN_MEMORY: u64 = 10_000;

/// What to import, and how.
#[derive(Debug)]
pub struct Options {
    /// Codes of three digits; none means all. Companies that are in the register already are brought up to date
    /// wherever they are.
    pub municipalities: Vec<String>,
    /// Records that are written in one transaction: few where people work meanwhile, many where nobody waits, since
    /// every transaction writes nearly all pages of the indexes anew.
    pub together: u64,
    /// The row of `register_imports` whose report it is; none without a report of changes.
    pub import_id: Option<i64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { municipalities: Vec::new(), together: 10_000, import_id: None }
    }
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    /// Records read.
    pub records: u64,
    /// Bytes of unpacked input read.
    pub bytes: u64,
    /// Bytes of all unpacked input, where that can be known.
    pub total_bytes: Option<u64>,
}

/// Imports the inputs one after the other. What is wrong with an input is in the report; an error is the database's.
pub fn import(
    conn: &mut Conn,
    inputs: &[Input],
    options: &Options,
    now: NaiveDateTime,
    mut progress: impl FnMut(Progress),
) -> QueryResult<Report> {
    let mut report = Report::default();
    let known = Known::load(conn)?;
    let (sender, slices) = mpsc::sync_channel(READ_AHEAD);
    std::thread::scope(|scope| {
        scope.spawn(move || reading::read(inputs, options.together.min(MOST_IN_MEMORY), &known, |slice| sender.send(slice).is_ok()));
        // Ends when the reader is done; on an error the reader finds nobody listening.
        let mut stage = Stage::default();
        for slice in slices {
            // Another file may tell the same companies.
            if stage.label != slice.label {
                write(conn, &mut stage, options, now, &mut report)?;
            }
            stage.add(conn, &slice)?;
            if stage.rows >= options.together {
                write(conn, &mut stage, options, now, &mut report)?;
            }
            progress(slice.progress);
            report.add_read(slice);
        }
        write(conn, &mut stage, options, now, &mut report)?;
        stage.close(conn)?;
        Ok::<(), diesel::result::Error>(())
    })?;
    if report.new + report.changed > 0 {
        settle_bulk(conn)?;
    }
    Ok(report)
}

fn write(conn: &mut Conn, stage: &mut Stage, options: &Options, now: NaiveDateTime, report: &mut Report) -> QueryResult<()> {
    if stage.rows > 0 {
        let noted = options.import_id.filter(|_| report.noted < changes::MOST);
        report.add_written(stage.write(conn, &options.municipalities, noted, now)?);
    }
    Ok(())
}
