//! The form behind an answer link.

use crate::callbacks::partner::Answer;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct AnswerForm {
    pub answer: String,
    pub note: String,
    pub warned: String,
}

impl AnswerForm {
    /// What is given back needs a reason, since the next who has it will ask.
    pub fn typed(&self, today: NaiveDate) -> Result<(Answer, String), Errors> {
        let mut fields = Fields::new(today);
        let answer = fields.choice("answer", &self.answer, Answer::from_code);
        let note = fields.text("note", &self.note);
        if answer == Some(Answer::NotOurs) && note.is_empty() {
            fields.errors.add("note", "error-answer-reason");
        }
        fields.errors.finish(answer.map(|answer| (answer, note)), &self.warned)
    }
}
