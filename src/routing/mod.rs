//! Routing rows: which team a call-back goes to, and how fast it must be taken.
