//! The words of the register's names, kept so that those close to a typed word are found in a millisecond: by length, each
//! with the set of its letters, since a mistake changes few of them, and with the names that hold it, unless they are many.
//! Some 100 bytes a word.

use super::mistakes::{beginning, within};
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};

/// Shorter words are not corrected to, and shorter ones typed are not corrected.
const SHORTEST: usize = 4;
/// Of a typed word and a word of the register at least one has so many letters.
const LONGER: usize = 5;
/// Nobody types longer ones.
const LONGEST: usize = 40;
/// From this length on a word may hold two mistakes.
const TWO_FROM: usize = 8;
/// The beginnings of so many words are looked at; more are no hint any more.
const MOST_BEGINNINGS: usize = 40;
/// How many words a typed one may stand for: no more than companies are shown.
const MOST_NEAR: usize = 10;
/// A word of more names is a frequent one.
const MOST_NAMES: usize = 32;

#[derive(Default)]
pub struct Vocabulary {
    /// By length.
    shelves: Vec<Shelf>,
    /// By the hash of each word its place on the shelf; of two words with one hash, which hardly ever are, the second is lost.
    known: HashMap<u64, usize>,
    hasher: RandomState,
}

/// Words of one length, one after the other.
#[derive(Clone, Default)]
struct Shelf {
    letters: Vec<u32>,
    words: Vec<u8>,
    names: Vec<Names>,
}

/// The names that hold a word.
#[derive(Clone)]
enum Names {
    /// Their ids.
    Few(Vec<i64>),
    Many,
}

/// A word of the register, or the beginning of some, that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    pub mistakes: usize,
    pub is_beginning: bool,
    /// People seldom miss the first letter.
    other_first: bool,
    pub text: String,
    /// The ids of the names that hold the word, unless it is a frequent one or a beginning.
    pub names: Option<Vec<i64>>,
}

impl Vocabulary {
    /// Adds the words of a folded name. Words in other letters than a–z are found as they are typed only.
    pub fn add(&mut self, name_id: i64, folded: &str) {
        if self.shelves.is_empty() {
            self.shelves = vec![Shelf::default(); LONGEST + 1];
        }
        for word in folded.split(' ').filter(|word| is_kept(word)) {
            let shelf = &mut self.shelves[word.len()];
            let at = *self.known.entry(self.hasher.hash_one(word)).or_insert_with(|| shelf.add(word, name_id));
            if let Some(names) = shelf.names.get_mut(at) {
                names.add(name_id);
            }
        }
    }

    /// Whether a word of this folded name is missing, or that the name holds it.
    pub fn lacks(&self, name_id: i64, folded: &str) -> bool {
        let is_missing = |word: &str| self.names(word).is_none_or(|names| !names.holds(name_id));
        folded.split(' ').any(|word| is_kept(word) && is_missing(word))
    }

    pub fn knows(&self, word: &str) -> bool {
        self.names(word).is_some()
    }

    fn names(&self, word: &str) -> Option<&Names> {
        let at = *self.known.get(&self.hasher.hash_one(word))?;
        self.shelves.get(word.len())?.names.get(at)
    }

    /// Words that may have been meant by this one, the likeliest first: those one mistake away; where there is none, words
    /// that begin so; where there is none either, long words two mistakes away.
    pub fn near(&self, typed: &str) -> Vec<Near> {
        if !is_kept(typed) || typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let mut near = self.whole(typed, 1);
        if near.is_empty() && typed.len() >= LONGER {
            near.extend(self.beginnings(typed));
        }
        if near.is_empty() && typed.len() >= TWO_FROM {
            near.extend(self.whole(typed, 2));
        }
        near.sort();
        near.truncate(MOST_NEAR);
        for near in &mut near {
            near.names = self.names(&near.text).and_then(Names::few).map(<[i64]>::to_vec);
        }
        near
    }

    fn whole(&self, typed: &str, mistakes: usize) -> Vec<Near> {
        let (word, wanted) = (typed.as_bytes(), letters(typed.as_bytes()));
        let least = if typed.len() >= LONGER { SHORTEST } else { LONGER };
        let lengths = least.max(typed.len() - mistakes)..=(typed.len() + mistakes);
        let close = |letters: u32| few_bits(wanted & !letters, mistakes) && few_bits(letters & !wanted, mistakes);
        let found = self.shelves_of(lengths).flat_map(|shelf| shelf.those(close));
        found.filter(|other| *other != word && within(word, other, mistakes)).map(|other| Near::of(typed, other, mistakes, false)).collect()
    }

    /// Each beginning once, however many words have it.
    fn beginnings(&self, typed: &str) -> Vec<Near> {
        let (word, wanted) = (typed.as_bytes(), letters(typed.as_bytes()));
        let mut found = BTreeSet::new();
        for shelf in self.shelves_of(typed.len()..=LONGEST) {
            for other in shelf.those(|letters| few_bits(wanted & !letters, 1)) {
                if let Some(length) = beginning(word, other) {
                    found.insert(&other[..length]);
                }
            }
            if found.len() >= MOST_BEGINNINGS {
                break;
            }
        }
        found.into_iter().map(|other| Near::of(typed, other, 1, true)).collect()
    }

    fn shelves_of(&self, lengths: std::ops::RangeInclusive<usize>) -> impl Iterator<Item = &Shelf> {
        let (first, count) = (*lengths.start(), lengths.end() + 1 - lengths.start());
        self.shelves.iter().skip(first).take(count)
    }
}

