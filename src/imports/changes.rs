//! The report of an import: what it changed in companies that were there before, company by company, and where a person's
//! correction stands against something new in the register, with a decision in one click.

pub mod deeds;
pub mod pages;
pub mod store;
mod view;

use crate::app::App;
use crate::codes::codes;
use crate::companies::ytj::changes;
use crate::error::Error;
use crate::jobs::{Done, each};
use chrono::TimeDelta;

/// How long the rows of a report are kept.
const KEPT: TimeDelta = TimeDelta::days(90);

codes! {
    /// A view of the report.
    pub Show {
        /// Hand edits against something new in the register.
        HandEdits = "hand_edits",
        /// Out of business since.
        Ended = "ended",
        Changed = "changed",
    }
}

/// The job: reports of long ago keep their counts only.
pub fn forget(app: &App) -> Result<Done, Error> {
    let old = store::ended_before(&mut *app.db.writer()?, app.now() - KEPT)?;
    Ok(each(app, old, |conn, import_id| Ok(changes::forget(conn, *import_id)? > 0)))
}
