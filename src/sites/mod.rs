//! Sites of the companies (toimipaikat): shared by every organisation, entered by hand. A company is found in the register
//! also by the municipality and the telephone number of a site.

pub mod form;
pub mod pages;
pub mod store;
