//! Legal forms behind and before a company's name: names that differ in them alone are the same.

/// As they are written behind a name, folded; Finnish, Swedish and English.
const BEHIND: [&str; 23] = [
    "oy",
    "ab",
    "ltd",
    "oyj",
    "abp",
    "oy ab",
    "ab oy",
    "oy ltd",
    "ltd oy",
    "osakeyhtio",
    "ky",
    "kb",
    "kommandiittiyhtio",
    "ay",
    "avoin yhtio",
    "tmi",
    "toiminimi",
    "osk",
    "osuuskunta",
    "andelslag",
    "ry",
    "rf",
    "saatio",
];

/// Those that stand before a name as well.
const BEFORE: [&str; 4] = ["oy", "ab", "tmi", "toiminimi"];

/// Before and behind the same name.
const AROUND: [(&str, &str); 3] = [("oy", "ab"), ("ab", "oy"), ("oy", "ltd")];

/// A folded name without its legal form.
pub fn without(folded: &str) -> &str {
    let behind = BEHIND.iter().filter_map(|form| folded.strip_suffix(form)?.strip_suffix(' ')).min_by_key(|bare| bare.len());
    let bare = behind.unwrap_or(folded);
    BEFORE.iter().find_map(|form| bare.strip_prefix(form)?.strip_prefix(' ')).unwrap_or(bare)
}

/// The folded names that are this one but for the legal form: bare, and with each of them.
pub fn spellings(folded: &str) -> Vec<String> {
    let bare = without(folded);
    if bare.is_empty() {
        return Vec::new();
    }
    let behind = BEHIND.iter().map(|form| format!("{bare} {form}"));
    let before = BEFORE.iter().map(|form| format!("{form} {bare}"));
    let around = AROUND.iter().map(|(before, behind)| format!("{before} {bare} {behind}"));
    std::iter::once(bare.to_owned()).chain(behind).chain(before).chain(around).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_taken_off() {
        for (name, bare) in [
            ("kone oyj", "kone"),
            ("salon oy ab", "salon"),
            ("oy salon kone ab", "salon kone"),
            ("tmi matti virtanen", "matti virtanen"),
            ("oy", "oy"),
            ("oy ab", "oy"),
            ("royal", "royal"),
            ("abloy oy", "abloy"),
        ] {
            assert_eq!(without(name), bare, "{name}");
        }
    }

    #[test]
    fn a_name_is_the_same_with_any_legal_form() {
        let known = ["kone", "kone oy", "oy kone ab", "ab kone oy", "oy kone", "tmi kone", "kone ltd oy"];
        for name in known {
            let spellings = spellings(name);
            assert!(known.iter().all(|other| spellings.iter().any(|spelling| spelling == other)), "{name}: {spellings:?}");
        }
        assert!(spellings("").is_empty());
    }
}
