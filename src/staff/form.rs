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
    /// The page that was asked for before signing in; only an address of our own. Browsers read a backslash as a slash and
    /// leave out tabs and line ends, so none of these may hide a second slash.
    pub fn destination(&self) -> &str {
        let plain = self.next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        let own = plain && self.next.starts_with('/') && !self.next.starts_with("//");
        if own { &self.next } else { "/" }
    }
}
