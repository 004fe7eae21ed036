//! What an employment area decides for itself, beside its teams, hours and routing. Each setting has a default, so that an
//! empty table is a working one.

pub mod form;
pub mod pages;
mod store;

pub use store::{load, save};

use crate::calendar::{PaymentDays, Roll, SendingWindow};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub payments: PaymentDays,
    /// When reminders and the ladder's mails may leave.
    pub sending: SendingWindow,
    pub ladder: Ladder,
    /// Reminders and steps that fell due more than so many days ago are shown, but not mailed any more.
    pub mailed_within_days: u32,
}

/// When somebody is told of a call-back that doesn't move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// In response times from its arrival: the backup team and the coordinators are told.
    pub still_not_taken_times: u32,
    /// In office days from the claim or the last attempt: the holder is told.
    pub no_attempt_days: u32,
    /// In office days from the claim or the last attempt: it goes back to the queue.
    pub expired_days: u32,
    /// So many attempts without an answer: the holder may end it as not reached.
    pub unanswered_attempts: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            payments: PaymentDays { days: vec![10, 25], roll: Roll::Previous },
            sending: SendingWindow { from_minute: 8 * 60, until_minute: 17 * 60 },
            ladder: Ladder { still_not_taken_times: 2, no_attempt_days: 1, expired_days: 2, unanswered_attempts: 3 },
            mailed_within_days: 5,
        }
    }
}
