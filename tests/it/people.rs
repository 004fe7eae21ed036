//! Contact persons.
