//! Organisations, their teams, phone lines and topics: the set-up that routing and duty stand on. Duty is per team and date.

pub mod duty;
pub mod form;
pub mod pages;
pub mod store;
mod view;
