//! The form of a closing day.

use super::store::Scope;
use crate::calendar::{Closing, Holiday};
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Whoever is closed for longer has other opening hours.
const LONGEST: Days = Days::new(92);

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct ClosingDayForm {
    pub first_day: String,
    /// Empty: one day only.
    pub last_day: String,
    pub name: String,
    /// The code of a [`Scope`].
    pub scope: String,
    pub once: String,
    pub warned: String,
}

impl Scope {
    pub fn code(self) -> String {
        match self {
            Self::Organisation(id) => format!("organisation-{id}"),
            Self::Team(id) => format!("team-{id}"),
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        match code.split_once('-')? {
            ("organisation", id) => id.parse().ok().map(Self::Organisation),
            ("team", id) => id.parse().ok().map(Self::Team),
            _ => None,
        }
    }
}

impl ClosingDayForm {
    /// `offered` are the codes to choose from.
    pub fn typed(&self, offered: &[String], today: NaiveDate) -> Result<(Scope, Closing), Errors> {
        let mut fields = Fields::new(today);
        let first = fields.date("first_day", &self.first_day);
        if self.first_day.trim().is_empty() {
            fields.errors.add("first_day", "error-required");
        }
        let until = fields.date("last_day", &self.last_day);
        let last = if self.last_day.trim().is_empty() { first } else { until };
        if let Some((first, last)) = first.zip(last) {
            check_days(&mut fields, first, last, today);
        }
        let name = fields.required_line("name", &self.name);
        let scope = fields.choice("scope", &self.scope, |raw| Scope::from_code(raw).filter(|scope| offered.contains(&scope.code())));
        let closing = first.zip(last).map(|(first, last)| Closing { first, last, name });
        fields.errors.finish(scope.zip(closing), &self.warned)
    }
}

fn check_days(fields: &mut Fields, first: NaiveDate, last: NaiveDate, today: NaiveDate) {
    if last < first {
        fields.errors.add("last_day", "error-last-before-first");
    } else if last > first + LONGEST {
        fields.errors.add("last_day", "error-closing-too-long");
    } else if last < today {
        fields.errors.add("first_day", "error-closing-past");
    } else if first.iter_days().take_while(|day| *day <= last).all(|day| Holiday::on(day).is_some()) {
        fields.errors.add("first_day", "error-closing-holiday");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(first: &str, last: &str) -> Vec<String> {
        let today = "2026-11-20".parse().expect("a day");
        let scope = Scope::Organisation(1).code();
        let form = ClosingDayForm {
            first_day: first.to_owned(),
            last_day: last.to_owned(),
            name: "Henkilöstöpäivä".to_owned(),
            scope: scope.clone(),
            ..ClosingDayForm::default()
        };
        let errors = form.typed(&[scope], today).err().unwrap_or_default();
        errors.keys().map(str::to_owned).collect()
    }

    #[test]
    fn days_that_make_sense() {
        for (first, last) in [("20.11.2026", ""), ("28.12.2026", "31.12.2026"), ("23.12.2026", "26.12.2026"), ("19.11.2026", "20.11.2026")]
        {
            assert!(keys(first, last).is_empty(), "{first} {last}");
        }
    }

    #[test]
    fn days_that_make_none() {
        for (first, last, expected) in [
            ("19.11.2026", "", "error-closing-past"),
            ("24.12.2026", "", "error-closing-holiday"),
            ("24.12.2026", "26.12.2026", "error-closing-holiday"),
            ("2.12.2026", "1.12.2026", "error-last-before-first"),
            ("1.12.2026", "1.5.2027", "error-closing-too-long"),
            ("", "", "error-required"),
            ("1.12.2026", "huomenna", "error-date"),
        ] {
            assert_eq!(keys(first, last), [expected], "{first} {last}");
        }
    }

    #[test]
    fn only_what_is_offered() {
        for code in ["", "team-2", "organisation-x", "team", "organisation-99999999999999999999"] {
            assert_eq!(Scope::from_code(code).filter(|scope| scope.code() == "organisation-1"), None, "{code}");
        }
        assert_eq!(Scope::from_code("team-2"), Some(Scope::Team(2)));
    }
}
