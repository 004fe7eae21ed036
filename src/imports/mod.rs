//! Imports of the company register that an administrator starts in the browser: the file comes from the open data itself
//! ([`download`]) or from the browser ([`upload`]), the work goes on in a thread of its own ([`work`]) while people work, and
//! the page tells how far it is. One at a time. [`schedule`] begins one by itself; [`changes`] is the report of what it changed.

pub mod changes;
mod download;
mod mails;
pub mod pages;
pub mod schedule;
pub mod store;
mod upload;
mod view;
pub mod work;

use crate::codes::codes;

codes! {
    /// Where an import stands. Stored by its `code`.
    pub State {
        /// The file is on its way from the open data.
        Downloading = "downloading",
        Running = "running",
        Done = "done",
        /// Read up to somewhere: what came before is in the register.
        Incomplete = "incomplete",
        /// Nothing of it is in the register.
        Failed = "failed",
        /// The service stopped meanwhile. Running it again does the rest.
        Interrupted = "interrupted",
    }
}
