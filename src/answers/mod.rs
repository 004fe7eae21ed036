//! Answer links: a team that works by mail only gets a mail with a link of its own, and answers without an account. GET
//! shows what is asked and changes nothing, since mail scanners follow links; POST answers.
//!
//! A link lives for [`links::LIFETIME`], and as long as the call-back waits in its team's queue. Several may be on the way for
//! one call-back, as a reminder brings a new one: they are one question, and an answer to one answers all.

pub mod form;
pub mod links;
pub mod mails;
pub mod pages;
mod resending;
mod view;

pub use mails::{Asking, ask, remind};
pub use resending::create as send_again;
