//! Accounts of the people who work here: sign-in, sessions, memberships and roles. (Contact persons are `people`.)

pub mod form;
pub mod lockout;
pub mod pages;
pub mod passwords;
pub mod sessions;
pub mod store;
