//! Office hours, Finnish holidays, payment days, the sending window: pure functions over rows. Instants go in and out in
//! UTC; everything is counted on the wall clock of Finland.

pub mod clock;
mod holidays;
mod office_hours;
mod payment_days;
mod sending_window;
mod week;

pub use holidays::{Holiday, is_office_day, is_weekend, next_office_day};
pub use office_hours::{Closed, Closing, Explanation, OfficeHours, Season, Stretch};
pub use payment_days::{PaymentDays, Roll};
pub use sending_window::SendingWindow;
pub use week::Period;
