//! Telephone numbers: kept as typed, and in E.164 (`+35827782055`) for finding
//! and dialling.
//!
//! A number is never refused for being unknown to a numbering plan: whoever logs
//! a call writes down what the caller says. Finnish numbers follow rules of our
//! own, because the numbering library groups them otherwise than Finns do and
//! reads service and short numbers wrongly; foreign ones are left to the library.
//! Finnish short numbers have no E.164 form; here 112 is `+358112`.

use phonenumber::Mode;

use super::{is_dash, is_invisible};

const FINLAND: &str = "358";
/// E.164 allows fifteen digits, country code included.
const MAX_DIGITS: usize = 15;
/// The shortest Finnish numbers that are one subscriber's, without the zero: 010 2345.
const MIN_WHOLE_DIGITS: usize = 6;
/// Room for fifteen digits with generous spacing.
const MAX_TYPED_CHARS: usize = 40;
/// 112.
const MIN_FINNISH_DIGITS: usize = 3;
/// The shortest foreign numbers, country code included (Niue: +683 4000).
const MIN_FOREIGN_DIGITS: usize = 7;
/// Fewer digits in a search box are the beginning of something else.
const MIN_SEARCH_DIGITS: usize = 5;

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As typed, without blanks at the ends.
    pub typed: String,
    /// `+`, country code and number, digits only.
    pub e164: String,
}

/// Why a text is not a telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// No digit at all.
    #[error("no digits")]
    Empty,
    /// Something else than digits, blanks, dashes, dots, slashes, parentheses and a leading plus.
    #[error("a character that telephone numbers do not have")]
    Characters,
    /// Fewer digits than any number has.
    #[error("too few digits")]
    TooShort,
    /// More digits than any number has: often two numbers in one field.
    #[error("too many digits")]
    TooLong,
}

/// Reads a number as typed, Finnish unless it begins with `+`, `00` or `358`.
pub fn parse(typed: &str) -> Result<Phone, PhoneError> {
    let typed = typed.trim();
    let e164 = e164(typed)?;
    Ok(Phone { typed: typed.to_owned(), e164 })
}

/// The number a search text stands for, when it consists of what telephone
/// numbers are written with and has at least five digits.
pub fn e164_from_search(text: &str) -> Option<String> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (digits >= MIN_SEARCH_DIGITS).then(|| e164(text.trim()).ok()).flatten()
}

/// The whole number that a telephone exchange puts into an address, where a plus sign may have become a blank. Extensions
/// and short numbers belong to nobody in particular and are too short here.
pub fn from_exchange(text: &str) -> Result<Phone, PhoneError> {
    let had_plus = text.strip_prefix(' ').filter(|rest| rest.starts_with(|c: char| matches!(c, '1'..='9')));
    let phone = had_plus.map_or_else(|| parse(text), |rest| parse(&format!("+{rest}")))?;
    match phone.e164.strip_prefix("+358") {
        Some(number) if number.len() < MIN_WHOLE_DIGITS => Err(PhoneError::TooShort),
        _ => Ok(phone),
    }
}

/// The number as Finns write it: `02 778 2055`, `040 123 4567`, `0800 12345`;
/// a foreign one internationally, `+46 8 123 456 78`.
pub fn display(e164: &str) -> String {
    let Some(digits) = e164.strip_prefix('+') else { return e164.to_owned() };
    match digits.strip_prefix(FINLAND) {
        Some("116117") => "116 117".to_owned(),
        Some(number) if number.len() <= MIN_FINNISH_DIGITS => number.to_owned(),
        Some(number) => display_finnish(&format!("0{number}")),
        None => foreign(digits, Mode::International).unwrap_or_else(|| e164.to_owned()),
    }
}

fn e164(typed: &str) -> Result<String, PhoneError> {
    if typed.chars().count() > MAX_TYPED_CHARS {
        return Err(PhoneError::TooLong);
    }
    let (international, digits) = digits(typed)?;
    if digits.is_empty() {
        return Err(PhoneError::Empty);
    }
    // Telephone exchanges and web addresses drop the plus sign.
    let plus_dropped = digits.starts_with(FINLAND) && digits.len() > FINLAND.len() + 5;
    let has_country = plus_dropped || (international && !digits.starts_with('0'));
    let full = if has_country { digits } else { format!("{FINLAND}{digits}") };
    let number = match full.strip_prefix(FINLAND) {
        Some(number) => {
            let number = number.trim_start_matches('0');
            check_length(number.len(), MIN_FINNISH_DIGITS, MAX_DIGITS - FINLAND.len())?;
            format!("+{FINLAND}{number}")
        }
        None => {
            check_length(full.len(), MIN_FOREIGN_DIGITS, MAX_DIGITS)?;
            foreign(&full, Mode::E164).unwrap_or_else(|| format!("+{full}"))
        }
    };
    Ok(number)
}

