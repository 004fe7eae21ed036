//! A made-up register of many names like each other, and mistakes made on them. Its own code: it knows nothing of how the
//! search finds them.

use crate::support::Chance;
use kohtaanto::identifiers::business_id::check_digit;
use std::collections::BTreeSet;

const SYLLABLES: [&str; 48] = [
    "ka", "lei", "po", "mäk", "ki", "saa", "ri", "nen", "vir", "ta", "koi", "vu", "län", "si", "hei", "jo", "kuu", "lam", "pi", "met",
    "sä", "rau", "tio", "öl", "jy", "tuo", "mi", "håk", "an", "son", "ber", "gå", "rd", "el", "mo", "sil", "ta", "hal", "li", "rak", "en",
    "nus", "huo", "tek", "ni", "vai", "kos", "ke",
];
const FAMILIES: [&str; 20] = [
    "Virtanen",
    "Korhonen",
    "Mäkinen",
    "Nieminen",
    "Mäkelä",
    "Hämäläinen",
    "Laine",
    "Heikkinen",
    "Koskinen",
    "Järvinen",
    "Lehtonen",
    "Lehtinen",
    "Saarinen",
    "Salminen",
    "Heinonen",
    "Niemi",
    "Heikkilä",
    "Kinnunen",
    "Salonen",
    "Åkerblom",
];
const PLACES: [&str; 14] = [
    "Salon",
    "Someron",
    "Turun",
    "Kosken",
    "Kemiön",
    "Paimion",
    "Raision",
    "Loimaan",
    "Uudenmaan",
    "Åbolands",
    "Pöytyän",
    "Sauvon",
    "Auran",
    "Kiikalan",
];
const TRADES: [&str; 24] = [
    "Rakennus",
    "Rakenne",
    "Konepaja",
    "Leipomo",
    "Kuljetus",
    "Siivous",
    "Sähkö",
    "Maalaamo",
    "Metalli",
    "Puutyö",
    "Kiinteistö",
    "Parturi",
    "Hammaslääkärit",
    "Tilitoimisto",
    "Autohuolto",
    "Kukkakauppa",
    "Ravintola",
    "Kahvila",
    "Koneurakointi",
    "Taksi",
    "Fysioterapia",
    "Isännöinti",
    "Vihertyö",
    "Ohjelmistot",
];
const FORMS: [&str; 6] = ["Oy", "Ky", "Ay", "Tmi", "Oy Ab", "Oyj"];
const LETTERS: [&str; 28] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "ä",
    "ö",
];

/// A name without its legal form, and the form.
pub type Name = (String, &'static str);

/// So many different names.
pub fn names(chance: &mut Chance, count: usize) -> Vec<Name> {
    let mut bare = BTreeSet::new();
    while bare.len() < count {
        bare.insert(name(chance));
    }
    bare.into_iter().map(|name| (name, *chance.pick(&FORMS))).collect()
}

fn name(chance: &mut Chance) -> String {
    let (family, place) = (*chance.pick(&FAMILIES), *chance.pick(&PLACES));
    let (trade, coined) = (*chance.pick(&TRADES), coined(chance));
    match chance.below(8) {
        0 | 1 => coined,
        2 => format!("{coined} {trade}"),
        3 => format!("{trade} {coined}"),
        4 => format!("{place} {coined}"),
        5 => format!("{family} {coined}"),
        6 => format!("{place} {trade} {family}"),
        _ => format!("{coined}{}", trade.to_lowercase()),
    }
}

/// A word that never was.
fn coined(chance: &mut Chance) -> String {
    let word: String = (0..chance.between(2, 4)).map(|_| *chance.pick(&SYLLABLES)).collect();
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The register as the open data's file.
pub fn file(names: &[Name]) -> String {
    let ids = (9_100_000..).filter_map(|number| Some(format!("{number}-{}", check_digit(&number.to_string())?)));
    let record = |(id, (bare, form)): (String, &Name)| {
        format!(
            r#"{{"businessId":{{"value":"{id}"}},"names":[{{"name":"{bare} {form}","type":"1","registrationDate":"2019-02-05"}}],"tradeRegisterStatus":"1"}}"#
        )
    };
    format!("[{}]", ids.zip(names).map(record).collect::<Vec<_>>().join(",\n"))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Insert,
    Delete,
    Swap,
    Substitute,
    /// å for a, a for ä, o for ö.
    Marks,
    /// A mistake in each of two words.
    TwoWords,
    /// Two words in one.
    Joined,
}

pub const MISTAKES: [Mistake; 7] =
    [Mistake::Insert, Mistake::Delete, Mistake::Swap, Mistake::Substitute, Mistake::Marks, Mistake::TwoWords, Mistake::Joined];

/// The text with that mistake in a word of five letters or more; none if it has no such place.
pub fn mistyped(chance: &mut Chance, text: &str, mistake: Mistake) -> Option<String> {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].chars().count() >= 5).collect();
    match mistake {
        Mistake::Joined => (words.len() == 2 && long.len() == 2).then(|| words.concat()),
        Mistake::TwoWords => {
            let (first, second) = (*long.first()?, *long.get(1)?);
            for at in [first, second] {
                let each = MISTAKES[chance.below(4)];
                words[at] = in_word(chance, &words[at], each)?;
            }
            Some(words.join(" "))
        }
        one => {
            let at = *long.get(chance.below(long.len().max(1)))?;
            words[at] = in_word(chance, &words[at], one)?;
            Some(words.join(" "))
        }
    }
}

fn in_word(chance: &mut Chance, word: &str, mistake: Mistake) -> Option<String> {
    let mut letters: Vec<String> = word.chars().map(|c| c.to_lowercase().collect()).collect();
    let (at, other) = (chance.below(letters.len()), (*chance.pick(&LETTERS)).to_owned());
    match mistake {
        Mistake::Insert => letters.insert(at, other),
        Mistake::Delete => drop(letters.remove(at)),
        Mistake::Swap => {
            let at = at.min(letters.len() - 2);
            if letters[at] == letters[at + 1] {
                return None;
            }
            letters.swap(at, at + 1);
        }
        Mistake::Substitute if letters[at] != other => letters[at] = other,
        Mistake::Marks => {
            let at = letters.iter().position(|letter| ["a", "å", "ä", "ö"].contains(&letter.as_str()))?;
            let without = [("a", "å"), ("å", "a"), ("ä", "a"), ("ö", "o")].into_iter().find(|(mark, _)| *mark == letters[at])?.1;
            letters[at] = without.to_owned();
        }
        _ => return None,
    }
    Some(letters.concat())
}
