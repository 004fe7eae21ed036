//! Companies that are there twice: finding, merging, undoing.

mod dump;
mod laws;
mod office;