/// Whether the text says that a country code comes first, and the digits after
/// that sign, without the trunk zero that some write as `+358 (0)40`.
fn digits(typed: &str) -> Result<(bool, String), PhoneError> {
    let mut text: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    if let Some(scheme) = text.get(..4)
        && scheme.eq_ignore_ascii_case("tel:")
    {
        text = text.split_off(4);
    }
    let plus = text.trim_start_matches(is_filler).starts_with('+');
    if plus || text.starts_with("00") {
        text = text.replacen("(0)", "", 1);
    }
    let text = if plus { text.replacen('+', "", 1) } else { text };
    if text.chars().any(|c| !c.is_ascii_digit() && !is_filler(c)) {
        return Err(PhoneError::Characters);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("00") {
        Some(rest) if !plus => Ok((true, rest.to_owned())),
        _ => Ok((plus, digits)),
    }
}

fn is_filler(c: char) -> bool {
    c.is_whitespace() || is_dash(c) || matches!(c, '(' | ')' | '.' | '/')
}

fn check_length(digits: usize, min: usize, max: usize) -> Result<(), PhoneError> {
    match digits {
        _ if digits < min => Err(PhoneError::TooShort),
        _ if digits > max => Err(PhoneError::TooLong),
        _ => Ok(()),
    }
}

/// A foreign number as the numbering library writes it, when it knows the number.
fn foreign(digits: &str, mode: Mode) -> Option<String> {
    let number = phonenumber::parse(None, format!("+{digits}")).ok()?;
    // For a country code that does not exist the library falls back to another.
    let same_country = digits.starts_with(&number.code().value().to_string());
    (same_country && number.is_valid()).then(|| number.format().mode(mode).to_string())
}

fn display_finnish(national: &str) -> String {
    let (prefix, rest) = national.split_at(finnish_prefix_length(national).min(national.len()));
    let rest = match rest.len() {
        0..=5 => rest.to_owned(),
        6 | 7 => format!("{} {}", &rest[..3], &rest[3..]),
        8 => format!("{} {}", &rest[..4], &rest[4..]),
        _ => format!("{} {} {}", &rest[..3], &rest[3..6], &rest[6..]),
    };
    format!("{prefix} {rest}").trim_end().to_owned()
}

/// How many digits of a national number (with its zero) are the area, mobile or
/// service prefix.
fn finnish_prefix_length(national: &str) -> usize {
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| national.starts_with(prefix));
    if begins(&["0457", "060", "070", "080"]) || national.get(2..4) == Some("00") {
        4
    } else if begins(&["01", "020", "029", "030", "04", "050", "07"]) {
        3
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn e164_of(typed: &str) -> Result<String, PhoneError> {
        parse(typed).map(|phone| phone.e164)
    }

    #[test]
    fn exchanges_hand_over_whole_numbers() {
        for sent in ["+358401234567", " 358401234567", "358401234567", "0401234567", "040 123 4567", " 040 123 4567", "00358401234567"] {
            assert_eq!(from_exchange(sent).map(|phone| phone.e164).as_deref(), Ok("+358401234567"), "{sent:?}");
        }
        assert_eq!(from_exchange(" 46812345678").map(|phone| phone.e164).as_deref(), Ok("+46812345678"));
        for short in ["112", "4321", "12345", "+35877"] {
            assert_eq!(from_exchange(short), Err(PhoneError::TooShort), "{short}");
        }
        assert_eq!(from_exchange("Salainen numero"), Err(PhoneError::Characters));
        assert_eq!(from_exchange("  "), Err(PhoneError::Empty));
    }

    #[test]
    fn finnish_spellings_are_one_number() {
        for typed in [
            "040 123 4567",
            "0401234567",
            "040-1234567",
            "(040) 123 4567",
            "040.123.4567",
            "040/1234567",
            " 0401234567 ",
            "+358 40 123 4567",
            "+358 (0)40 123 4567",
            "+358(0)401234567",
            "+358 040 1234567",
            "(+358) 40 1234567",
            "00358 40 1234567",
            "00358 (0)40 1234567",
            "358401234567",
            "401234567",
            "040\u{A0}123\u{A0}4567",
            "040–123–4567",
            "\u{202D}040 123 4567\u{202C}",
            "tel:+358401234567",
            "TEL:0401234567",
            "+0401234567",
        ] {
            assert_eq!(e164_of(typed).as_deref(), Ok("+358401234567"), "{typed:?}");
        }
    }

    #[test]
    fn landlines_service_and_short_numbers_pass() {
        for (typed, e164) in [
            ("02 778 2055", "+35827782055"),
            ("09 1234 5678", "+358912345678"),
            ("010 123 456", "+35810123456"),
            ("020 123 4567", "+358201234567"),
            ("029 123 4567", "+358291234567"),
            ("030 12345", "+3583012345"),
            ("0800 12345", "+35880012345"),
            ("0600 12345", "+35860012345"),
            ("0700 12345", "+35870012345"),
            ("0457 123 4567", "+3584571234567"),
            ("0100 100", "+358100100"),
            ("112", "+358112"),
            ("116 117", "+358116117"),
        ] {
            assert_eq!(e164_of(typed).as_deref(), Ok(e164), "{typed}");
        }
    }

    #[test]
    fn foreign_numbers_pass() {
        for (typed, e164) in [
            ("+46 8 123 456 78", "+46812345678"),
            ("0046 8 123 456 78", "+46812345678"),
            ("+44 (0)20 7946 0958", "+442079460958"),
            ("+44 020 7946 0958", "+442079460958"),
            ("+372 5123 4567", "+37251234567"),
            ("+1 (212) 555-0123", "+12125550123"),
            ("+39 06 698 12345", "+390669812345"),
        ] {
            assert_eq!(e164_of(typed).as_deref(), Ok(e164), "{typed}");
        }
    }

    #[test]
    fn numbers_unknown_to_the_plan_keep_their_digits() {
        assert_eq!(e164_of("+999 123 4567").as_deref(), Ok("+9991234567"));
        assert_eq!(e164_of("+999 212 555 0123").as_deref(), Ok("+9992125550123"));
        assert_eq!(e164_of("+44 1234567").as_deref(), Ok("+441234567"));
    }

    #[test]
    fn typed_form_is_kept() {
        let phone = parse("  040 - 123 4567 ").expect("a number");
        assert_eq!(phone.typed, "040 - 123 4567");
    }

    #[test]
    fn bad_input_says_why() {
        for (typed, error) in [
            ("", PhoneError::Empty),
            ("  ", PhoneError::Empty),
            ("-", PhoneError::Empty),
            ("+", PhoneError::Empty),
            ("00", PhoneError::Empty),
            ("soita", PhoneError::Characters),
            ("040 123 4567 Matti", PhoneError::Characters),
            ("040+1234567", PhoneError::Characters),
            ("++358401234567", PhoneError::Characters),
            ("٠٤٠١٢٣", PhoneError::Characters),
            ("12", PhoneError::TooShort),
            ("000", PhoneError::TooShort),
            ("+44 123", PhoneError::TooShort),
            ("040 123 4567 / 050 123 4567", PhoneError::TooLong),
            ("+1234567890123456", PhoneError::TooLong),
        ] {
            assert_eq!(e164_of(typed), Err(error), "{typed:?}");
        }
        assert_eq!(e164_of(&format!("040{}1234567", " ".repeat(50))), Err(PhoneError::TooLong));
    }

    #[test]
    fn search_takes_whole_numbers_only() {
        assert_eq!(e164_from_search("02-778 2055").as_deref(), Some("+35827782055"));
        assert_eq!(e164_from_search(" 358401234567").as_deref(), Some("+358401234567"));
        for text in ["", "0401", "Kauppa 2000", "Oy 0401234567", "040 123 4567 / 050 123 4567"] {
            assert_eq!(e164_from_search(text), None, "{text}");
        }
    }

    #[test]
    fn displayed_as_finns_write() {
        for text in [
            "02 778 2055",
            "09 1234 5678",
            "040 123 4567",
            "050 123 456",
            "0400 123 456",
            "0457 123 4567",
            "0800 12345",
            "0600 12345",
            "010 123 456",
            "020 123 4567",
            "029 123 4567",
            "030 12345",
            "018 12345",
            "0100 100",
            "05 123 4567",
            "112",
            "116 117",
        ] {
            assert_eq!(display(&e164_of(text).expect(text)), text);
        }
    }

    #[test]
    fn displays_foreign_and_odd_numbers() {
        assert_eq!(display("+46812345678"), "+46 8 123 456 78");
        assert_eq!(display("+442079460958"), "+44 20 7946 0958");
        assert_eq!(display("+9991234567"), "+9991234567");
        assert_eq!(display("soita illalla"), "soita illalla");
        assert_eq!(display(""), "");
    }

    #[test]
    fn reading_what_is_displayed_changes_nothing() {
        for e164 in ["+35827782055", "+358112", "+358116117", "+358123456789012", "+46812345678", "+3584001", "+358100100", "+9991234567"] {
            assert_eq!(e164_of(&display(e164)).as_deref(), Ok(e164));
        }
    }
}
