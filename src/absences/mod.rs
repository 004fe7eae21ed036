//! Who is away from one day to another, and who does their duty meanwhile. No reason is asked or kept: it may tell of someone's
//! health. What an absence means for duty is reckoned in `organisations::duty` whenever a day is read.

pub mod form;
pub mod holdings;
pub mod pages;
pub mod people;
pub mod store;
