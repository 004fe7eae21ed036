//! The sign-in form.

use crate::web::typed::is_own_address;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct SignIn {
    pub email: String,
    /// Never sent back to the page.
    #[serde(skip_serializing)]
    pub password: String,
    pub next: String,
    /// The form that an ended session could not save (`Typed` as JSON).
    pub kept: String,
}

impl SignIn {
    /// The page that was asked for before signing in; only an address of our own.
    pub fn destination(&self) -> &str {
        if is_own_address(&self.next) { &self.next } else { "/" }
    }
}
