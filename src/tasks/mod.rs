//! Tasks: dated promises about one record, each with an owner.
