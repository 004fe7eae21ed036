//! Names of companies and people in the two forms that the database keeps beside
//! them: folded for searching, and keyed so that plain byte order is Finnish order.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::is_invisible;

/// Longest folded name in characters: a 300-character name with room for
/// ligatures that unfold.
const MAX_FOLD_CHARS: usize = 400;
/// Longest sort key in characters; names alike that far are ordered by their ids.
const MAX_SORT_CHARS: usize = 200;

/// The form in which names are searched, and search texts with them: lower case,
/// no marks (`Äänekosken Öljy` is `aanekosken oljy`), punctuation as single
/// blanks (`R&D` is `r d`), apostrophes gone (`McDonald's` is `mcdonalds`).
/// Emoji stay, as words of their own. Empty when the text holds nothing but
/// punctuation.
pub fn fold(text: &str) -> String {
    let mut folded = Words::new(MAX_FOLD_CHARS);
    for c in text.chars().filter(|c| !is_trade_mark(*c)).nfkd() {
        if is_combining_mark(c) || is_joined(c) {
            continue;
        }
        match c {
            _ if c.is_alphanumeric() => c.to_lowercase().for_each(|c| match plain(c) {
                Some(letters) => letters.chars().for_each(|c| folded.push(c)),
                None if !is_combining_mark(c) => folded.push(c),
                None => {}
            }),
            _ if is_pictograph(c) => folded.push_word(c),
            _ => folded.part(),
        }
    }
    folded.text
}

/// The form by which names are sorted: lower case, `å` `ä` `ö` as `{` `|` `}`
/// (which follow `z` in every byte order), other marks gone, punctuation as
/// blanks and none in front. Never empty for a text that is not.
pub fn sort_key(text: &str) -> String {
    let mut key = Words::new(MAX_SORT_CHARS);
    for c in text.nfkc().filter(|c| !is_trade_mark(*c)) {
        if is_combining_mark(c) || is_joined(c) {
            continue;
        }
        if !c.is_alphanumeric() {
            key.part();
            continue;
        }
        for c in c.to_lowercase() {
            match finnish_letter(c) {
                Some(letter) => key.push(letter),
                None => std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).for_each(|c| match plain(c) {
                    Some(letters) => letters.chars().for_each(|c| key.push(c)),
                    None => key.push(c),
                }),
            }
        }
    }
    if key.text.is_empty() {
        // A name of signs alone still needs its place.
        return text.chars().take(MAX_SORT_CHARS).collect();
    }
    key.text
}

/// Collects words with single blanks between them, up to a length.
struct Words {
    text: String,
    room: usize,
    parted: bool,
}

impl Words {
    fn new(room: usize) -> Self {
        Self { text: String::new(), room, parted: false }
    }

    fn part(&mut self) {
        self.parted = !self.text.is_empty();
    }

    fn push(&mut self, c: char) {
        let needed = if self.parted { 2 } else { 1 };
        if self.room < needed {
            self.room = 0;
            return;
        }
        if self.parted {
            self.text.push(' ');
        }
        self.text.push(c);
        self.room -= needed;
        self.parted = false;
    }

    fn push_word(&mut self, c: char) {
        self.part();
        self.push(c);
        self.part();
    }
}

/// Letters after `z`; `æ` and `ø` share the places of `ä` and `ö`, `ü` that of `y`.
fn finnish_letter(c: char) -> Option<char> {
    match c {
        'å' => Some('{'),
        'ä' | 'æ' => Some('|'),
        'ö' | 'ø' => Some('}'),
        'ü' => Some('y'),
        _ => None,
    }
}

/// Latin letters that have no decomposition.
fn plain(c: char) -> Option<&'static str> {
    match c {
        'æ' => Some("ae"),
        'ø' => Some("o"),
        'œ' => Some("oe"),
        'ß' => Some("ss"),
        'þ' => Some("th"),
        'đ' | 'ð' => Some("d"),
        'ħ' => Some("h"),
        'ı' => Some("i"),
        'ł' => Some("l"),
        'ŋ' => Some("n"),
        'ŧ' => Some("t"),
        _ => None,
    }
}

/// Characters that vanish without parting a word.
fn is_joined(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{AD}' | '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{2032}')
}

/// Signs whose decomposition would add letters to the name (`™` is `TM`).
fn is_trade_mark(c: char) -> bool {
    matches!(c, '\u{2120}' | '\u{2122}')
}

