//! Search over the register.
