//! The municipalities of Finland. Codes are three-character texts (`091`), not numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Names, rows};
use crate::i18n::Lang;

/// A municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Official code, three digits.
    pub code: &'static str,
    /// Official names; the English one is the Finnish one.
    pub names: Names,
}

static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    rows(include_str!("../../assets/classifications/municipalities.tsv"))
        .map(|[code, fi, sv]| Municipality { code, names: Names { fi, sv, en: fi } })
        .collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, Names>> =
    LazyLock::new(|| ALL.iter().map(|municipality| (municipality.code, municipality.names)).collect());

/// All municipalities, in the Finnish order of their Finnish names.
pub fn all() -> &'static [Municipality] {
    &ALL
}

/// The name of a municipality; `None` for an unknown code, which may be that of a
/// municipality that was merged into another.
pub fn name(code: &str, lang: Lang) -> Option<&'static str> {
    BY_CODE.get(code).map(|names| names.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::name::sort_key;

    #[test]
    fn all_are_there_once() {
        assert_eq!(all().len(), 308);
        assert_eq!(BY_CODE.len(), 308);
        assert!(all().iter().all(|m| m.code.len() == 3 && m.code.bytes().all(|b| b.is_ascii_digit())));
    }

    #[test]
    fn names_in_each_language() {
        assert_eq!(name("734", Lang::Fi), Some("Salo"));
        assert_eq!(name("091", Lang::Sv), Some("Helsingfors"));
        assert_eq!(name("091", Lang::En), Some("Helsinki"));
        assert_eq!(name("284", Lang::Fi), Some("Koski Tl"));
    }

    #[test]
    fn unknown_codes_have_no_name() {
        for code in ["", "91", "999", "0734"] {
            assert_eq!(name(code, Lang::Fi), None, "{code}");
        }
    }

    #[test]
    fn order_is_finnish() {
        assert!(all().is_sorted_by_key(|m| sort_key(m.names.get(Lang::Fi))));
        assert_eq!(all().last().map(|m| m.names.get(Lang::Fi)), Some("Äänekoski"));
    }
}
