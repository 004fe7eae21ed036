//! A coming shift changes hands: the person on duty, or a planner, gives it to a colleague or exchanges it with a colleague's
//! shift of another day. It holds at once, both are told, and a row stays of who did it.

pub mod form;
mod mails;
pub mod offers;
pub mod pages;
pub mod store;

use chrono::NaiveDate;

/// With whom a shift changes hands, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// This person does it.
    Gift(i64),
    /// This person does it, and the giver does theirs of that day.
    Exchange(i64, NaiveDate),
}

impl With {
    /// How the form names it: `7`, `7-2026-11-26`.
    pub fn code(self) -> String {
        match self {
            Self::Gift(staff_id) => staff_id.to_string(),
            Self::Exchange(staff_id, day) => format!("{staff_id}-{day}"),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once('-') {
            None => code.parse().ok().map(Self::Gift),
            Some((staff_id, day)) => Some(Self::Exchange(staff_id.parse().ok()?, day.parse().ok()?)),
        }
    }

    pub fn staff_id(self) -> i64 {
        match self {
            Self::Gift(staff_id) | Self::Exchange(staff_id, _) => staff_id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written() {
        let day = "2026-11-26".parse().expect("a day");
        for with in [With::Gift(7), With::Exchange(7, day)] {
            assert_eq!(With::from_code(&with.code()), Some(with));
        }
        for code in ["", "-", "x", "7-", "7-2026-11-31", "-7-2026-11-26", "7-2026-11-26-x"] {
            assert_eq!(With::from_code(code), None, "{code}");
        }
    }
}
