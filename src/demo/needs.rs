//! What the demo's employers tell of their needs. Its chance is its own, so that the rest of the demo stays as it is.

use super::chance::Chance;
use super::texts::phrase;
use crate::classifications::industries::section_of;
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::needs::answers::{self, Occasion};
use crate::needs::asking::Given;
use crate::needs::questions::store::{self as questions, Question};
use crate::needs::{Kind, Value};
use diesel::QueryResult;

/// Per cent of the contacts in which needs are talked about, and of the questions that are then answered.
const TALKED: usize = 45;
const ANSWERED: usize = 60;
/// Section of TOL 2025 and the occupations (ISCO-08) that it looks for; the last row is everybody's.
const OCCUPATIONS: [(&str, &[&str]); 7] = [
    ("C", &["7212", "7223", "8219", "7233", "9329"]),
    ("F", &["7111", "7115", "7411", "9313"]),
    ("G", &["5223", "5222", "4321"]),
    ("I", &["5120", "5131", "9412"]),
    ("K", &["2512", "2514", "3512"]),
    ("R", &["5321", "3221", "5311"]),
    ("", &["4110", "9112", "8332", "3322"]),
];

pub struct Talk {
    chance: Chance,
}

/// What hardly anybody has to tell.
fn bad_news() -> String {
    i18n::text(Lang::Fi, "need-default-lay-offs")
}

impl Default for Talk {
    fn default() -> Self {
        Self { chance: Chance::new(480_284) }
    }
}

impl Talk {
    /// A company of this class of TOL 2025 answers some of what it is asked, or nothing.
    pub fn about_needs(&mut self, conn: &mut Conn, occasion: &Occasion, class: &str) -> QueryResult<()> {
        if !self.chance.percent(TALKED) {
            return Ok(());
        }
        let mut given = Vec::new();
        for question in questions::asked(conn, class)? {
            if self.chance.percent(ANSWERED) {
                let value = self.answer(&question, class);
                given.push(Given { question_id: question.id, version_id: question.version_id, value });
            }
        }
        answers::record(conn, occasion, &given)
    }

    fn answer(&mut self, question: &Question, class: &str) -> Value {
        match question.kind() {
            Kind::YesNo => Value::YesNo(self.chance.percent(if question.wording == bad_news() { 7 } else { 35 })),
            Kind::Number => Value::Number(self.chance.skewed(9) as i32 + 1),
            Kind::Occupations => Value::Occupations(self.occupations(class)),
            Kind::Text => Value::Text(phrase(&mut self.chance, "need/skills")),
        }
    }

    fn occupations(&mut self, class: &str) -> Vec<String> {
        let section = section_of(class).map(String::from).unwrap_or_default();
        let row = OCCUPATIONS.iter().find(|(of, _)| *of == section || of.is_empty());
        let offered = row.map(|row| row.1).unwrap_or_default();
        let wanted = self.chance.between(1, 2);
        let mut codes: Vec<String> = (0..wanted).map(|_| (*self.chance.pick(offered)).to_owned()).collect();
        codes.dedup();
        codes
    }
}
