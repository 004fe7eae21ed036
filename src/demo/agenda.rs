//! What happens in the half year, planned before it is played: each deed with its time, in the order of time.

use super::campaign::Step;
use crate::callbacks::{AttemptResult, Outcome, Reason, Source};
use crate::companies::marks;
use crate::contacts;
use chrono::{NaiveDate, NaiveDateTime};

/// Something that somebody does. Companies, people and accounts are numbers in the lists of the scene.
#[derive(Clone, Debug)]
pub enum Act {
    AddCompany {
        company: usize,
        account: usize,
    },
    /// Somebody writes the company's telephone number and address into the register.
    CorrectCompany {
        company: usize,
        account: usize,
    },
    AddPerson {
        person: usize,
        account: usize,
    },
    Contact {
        person: usize,
        account: usize,
        kind: contacts::Kind,
        outcome: contacts::Outcome,
    },
    /// A task about the person's company.
    Promise {
        person: usize,
        account: usize,
        due_on: NaiveDate,
        kept: Option<NaiveDateTime>,
    },
    /// What callers must know of the person's company.
    Mark {
        person: usize,
        account: usize,
        kind: marks::Kind,
        reason: &'static str,
    },
    /// `story` numbers the call-back.
    Callback {
        story: usize,
        deed: Deed,
    },
    Campaign(Step),
}

#[derive(Clone, Debug)]
pub enum Deed {
    Log(Call),
    Claim,
    Attempt(AttemptResult),
    HandOver(Reason),
    Release,
    Close(Outcome),
    Cancel,
    Reopen,
    Add,
}

/// Who calls about what.
#[derive(Clone, Debug)]
pub struct Call {
    /// The contact person who calls; the company is theirs.
    pub person: usize,
    /// The company isn't found in the register: its name is typed.
    pub unknown: bool,
    pub account: usize,
    /// A key of the topics.
    pub topic: &'static str,
    pub language: &'static str,
    pub source: Source,
    pub urgent: bool,
    /// In minutes from local midnight.
    pub reachable: Option<(i32, i32)>,
}

#[derive(Default)]
pub struct Agenda {
    acts: Vec<(NaiveDateTime, Act)>,
    stories: usize,
}

impl Agenda {
    pub fn add(&mut self, at: NaiveDateTime, act: Act) {
        self.acts.push((at, act));
    }

    /// A new call-back with what becomes of it.
    pub fn add_story(&mut self, deeds: Vec<(NaiveDateTime, Deed)>) {
        let story = self.stories;
        self.stories += 1;
        self.acts.extend(deeds.into_iter().map(|(at, deed)| (at, Act::Callback { story, deed })));
    }

    /// Everything in the order of time, and how many call-backs there are. Nothing of it lies after `now`.
    pub fn in_order(mut self, now: NaiveDateTime) -> (Vec<(NaiveDateTime, Act)>, usize) {
        self.acts.retain(|(at, _)| *at <= now);
        self.acts.sort_by_key(|(at, _)| *at);
        (self.acts, self.stories)
    }
}
