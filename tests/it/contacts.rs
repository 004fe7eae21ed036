//! The contact log and the timeline.
