//! Tables that come in and go out: companies, contact persons and the contact log as CSV or XLSX. (The register's import from
//! the open data is `imports`.)
//!
//! A file becomes a [`table`]; its columns are told apart ([`columns`], [`mapping`]); a check tells of every row what it would do
//! ([`rows`], [`check`]); only a confirmation writes, all rows in one transaction and through the nouns' own stores
//! ([`confirmation`]); and for 30 days the whole of it can be taken back ([`undoing`]). [`export`] is the way out.

pub mod check;
pub mod columns;
pub mod confirmation;
pub mod export;
pub mod mapping;
mod old;
pub mod pages;
pub mod rows;
pub mod show;
pub mod store;
pub mod table;
pub mod undoing;
pub mod upload;
mod view;

pub use old::forget;

use crate::codes::codes;
use chrono::TimeDelta;

/// How long an unconfirmed file is kept: it may hold anything.
pub const UNCONFIRMED: TimeDelta = TimeDelta::days(1);
/// How long an import can be taken back.
pub const UNDOABLE: TimeDelta = TimeDelta::days(30);

codes! {
    /// What the rows of a table are.
    pub Kind {
        Companies = "companies",
        People = "people",
        Contacts = "contacts",
    }
}

codes! {
    /// Where an import stands. Stored by its `code`.
    pub State {
        /// The file is read; what its columns are is not said yet.
        Read = "read",
        /// Every row is checked; nothing is written.
        Checked = "checked",
        Done = "done",
        Undone = "undone",
        /// Nobody confirmed it in time, or somebody gave it up; its rows are gone.
        Dropped = "dropped",
    }
}

codes! {
    /// What a row does, or did. Stored by its `code`.
    pub Outcome {
        New = "new",
        Changed = "changed",
        /// The register says the same already.
        Same = "same",
        Refused = "refused",
    }
}
