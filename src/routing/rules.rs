//! Which row answers a question: pure.

use crate::classifications::industries;
use serde::Serialize;

/// One routing row. An empty condition matches everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    pub id: i64,
    pub topic_id: Option<i64>,
    /// Municipality code, `734`.
    pub municipality: Option<String>,
    /// A section letter of TOL 2025 (`C`), or the first digits of its codes: a division (`10`) or anything below it.
    pub industry: Option<String>,
    /// Language code, `sv`.
    pub language: Option<String>,
    pub team_id: i64,
    /// Office minutes until a call-back must be taken.
    pub response_minutes: i32,
    pub urgent_response_minutes: i32,
}

impl Row {
    /// It has no condition.
    pub fn catches_all(&self) -> bool {
        self.topic_id.is_none() && self.municipality.is_none() && self.industry.is_none() && self.language.is_none()
    }

    fn matches(&self, question: &Question) -> bool {
        let is = |condition: &Option<String>, value: &str| condition.as_deref().is_none_or(|wanted| wanted == value);
        self.topic_id.is_none_or(|wanted| wanted == question.topic_id)
            && is(&self.municipality, question.municipality)
            && self.industry.as_deref().is_none_or(|wanted| belongs_to(question.industry, wanted))
            && is(&self.language, question.language)
    }
}

/// What is asked about a call-back. An unknown value is empty and matches only an empty condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    pub topic_id: i64,
    /// Municipality code of the company.
    pub municipality: &'a str,
    /// TOL 2025 code of the company, of any length.
    pub industry: &'a str,
    /// Language code in which the caller wants to be served.
    pub language: &'a str,
}

/// The first row that matches, in the order given.
pub fn first_match<'a>(rows: &'a [Row], question: &Question) -> Option<&'a Row> {
    rows.iter().find(|row| row.matches(question))
}

fn belongs_to(code: &str, wanted: &str) -> bool {
    let is_section = wanted.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_section { industries::section_of(code).is_some_and(|section| wanted == section.to_string()) } else { code.starts_with(wanted) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: Row = Row {
        id: 0,
        topic_id: None,
        municipality: None,
        industry: None,
        language: None,
        team_id: 0,
        response_minutes: 240,
        urgent_response_minutes: 60,
    };
    const BAKERY: Question = Question { topic_id: 1, municipality: "734", industry: "10710", language: "fi" };

    fn text(value: &str) -> Option<String> {
        Some(value.to_owned())
    }

    fn matches(row: Row, question: Question) -> bool {
        first_match(&[row], &question).is_some()
    }

    #[test]
    fn an_empty_condition_matches_everything() {
        assert!(matches(ANY, BAKERY));
        assert!(matches(ANY, Question { topic_id: 0, municipality: "", industry: "", language: "" }));
        assert!(ANY.catches_all());
    }

    #[test]
    fn each_condition_must_match() {
        assert!(matches(Row { topic_id: Some(1), municipality: text("734"), industry: text("C"), language: text("fi"), ..ANY }, BAKERY));
        assert!(!matches(Row { topic_id: Some(2), ..ANY }, BAKERY));
        assert!(!matches(Row { municipality: text("761"), ..ANY }, BAKERY));
        assert!(!matches(Row { industry: text("F"), ..ANY }, BAKERY));
        assert!(!matches(Row { language: text("sv"), ..ANY }, BAKERY));
    }

    #[test]
    fn an_unknown_value_matches_only_an_empty_condition() {
        let nothing = Question { topic_id: 1, municipality: "", industry: "", language: "" };
        assert!(!matches(Row { municipality: text("734"), ..ANY }, nothing));
        assert!(!matches(Row { industry: text("C"), ..ANY }, nothing));
        assert!(!matches(Row { industry: text("10"), ..ANY }, nothing));
        assert!(!matches(Row { language: text("fi"), ..ANY }, nothing));
    }

    #[test]
    fn an_industry_is_a_section_or_the_first_digits() {
        for wanted in ["C", "10", "107", "10710"] {
            assert!(matches(Row { industry: text(wanted), ..ANY }, BAKERY), "{wanted}");
        }
        for wanted in ["A", "11", "01", "10711", "c"] {
            assert!(!matches(Row { industry: text(wanted), ..ANY }, BAKERY), "{wanted}");
        }
        // Division 62 is in section K of TOL 2025 (in TOL 2008 it was J).
        let software = Question { industry: "62100", ..BAKERY };
        assert!(matches(Row { industry: text("K"), ..ANY }, software));
        assert!(!matches(Row { industry: text("J"), ..ANY }, software));
        // A company may be known by its section alone.
        assert!(matches(Row { industry: text("C"), ..ANY }, Question { industry: "C", ..BAKERY }));
        assert!(!matches(Row { industry: text("10"), ..ANY }, Question { industry: "C", ..BAKERY }));
    }

    #[test]
    fn the_first_match_wins() {
        let rows = [
            Row { id: 1, topic_id: Some(2), ..ANY },
            Row { id: 2, municipality: text("734"), ..ANY },
            Row { id: 3, topic_id: Some(1), ..ANY },
            Row { id: 4, ..ANY },
        ];
        let id = |question| first_match(&rows, &question).map(|row| row.id);
        assert_eq!(id(BAKERY), Some(2));
        assert_eq!(id(Question { municipality: "761", ..BAKERY }), Some(3));
        assert_eq!(id(Question { municipality: "761", topic_id: 9, ..BAKERY }), Some(4));
        assert_eq!(id(Question { topic_id: 2, ..BAKERY }), Some(1));
        assert_eq!(first_match(&[], &BAKERY), None);
    }
}
