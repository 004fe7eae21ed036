//! The demo's words, from the tables in `assets/demo`.

use super::chance::Chance;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A line of business that the demo has companies in.
pub struct Field {
    /// How many shares of all companies.
    pub shares: usize,
    /// Class of TOL 2025.
    pub class: &'static str,
    pub kind: Kind,
    /// What such a company is called.
    pub words: Vec<&'static str>,
}

/// What founds such a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Private,
    Association,
    Foundation,
    Cooperative,
}

pub static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../assets/demo/fields.tsv"));
    rows.map(|columns| {
        let [shares, class, kind, words] = columns[..] else { panic!("four columns: {columns:?}") };
        let kind = match kind {
            "private" => Kind::Private,
            "association" => Kind::Association,
            "foundation" => Kind::Foundation,
            "cooperative" => Kind::Cooperative,
            other => panic!("no such form: {other}"),
        };
        Field { shares: shares.parse().expect("a number of shares"), class, kind, words: words.split('|').collect() }
    })
    .collect()
});

static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../assets/demo/words.tsv"));
    rows.map(|columns| (columns[0], columns[1].split('|').collect())).collect()
});

static PHRASES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut phrases: HashMap<_, Vec<_>> = HashMap::new();
    for columns in rows(include_str!("../../assets/demo/phrases.tsv")) {
        phrases.entry(columns[0]).or_default().push(columns[1]);
    }
    phrases
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// An invented word: `place`, `brand`, `surname`, `first`, `street` or `role`.
pub fn word(chance: &mut Chance, kind: &str) -> &'static str {
    chance.pick::<&'static str>(&WORDS[kind])
}

/// Whether this is such a word.
pub fn is_word(kind: &str, text: &str) -> bool {
    WORDS[kind].contains(&text)
}

/// What is said in such a case; nothing where the table has nothing.
pub fn phrase(chance: &mut Chance, key: &str) -> String {
    let Some(phrases) = PHRASES.get(key) else { return String::new() };
    let number = chance.between(2, 6).to_string();
    let later = *chance.pick(&PHRASES["later"]);
    chance.pick::<&str>(phrases).replace("{n}", &number).replace("{later}", later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classifications::industries;
    use crate::identifiers::personal_identity_code;
    use chrono::NaiveDate;

    #[test]
    fn every_field_is_a_class_of_its_own_section() {
        let sections: std::collections::BTreeSet<char> = FIELDS.iter().filter_map(|field| industries::section_of(field.class)).collect();
        assert!(sections.len() >= 18, "{sections:?}");
        for field in FIELDS.iter() {
            assert!(industries::name(field.class, crate::i18n::Lang::Fi).is_some(), "{}", field.class);
        }
    }

    #[test]
    fn no_phrase_looks_like_a_personal_identity_code() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
        for phrase in PHRASES.values().flatten() {
            assert!(personal_identity_code::find(phrase, today).is_none(), "{phrase}");
        }
    }
}
