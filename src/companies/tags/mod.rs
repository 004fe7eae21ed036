//! Tags that people put on companies: one vocabulary for every organisation, which grows by use. Who types one is shown those
//! that there are; two that differ in case or marks only are one. The administrator puts the vocabulary in order.

pub mod admin;
pub mod form;
pub mod pages;
pub mod store;
