//! Call-backs from end to end.

mod arithmetic;
mod departing;
mod forms;
mod given_back;
mod ladder;
mod outage;
mod page;
pub mod stage;
mod story;
mod visibility;

pub use stage::{CALLER, Stage, form};
