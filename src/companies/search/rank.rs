//! How well a name answers a search text: pure.

use crate::identifiers::{legal_form, name};
use unicode_normalization::UnicodeNormalization;

/// From this length on a word is looked for inside words too.
pub const INSIDE_FROM: usize = 3;
/// Words beyond these are not looked for.
const MOST_WORDS: usize = 8;

/// A search text, taken apart.
pub struct Words {
    folded: String,
    /// Lower case, with its marks and signs.
    spelt: Vec<String>,
}

/// Smaller is better: how the name holds the words, another spelling, another name than the one shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(u8, u8, u8);

impl Rank {
    /// Sorts as the rank does.
    pub fn key(self) -> String {
        format!("{}{}{}", self.0, self.1, self.2)
    }
}

impl Words {
    pub fn of(text: &str) -> Self {
        let folded = name::fold(text);
        let words: Vec<&str> = folded.split(' ').take(MOST_WORDS).collect();
        Self { folded: words.join(" "), spelt: lower(text).split_whitespace().map(str::to_owned).collect() }
    }

    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Such a word is looked for inside words.
    pub fn is_long(word: &str) -> bool {
        word.chars().count() >= INSIDE_FROM
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.folded.split(' ')
    }

    /// Words that are looked for anywhere in a name.
    pub fn long(&self) -> Vec<&str> {
        self.words().filter(|word| Self::is_long(word)).collect()
    }

    /// Words that a word of the name must begin with.
    pub fn short(&self) -> Vec<&str> {
        self.words().filter(|word| !Self::is_long(word)).collect()
    }

    /// None if a word is missing. `other`: this is not the name shown.
    pub fn rank(&self, spelling: &str, folded: &str, other: bool) -> Option<Rank> {
        let begins = |word: &str| folded.split(' ').any(|part| part.starts_with(word));
        let held = self.words().all(|word| begins(word) || (Self::is_long(word) && folded.contains(word)));
        if !held {
            return None;
        }
        let class = if legal_form::without(folded) == legal_form::without(&self.folded) {
            0
        } else if folded.starts_with(&self.folded) {
            1
        } else if self.words().all(begins) {
            2
        } else {
            3
        };
        let spelling = lower(spelling);
        let respelt = !self.spelt.iter().all(|word| spelling.contains(word));
        Some(Rank(class, respelt.into(), other.into()))
    }
}

fn lower(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that the text finds, best first.
    fn ranked<'a>(text: &str, names: &[&'a str]) -> Vec<&'a str> {
        let words = Words::of(text);
        let mut found: Vec<_> =
            names.iter().filter_map(|found| words.rank(found, &name::fold(found), false).map(|rank| (rank, *found))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, found)| found).collect()
    }

    #[test]
    fn whole_names_then_beginnings_then_words_then_insides() {
        let names = ["Esikone Oy", "Salon Kone Oy", "Konepaja Oy", "Kone Oyj"];
        assert_eq!(ranked("kone", &names), ["Kone Oyj", "Konepaja Oy", "Salon Kone Oy", "Esikone Oy"]);
    }

    #[test]
    fn exact_spelling_comes_first() {
        assert_eq!(ranked("Öljy", &["Oljy Oy", "Öljy Oy"]), ["Öljy Oy", "Oljy Oy"]);
        assert_eq!(ranked("oljy", &["Öljy Oy", "Oljy Oy"]), ["Oljy Oy", "Öljy Oy"]);
        assert_eq!(ranked("o\u{308}ljy", &["Oljy Oy", "Öljy Oy"]), ["Öljy Oy", "Oljy Oy"]);
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        let names = ["Salon K-Market Oy", "K-Market Oy", "Salon Marketta Oy"];
        assert_eq!(ranked("market salo", &names), ["Salon K-Market Oy", "Salon Marketta Oy"]);
        assert_eq!(ranked("k salo", &names), ["Salon K-Market Oy"]);
    }

    #[test]
    fn short_words_are_beginnings_only() {
        assert_eq!(ranked("r&d", &["Taitor Duo Oy", "Salon R&D Oy"]), ["Salon R&D Oy"]);
    }
}
