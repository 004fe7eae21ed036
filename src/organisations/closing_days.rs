//! Days on which an organisation's teams, or one team, are closed beside the holidays.

pub mod form;
pub mod pages;
pub mod store;