/// Arrows, symbols and emoji; not the punctuation of Chinese and Japanese nor
/// private and presentation forms.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fold_strips_finnish_and_foreign_marks() {
        for (name, folded) in [
            ("Äänekosken Öljynen Oy", "aanekosken oljynen oy"),
            ("ÅLANDS", "alands"),
            ("A\u{308}iti", "aiti"),
            ("Æsir Ørsted", "aesir orsted"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Łódź", "lodz"),
            ("İstanbul", "istanbul"),
            ("Þór Đuro", "thor duro"),
            ("Café Œuvre", "cafe oeuvre"),
            ("ﬁnn", "finn"),
            ("ＦＵＬＬ", "full"),
            ("Šiška Žižek", "siska zizek"),
            ("Ǿre", "ore"),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn fold_makes_punctuation_single_blanks() {
        for (name, folded) in [
            ("R&D Oy", "r d oy"),
            ("r d", "r d"),
            ("r&d", "r d"),
            ("  K-Market   Salo. ", "k market salo"),
            ("\"Nimi\" <script>alert(1)</script>", "nimi script alert 1 script"),
            ("A/B, C; D", "a b c d"),
            ("50% & 2.0", "50 2 0"),
            ("rivi\nvaihto\tja\u{A0}tyhjä", "rivi vaihto ja tyhja"),
            ("x_y", "x y"),
            ("„Nimi” — muu", "nimi muu"),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn fold_joins_at_apostrophes_and_invisible_signs() {
        for name in ["McDonald's", "McDonald’s", "Mc\u{AD}Donalds", "Mc\u{200B}Donalds", "McDonalds™"] {
            assert_eq!(fold(name), "mcdonalds", "{name:?}");
        }
    }

    #[test]
    fn fold_keeps_emoji_as_words() {
        assert_eq!(fold("Kahvila☕Oy"), "kahvila ☕ oy");
        assert_eq!(fold("☕️"), "☕");
        assert_eq!(fold("👩‍🏭 Paja"), "👩 🏭 paja");
        assert_eq!(fold("⭐⭐"), "⭐ ⭐");
    }

    #[test]
    fn fold_of_punctuation_is_empty() {
        for text in ["", "   ", "-", "&", "...", "\u{200B}", "™"] {
            assert_eq!(fold(text), "", "{text:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for name in ["Äänekosken R&D Oy", "Kahvila☕Oy", "Straße 2½", "Κόσμος ΟΔΟΣ", "日本語。会社", "İıŁ'x", "ǅabc", "ﷺ"]
        {
            let once = fold(name);
            assert_eq!(fold(&once), once, "{name}");
        }
    }

    #[test]
    fn long_names_are_bounded() {
        assert_eq!(fold(&"Ä".repeat(300)).chars().count(), 300);
        assert_eq!(fold(&"ﷺ ".repeat(300)).chars().count(), MAX_FOLD_CHARS);
        assert_eq!(fold(&"a ".repeat(300)).trim(), fold(&"a ".repeat(300)));
        assert!(fold(&"a ".repeat(300)).chars().count() <= MAX_FOLD_CHARS);
        assert_eq!(sort_key(&"Ä".repeat(300)).chars().count(), MAX_SORT_CHARS);
        assert_eq!(sort_key(&"☕".repeat(300)).chars().count(), MAX_SORT_CHARS);
    }

    #[test]
    fn sort_keys_are_in_finnish_order() {
        let wanted = [
            "!!!",
            "3 Sepän Oy",
            "Aalto",
            "Café",
            "Cafe B",
            "K-Market",
            "Kmarket",
            "Oy",
            "Wolt",
            "Übler",
            "Yksi",
            "Zeta",
            "Åbo",
            "Äijälä",
            "Ääni",
            "Öljynen",
            "☕",
        ];
        let mut names = wanted;
        names.reverse();
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, wanted);
    }

    #[test]
    fn sort_key_has_the_letters_after_z() {
        assert_eq!(sort_key("Åke Äiti Öljy"), "{ke |iti }ljy");
        assert_eq!(sort_key("A\u{308}iti"), "|iti");
        assert_eq!(sort_key("Æsir Ørsted Straße"), "|sir }rsted strasse");
        assert_eq!(sort_key("Éclair"), "eclair");
    }

    #[test]
    fn sort_key_ignores_leading_signs() {
        assert_eq!(sort_key("\"Äiti\" Oy"), "|iti oy");
        assert_eq!(sort_key("☕ Kahvila"), "kahvila");
        assert_eq!(sort_key("{Nimi}"), "nimi");
    }

    #[test]
    fn sort_key_is_never_empty() {
        for text in ["☕", "---", " ", "'", "\u{301}", "\u{200B}", "™"] {
            assert!(!sort_key(text).is_empty(), "{text:?}");
        }
        assert_eq!(sort_key(""), "");
    }
}
