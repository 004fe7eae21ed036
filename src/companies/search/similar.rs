//! Names that are spelt nearly as the text: for each word the words of the register that may have been meant, words that
//! were written together or apart, and then the search by those.

use super::rank::Words;
use super::rows::Row;
use super::spellings::Spellings;
use super::vocabulary::{Near, Vocabulary};
use super::{A_FEW, Hit, Placed, Search, rows};
use crate::db::Conn;
use diesel::QueryResult;

/// Readings of the text whose names are looked for from their beginning: cheap, and right for whoever types a name.
const MOST_READINGS: usize = 8;
const NAMES_OF_A_READING: usize = 20;
/// Names that hold words that may have been meant.
const MOST_NAMES: usize = 200;
/// Both parts of a word that should have been two.
const SHORTEST_PART: usize = 4;

/// A word as it may have been meant.
#[derive(Clone)]
struct Choice {
    text: String,
    mistakes: usize,
    /// The names that hold the word, where these are known.
    names: Option<Vec<i64>>,
}

/// What a text may have meant.
#[derive(Default)]
struct Meant {
    /// Of each word: itself, then others, the likeliest first.
    choices: Vec<Vec<Choice>>,
    /// Whole texts.
    readings: Vec<Choice>,
}

/// Companies with such a name, the likeliest first; not those that have the text in their name as it stands.
pub fn similar(conn: &mut Conn, spellings: &Spellings, search: &Search) -> QueryResult<Vec<Hit>> {
    let words = Words::of(&search.text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    // A word of the register is meant as it is, unless that leads nowhere.
    let (meant, knows_some) = spellings.ask(conn, |vocabulary| {
        let knows_some = words.folded().split(' ').any(|word| vocabulary.knows(word));
        (Meant::by(&words, vocabulary, |word| !vocabulary.knows(word)), knows_some)
    })?;
    let hits = meant.names(conn, search)?;
    if !hits.is_empty() || !knows_some {
        return Ok(hits);
    }
    spellings.ask(conn, |vocabulary| Meant::by(&words, vocabulary, |_| true))?.names(conn, search)
}

impl Meant {
    fn by(words: &Words, vocabulary: &Vocabulary, is_doubtful: impl Fn(&str) -> bool) -> Self {
        let words: Vec<&str> = words.folded().split(' ').collect();
        let choose = |word: &&str| {
            let near = if is_doubtful(word) { vocabulary.near(word) } else { Vec::new() };
            let other =
                |near: Near| Choice { mistakes: near.mistakes + usize::from(near.is_beginning), text: near.text, names: near.names };
            std::iter::once(Choice::of((*word).to_owned(), 0)).chain(near.into_iter().map(other)).collect()
        };
        let choices: Vec<Vec<Choice>> = words.iter().map(choose).collect();
        let mut readings = rejoined(&words, vocabulary);
        if let Some((at, choices)) = only(&choices) {
            readings.extend(choices.iter().map(|choice| Choice::of(with(&words, at..at + 1, &choice.text), choice.mistakes)));
        }
        readings.sort_by_key(|reading| reading.mistakes);
        readings.truncate(MOST_READINGS);
        Self { choices, readings }
    }

    fn names(&self, conn: &mut Conn, search: &Search) -> QueryResult<Vec<Hit>> {
        let mut hits = Vec::new();
        for reading in &self.readings {
            let rows = rows::names_beginning(conn, search, &reading.text, NAMES_OF_A_READING)?;
            hits.extend(rows.into_iter().filter_map(|row| placed(row, reading)));
        }
        // Names that begin with what was meant come first anyway.
        let has_enough = hits.len() >= A_FEW;
        if !has_enough && self.choices.iter().any(|choices| choices.len() > 1) {
            let rows = self.names_inside(conn, search)?;
            hits.extend(rows.into_iter().filter_map(|row| placed_by(row, &self.choices)));
        }
        hits.sort_by(|a, b| a.company.id.cmp(&b.company.id).then_with(|| a.place.cmp(&b.place)));
        hits.dedup_by_key(|hit| hit.company.id);
        hits.sort_by(Hit::in_place);
        Ok(hits)
    }

    /// Names that hold other words than those typed, wherever: of the only doubtful word rather by their ids than by the
    /// index of what words hold.
    fn names_inside(&self, conn: &mut Conn, search: &Search) -> QueryResult<Vec<Row>> {
        let mut groups: Vec<Vec<&Choice>> = self.choices.iter().map(|choices| choices.iter().collect()).collect();
        let mut found = Vec::new();
        if let Some((at, choices)) = only(&self.choices) {
            let (rare, frequent): (Vec<&Choice>, Vec<&Choice>) = choices.iter().partition(|choice| choice.names.is_some());
            let ids: Vec<i64> = rare.into_iter().filter_map(|choice| choice.names.as_deref()).flatten().copied().collect();
            let typed = groups.iter().enumerate().filter(|(other, _)| *other != at);
            let typed: Vec<&str> = typed.map(|(_, choices)| choices[0].text.as_str()).collect();
            found = rows::names_by_id(conn, search, &ids, &typed)?;
            if frequent.is_empty() {
                return Ok(found);
            }
            groups[at] = frequent;
        }
        let (long, short): (Vec<_>, Vec<_>) = groups.into_iter().partition(|choices| Words::is_long(&choices[0].text));
        let long: Vec<Vec<&str>> =
            long.into_iter().map(|choices| choices.into_iter().map(|choice| choice.text.as_str()).collect()).collect();
        let short: Vec<&str> = short.into_iter().map(|choices| choices[0].text.as_str()).collect();
        found.extend(rows::names_with(conn, search, (&long, &short), MOST_NAMES)?);
        Ok(found)
    }
}

impl Choice {
    fn of(text: String, mistakes: usize) -> Self {
        Self { text, mistakes, names: None }
    }
}

/// The text with neighbours written together, or a word written apart, where the register knows what comes of it.
fn rejoined(words: &[&str], vocabulary: &Vocabulary) -> Vec<Choice> {
    let joined = (1..words.len()).filter_map(|at| {
        let both = words[at - 1..=at].concat();
        vocabulary.knows(&both).then(|| with(words, at - 1..at + 1, &both))
    });
    let parted = words.iter().enumerate().flat_map(|(at, word)| {
        let halves =
            (SHORTEST_PART..word.len()).filter(|cut| word.is_ascii() && word.len() - cut >= SHORTEST_PART).map(|cut| word.split_at(cut));
        let known = halves.filter(|(first, second)| vocabulary.knows(first) && vocabulary.knows(second));
        known.map(move |(first, second)| with(words, at..at + 1, &format!("{first} {second}")))
    });
    joined.chain(parted).map(|text| Choice::of(text, 1)).collect()
}

/// The other choices of the only word that has any, and which word that is.
fn only(choices: &[Vec<Choice>]) -> Option<(usize, &[Choice])> {
    let mut open = choices.iter().enumerate().filter(|(_, choices)| choices.len() > 1);
    let (at, choices) = open.next()?;
    open.next().is_none().then(|| (at, &choices[1..]))
}

/// The text with other words in the place of some.
fn with(words: &[&str], range: std::ops::Range<usize>, other: &str) -> String {
    let parts = [&words[..range.start], &[other], &words[range.end..]].concat();
    parts.join(" ")
}

/// The name by one reading of the text.
fn placed(row: Row, reading: &Choice) -> Option<Hit> {
    let rank = Words::of(&reading.text).rank(&row.matched, &row.matched_fold, row.matched != row.name)?;
    let mut hit = row.into_hit(Some(rank));
    hit.place = format!("{}{}", reading.mistakes, hit.place);
    Some(hit)
}

/// The name by the likeliest words that it holds; none if it holds all of them as they were typed.
fn placed_by(row: Row, choices: &[Vec<Choice>]) -> Option<Hit> {
    let holds = |choice: &&Choice| match choice.mistakes {
        0 => true,
        _ => row.matched_fold.split(' ').any(|word| word.starts_with(&choice.text)),
    };
    let typed = |choices: &Vec<Choice>| row.matched_fold.contains(&choices[0].text);
    let best = |choices: &Vec<Choice>| choices.iter().skip(usize::from(!typed(choices))).find(holds).cloned();
    let best: Vec<Choice> = choices.iter().map(best).collect::<Option<_>>()?;
    let text = best.iter().map(|choice| choice.text.as_str()).collect::<Vec<_>>().join(" ");
    let mistakes = best.iter().map(|choice| choice.mistakes).sum();
    if mistakes == 0 { None } else { placed(row, &Choice::of(text, mistakes)) }
}
