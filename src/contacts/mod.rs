//! The contact log: every call, visit, e-mail and event with a company.
