//! Call lists: companies that an organisation's people call one after another, for one purpose.
//!
//! A list is read by its own organisation. Who is among its callers takes the next company, calls, and codes what came of it;
//! that writes the contact log. What became of a company is what the *last* call to it says, so that a merge of two
//! companies, which brings their calls together, has nothing to settle, and a slip is mended by taking the company once more.
//!
//! A company that must not be contacted isn't put on a list, and isn't given to a caller if that was said later.

pub mod call_form;
pub mod calls;
pub mod chosen;
pub mod companies;
pub mod deeds;
pub mod form;
pub mod listing;
pub mod making;
pub mod pages;
pub mod results;
pub mod show;
pub mod store;
pub mod turns;
pub mod work;

use crate::codes::codes;
use crate::contacts;
use chrono::TimeDelta;

/// A list holds so many companies: more than a team calls in some weeks.
pub const MOST: usize = 1_000;
/// So long a company stays with who took it; then others may have it.
pub const TAKEN_FOR: TimeDelta = TimeDelta::minutes(60);
/// Who didn't answer is called again after this, at the earliest.
pub const NO_ANSWER_REST: TimeDelta = TimeDelta::hours(3);

codes! {
    /// What came of a call.
    pub Outcome {
        Reached = "reached",
        /// The next step is agreed.
        Agreed = "agreed",
        /// At a time that was told.
        CallAgain = "call_again",
        NoAnswer = "no_answer",
        NotInterested = "not_interested",
        WrongNumber = "wrong_number",
        /// The company wants nobody to contact it.
        DoNotCall = "do_not_call",
    }
}

impl Outcome {
    /// Somebody who speaks for the company was talked with about the matter.
    pub fn is_reached(self) -> bool {
        matches!(self, Self::Reached | Self::Agreed | Self::NotInterested | Self::DoNotCall)
    }

    /// The company is to be called again.
    pub fn is_open(self) -> bool {
        matches!(self, Self::CallAgain | Self::NoAnswer)
    }

    /// How the contact log says it.
    pub fn in_log(self) -> contacts::Outcome {
        match self {
            Self::Reached => contacts::Outcome::Reached,
            Self::Agreed => contacts::Outcome::Agreed,
            Self::CallAgain => contacts::Outcome::FollowUp,
            Self::NoAnswer => contacts::Outcome::NoAnswer,
            Self::NotInterested | Self::DoNotCall => contacts::Outcome::NoNeed,
            Self::WrongNumber => contacts::Outcome::WrongNumber,
        }
    }
}

/// The address of a list, and of a company on it.
pub fn address(id: i64) -> String {
    format!("/call-lists/{id}")
}

pub fn entry_address(id: i64, entry_id: i64) -> String {
    format!("/call-lists/{id}/companies/{entry_id}")
}
