//! Organisations, their teams, phone lines and topics: the set-up that routing and duty stand on. What has ended is offered
//! no more; what was done under its name keeps it.

pub mod area;
pub mod closing_days;
pub mod duty;
pub mod form;
pub mod hours;
pub mod listed;
pub mod opening_hours;
pub mod pages;
pub mod phone_lines;
pub mod places;
pub mod seasons;
pub mod sharing;
pub mod store;
pub mod teams;
pub mod topics;

pub use sharing::Visibility;
