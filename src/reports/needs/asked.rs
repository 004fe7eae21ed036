//! What is asked of the report, in its address.

use super::counts::Scope;
use crate::classifications::municipalities;
use crate::classifications::{industries, occupations};
use crate::reports::period::{Choice, PeriodForm};
use crate::web::Errors;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use url::form_urlencoded::Serializer;

/// As typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct NeedsQuery {
    pub period: String,
    pub from: String,
    pub until: String,
    pub municipality: String,
    /// A section or division of TOL 2025.
    pub industry: String,
    /// Of the list of companies: one occupation.
    #[serde(skip_serializing)]
    pub occupation: String,
    #[serde(skip_serializing)]
    pub after: String,
}

impl NeedsQuery {
    /// Half a year unless something else is asked, and no filter by what there isn't.
    pub fn tidy(mut self) -> Self {
        if Choice::from_code(&self.period).is_none() {
            Choice::HalfYear.code().clone_into(&mut self.period);
        }
        if municipality(&self.municipality).is_none() {
            self.municipality.clear();
        }
        if industry(&self.industry).is_none() {
            self.industry.clear();
        }
        self
    }

    pub fn period(&self) -> PeriodForm {
        PeriodForm { period: self.period.clone(), from: self.from.clone(), until: self.until.clone() }
    }

    pub fn scope(&self, today: NaiveDate) -> Result<Scope, Errors> {
        Ok(Scope {
            period: self.period().typed(today)?,
            municipality: municipality(&self.municipality),
            divisions: industry(&self.industry).map(divisions).unwrap_or_default(),
            occupation: occupations::find(&self.occupation).map(|known| known.code),
        })
    }

    pub fn is_filtered(&self) -> bool {
        !self.municipality.is_empty() || !self.industry.is_empty()
    }

    pub fn unfiltered(&self) -> Self {
        Self { municipality: String::new(), industry: String::new(), ..self.clone() }
    }

    /// The companies that answered so to a version of a question.
    pub fn companies(&self, version: i64, occupation: &str) -> String {
        Self { occupation: occupation.to_owned(), ..self.clone() }.address(&format!("/reports/needs/{version}"))
    }

    pub fn address(&self, path: &str) -> String {
        let given = [
            ("period", self.period.as_str()),
            ("from", &self.from),
            ("until", &self.until),
            ("municipality", &self.municipality),
            ("industry", &self.industry),
            ("occupation", &self.occupation),
            ("after", &self.after),
        ];
        // Dates belong to a period of one's own.
        let own = self.period().choice() == Choice::Own;
        let given = given.into_iter().filter(|(name, value)| !value.is_empty() && (own || !matches!(*name, "from" | "until")));
        format!("{path}?{}", Serializer::new(String::new()).extend_pairs(given).finish())
    }
}

fn municipality(code: &str) -> Option<&'static str> {
    municipalities::all().iter().map(|known| known.code).find(|known| *known == code)
}

/// A section or a division.
fn industry(code: &str) -> Option<&'static str> {
    let all = industries::sections().flat_map(|section| std::iter::once(section).chain(of_section(section.code)));
    all.map(|known| known.code).find(|known| *known == code)
}

fn of_section(code: &str) -> &'static [industries::Industry] {
    code.chars().next().map_or(&[], industries::divisions_of)
}

fn divisions(code: &'static str) -> Vec<&'static str> {
    match of_section(code) {
        [] => vec![code],
        divisions => divisions.iter().map(|known| known.code).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_by_what_there_is() {
        let asked = |municipality: &str, industry: &str| {
            NeedsQuery { municipality: municipality.into(), industry: industry.into(), ..NeedsQuery::default() }.tidy()
        };
        let today = "2026-11-20".parse().expect("a day");
        let scope = asked("734", "F").scope(today).expect("a scope");
        assert_eq!((scope.municipality, scope.divisions), (Some("734"), vec!["41", "42", "43"]));
        assert_eq!(asked("", "10").scope(today).expect("a scope").divisions, ["10"]);
        let scope = asked("0' OR 1=1", "10110").scope(today).expect("a scope");
        assert_eq!((scope.municipality, scope.divisions.len()), (None, 0));
    }

    #[test]
    fn an_address_says_what_was_chosen() {
        let asked = NeedsQuery { from: "1.1.2026".into(), municipality: "734".into(), ..NeedsQuery::default() }.tidy();
        assert_eq!(asked.address("/x"), "/x?period=half-year&municipality=734");
        assert_eq!(asked.companies(7, "7212"), "/reports/needs/7?period=half-year&municipality=734&occupation=7212");
    }
}
