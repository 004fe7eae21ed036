//! A new password, typed twice, and what is asked of it.

use crate::i18n::Args;
use crate::web::Errors;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The shortest password, in characters. Length is what counts; no kinds of characters are asked for.
pub const SHORTEST: usize = 12;
/// The fewest different characters.
const FEWEST_DIFFERENT: usize = 5;

/// Never sent back to the page.
#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct NewPassword {
    #[serde(skip_serializing)]
    pub password: String,
    #[serde(skip_serializing)]
    pub password_again: String,
}

impl NewPassword {
    /// The password, if it is good enough for the person with this address and name.
    pub fn finish(&self, email: &str, name: &str) -> Result<String, Errors> {
        let mut errors = Errors::default();
        match weakness(&self.password, email, name) {
            Some("error-password-short") => {
                errors.add_with("password", "error-password-short", Args::from([("shortest".into(), SHORTEST.into())]));
            }
            Some(key) => errors.add("password", key),
            None if self.password != self.password_again => errors.add("password_again", "error-password-differs"),
            None => {}
        }
        errors.finish(Some(self.password.clone()), "")
    }
}

/// Why a password is easy to guess.
fn weakness(password: &str, email: &str, name: &str) -> Option<&'static str> {
    let lower = password.to_lowercase();
    let different: HashSet<char> = lower.chars().collect();
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let own = [local, name.to_lowercase()];
    if password.is_empty() {
        Some("error-required")
    } else if password.chars().count() < SHORTEST {
        Some("error-password-short")
    } else if different.len() < FEWEST_DIFFERENT {
        Some("error-password-simple")
    } else if own.iter().any(|word| word.chars().count() > 3 && lower.contains(word)) {
        Some("error-password-own")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_ones_are_refused() {
        for (password, expected) in [
            ("", Some("error-required")),
            ("lyhyt salas", Some("error-password-short")),
            ("aaaaaaaaaaaaaaaa", Some("error-password-simple")),
            ("121212121212", Some("error-password-simple")),
            ("maija.mestari2026", Some("error-password-own")),
            ("olen Maija Mestari", Some("error-password-own")),
            ("kolme pientä porsasta", None),
            ("ääkkösetkin", Some("error-password-short")),
            ("ääkkösetkin!", None),
        ] {
            assert_eq!(weakness(password, "maija.mestari@alue.example", "Maija Mestari"), expected, "{password}");
        }
    }

    #[test]
    fn it_is_typed_twice() {
        let form = |again: &str| NewPassword { password: "kolme pientä porsasta".to_owned(), password_again: again.to_owned() };
        assert!(form("kolme pientä porsasta").finish("x@y.example", "X").is_ok());
        assert!(form("kolme pienta porsasta").finish("x@y.example", "X").is_err());
    }
}
