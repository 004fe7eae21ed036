//! Office hours: pure functions over rows.
