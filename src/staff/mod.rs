//! Accounts of the people who work here: sign-in, sessions, memberships and roles. (Contact persons are `people`.)

pub mod accounts;
pub mod form;
pub mod list;
pub mod lockout;
pub mod pages;
pub mod passwords;
pub mod sessions;
pub mod store;
