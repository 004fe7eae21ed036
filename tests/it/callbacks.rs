//! Call-backs from end to end.

mod forms;
mod stage;
mod story;
mod visibility;

pub use stage::{CALLER, Stage, form};
