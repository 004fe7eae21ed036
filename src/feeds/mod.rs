//! Calendars that other programs read (iCalendar, RFC 5545): a person's own tasks, call-backs and duty, and a team's duty. Each has
//! an address that is a secret: it is shown once, only its digest is kept, and a new one or its removal makes it worthless.

mod address;
mod content;
pub mod pages;
mod render;
pub mod show;
pub mod store;
pub mod team_pages;
mod time_zone;

/// What a calendar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// What a person has to do while acting for one organisation (`memberships.id`).
    Membership(i64),
    /// Who is on duty in a team.
    Team(i64),
}
