//! Industries: TOL 2025 with its sections (`C`), divisions (`10`) and classes
//! (`10110`), and the successors of TOL 2008 classes.
//!
//! A section letter means different things in TOL 2008 and TOL 2025, so a letter
//! from the older one must never be looked up here. Groups of three and four
//! digits are not shipped: registers hold classes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Names, rows};
use crate::i18n::Lang;

/// A section, division or class of TOL 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Industry {
    /// A letter, two digits or five digits.
    pub code: &'static str,
    /// Official names.
    pub names: Names,
}

/// A section with its divisions.
struct Section {
    industry: Industry,
    letter: char,
    divisions: Vec<Industry>,
}

static ALL: LazyLock<Vec<Industry>> = LazyLock::new(|| {
    rows(include_str!("../../assets/classifications/tol2025.tsv"))
        .map(|[code, fi, sv, en]| Industry { code, names: Names { fi, sv, en } })
        .collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, Names>> =
    LazyLock::new(|| ALL.iter().map(|industry| (industry.code, industry.names)).collect());

// In the table every division stands below its section.
static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let mut sections: Vec<Section> = Vec::new();
    for industry in ALL.iter() {
        match (section_letter(industry.code), sections.last_mut()) {
            (Some(letter), _) => sections.push(Section { industry: *industry, letter, divisions: Vec::new() }),
            (None, Some(section)) if industry.code.len() == 2 => section.divisions.push(*industry),
            _ => {}
        }
    }
    sections
});

static SECTION_OF_DIVISION: LazyLock<HashMap<&'static str, char>> = LazyLock::new(|| {
    SECTIONS.iter().flat_map(|section| section.divisions.iter().map(|division| (division.code, section.letter))).collect()
});

static SUCCESSORS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../assets/classifications/tol2008_to_2025.tsv")).map(|[code_2008, code_2025]| (code_2008, code_2025)).collect()
});

/// The name of a section, division or class of TOL 2025.
pub fn name(code: &str, lang: Lang) -> Option<&'static str> {
    BY_CODE.get(code).map(|names| names.get(lang))
}

/// The sections of TOL 2025, A to V.
pub fn sections() -> impl Iterator<Item = &'static Industry> {
    SECTIONS.iter().map(|section| &section.industry)
}

/// The divisions of a section of TOL 2025; none for an unknown letter.
pub fn divisions_of(section: char) -> &'static [Industry] {
    SECTIONS.iter().find(|known| known.letter == section).map_or(&[], |known| &known.divisions)
}

/// The classes of TOL 2025, in the order of their codes.
pub fn classes() -> impl Iterator<Item = &'static Industry> {
    ALL.iter().filter(|industry| industry.code.len() == 5)
}

/// The section of a TOL 2025 code of any length (`C`, `10`, `101`, `10110`),
/// decided by its division.
pub fn section_of(code: &str) -> Option<char> {
    if let Some(letter) = section_letter(code) {
        return SECTIONS.iter().any(|section| section.letter == letter).then_some(letter);
    }
    if code.len() > 5 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    SECTION_OF_DIVISION.get(code.get(..2)?).copied()
}

/// The TOL 2025 class that alone succeeds a TOL 2008 class; `None` for a class
/// that was split (226 of 804) or is unknown: those keep their TOL 2008 code.
pub fn to_2025(code_2008: &str) -> Option<&'static str> {
    SUCCESSORS.get(code_2008).copied()
}

fn section_letter(code: &str) -> Option<char> {
    let mut chars = code.chars();
    chars.next().filter(|letter| letter.is_ascii_uppercase() && chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_there_once() {
        let of_length = |length| ALL.iter().filter(|industry| industry.code.len() == length).count();
        assert_eq!((of_length(1), of_length(2), of_length(5)), (22, 87, 777));
        assert_eq!(BY_CODE.len(), ALL.len());
        assert_eq!(sections().count(), 22);
        assert_eq!(SECTION_OF_DIVISION.len(), 87);
    }

    #[test]
    fn every_class_has_a_section_and_names() {
        for industry in ALL.iter() {
            assert!(section_of(industry.code).is_some(), "{}", industry.code);
            assert!(Lang::ALL.iter().all(|&lang| !industry.names.get(lang).is_empty()), "{}", industry.code);
        }
    }

    #[test]
    fn names_in_each_language() {
        assert_eq!(name("C", Lang::Fi), Some("Teollisuus"));
        assert_eq!(name("82200", Lang::En), Some("Activities of call centres"));
        assert_eq!(name("96999", Lang::Sv), Some("Diverse övriga konsumenttjänster som inte klassificerats på annat håll"));
        assert_eq!(name("45", Lang::Fi), None);
        assert_eq!(name("", Lang::Fi), None);
    }

    #[test]
    fn sections_are_those_of_2025() {
        for (code, section) in [
            ("01110", 'A'),
            ("10", 'C'),
            ("331", 'C'),
            ("5811", 'J'),
            ("62", 'K'),
            ("64", 'L'),
            ("68", 'M'),
            ("69", 'N'),
            ("84", 'P'),
            ("85", 'Q'),
            ("86", 'R'),
            ("96999", 'T'),
            ("99", 'V'),
            ("C", 'C'),
            ("10999", 'C'),
        ] {
            assert_eq!(section_of(code), Some(section), "{code}");
        }
    }

    #[test]
    fn other_codes_have_no_section() {
        for code in ["", "1", "45", "00000", "X", "c", "10A", "62.01", "101100", "ÄÄ", "1ä"] {
            assert_eq!(section_of(code), None, "{code}");
        }
    }

    #[test]
    fn divisions_stand_under_their_section() {
        let codes: Vec<_> = divisions_of('F').iter().map(|division| division.code).collect();
        assert_eq!(codes, ["41", "42", "43"]);
        assert!(divisions_of('X').is_empty());
    }

    #[test]
    fn only_classes_with_one_successor_are_mapped() {
        assert_eq!(SUCCESSORS.len(), 578);
        assert!(SUCCESSORS.values().all(|code| BY_CODE.contains_key(code)));
        assert_eq!(to_2025("01110"), Some("01110"));
        assert_eq!(to_2025("99999"), None);
    }
}
