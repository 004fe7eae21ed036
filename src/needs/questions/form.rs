//! The form of a question: how it is put, what kind of answer it takes, whom it is asked.

use super::store::{Details, Question};
use crate::classifications::industries;
use crate::i18n::Lang;
use crate::needs::Kind;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// In characters: more doesn't fit beside its answer.
const LONGEST: usize = 120;

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct QuestionForm {
    pub wording: String,
    pub kind: String,
    pub industry: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

impl QuestionForm {
    /// A new question is most often answered by yes or no.
    pub fn fresh() -> Self {
        Self { kind: Kind::YesNo.code().to_owned(), ..Self::default() }
    }

    pub fn of(question: &Question) -> Self {
        let Question { wording, kind, industry, .. } = question.clone();
        Self { wording, kind, industry, ..Self::default() }
    }

    pub fn typed(&self, today: NaiveDate) -> Result<Details, Errors> {
        let mut fields = Fields::new(today);
        let wording = fields.required_line("wording", &self.wording);
        if fields.errors.is_empty() && wording.chars().count() > LONGEST {
            fields.errors.add("wording", "error-need-wording-long");
        }
        let kind = fields.choice("kind", &self.kind, Kind::from_code);
        let industry = match self.industry.trim() {
            "" => Some(String::new()),
            raw => fields
                .choice("industry", raw, |code| (code.len() <= 2 && industries::name(code, Lang::Fi).is_some()).then(|| code.to_owned())),
        };
        let details = kind.zip(industry).map(|(kind, industry)| Details { wording, kind, industry });
        fields.errors.finish(details, &self.warned)
    }
}
