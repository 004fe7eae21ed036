//! Call-backs from end to end.
