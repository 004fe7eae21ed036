//! Who is on duty.
