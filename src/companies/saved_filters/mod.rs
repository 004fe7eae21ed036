//! Filters of the company list that somebody will want again, under a name. A filter is its maker's own, or shared with the
//! maker's organisation; then it is the organisation's, and whoever works there may remove it.

pub mod form;
pub mod pages;
pub mod store;
