//! The situations that the open data reports of a company: `KONK` (bankruptcy),
//! `SANE` (reorganisation) and `SELTILA` (liquidation).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Names, rows};
use crate::i18n::Lang;

static BY_CODE: LazyLock<HashMap<&'static str, Names>> = LazyLock::new(|| {
    rows(include_str!("../../assets/classifications/situations.tsv")).map(|[code, fi, sv, en]| (code, Names { fi, sv, en })).collect()
});

/// The name of a situation.
pub fn name(code: &str, lang: Lang) -> Option<&'static str> {
    BY_CODE.get(code).map(|names| names.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_each_language() {
        assert_eq!(name("KONK", Lang::Fi), Some("Konkurssissa"));
        assert_eq!(name("SANE", Lang::Sv), Some("Sanering"));
        assert_eq!(name("SELTILA", Lang::En), Some("Liquidation"));
    }

    #[test]
    fn unknown_codes_have_no_name() {
        assert_eq!(name("konk", Lang::Fi), None);
        assert_eq!(name("", Lang::Fi), None);
    }
}
