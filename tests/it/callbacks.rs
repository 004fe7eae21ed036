//! Call-backs from end to end.

mod arithmetic;
mod departing;
mod forms;
mod ladder;
mod outage;
pub mod stage;
mod story;
mod visibility;

pub use stage::{CALLER, Stage, form};
