//! The form of a swap.

use super::With;
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SwapForm {
    /// The code of a `With`.
    pub with: String,
    /// Whose shift the page showed: of no draft, since it is what the page says now.
    #[serde(skip_serializing)]
    pub from: String,
    pub once: String,
}

impl SwapForm {
    pub fn finish(&self, today: NaiveDate) -> Result<With, Errors> {
        let mut fields = Fields::new(today);
        let with = fields.choice("with", &self.with, With::from_code);
        fields.errors.finish(with, "")
    }
}
