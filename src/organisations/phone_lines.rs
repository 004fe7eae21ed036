//! Lines of the telephone exchange: each belongs to a team and has a number and hours of its own.

pub mod form;
pub mod pages;
pub mod store;
