//! The way out: the companies of the register's list as it is filtered, their contact persons or their contact log, as CSV or XLSX.
//!
//! What is exported is what the search finds, slice by slice: whatever the search leaves out, no export has. Own texts come by
//! the same rule of visibility as on the company's page. Every export leaves a row of how much left.
//!
//! Nobody can be called or written to out of a file against the company's mark: the row is there and names the mark, what it
//! would take to reach them is not.

pub mod csv;
pub mod pages;
mod rows;
mod store;
pub mod value;
mod xlsx;

use crate::codes::codes;

codes! {
    /// What kind of file it is.
    pub Format {
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

/// What makes a spreadsheet take a text for a formula.
pub const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
