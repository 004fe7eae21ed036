//! Who is in charge of a company (vastuuhenkilö): in each organisation one of its people at most. Everybody knows who, so that
//! nobody calls past them.

pub mod pages;
pub mod store;
