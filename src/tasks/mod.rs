//! Tasks: dated promises about one record. A task has exactly one holder: a person, or a team's queue. Tasks are read by the
//! organisation that made them only; who may do something about one is in `reach`.

pub mod batches;
mod deeds;
pub mod due;
pub mod form;
mod history;
pub mod holders;
pub mod listed;
pub mod listing;
pub mod mails;
pub mod new;
pub mod pages;
mod reach;
mod returning;
mod show;
pub mod snooze;
pub mod store;
pub mod transition;

pub use deeds::{claim, complete, hand_over, rename, reopen, reschedule};
pub use reach::Reach;
pub use returning::{after_team, pass_on_queue_of, return_all_of};
pub use show::show;

use crate::codes::codes;
use chrono::NaiveDate;

/// What a task is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Company(i64),
    Callback(i64),
}

/// Who has a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Person(i64),
    /// It waits in the queue of this team.
    Team(i64),
}

impl Holder {
    /// How forms and addresses name it: `staff-7`, `team-3`.
    pub fn code(self) -> String {
        match self {
            Self::Person(id) => format!("staff-{id}"),
            Self::Team(id) => format!("team-{id}"),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once('-')? {
            ("staff", id) => id.parse().ok().map(Self::Person),
            ("team", id) => id.parse().ok().map(Self::Team),
            _ => None,
        }
    }

    /// Of the two columns of a row one is set.
    fn of_columns(owner_id: Option<i64>, team_id: Option<i64>) -> Self {
        let person = owner_id.map(Self::Person);
        person.or(team_id.map(Self::Team)).expect("the table has a holder in each row")
    }

    fn columns(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Person(id) => (Some(id), None),
            Self::Team(id) => (None, Some(id)),
        }
    }
}

codes! {
    /// What became of a task.
    pub Move {
        Done = "done",
        Reopened = "reopened",
        /// To another day.
        Moved = "moved",
        HandedOver = "handed_over",
        Taken = "taken",
        /// To a queue, since its owner left.
        Returned = "returned",
        /// To another queue, since the team ended.
        TeamEnded = "team_ended",
        Renamed = "renamed",
    }
}

/// A task about to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewTask<'a> {
    pub about: About,
    pub organisation_id: i64,
    pub holder: Holder,
    pub created_by: i64,
    pub title: &'a str,
    pub due_on: NaiveDate,
}
