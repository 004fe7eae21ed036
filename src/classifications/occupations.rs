//! Occupations: the unit groups of ISCO-08, four digits each. Their names are Finnish in every language of the product, as
//! ESCO publishes them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::rows;
use crate::identifiers::name::fold;

/// A unit group.
#[derive(Debug, PartialEq, Eq)]
pub struct Occupation {
    /// Four digits.
    pub code: &'static str,
    pub name: &'static str,
    folded: String,
}

static ALL: LazyLock<Vec<Occupation>> = LazyLock::new(|| {
    rows(include_str!("../../assets/classifications/isco08.tsv"))
        .map(|[code, name]| Occupation { code, name, folded: fold(name) })
        .collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| ALL.iter().map(|occupation| (occupation.code, occupation.name)).collect());

/// The name of a unit group.
pub fn name(code: &str) -> Option<&'static str> {
    BY_CODE.get(code).copied()
}

/// The occupation that was typed: by its code, by its name, or by a beginning that only one name has (`hitsaaja`).
pub fn find(typed: &str) -> Option<&'static Occupation> {
    let folded = fold(typed);
    if folded.is_empty() {
        return None;
    }
    let whole = ALL.iter().find(|known| known.code == typed.trim() || known.folded == folded);
    whole.or_else(|| {
        let mut begun = ALL.iter().filter(|known| known.folded.starts_with(&folded));
        begun.next().filter(|_| begun.next().is_none())
    })
}

/// Occupations whose name begins with the text, then those with a word that does, then those that hold it anywhere.
pub fn suggest(text: &str, most: usize) -> Vec<&'static Occupation> {
    let folded = fold(text);
    if folded.is_empty() {
        return Vec::new();
    }
    let rank = |known: &Occupation| match known.folded.find(&folded) {
        _ if known.code.starts_with(&folded) => Some(0),
        Some(0) => Some(0),
        Some(at) if known.folded[..at].ends_with(' ') => Some(1),
        Some(_) => Some(2),
        None => None,
    };
    let mut found: Vec<(i32, &Occupation)> = ALL.iter().filter_map(|known| Some((rank(known)?, known))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, known)| known).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_there_once() {
        assert_eq!((ALL.len(), BY_CODE.len()), (436, 436));
        assert!(ALL.iter().all(|known| known.code.len() == 4 && known.code.bytes().all(|byte| byte.is_ascii_digit())));
        assert!(ALL.iter().all(|known| !known.name.contains(';')), "they are written in a row with semicolons between them");
    }

    #[test]
    fn what_was_typed_is_found() {
        let code = |typed| find(typed).map(|known| known.code);
        for typed in ["7212", "Hitsaajat ja kaasuleikkaajat", "HITSAAJAT JA KAASULEIKKAAJAT", "hitsaaja", " hitsaajat "] {
            assert_eq!(code(typed), Some("7212"), "{typed}");
        }
        for typed in ["", " ", "m", "muut", "72", "avaruusmatkailija", "\u{0}"] {
            assert_eq!(code(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn beginnings_come_first() {
        let names: Vec<&str> = suggest("kuljettaja", 10).iter().map(|known| known.name).collect();
        assert!(names.len() > 1 && names.iter().all(|name| name.to_lowercase().contains("kuljettaja")), "{names:?}");
        assert!(suggest("myyjä", 10)[0].name.starts_with("Myyjä"));
        assert_eq!(suggest("7212", 10)[0].code, "7212");
        assert_eq!(suggest("", 10), Vec::<&Occupation>::new());
        assert!(suggest("a", 10).len() == 10);
    }
}
