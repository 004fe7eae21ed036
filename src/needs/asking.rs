//! The questions inside another form: what it shows, and what its answers mean. A field is named after the version that was
//! on the screen (`need_7`), so an answer keeps the words that its author saw, also when they were changed meanwhile.

use super::answers::{self, Known};
use super::questions::store::{self as questions, Question};
use super::{Kind, Value};
use crate::classifications::occupations;
use crate::companies::store as companies;
use crate::db::Conn;
use crate::i18n::{self, Args, Lang};
use crate::web::Choice;
use crate::web::forms::Fields;
use diesel::QueryResult;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const FIELD: &str = "need_";
/// A number above is a slip of the finger.
const MOST: i32 = 9_999;
const MOST_OCCUPATIONS: usize = 10;
/// More than any form asks.
const MOST_QUESTIONS: usize = 200;
const YES: &str = "yes";
const NO: &str = "no";

/// As typed, by field. A noun's form takes it in with `#[serde(flatten)]`, so it also meets fields that are none of its own.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct NeedsForm(BTreeMap<String, String>);

/// An answer about to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub question_id: i64,
    pub version_id: i64,
    pub value: Value,
}

/// The questions of a form and what the company answered before.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    questions: Vec<Question>,
    known: Vec<Known>,
}

impl Asking {
    /// Those that this company is asked; a version that was answered in `form` stays as it was put.
    pub fn load(conn: &mut Conn, company_id: i64, reader: i64, form: &NeedsForm) -> QueryResult<Self> {
        let company = companies::summary(conn, company_id)?;
        let mut asked = questions::asked(conn, &company.map(|company| company.industry_2025).unwrap_or_default())?;
        let mut elder = form.answered();
        elder.retain(|version| asked.iter().all(|question| question.version_id != *version));
        for question in questions::of_versions(conn, &elder)? {
            match asked.iter_mut().find(|known| known.id == question.id) {
                Some(known) => *known = question,
                None => asked.push(question),
            }
        }
        let known = if asked.is_empty() { Vec::new() } else { answers::newest(conn, company_id, reader)? };
        Ok(Self { questions: asked, known })
    }

    /// What the template draws.
    pub fn view(&self, lang: Lang, form: &NeedsForm) -> AskingView {
        let question = |question: &Question| AskedView {
            name: field(question),
            wording: question.wording.clone(),
            kind: question.kind.clone(),
            before: self.before(question, lang),
        };
        let unsaid = Choice { value: String::new(), label: i18n::text(lang, "need-answer-none") };
        AskingView {
            questions: self.questions.iter().map(question).collect(),
            yes_no: Choice::of_codes(lang, "need-answer-", [YES, NO]).into_iter().chain([unsaid]).collect(),
            is_open: self.questions.iter().any(|question| !form.raw(question).is_empty()),
        }
    }

    /// What the company answered last time, in words; empty if it was never asked.
    fn before(&self, question: &Question, lang: Lang) -> String {
        let Some(known) = self.known.iter().find(|known| known.question_id == question.id) else { return String::new() };
        let day = i18n::date(i18n::helsinki(known.answered_at).date_naive());
        let args = Args::from([("day".into(), day.into()), ("answer".into(), known.value.in_words(lang).into())]);
        i18n::text_with(lang, "need-before", &args)
    }
}

/// The part of a page that asks: see templates/needs/parts.html.
#[derive(Debug, Serialize)]
pub struct AskingView {
    questions: Vec<AskedView>,
    yes_no: Vec<Choice>,
    /// Something is answered already.
    is_open: bool,
}

#[derive(Debug, Serialize)]
struct AskedView {
    name: String,
    wording: String,
    kind: String,
    before: String,
}

fn field(question: &Question) -> String {
    format!("{FIELD}{}", question.version_id)
}

impl NeedsForm {
    /// With a value for each field that the page shows, and none that it doesn't.
    pub fn filled(&self, asking: &Asking) -> Self {
        Self(asking.questions.iter().map(|question| (field(question), self.raw(question).to_owned())).collect())
    }

    fn raw(&self, question: &Question) -> &str {
        self.0.get(&field(question)).map(|raw| raw.trim()).unwrap_or_default()
    }

    /// The versions that something was answered to.
    fn answered(&self) -> Vec<i64> {
        let fields = self.0.iter().filter(|(_, raw)| !raw.trim().is_empty());
        fields.filter_map(|(name, _)| name.strip_prefix(FIELD)?.parse().ok()).take(MOST_QUESTIONS).collect()
    }

