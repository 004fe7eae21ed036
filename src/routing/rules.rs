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
    /// Is told when that team doesn't take a call-back; never the same.
    pub backup_team_id: Option<i64>,
    /// Office minutes until a call-back must be taken.
    pub response_minutes: i32,
    pub urgent_response_minutes: i32,
}

impl Row {
    /// It has no condition.
    pub fn catches_all(&self) -> bool {
        self.topic_id.is_none() && self.municipality.is_none() && self.industry.is_none() && self.language.is_none()
    }

    /// The first condition, in the order of the form, that the question doesn't meet. None if the row matches.
    fn mismatch(&self, question: &Question) -> Option<Condition> {
        let is = |condition: &Option<String>, value: &str| condition.as_deref().is_none_or(|wanted| wanted == value);
        let met = [
            (Condition::Topic, self.topic_id.is_none_or(|wanted| wanted == question.topic_id)),
            (Condition::Municipality, is(&self.municipality, question.municipality)),
            (Condition::Industry, self.industry.as_deref().is_none_or(|wanted| belongs_to(question.industry, wanted))),
            (Condition::Language, is(&self.language, question.language)),
        ];
        met.into_iter().find(|(_, is_met)| !is_met).map(|(condition, _)| condition)
    }

    fn matches(&self, question: &Question) -> bool {
        self.mismatch(question).is_none()
    }
}

/// What a row may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    Topic,
    Municipality,
    Industry,
    Language,
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

/// The place of the row that decides: the first that matches and whose team is among the `live`. If no team lives that a
/// matching row leads to, the first that matches: an employer always gets somewhere.
pub fn deciding(rows: &[Row], live: &[i64], question: &Question) -> Option<usize> {
    let lives = |row: &&Row| live.contains(&row.team_id);
    let place = |wanted: &dyn Fn(&&Row) -> bool| rows.iter().position(|row| row.matches(question) && wanted(&row));
    place(&lives).or_else(|| place(&|_| true))
}

/// What came of asking one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This was the first condition that was not met.
    Differs(Condition),
    /// It matches, but its team has ended.
    Over,
    Decides,
    /// It was not asked any more.
    Below,
}

/// A verdict for each row: why the question goes where it goes.
pub fn verdicts(rows: &[Row], live: &[i64], question: &Question) -> Vec<Verdict> {
    let deciding = deciding(rows, live, question).unwrap_or(rows.len());
    let verdict = |(place, row): (usize, &Row)| match row.mismatch(question) {
        _ if place > deciding => Verdict::Below,
        _ if place == deciding => Verdict::Decides,
        Some(condition) => Verdict::Differs(condition),
        None => Verdict::Over,
    };
    rows.iter().enumerate().map(verdict).collect()
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
        backup_team_id: None,
        response_minutes: 240,
        urgent_response_minutes: 60,
    };
    const BAKERY: Question = Question { topic_id: 1, municipality: "734", industry: "10710", language: "fi" };

    fn text(value: &str) -> Option<String> {
        Some(value.to_owned())
    }

    fn matches(row: Row, question: Question) -> bool {
        row.matches(&question)
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
        let id = |question| deciding(&rows, &[0], &question).map(|place| rows[place].id);
        assert_eq!(id(BAKERY), Some(2));
        assert_eq!(id(Question { municipality: "761", ..BAKERY }), Some(3));
        assert_eq!(id(Question { municipality: "761", topic_id: 9, ..BAKERY }), Some(4));
        assert_eq!(id(Question { topic_id: 2, ..BAKERY }), Some(1));
        assert_eq!(deciding(&[], &[0], &BAKERY), None);
    }

    #[test]
    fn a_row_whose_team_has_ended_is_passed_over() {
        let rows = [Row { team_id: 1, topic_id: Some(1), ..ANY }, Row { team_id: 2, ..ANY }];
        assert_eq!(deciding(&rows, &[2], &BAKERY), Some(1));
        assert_eq!(verdicts(&rows, &[2], &BAKERY), [Verdict::Over, Verdict::Decides]);
        // Where none is left, an employer still gets somewhere.
        assert_eq!(verdicts(&rows, &[], &BAKERY), [Verdict::Decides, Verdict::Below]);
    }

    #[test]
    fn each_row_tells_its_first_condition_that_is_not_met() {
        let rows = [
            Row { topic_id: Some(2), municipality: text("761"), ..ANY },
            Row { topic_id: Some(1), municipality: text("761"), language: text("sv"), ..ANY },
            Row { industry: text("F"), language: text("sv"), ..ANY },
            Row { language: text("sv"), ..ANY },
            Row { municipality: text("734"), ..ANY },
            ANY,
        ];
        let differs = [Condition::Topic, Condition::Municipality, Condition::Industry, Condition::Language].map(Verdict::Differs);
        assert_eq!(verdicts(&rows, &[0], &BAKERY)[..4], differs);
        assert_eq!(verdicts(&rows, &[0], &BAKERY)[4..], [Verdict::Decides, Verdict::Below]);
        assert_eq!(verdicts(&[], &[0], &BAKERY), []);
    }
}
