//! The Finnish business id (Y-tunnus): seven digits, a hyphen, a check digit.
//!
//! Weights 7 9 10 5 8 4 2 over the seven digits; the remainder of the sum by 11
//! gives the check digit: 0 gives 0, 1 is never issued, any other r gives 11 − r.

use std::fmt;

use super::{is_dash, is_invisible};

const WEIGHTS: [u32; 7] = [7, 9, 10, 5, 8, 4, 2];

/// A business id with a right check digit, in its canonical form `1234567-1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessId(String);

/// Why a text is not a business id; each reason is worth its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BusinessIdError {
    /// Not seven digits and a check digit in any accepted spelling.
    #[error("not of the form 1234567-1")]
    Shape,
    /// The right form with a wrong check digit: most often a slip of the finger.
    #[error("the check digit does not match")]
    CheckDigit,
}

impl BusinessId {
    /// Reads what people write: `1234567-1`, `12345671`, `FI12345671`,
    /// `FI 1234567-1`, any dash, blanks anywhere, and the old six-digit ids
    /// (`139533-1` is `0139533-1`).
    pub fn parse(typed: &str) -> Result<Self, BusinessIdError> {
        let (seven, check) = split(typed).ok_or(BusinessIdError::Shape)?;
        if check_digit(&seven) != Some(check) {
            return Err(BusinessIdError::CheckDigit);
        }
        Ok(Self(format!("{seven}-{check}")))
    }

    /// The canonical form, `1234567-1`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BusinessId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The check digit (0–9) of seven digits; `None` when the text is not seven
/// digits or when no id is issued for them.
pub fn check_digit(seven: &str) -> Option<u32> {
    let digits: Vec<u32> = seven.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    // All zeros would pass the sum, and is what people type to get past a field.
    if digits.len() != WEIGHTS.len() || digits.iter().all(|&digit| digit == 0) {
        return None;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    match sum % 11 {
        0 => Some(0),
        1 => None,
        remainder => Some(11 - remainder),
    }
}

/// The seven digits and the check digit as typed.
fn split(typed: &str) -> Option<(String, u32)> {
    let mut text: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .map(|c| if is_dash(c) { '-' } else { c.to_ascii_uppercase() })
        .collect();
    if let Some(rest) = text.strip_prefix("FI") {
        text = rest.to_owned();
    }
    let (number, check) = match text.split_once('-') {
        Some((number, check)) if matches!(number.len(), 6 | 7) => (number, check),
        // Without the hyphen only eight digits are clear: seven could be an id
        // whose check digit was forgotten.
        None if text.len() == 8 => text.split_at_checked(7)?,
        _ => return None,
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if check.len() != 1 || !all_digits(number) || !all_digits(check) {
        return None;
    }
    Some((format!("{number:0>7}"), check.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(typed: &str) -> Result<String, BusinessIdError> {
        BusinessId::parse(typed).map(|id| id.to_string())
    }

    #[test]
    fn real_ids_pass_unchanged() {
        for id in ["0139533-1", "0114162-2", "2646674-9", "1852302-9", "0100130-4", "0737546-2", "1572860-0", "1234567-1"] {
            assert_eq!(parsed(id).as_deref(), Ok(id));
        }
    }

    #[test]
    fn usual_spellings_become_canonical() {
        for typed in [
            "12345671",
            "FI12345671",
            "fi 12345671",
            "FI1234567-1",
            " 1234567-1 ",
            "1234567 - 1",
            "1234567–1",
            "1234567\u{2212}1",
            "1234567\u{2011}1",
            "1 234 567-1",
            "1234567-1\u{200B}",
            "\u{FEFF}1234567-1",
        ] {
            assert_eq!(parsed(typed).as_deref(), Ok("1234567-1"), "{typed:?}");
        }
    }

    #[test]
    fn old_six_digit_ids_get_their_zero() {
        assert_eq!(parsed("139533-1").as_deref(), Ok("0139533-1"));
        assert_eq!(parsed("01395331").as_deref(), Ok("0139533-1"));
    }

    #[test]
    fn wrong_check_digit_is_told_apart() {
        for typed in ["1234567-8", "0139533-2", "FI12345678", "0111111-1", "0000000-0"] {
            assert_eq!(parsed(typed), Err(BusinessIdError::CheckDigit), "{typed}");
        }
    }

    #[test]
    fn other_texts_are_refused_by_shape() {
        for typed in [
            "",
            " ",
            "-",
            "FI",
            "1234567",
            "123456-",
            "12345-6",
            "12345678-1",
            "1234567-12",
            "1234567-X",
            "12-345671",
            "1234567--1",
            "SE12345671",
            "Kauppa Oy",
            "ääääääää",
            "１２３４５６７-1",
            "12345ä1",
        ] {
            assert_eq!(parsed(typed), Err(BusinessIdError::Shape), "{typed:?}");
        }
    }

    #[test]
    fn numbers_that_are_never_issued_have_no_check_digit() {
        let never = (9_000_000..9_000_100).map(|n| n.to_string()).find(|n| check_digit(n).is_none());
        let never = never.expect("one of eleven is never issued");
        for digit in 0..10 {
            assert_eq!(parsed(&format!("{never}-{digit}")), Err(BusinessIdError::CheckDigit));
        }
    }

    #[test]
    fn check_digit_wants_seven_digits() {
        assert_eq!(check_digit("1234567"), Some(1));
        assert_eq!(check_digit("1572860"), Some(0));
        assert_eq!(check_digit("123456"), None);
        assert_eq!(check_digit("12345678"), None);
        assert_eq!(check_digit("123456a"), None);
    }
}
