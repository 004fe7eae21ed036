//! Mistakes of typing between two folded words: a letter too many, one missing, a wrong one, or two neighbours swapped. Pure.

/// Whether so many mistakes lead from one to the other.
pub fn within(typed: &[u8], word: &[u8], most: usize) -> bool {
    if typed.len().abs_diff(word.len()) > most {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    if typed.is_empty() && word.is_empty() {
        return true;
    }
    let Some(left) = most.checked_sub(1) else { return false };
    let swapped = typed.len() > 1 && word.len() > 1 && typed[0] == word[1] && typed[1] == word[0];
    (!typed.is_empty() && within(&typed[1..], word, left))
        || (!word.is_empty() && within(typed, &word[1..], left))
        || (!typed.is_empty() && !word.is_empty() && within(&typed[1..], &word[1..], left))
        || (swapped && within(&typed[2..], &word[2..], left))
}

/// How long the beginning of the word is that lies one mistake from the unfinished word typed. The mistake lies before the
/// last letter: there anything could still follow.
pub fn beginning(typed: &[u8], word: &[u8]) -> Option<usize> {
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    // The mistake is here.
    let (rest, of_word) = (&typed[same..], &word[same..]);
    let after = rest.get(1..).filter(|after| !after.is_empty())?;
    let swapped = || of_word.len() > 1 && rest[0] == of_word[1] && rest[1] == of_word[0] && of_word[2..].starts_with(&rest[2..]);
    let length = match of_word.get(1..)? {
        others if others.starts_with(after) || swapped() => typed.len(),
        others if others.starts_with(rest) => typed.len() + 1,
        _ if of_word.starts_with(after) => typed.len() - 1,
        _ => return None,
    };
    (length < word.len()).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_within(typed: &str, word: &str, most: usize) -> bool {
        within(typed.as_bytes(), word.as_bytes(), most)
    }

    #[test]
    fn one_mistake_of_each_kind() {
        for typed in ["konepaja", "konnepaja", "konepaa", "konepjaa", "komepaja", "onepaja", "konepajaa", "kkonepaja", "konepaj"] {
            assert!(is_within(typed, "konepaja", 1), "{typed}");
            assert!(is_within("konepaja", typed, 1), "{typed}");
        }
        for typed in ["konpja", "kinepjaa", "enokpaja", "paja", "", "konepajat"] {
            assert_eq!(is_within(typed, "konepaja", 1), typed == "konepajat", "{typed}");
        }
    }

    #[test]
    fn two_mistakes_are_not_one() {
        for typed in ["konpja", "kinepjaa", "konepa", "konepajala", "oknepjaa"] {
            assert!(!is_within(typed, "konepaja", 1) && is_within(typed, "konepaja", 2), "{typed}");
        }
        assert!(!is_within("konepaja", "saha", 2));
    }

    #[test]
    fn beginnings_of_unfinished_words() {
        let of = |typed: &str| beginning(typed.as_bytes(), b"konepajateollisuus").map(|length| &"konepajateollisuus"[..length]);
        for (typed, found) in [
            ("konpaja", Some("konepaja")),
            ("konepjaa", Some("konepaja")),
            ("konnepaja", Some("konepaja")),
            ("komepaja", Some("konepaja")),
            ("konpe", Some("konep")),
            ("konepax", None),
            ("konepaja", None),
            ("sahapaja", None),
        ] {
            assert_eq!(of(typed), found, "{typed}");
        }
        assert_eq!(beginning(b"k", b"k"), None);
        assert_eq!(beginning(b"ab", b"b"), None);
    }
}