    /// The answers, of questions that are asked; everything is optional.
    pub fn check(&self, fields: &mut Fields, asking: &Asking) -> Vec<Given> {
        let answered = asking.questions.iter().filter(|question| !self.raw(question).is_empty());
        let given = |question: &Question| {
            let value = read(fields, field(question), question.kind(), self.raw(question))?;
            Some(Given { question_id: question.id, version_id: question.version_id, value })
        };
        answered.filter_map(given).collect()
    }
}

fn read(fields: &mut Fields, name: String, kind: Kind, raw: &str) -> Option<Value> {
    match kind {
        Kind::YesNo if raw == YES => Some(Value::YesNo(true)),
        Kind::YesNo if raw == NO => Some(Value::YesNo(false)),
        Kind::YesNo => {
            fields.errors.add(name, "error-choose");
            None
        }
        Kind::Number => {
            let number = raw.parse().ok().filter(|number| (0..=MOST).contains(number));
            if number.is_none() {
                fields.errors.add_with(name, "error-need-number", Args::from([("most".into(), MOST.into())]));
            }
            number.map(Value::Number)
        }
        Kind::Occupations => read_occupations(fields, name, raw),
        Kind::Text => Some(fields.line(name, raw)).filter(|text| !text.is_empty()).map(Value::Text),
    }
}

/// Names or codes with semicolons between them. What is unknown is named in the error.
fn read_occupations(fields: &mut Fields, name: String, raw: &str) -> Option<Value> {
    let text = fields.text(name.clone(), raw);
    let (mut codes, mut unknown): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for typed in text.split([';', '\n']).map(str::trim).filter(|typed| !typed.is_empty()) {
        match occupations::find(typed) {
            Some(known) if codes.iter().any(|code| code == known.code) => {}
            Some(known) => codes.push(known.code.to_owned()),
            None => unknown.push(typed),
        }
    }
    if !unknown.is_empty() {
        fields.errors.add_with(name, "error-need-occupation-unknown", Args::from([("names".into(), unknown.join("; ").into())]));
    } else if codes.len() > MOST_OCCUPATIONS {
        fields.errors.add_with(name, "error-need-occupations-many", Args::from([("most".into(), MOST_OCCUPATIONS.into())]));
    }
    (!codes.is_empty()).then_some(Value::Occupations(codes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(id: i64, kind: Kind) -> Question {
        Question { id, version_id: id + 100, wording: "Kysymys".into(), kind: kind.code().into(), industry: String::new(), ended_on: None }
    }

    fn check(kind: Kind, raw: &str) -> Result<Option<Value>, ()> {
        let asking = Asking { questions: vec![question(1, kind)], known: Vec::new() };
        let form = NeedsForm(BTreeMap::from([("need_101".to_owned(), raw.to_owned()), ("need_102".to_owned(), "yes".to_owned())]));
        let mut fields = Fields::new("2026-11-20".parse().expect("a day"));
        let mut given = form.check(&mut fields, &asking);
        if fields.errors.is_empty() { Ok(given.pop().map(|given| given.value)) } else { Err(()) }
    }

    #[test]
    fn answers_mean_what_their_kind_says() {
        let codes = |codes: &[&str]| Some(Value::Occupations(codes.iter().map(|code| (*code).to_owned()).collect()));
        for (kind, raw, expected) in [
            (Kind::YesNo, "yes", Ok(Some(Value::YesNo(true)))),
            (Kind::YesNo, "no", Ok(Some(Value::YesNo(false)))),
            (Kind::YesNo, " ", Ok(None)),
            (Kind::YesNo, "ehkä", Err(())),
            (Kind::Number, "0", Ok(Some(Value::Number(0)))),
            (Kind::Number, " 12 ", Ok(Some(Value::Number(12)))),
            (Kind::Number, "-1", Err(())),
            (Kind::Number, "99999999999999999999", Err(())),
            (Kind::Number, "kolme", Err(())),
            (Kind::Occupations, "hitsaaja; 5321\nHitsaajat ja kaasuleikkaajat;", Ok(codes(&["7212", "5321"]))),
            (Kind::Occupations, ";;", Ok(None)),
            (Kind::Occupations, "hitsaaja; velho", Err(())),
            (Kind::Text, " a\u{0}b ", Ok(Some(Value::Text("ab".into())))),
            (Kind::Text, "\u{0}", Ok(None)),
        ] {
            assert_eq!(check(kind, raw), expected, "{kind:?} {raw:?}");
        }
        assert_eq!(check(Kind::Text, &"x".repeat(301)), Err(()));
        assert_eq!(check(Kind::Text, "131052-308T"), Err(()), "no personal identity code");
    }
}