impl Shelf {
    /// A new word with its first name; tells its place.
    fn add(&mut self, word: &str, name_id: i64) -> usize {
        self.letters.push(letters(word.as_bytes()));
        self.words.extend(word.as_bytes());
        self.names.push(Names::Few(vec![name_id]));
        self.names.len() - 1
    }

    /// The words whose letters pass.
    fn those(&self, passes: impl Fn(u32) -> bool) -> impl Iterator<Item = &[u8]> {
        let length = self.words.len() / self.letters.len().max(1);
        let passing = self.letters.iter().enumerate().filter(move |(_, letters)| passes(**letters));
        passing.map(move |(at, _)| &self.words[at * length..][..length])
    }
}

impl Names {
    fn add(&mut self, id: i64) {
        match self {
            Self::Few(ids) if ids.contains(&id) => {}
            Self::Few(ids) if ids.len() < MOST_NAMES => ids.push(id),
            Self::Few(_) => *self = Self::Many,
            Self::Many => {}
        }
    }

    /// Whether this one is known to be among them; nothing more is learnt of many.
    fn holds(&self, id: i64) -> bool {
        self.few().is_none_or(|ids| ids.contains(&id))
    }

    fn few(&self) -> Option<&[i64]> {
        match self {
            Self::Few(ids) => Some(ids),
            Self::Many => None,
        }
    }
}

impl Near {
    fn of(typed: &str, word: &[u8], mistakes: usize, is_beginning: bool) -> Self {
        let other_first = typed.as_bytes().first() != word.first();
        Self { mistakes, is_beginning, other_first, text: String::from_utf8_lossy(word).into_owned(), names: None }
    }
}

fn is_kept(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.len()) && word.is_ascii()
}

/// A bit for each letter from a to z that occurs, and six for the digits.
fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |letters, byte| {
        let bit = if byte.is_ascii_lowercase() { byte - b'a' } else { 26 + byte % 6 };
        letters | 1 << bit
    })
}

/// At most one bit is set, or two: without counting, which old processors are slow at.
fn few_bits(bits: u32, most: usize) -> bool {
    let all_but = |bits: u32| bits & bits.wrapping_sub(1);
    let rest = all_but(bits);
    (if most > 1 { all_but(rest) } else { rest }) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(words: &str, typed: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::default();
        vocabulary.add(1, words);
        vocabulary.near(typed).into_iter().map(|near| near.text).collect()
    }

    #[test]
    fn finds_words_one_mistake_away() {
        let words = "konepaja virtanen kaunis kansi kauko salo salon";
        for (typed, meant) in
            [("konepja", "konepaja"), ("virtanne", "virtanen"), ("virttanen", "virtanen"), ("vortanen", "virtanen"), ("aknsi", "kansi")]
        {
            assert_eq!(near(words, typed)[0], meant, "{typed}");
        }
        assert_eq!(near(words, "kaunsi"), ["kansi", "kaunis"]);
    }

    #[test]
    fn short_words_and_numbers_stay_as_they_are() {
        assert!(near("salo oy saha 12345", "sala").is_empty(), "four letters to four");
        assert_eq!(near("salon", "salo"), ["salon"]);
        assert_eq!(near("salo", "saloo"), ["salo"]);
        assert!(near("12345", "12346").is_empty() && near("oy", "o").is_empty() && near("", "").is_empty());
        assert!(near("дизайн", "дизаин").is_empty());
    }

    #[test]
    fn long_words_may_hold_two_mistakes_if_nothing_is_closer() {
        assert_eq!(near("rakennustyo", "rakenustoy"), ["rakennustyo"]);
        assert_eq!(near("rakennus rakennustyo raksennus", "rakenus"), ["rakennus"]);
        assert!(near("kaunis", "kanusi").is_empty());
    }

    #[test]
    fn unfinished_words_are_found_by_their_beginning() {
        assert_eq!(near("konepajateollisuus konepajahuolto", "konpaja"), ["konepaja"]);
        assert!(near("konepajateollisuus", "konp").is_empty(), "too short to tell");
    }

    #[test]
    fn each_word_is_kept_once() {
        let mut vocabulary = Vocabulary::default();
        for _ in 0..3 {
            vocabulary.add(1, "salon konepaja oy");
        }
        assert_eq!(vocabulary.known.len(), 2);
        assert!(vocabulary.knows("konepaja") && !vocabulary.knows("oy") && !vocabulary.knows("kone"));
    }

    #[test]
    fn each_word_has_its_names_unless_they_are_many() {
        let mut vocabulary = Vocabulary::default();
        let names = |vocabulary: &Vocabulary| vocabulary.near("konepja").remove(0).names;
        for id in [7, 9, 7] {
            vocabulary.add(id, "salon konepaja");
        }
        assert_eq!(names(&vocabulary), Some(vec![7, 9]));
        assert!(vocabulary.lacks(8, "konepaja") && !vocabulary.lacks(9, "salon konepaja"));
        vocabulary.add(10, "konepajahuolto");
        let near = vocabulary.near("konepjah").remove(0);
        assert_eq!((near.text.as_str(), near.is_beginning, near.names), ("konepajah", true, None));
        (0..100).for_each(|id| vocabulary.add(id, "konepaja"));
        assert_eq!(names(&vocabulary), None);
        assert!(!vocabulary.lacks(1_000, "konepaja"), "one more is nothing new");
    }

    #[test]
    fn counting_bits() {
        for (bits, one, two) in [(0, true, true), (0b100, true, true), (0b101, false, true), (0b111, false, false)] {
            assert_eq!((few_bits(bits, 1), few_bits(bits, 2)), (one, two), "{bits:b}");
        }
    }
}
