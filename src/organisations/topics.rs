//! Topics of call-backs and contacts: an ordered list of the host's.

pub mod form;
pub mod pages;
pub mod store;
