//! Companies that are in the register twice: a standing list of probable pairs, merging two into one, and undoing that.
//!
//! A company with a business id always stays: the register names it, and an import finds it by that id. So two companies with
//! business ids never merge, and every probable pair has at least one company without.
//!
//! The merged company's row leaves `companies`: no search, list, count, form or import can meet it again, and the database
//! itself refuses a merge that forgets a link. [`links`] is the one list of these links. A row of `company_forwards` makes
//! the old address lead on for ever. What a merge changed is kept row by row for 30 days, and undoing puts it back where it
//! still is as the merge left it.

mod changes;
mod compare;
pub mod distinctions;
mod fields;
mod find;
pub mod forget;
pub mod forwards;
pub mod links;
pub mod list;
pub mod look;
mod merge;
pub mod merge_pages;
pub mod merges;
pub mod notes;
pub mod rules;
pub mod store;
mod undo;
pub mod undo_pages;

pub use merge::{Merged, merge, seen};
pub use undo::{Hindrance, Undone, undo};

use crate::codes::codes;
use chrono::TimeDelta;

/// So long a merge can be undone.
pub const UNDO_FOR: TimeDelta = TimeDelta::days(30);

codes! {
    /// Why two companies are probably one. Stored by its `code`, several with commas between.
    pub Reason {
        /// The same name but for the legal form, and no other municipality.
        Name = "name",
        /// One has a name that the other had.
        FormerName = "former_name",
        /// The same name in another municipality: a reason only beside another.
        NameElsewhere = "name_elsewhere",
        /// A company's or contact person's number.
        Phone = "phone",
        Email = "email",
        /// The same web pages, or those of the other's e-mail address.
        Website = "website",
    }
}
