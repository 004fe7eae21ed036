//! Something for several companies of the register's list at once: onto a call list, somebody in charge, a tag, or a task
//! about each. A further deed is a card on the page, a variant of [`form::Deed`] and of [`form::Asked`], and an arm in `pages`.

pub mod form;
pub mod pages;

/// So many tasks are made at once: more than somebody does in some weeks.
pub const MOST_TASKS: usize = 200;
