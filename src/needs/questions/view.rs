//! What the pages of the questions show.

use super::store::{self, Question, Version};
use crate::classifications::industries;
use crate::companies::views::industry_choices;
use crate::error::Error;
use crate::i18n::Lang;
use crate::needs::Kind;
use crate::web::{Choice, FormView, Options, Page};
use serde::Serialize;

#[derive(Serialize)]
pub struct ListView {
    form: FormView,
    kinds: Vec<Choice>,
    industries: Options,
    offered: Vec<Line>,
    ended: Vec<Line>,
}

/// A question with what is said of it.
#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    question: Question,
    /// The line of business that it is for; none when everybody is asked.
    asked_of: Option<String>,
}

impl Line {
    fn of(question: Question, lang: Lang) -> Self {
        Self { asked_of: industries::name(&question.industry, lang).map(str::to_owned), question }
    }
}

pub async fn list(page: &Page, form: FormView) -> Result<ListView, Error> {
    let lang = page.lang();
    let questions = page.app.db.read(|conn| Ok(store::all(conn)?)).await?;
    let lines = questions.into_iter().map(|question| Line::of(question, lang));
    let (ended, offered) = lines.partition(|line| line.question.ended_on.is_some());
    Ok(ListView { form, kinds: kinds(lang), industries: industry_choices(lang), offered, ended })
}

fn kinds(lang: Lang) -> Vec<Choice> {
    Choice::of_codes(lang, "need-kind-", Kind::ALL.map(Kind::code))
}

#[derive(Serialize)]
pub struct QuestionView {
    form: FormView,
    kinds: Vec<Choice>,
    industries: Options,
    question: Question,
    /// The present version has answers: other words make a new one.
    is_answered: bool,
    versions: Vec<VersionView>,
}

#[derive(Serialize)]
struct VersionView {
    #[serde(flatten)]
    version: Version,
    answers: i64,
}

pub async fn one(page: &Page, question: Question, form: FormView) -> Result<QuestionView, Error> {
    let (id, version_id) = (question.id, question.version_id);
    let versions = page.app.db.read(move |conn| Ok(store::versions(conn, id)?)).await?;
    let versions: Vec<VersionView> = versions.into_iter().map(|(version, answers)| VersionView { version, answers }).collect();
    Ok(QuestionView {
        form,
        kinds: kinds(page.lang()),
        industries: industry_choices(page.lang()),
        is_answered: versions.iter().any(|known| known.version.id == version_id && known.answers > 0),
        question,
        versions,
    })
}
