//! What the first administrator tells: the employment area, and who they are.

use crate::i18n::Lang;
use crate::staff::password_form::NewPassword;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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
        let email = fields.required_email("email", &self.email);
        let language = fields.choice("language", &self.language, Lang::from_code);
        let takes_callbacks = self.takes_callbacks == "true";
        let typed = NewPassword { password: self.password.clone(), password_again: self.password_again.clone() };
        match typed.finish(&email, &name) {
            Ok(password) => {
                let first = language.map(|language| First { area, name, email, language, takes_callbacks, password });
                fields.errors.finish(first, &self.warned)
            }
            Err(errors) => Err(fields.errors.and(errors)),
        }
    }
}
