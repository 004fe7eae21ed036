//! The days that a report is about.

use crate::calendar::clock::{MINUTES_OF_DAY, instant};
use crate::codes::codes;
use crate::i18n::Lang;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::{Datelike, Months, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

codes! {
    /// What a reader chooses from.
    pub Choice {
        ThisMonth = "month",
        LastMonth = "last-month",
        /// The six months until the end of this one.
        HalfYear = "half-year",
        /// From one date to another.
        Own = "own",
    }
}

/// Both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    pub until: NaiveDate,
}

impl Period {
    /// `None` for dates of one's own, or where the calendar ends.
    pub fn of(choice: Choice, today: NaiveDate) -> Option<Self> {
        let first = today.with_day(1)?;
        let last = |first: NaiveDate| (first + Months::new(1)).pred_opt();
        match choice {
            Choice::ThisMonth => Some(Self { from: first, until: last(first)? }),
            Choice::LastMonth => Some(Self { from: first - Months::new(1), until: first.pred_opt()? }),
            Choice::HalfYear => Some(Self { from: first - Months::new(5), until: last(first)? }),
            Choice::Own => None,
        }
    }

    /// The instants (UTC) between which it lies; the second is outside.
    pub fn instants(self) -> (NaiveDateTime, NaiveDateTime) {
        (instant(self.from, 0), instant(self.until, MINUTES_OF_DAY))
    }
}

/// The choice in the page's address.
#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct PeriodForm {
    pub period: String,
    pub from: String,
    pub until: String,
}

impl PeriodForm {
    pub fn choice(&self) -> Choice {
        Choice::from_code(&self.period).unwrap_or(Choice::ThisMonth)
    }

    pub fn typed(&self, today: NaiveDate) -> Result<Period, Errors> {
        if let Some(period) = Period::of(self.choice(), today) {
            return Ok(period);
        }
        let mut fields = Fields::new(today);
        let mut day = |name, raw: &str| {
            let day = fields.date(name, raw);
            if raw.trim().is_empty() {
                fields.errors.add(name, "error-required");
            }
            day
        };
        let (from, until) = (day("from", &self.from), day("until", &self.until));
        let period = from.zip(until).map(|(from, until)| Period { from, until });
        if period.is_some_and(|period| period.until < period.from) {
            fields.errors.add("until", "error-last-before-first");
        }
        fields.errors.finish(period, "yes")
    }

    /// The address of the same report over another period.
    pub fn address(path: &str, choice: Choice) -> String {
        format!("{path}?period={}", choice.code())
    }
}

/// The name of a choice.
pub fn label(choice: Choice, lang: Lang) -> String {
    crate::i18n::text(lang, &format!("report-period-{}", choice.code()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn months_are_whole() {
        let today = day("2026-03-31");
        let period = |choice| Period::of(choice, today).map(|period| (period.from.to_string(), period.until.to_string()));
        let days = |from: &str, until: &str| Some((from.to_owned(), until.to_owned()));
        assert_eq!(period(Choice::ThisMonth), days("2026-03-01", "2026-03-31"));
        assert_eq!(period(Choice::LastMonth), days("2026-02-01", "2026-02-28"));
        assert_eq!(period(Choice::HalfYear), days("2025-10-01", "2026-03-31"));
        assert_eq!(period(Choice::Own), None);
    }

    #[test]
    fn days_begin_at_midnight_in_finland() {
        // The clock goes forward in this month.
        let (from, until) = Period { from: day("2026-03-01"), until: day("2026-03-31") }.instants();
        assert_eq!((from.to_string().as_str(), until.to_string().as_str()), ("2026-02-28 22:00:00", "2026-03-31 21:00:00"));
    }

    #[test]
    fn own_dates_are_checked() {
        let form = |from: &str, until: &str| PeriodForm { period: "own".to_owned(), from: from.to_owned(), until: until.to_owned() };
        let today = day("2026-11-20");
        assert!(form("1.11.2026", "1.11.2026").typed(today).is_ok());
        for (from, until) in [("", ""), ("1.11.2026", ""), ("2.11.2026", "1.11.2026"), ("x", "1.11.2026"), ("1.1.99999", "\u{0}")] {
            assert!(form(from, until).typed(today).is_err(), "{from} {until}");
        }
    }
}
