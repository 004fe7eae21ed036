//! The register from its real source: the bulk file of the PRH/YTJ open data.
//!
//! One thread reads: [`source`] opens files and ZIPs, [`splitter`] cuts them into records, [`record`] and [`mapping`]
//! make rows of them. The other writes slice by slice: [`stage`] puts a slice into temporary tables and brings the
//! register up to date by set-based statements, [`hand_edits`] keeps what people wrote. A slice is one transaction, so
//! that others can write in between, and an import that was stopped is simply run again.
//!
//! [`changes`] keeps what the report of an import tells. [`api`] asks the live open data for one company, and [`single`] puts it through the same statements.

mod addresses;
pub mod api;
pub mod changes;
mod hand_edits;
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
pub use mapping::Row;
pub use report::{Report, thousands};
pub use single::store;
pub use source::Input;

use crate::db::{Conn, settle_bulk};
use chrono::NaiveDateTime;
use diesel::result::QueryResult;
use reading::Slice;
use std::sync::mpsc;

/// Slices that are read ahead while one is written.
const READ_AHEAD: usize = 1;

/// What to import, and how.
#[derive(Debug)]
pub struct Options {
    /// Codes of three digits; none means all. Companies that are in the register already are brought up to date
    /// wherever they are.
    pub municipalities: Vec<String>,
    /// Records that are written in one transaction: many where nobody waits, few where people work meanwhile.
    pub slice: u64,
    /// The row of `register_imports` whose report it is; none without a report of changes.
    pub import_id: Option<i64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { municipalities: Vec::new(), slice: 10_000, import_id: None }
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
    let (sender, slices) = mpsc::sync_channel(READ_AHEAD);
    std::thread::scope(|scope| {
        scope.spawn(move || reading::read(inputs, options.slice, |slice| sender.send(slice).is_ok()));
        // Ends when the reader is done; on an error the reader finds nobody listening.
        for slice in slices {
            take(conn, &slice, options, now, &mut report)?;
            progress(slice.progress);
            report.add_read(slice);
        }
        Ok::<(), diesel::result::Error>(())
    })?;
    if report.new + report.changed > 0 {
        settle_bulk(conn)?;
    }
    Ok(report)
}

fn take(conn: &mut Conn, slice: &Slice, options: &Options, now: NaiveDateTime, report: &mut Report) -> QueryResult<()> {
    if slice.rows.is_empty() {
        return Ok(());
    }
    let noted = options.import_id.filter(|_| report.noted < changes::MOST);
    let written = stage::write(conn, slice, &options.municipalities, noted, now)?;
    report.add_written(written);
    Ok(())
}
