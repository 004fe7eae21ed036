//! The contact log: every call, visit, e-mail and event with a company, by every organisation that meets it.
//!
//! *That* a contact happened (who, organisation, when, kind, topic) is shared by all; its note, outcome and contact person
//! are read by all or by the writer's own organisation only.

pub mod corrections;
pub mod first;
pub mod form;
pub mod known;
pub mod logging;
pub mod ownership;
pub mod pages;
pub mod show;
pub mod store;
pub mod visibility;

use crate::codes::codes;
use chrono::NaiveDateTime;

pub use visibility::Visibility;

codes! {
    /// How the company was met.
    pub Kind {
        Call = "call",
        Visit = "visit",
        Email = "email",
        Event = "event",
    }
}

codes! {
    /// What came of it.
    pub Outcome {
        Reached = "reached",
        /// The next step is agreed.
        Agreed = "agreed",
        /// To be taken up again later.
        FollowUp = "follow_up",
        NoNeed = "no_need",
        NoAnswer = "no_answer",
        /// The number is not that of the company.
        WrongNumber = "wrong_number",
    }
}

/// A contact about to be logged.
#[derive(Clone, Copy, Debug)]
pub struct NewContact<'a> {
    pub company_id: i64,
    pub person_id: Option<i64>,
    /// The call-back that this contact ended, if it did.
    pub callback_id: Option<i64>,
    pub organisation_id: i64,
    pub staff_id: i64,
    pub kind: Kind,
    pub outcome: Outcome,
    pub topic_id: Option<i64>,
    /// Empty when nothing was written.
    pub note: &'a str,
    pub visibility: Visibility,
    /// In UTC.
    pub happened_at: NaiveDateTime,
}
