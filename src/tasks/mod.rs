//! Tasks: dated promises about one record, each with an owner. They are read by their owner's organisation only.

pub mod form;
pub mod listed;
pub mod pages;
pub mod store;

use chrono::NaiveDate;

/// What a task is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Company(i64),
    Callback(i64),
}

/// A task about to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewTask<'a> {
    pub about: About,
    pub organisation_id: i64,
    pub owner_id: i64,
    pub created_by: i64,
    pub title: &'a str,
    pub due_on: NaiveDate,
}
