//! Accounts of the people who work here: sign-in, sessions, memberships and roles. (Contact persons are `people`.)
//!
//! Someone is invited by mail and sets a password by the link in it (`invitations`, `links`); a forgotten password is renewed
//! the same way (`forgotten`, `password_requests`). Administrators manage the people of their organisations (`scope`).

pub mod accounts;
pub mod details;
pub mod forgotten;
pub mod form;
pub mod invitations;
pub mod invite_pages;
pub mod leavers;
pub mod link_pages;
pub mod links;
pub mod list;
pub mod lockout;
pub mod mails;
pub mod member_form;
pub mod member_pages;
pub mod membership_pages;
pub mod memberships;
pub mod muted;
pub mod pages;
pub mod password_form;
pub mod password_requests;
pub mod passwords;
pub mod scope;
pub mod sessions;
pub mod settings;
pub mod store;
