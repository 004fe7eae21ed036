//! Legal forms at the end of a company's name: names that differ in them alone are the same.

/// As they are written, folded; Finnish and Swedish.
pub const FORMS: [&str; 20] = [
    "oy",
    "ab",
    "oyj",
    "abp",
    "oy ab",
    "ab oy",
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

/// A folded name without the legal form at its end.
pub fn without(folded: &str) -> &str {
    let bare = FORMS.iter().filter_map(|form| folded.strip_suffix(form)?.strip_suffix(' ')).min_by_key(|bare| bare.len());
    bare.unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_are_taken_off() {
        for (name, bare) in [("kone oyj", "kone"), ("salon oy ab", "salon"), ("oy", "oy"), ("royal", "royal")] {
            assert_eq!(without(name), bare);
        }
    }
}
