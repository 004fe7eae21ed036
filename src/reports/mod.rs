//! Reports: counts over a period, never of a person.

pub mod handovers;
pub mod needs;
pub mod period;
mod rules;
mod store;
