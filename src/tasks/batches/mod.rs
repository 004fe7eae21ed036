//! Several tasks at once: moved to a day or given to somebody. What became of each is kept, so that it can be taken back.

pub mod form;
pub mod pages;
pub mod store;
