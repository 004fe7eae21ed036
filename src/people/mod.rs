//! Contact persons of the companies: shared by every organisation. (Accounts of those who work here are `staff`.)

pub mod company_choice;
pub mod consents;
pub mod form;
pub mod pages;
pub mod snapshots;
pub mod store;
