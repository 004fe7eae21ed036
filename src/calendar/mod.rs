//! Office hours: pure functions over rows. What a public holiday closes is not known here yet.

mod clock;
mod office_hours;
mod sending_window;

pub use office_hours::{OfficeHours, Period};
pub use sending_window::SendingWindow;
