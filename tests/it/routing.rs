//! Routing rows.
