//! Reminders: at a moment somebody is told of a task, or of a call that was agreed upon. A reminder is a row that fires once;
//! who is told is decided when it fires. A moved due time is a new reminder, the old one is cancelled.

mod fire;
mod mails;
pub mod store;

pub use fire::{fire, run};

use crate::codes::codes;

codes! {
    /// Where a reminder stands. Stored by its `code`.
    pub State {
        Waiting = "waiting",
        Mailed = "mailed",
        /// It fired without a mail: too late for one, or nobody wanted it.
        Shown = "shown",
        Cancelled = "cancelled",
    }
}

/// What a reminder is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    Task(i64),
    Callback(i64),
}
