//! The form of a season.

use crate::calendar::{Period, Season};
use crate::i18n;
use crate::organisations::hours::Week;
use crate::organisations::store::Opens;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A team is closed for a year at most: due times are looked for that far.
const CLOSED_AT_MOST: Months = Months::new(12);

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct SeasonForm {
    pub first_day: String,
    pub last_day: String,
    /// `true`: closed throughout, whatever the week says.
    pub closed: String,
    #[serde(flatten)]
    pub week: Week,
    /// `monday`: nothing is saved, Monday's hours are put on the other working days.
    pub copy: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl SeasonForm {
    /// A new one, with the hours that it will differ from.
    pub fn fresh(periods: &[Period]) -> Self {
        Self { week: Week::of(periods), ..Self::default() }
    }

    pub fn of(season: &Season) -> Self {
        Self {
            first_day: i18n::date(season.first),
            last_day: season.last.map(i18n::date).unwrap_or_default(),
            closed: if season.periods.is_empty() { "true".to_owned() } else { String::new() },
            week: Week::of(&season.periods),
            ..Self::default()
        }
    }

    /// The form with Monday's hours on the other working days, if its button was pressed.
    pub fn copied(&self) -> Option<Self> {
        (self.copy == "monday").then(|| Self { week: self.week.clone().with_monday_on_working_days(), ..self.clone() })
    }

    /// A team may be closed for a time only: its response clock must run again.
    pub fn typed(&self, whose: Opens, today: NaiveDate) -> Result<Season, Errors> {
        let mut fields = Fields::new(today);
        let first = fields.date("first_day", &self.first_day);
        if self.first_day.trim().is_empty() {
            fields.errors.add("first_day", "error-required");
        }
        let last = fields.date("last_day", &self.last_day);
        if first.zip(last).is_some_and(|(first, last)| last < first) {
            fields.errors.add("last_day", "error-last-before-first");
        }
        let is_closed = self.closed == "true";
        if is_closed && self.last_day.trim().is_empty() && matches!(whose, Opens::Team(_)) {
            fields.errors.add("last_day", "error-season-closed-for-good");
        }
        let is_too_long = |(first, last): (NaiveDate, NaiveDate)| first.checked_add_months(CLOSED_AT_MOST).is_some_and(|end| last >= end);
        if is_closed && matches!(whose, Opens::Team(_)) && first.zip(last).is_some_and(is_too_long) {
            fields.errors.add("last_day", "error-season-closed-too-long");
        }
        let periods = if is_closed { Vec::new() } else { self.week.typed(&mut fields) };
        if !is_closed && self.week.is_empty() {
            fields.errors.add("monday", "error-season-no-hours");
        }
        fields.errors.finish(first.map(|first| Season { first, last, periods }), &self.warned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(first: &str, last: &str, closed: &str, monday: &str) -> SeasonForm {
        let week = Week { monday: monday.to_owned(), ..Week::default() };
        SeasonForm { first_day: first.to_owned(), last_day: last.to_owned(), closed: closed.to_owned(), week, ..SeasonForm::default() }
    }

    #[test]
    fn what_is_typed_is_shown_again() {
        let today = "2026-11-20".parse().expect("a day");
        for form in [form("1.6.2027", "31.7.2027", "", "9–12"), form("1.7.2027", "31.7.2027", "true", ""), form("1.1.2027", "", "", "9–12")]
        {
            let season = form.typed(Opens::Team(1), today).expect("a season");
            let again = SeasonForm::of(&season);
            assert_eq!((again.first_day, again.last_day, again.closed), (form.first_day, form.last_day, form.closed));
            assert_eq!(again.week.monday, form.week.monday);
        }
    }

    #[test]
    fn a_team_is_never_closed_for_good() {
        let today = "2026-11-20".parse().expect("a day");
        let for_good = form("1.1.2027", "", "true", "9–12");
        assert!(for_good.typed(Opens::Team(1), today).is_err());
        let (a_year, longer) = (form("1.1.2027", "31.12.2027", "true", ""), form("1.1.2027", "1.1.2028", "true", ""));
        assert!(a_year.typed(Opens::Team(1), today).is_ok() && longer.typed(Opens::Team(1), today).is_err());
        assert!(longer.typed(Opens::PhoneLine(1), today).is_ok());
        assert!(for_good.typed(Opens::PhoneLine(1), today).is_ok_and(|season| season.periods.is_empty()));
    }
}
