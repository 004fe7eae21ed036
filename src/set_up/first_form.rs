//! What the first administrator tells: the employment area, and who they are.

use crate::i18n::Lang;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The shortest password, in characters.
const SHORTEST: usize = 12;

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct FirstForm {
    pub warned: String,
    pub area: String,
    pub name: String,
    pub email: String,
    pub language: String,
    pub takes_callbacks: String,
    /// Never sent back to the page.
    #[serde(skip_serializing)]
    pub password: String,
    #[serde(skip_serializing)]
    pub password_again: String,
}

pub struct First {
    pub area: String,
    pub name: String,
    pub email: String,
    pub language: Lang,
    pub takes_callbacks: bool,
    pub password: String,
}

impl FirstForm {
    pub fn typed(&self, today: NaiveDate) -> Result<First, Errors> {
        let mut fields = Fields::new(today);
        let area = fields.required_line("area", &self.area);
        let name = fields.required_line("name", &self.name);
        let email = fields.email("email", &self.email);
        if self.email.trim().is_empty() {
            fields.errors.add("email", "error-required");
        }
        let language = fields.choice("language", &self.language, Lang::from_code);
        if self.password.chars().count() < SHORTEST {
            fields.errors.add("password", "error-set-up-password-short");
        } else if self.password != self.password_again {
            fields.errors.add("password_again", "error-set-up-password-differs");
        }
        let takes_callbacks = self.takes_callbacks == "true";
        let password = self.password.clone();
        let first = language.map(|language| First { area, name, email, language, takes_callbacks, password });
        fields.errors.finish(first, &self.warned)
    }
}
