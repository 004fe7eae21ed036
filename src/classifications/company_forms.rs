//! Company forms: the open data gives a number (`16`), its search and everyday
//! speech an abbreviation (`OY`).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Names, rows};
use crate::i18n::Lang;

const TABLE: &str = include_str!("../../assets/classifications/company_forms.tsv");

struct CompanyForm {
    /// Empty where none is in use.
    abbreviation: &'static str,
    names: Names,
}

static BY_NUMBER: LazyLock<HashMap<&'static str, CompanyForm>> = LazyLock::new(|| {
    rows(TABLE).map(|[number, abbreviation, fi, sv, en]| (number, CompanyForm { abbreviation, names: Names { fi, sv, en } })).collect()
});

/// The abbreviation of a form by its number; `None` for an unknown number and for
/// forms without one, such as a sole trader or a municipality.
pub fn abbreviation(number: &str) -> Option<&'static str> {
    BY_NUMBER.get(number).map(|form| form.abbreviation).filter(|abbreviation| !abbreviation.is_empty())
}

/// The name of a form by its number; the table holds the common ones.
pub fn name(number: &str, lang: Lang) -> Option<&'static str> {
    BY_NUMBER.get(number).map(|form| form.names.get(lang))
}

/// The numbers of all forms in the table, in its order.
pub fn numbers() -> impl Iterator<Item = &'static str> {
    rows(TABLE).map(|[number, _, _, _, _]| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_abbreviations() {
        for (number, abbreviation) in [
            ("2", "AOY"),
            ("3", "ASH"),
            ("4", "ASY"),
            ("5", "AY"),
            ("6", "AYH"),
            ("7", "ETS"),
            ("8", "ETY"),
            ("9", "HY"),
            ("10", "KOY"),
            ("11", "KVJ"),
            ("12", "KVY"),
            ("13", "KY"),
            ("14", "OK"),
            ("15", "OP"),
            ("16", "OY"),
            ("17", "OYJ"),
            ("18", "SÄÄ"),
            ("19", "SL"),
            ("20", "SP"),
            ("21", "TYH"),
            ("22", "VALTLL"),
            ("23", "VOJ"),
            ("24", "VOY"),
            ("25", "VY"),
            ("80", "SE"),
            ("83", "SCE"),
            ("84", "SCP"),
        ] {
            assert_eq!(self::abbreviation(number), Some(abbreviation), "{number}");
        }
    }

    #[test]
    fn forms_without_abbreviation_have_a_name() {
        assert_eq!(abbreviation("26"), None);
        assert_eq!(name("26", Lang::Fi), Some("Yksityinen elinkeinonharjoittaja"));
        assert_eq!(name("41", Lang::Sv), Some("Kommun"));
    }

    #[test]
    fn every_form_has_its_names() {
        for (number, form) in BY_NUMBER.iter() {
            assert!(Lang::ALL.iter().all(|&lang| !form.names.get(lang).is_empty()), "{number}");
        }
    }

    #[test]
    fn unknown_numbers_have_nothing() {
        for number in ["", "016", "OY", "999"] {
            assert_eq!((abbreviation(number), name(number, Lang::Fi)), (None, None), "{number}");
        }
    }
}
