//! The guard that keeps personal identity codes (henkilötunnus) out of free text.
//!
//! Form `DDMMYYsNNNC`: day, month, year, a sign for the century, an individual
//! number and a check character, `0123456789ABCDEFHJKLMNPRSTUVWXY` at the nine
//! digits modulo 31. Signs: `+` is the 1800s, `-` and `U`–`Y` the 1900s, `A`–`F`
//! the 2000s. A finding says where the code stands, never what it is: no code may
//! reach a log or an error page.

use std::ops::Range;

use chrono::NaiveDate;

use super::{is_dash, is_invisible};

const CHECK_CHARACTERS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
/// A code that is not torn.
const CODE_CHARS: usize = 11;

/// How sure the guard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The form and a real date, but no valid code: worth a warning.
    Possible,
    /// Everything matches, the check character too: must not be saved.
    Certain,
}

/// Where a text holds what is, or may be, a personal identity code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether to block or to warn.
    pub certainty: Certainty,
    /// Place of the first character, counted in characters from 0 (not in bytes
    /// and not in UTF-16 units).
    pub start: usize,
    /// Place after the last character, counted likewise.
    pub end: usize,
}

/// The worst finding in a text, the first among equals. Codes of the future
/// (born after `today`) are none; digits or letters right before or after mean
/// that the text is part of something longer.
///
/// A code that is torn at its sign by a blank or a line break counts when its
/// check character is right: "010190 - 1234" alone is far more often two figures.
pub fn find(text: &str, today: NaiveDate) -> Option<Finding> {
    let mut visible = Vec::new();
    let mut places = Vec::new();
    for (place, c) in text.chars().enumerate().filter(|(_, c)| !is_invisible(*c)) {
        visible.push(c);
        places.push(place);
    }
    let mut possible = None;
    for start in 0..visible.len() {
        let Some((certainty, range)) = match_at(&visible, start, today) else { continue };
        let finding = Finding { certainty, start: places[range.start], end: places[range.end - 1] + 1 };
        match certainty {
            Certainty::Certain => return Some(finding),
            Certainty::Possible => possible = possible.or(Some(finding)),
        }
    }
    possible
}

/// What begins exactly at `start`, if anything.
fn match_at(text: &[char], start: usize, today: NaiveDate) -> Option<(Certainty, Range<usize>)> {
    if start > 0 && is_word(text[start - 1]) {
        return None;
    }
    let date_digits = digits(text, start, 6)?;
    let sign_at = skip_gap(text, start + 6);
    let century = century(*text.get(sign_at)?)?;
    let individual_at = skip_gap(text, sign_at + 1);
    let individual = digits(text, individual_at, 3)?;
    let end = individual_at + 4;
    let check = text.get(end - 1)?.to_ascii_uppercase();
    if !CHECK_CHARACTERS.contains(&u8::try_from(check).ok()?) || text.get(end).is_some_and(|&c| is_word(c)) {
        return None;
    }
    let born = NaiveDate::from_ymd_opt(century + i32::try_from(date_digits % 100).ok()?, date_digits / 100 % 100, date_digits / 10_000)?;
    if born > today {
        return None;
    }
    let expected = CHECK_CHARACTERS[((date_digits * 1000 + individual) % 31) as usize];
    if check == char::from(expected) && individual >= 2 {
        return Some((Certainty::Certain, start..end));
    }
    let torn = end - start != CODE_CHARS;
    (!torn).then_some((Certainty::Possible, start..end))
}

/// The number that `count` ASCII digits from `start` make.
fn digits(text: &[char], start: usize, count: usize) -> Option<u32> {
    text.get(start..start + count)?.iter().try_fold(0, |number, c| Some(number * 10 + c.to_digit(10)?))
}

/// The place after one blank, one line break, or one line break with a blank
/// beside it (a Windows line break is two characters).
fn skip_gap(text: &[char], at: usize) -> usize {
    at + text.iter().skip(at).take(2).take_while(|c| c.is_whitespace()).count()
}

