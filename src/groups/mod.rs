//! Company groups (konserni): companies that belong together, put together by hand, with the parent company where it is known.
//! A company belongs to one group at most. A group without companies is there no more, but for its name: who types it again
//! takes it up again.

pub mod form;
pub mod members;
pub mod pages;
pub mod store;
