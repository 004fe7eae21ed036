//! The questions: an ordered list of the host's, with their versions.

pub mod defaults;
pub mod form;
pub mod pages;
pub mod placing;
pub mod store;
pub mod view;
