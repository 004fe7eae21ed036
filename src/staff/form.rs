//! The sign-in form.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct SignIn {
    pub email: String,
    /// Never sent back to the page.
    #[serde(skip_serializing)]
    pub password: String,
    pub next: String,
}

impl SignIn {
    /// The page that was asked for before signing in; only an address of our own.
    pub fn destination(&self) -> &str {
        let own = self.next.starts_with('/') && !self.next.starts_with("//") && !self.next.contains(['\\', '\n', '\r']);
        if own { &self.next } else { "/" }
    }
}