fn century(sign: char) -> Option<i32> {
    match sign.to_ascii_uppercase() {
        '+' => Some(1800),
        'U'..='Y' => Some(1900),
        'A'..='F' => Some(2000),
        sign if is_dash(sign) => Some(1900),
        _ => None,
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'Å' | 'Ä' | 'Ö' | 'å' | 'ä' | 'ö')
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: [&str; 14] = [
        "131052-308T",
        "010594Y9021",
        "010594Y9032",
        "020594X903P",
        "020594X902N",
        "030594W903B",
        "030694W9024",
        "040594V9030",
        "050594U903M",
        "010516B903X",
        "020516C903K",
        "010195-433X",
        "311280-888Y",
        "131052+308T",
    ];

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
    }

    fn certainty(text: &str) -> Option<Certainty> {
        find(text, today()).map(|finding| finding.certainty)
    }

    #[test]
    fn valid_codes_are_certain() {
        for code in VALID {
            let finding = find(code, today()).expect(code);
            assert_eq!(finding, Finding { certainty: Certainty::Certain, start: 0, end: 11 }, "{code}");
        }
    }

    #[test]
    fn small_letters_count_too() {
        for code in VALID {
            assert_eq!(certainty(&code.to_lowercase()), Some(Certainty::Certain), "{code}");
        }
    }

    #[test]
    fn wrong_check_character_is_possible() {
        assert_eq!(certainty("010190-123A"), Some(Certainty::Possible));
        assert_eq!(certainty("120325-1234"), Some(Certainty::Possible));
    }

    #[test]
    fn impossible_date_is_nothing() {
        for text in ["300225-123A", "310499-123A", "000190-1234", "011390-1234", "290200-123A", "290223A123B"] {
            assert_eq!(certainty(text), None, "{text}");
        }
    }

    #[test]
    fn leap_days_of_their_century_are_dates() {
        assert!(certainty("290200A123A").is_some());
        assert!(certainty("290296-123A").is_some());
    }

    #[test]
    fn future_birth_is_nothing() {
        assert_eq!(certainty("231126A123A"), None);
        assert!(certainty("221126A123A").is_some());
        assert_eq!(certainty("010127A9032"), None);
    }

    #[test]
    fn individual_numbers_below_two_are_not_issued() {
        let check = char::from(CHECK_CHARACTERS[(131_052_001 % 31) as usize]);
        assert_eq!(certainty(&format!("131052-001{check}")), Some(Certainty::Possible));
    }

    #[test]
    fn every_dash_counts() {
        for dash in "-\u{AD}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2043}\u{2212}\u{FE58}\u{FE63}\u{FF0D}".chars() {
            assert_eq!(certainty(&format!("131052{dash}308T")), Some(Certainty::Certain), "{:x}", dash as u32);
        }
    }

    #[test]
    fn found_in_the_middle_of_text() {
        for text in [
            "Hakija 131052-308T soitti",
            "(131052-308T)",
            "hetu:131052-308T.",
            "131052-308T:lle",
            "a,131052-308T;b",
            "liite_131052-308T.pdf",
            "rivi\n131052-308T\nrivi",
            "rivi\r\n131052-308T",
            "<b>131052-308T</b>",
            "\u{201D}131052-308T\u{201D}",
        ] {
            assert_eq!(certainty(text), Some(Certainty::Certain), "{text:?}");
        }
    }

    #[test]
    fn place_is_counted_in_characters() {
        let finding = find("Äiti 👩‍🏭 ja 131052-308T", today()).expect("a finding");
        assert_eq!((finding.start, finding.end), (12, 23));
    }

    #[test]
    fn worst_of_several_wins() {
        let finding = find("010190-123A ja 131052-308T ja 120325-1234", today()).expect("a finding");
        assert_eq!((finding.certainty, finding.start), (Certainty::Certain, 15));
        let finding = find("x 010190-123A ja 120325-1234", today()).expect("a finding");
        assert_eq!((finding.certainty, finding.start), (Certainty::Possible, 2));
    }

    #[test]
    fn parts_of_longer_runs_are_nothing() {
        for text in [
            "1131052-308T",
            "131052-308TT",
            "131052-308T1",
            "X131052-308T",
            "131052-308Tä",
            "ö131052-308T",
            "FI131052-308T",
            "SO131052A308TK",
        ] {
            assert_eq!(certainty(text), None, "{text}");
        }
    }

    #[test]
    fn torn_code_counts_when_it_is_valid() {
        for text in ["131052 -308T", "131052- 308T", "131052 - 308T", "131052-\n308T", "131052-\r\n308T", "010594 Y9021"] {
            assert_eq!(certainty(text), Some(Certainty::Certain), "{text:?}");
        }
        for text in ["010190 - 123A", "120325 - 1234", "120325-\n1234", "131052    -308T"] {
            assert_eq!(certainty(text), None, "{text:?}");
        }
    }

    #[test]
    fn invisible_characters_do_not_hide_a_code() {
        assert_eq!(certainty("131052\u{200B}-308T"), Some(Certainty::Certain));
        let finding = find("a \u{FEFF}131052-\u{2060}308T", today()).expect("a finding");
        assert_eq!((finding.start, finding.end), (3, 15));
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "",
            "131052",
            "131052-308",
            "Y-tunnus 1234567-1",
            "FI12345671",
            "02 778 2055",
            "+358 40 123 4567",
            "040-1234567",
            "0457-123 4567",
            "2026-11-22",
            "22.11.2026",
            "FI21 1234 5600 0007 85",
            "12:00-13:00",
            "131052G308T",
            "131052-308I",
            "１３１０５２-308T",
        ] {
            assert_eq!(certainty(text), None, "{text}");
        }
    }

    #[test]
    fn random_figures_are_hardly_ever_certain() {
        const ROUNDS: u32 = 200_000;
        let mut state: u64 = 20_261_122;
        let mut below = |limit: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % limit
        };
        let (mut certain, mut possible) = (0, 0);
        for _ in 0..ROUNDS {
            match certainty(&format!("{:06}-{:04}", below(1_000_000), below(10_000))) {
                Some(Certainty::Certain) => certain += 1,
                Some(Certainty::Possible) => possible += 1,
                None => {}
            }
        }
        assert!(certain > 0 && certain < ROUNDS / 500, "{certain} of {ROUNDS} certain");
        assert!(possible < ROUNDS / 20, "{possible} of {ROUNDS} possible");
    }
}
