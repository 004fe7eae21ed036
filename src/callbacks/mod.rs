//! Call-back requests (soittopyyntö), from the first ring to the ending that their logger gets to know.
//!
//! A call-back always has one holder: a person (`taken`), or a team's queue that today's duty person answers for (`new`).
//! Every change of state goes through `transition`; what may follow what, and who may do it, is the table in `rules`.

pub mod additions;
pub mod attempts;
pub mod closures;
pub mod deeds;
mod employer;
pub mod form;
pub mod fragments;
pub mod handover_due;
pub mod handovers;
mod history;
pub mod ladder;
pub mod linking;
pub mod mails;
pub mod pages;
pub mod partner;
pub mod queue;
pub mod receiver;
mod recipients;
mod record;
pub mod rules;
pub mod show;
pub mod store;
pub mod transition;
pub mod visibility;

pub use transition::{release_all_of, release_of_team};
pub use visibility::visible_to;

use crate::codes::codes;

codes! {
    pub State {
        /// In a team's queue.
        New = "new",
        /// Held by a person.
        Taken = "taken",
        Closed = "closed",
    }
}

codes! {
    /// How a call-back ended.
    pub Outcome {
        Helped = "helped",
        NoHelpNeeded = "no_help_needed",
        NotReached = "not_reached",
        /// Sent on to someone outside; counts as a hand-over.
        Referred = "referred",
        /// By the person who logged it, while it was still in the queue.
        Cancelled = "cancelled",
    }
}

codes! {
    /// How the employer reached us.
    pub Source {
        Phone = "phone",
        Counter = "counter",
        Email = "email",
    }
}

codes! {
    /// Why a call-back is handed over.
    pub Reason {
        WrongTopic = "wrong_topic",
        NeedsExpert = "needs_expert",
        OtherArea = "other_area",
        OtherLanguage = "other_language",
        Absence = "absence",
        /// What `referred` writes: help is to be had elsewhere.
        HelpElsewhere = "help_elsewhere",
        /// What a partner by mail writes: it came to the wrong place.
        NotOurs = "not_ours",
    }
}

impl Reason {
    /// What a person who hands over chooses from; the others follow from the deed.
    pub fn offered() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|reason| !matches!(reason, Self::HelpElsewhere | Self::NotOurs))
    }
}

codes! {
    /// What came of one attempt to call.
    pub AttemptResult {
        Reached = "reached",
        NoAnswer = "no_answer",
        CallAgain = "call_again",
    }
}
