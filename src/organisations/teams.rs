//! Teams as administrators see and change them: what they are, who belongs to them, when they are open, when they ended.

pub mod form;
pub mod members;
pub mod pages;
pub mod store;
