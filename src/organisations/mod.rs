//! Organisations, their teams, phone lines and topics: the set-up that routing and duty stand on.

pub mod store;
