//! Setting up an empty installation: the first administrator's link ([`first`]), the list of steps ([`pages`]) whose state is
//! read from the data each time ([`steps`]), and the quick forms of the steps that have no page of their own elsewhere.

pub mod first;
mod first_form;
pub mod mail;
pub mod pages;
pub mod routing;
pub mod steps;
mod store;
pub mod teams;
mod teams_form;
pub mod topics;
mod view;

use crate::i18n::{self, Lang};

/// What the employment area is called while nobody has said it: `staff add` may come before set-up.
pub fn unnamed_area(lang: Lang) -> String {
    i18n::text(lang, "set-up-unnamed-area")
}
