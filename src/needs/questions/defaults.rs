//! The questions that an installation begins with. They are rows like any other: the customer edits, moves and ends them.

use super::store::{self, Details};
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::needs::Kind;
use chrono::NaiveDateTime;
use diesel::QueryResult;

/// The text `need-default-{key}` and the kind of answer, in order.
const QUESTIONS: [(&str, Kind); 10] = [
    ("recruiting", Kind::YesNo),
    ("openings", Kind::Number),
    ("occupations", Kind::Occupations),
    ("skills", Kind::Text),
    ("training", Kind::YesNo),
    ("subsidy", Kind::YesNo),
    ("work-trial", Kind::YesNo),
    ("apprenticeship", Kind::YesNo),
    ("eures", Kind::YesNo),
    ("lay-offs", Kind::YesNo),
];

/// Enters them in one language where there is no question yet. Returns their ids.
pub fn enter(conn: &mut Conn, lang: Lang, staff_id: Option<i64>, now: NaiveDateTime) -> QueryResult<Vec<i64>> {
    if !store::all(conn)?.is_empty() {
        return Ok(Vec::new());
    }
    let details = |(key, kind)| Details { wording: i18n::text(lang, &format!("need-default-{key}")), kind, industry: String::new() };
    QUESTIONS.into_iter().map(|question| store::add(conn, &details(question), staff_id, now)).collect()
}
