//! Routing rows: which team a call-back goes to, and how fast it must be taken. An ordered list; the first row that
//! matches decides, and the last one matches everything.

pub mod arithmetic;
pub mod duration;
pub mod form;
pub mod pages;
pub mod rules;
pub mod store;
mod trial;
pub mod view;
