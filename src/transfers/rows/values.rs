//! Values as files write them: a code, its name in any of the languages, a number of people.

use crate::classifications::{company_forms, municipalities};
use crate::companies::SizeClass;
use crate::i18n::{self, Lang};
use crate::identifiers::name;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A coded value by its code or by its label in any language. Anything else comes back as it is, for the form to refuse.
pub fn coded(raw: &str, prefix: &str, codes: &[&'static str]) -> String {
    let folded = name::fold(raw);
    let labelled = |code: &&&str| Lang::ALL.iter().any(|lang| name::fold(&i18n::text(*lang, &format!("{prefix}{code}"))) == folded);
    let is = |code: &&&str| name::fold(code) == folded;
    codes.iter().find(is).or_else(|| codes.iter().find(labelled)).map_or(raw, |code| *code).to_owned()
}

/// Codes by what they are called, folded; the first one wins.
type Called = HashMap<String, &'static str>;

fn called(names: impl Iterator<Item = (&'static str, &'static str)>) -> Called {
    let mut called = Called::new();
    for (name, code) in names {
        called.entry(name::fold(name)).or_insert(code);
    }
    called
}

/// `734`, `Salo`, `Helsingfors`; a spreadsheet makes 91 of 091.
pub fn municipality(raw: &str) -> String {
    static CALLED: LazyLock<Called> =
        LazyLock::new(|| called(municipalities::all().iter().flat_map(|one| Lang::ALL.map(|lang| (one.names.get(lang), one.code)))));
    CALLED.get(&name::fold(raw)).map_or_else(|| padded(raw, 3), |code| (*code).to_owned())
}

/// `16`, `OY`, `osakeyhtiö`, `aktiebolag`.
pub fn company_form(raw: &str) -> String {
    static CALLED: LazyLock<Called> = LazyLock::new(|| {
        let names = |number: &'static str| {
            let long = Lang::ALL.into_iter().filter_map(move |lang| company_forms::name(number, lang));
            [number].into_iter().chain(company_forms::abbreviation(number)).chain(long).map(move |name| (name, number))
        };
        called(company_forms::numbers().flat_map(names))
    });
    CALLED.get(&name::fold(raw)).map_or(raw, |number| *number).to_owned()
}

/// A class by its code or name, or how many people work there: `12`, `12,5`, `1 200`.
pub fn size_class(raw: &str) -> String {
    let class = coded(raw, "company-size-", &SizeClass::ALL.map(SizeClass::code));
    if SizeClass::from_code(&class).is_some() {
        return class;
    }
    let plain = class.replace('–', "-");
    if let Some(known) = SizeClass::from_code(plain.trim()) {
        return known.code().to_owned();
    }
    let digits: String = class.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let people = digits.parse::<f64>().ok().filter(|people| (0.0..1e9).contains(people));
    people.map_or(class, |people| SizeClass::of(people).code().to_owned())
}

/// A spreadsheet takes the zeros off a code that it holds for a number.
pub fn padded(raw: &str, digits: usize) -> String {
    let is_number = !raw.is_empty() && raw.len() < digits && raw.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { format!("{raw:0>digits$}") } else { raw.to_owned() }
}

/// `24100 Salo` taken apart, where it is so.
pub fn post_code_and_office(raw: &str) -> (String, Option<String>) {
    match raw.split_once(' ') {
        Some((code, office)) if code.bytes().all(|byte| byte.is_ascii_digit()) => (padded(code, 5), Some(office.trim().to_owned())),
        _ => (padded(raw, 5), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_files_write_them() {
        for (raw, code) in [("Salo", "734"), ("helsingfors", "091"), ("91", "091"), ("734", "734"), ("Atlantis", "Atlantis")] {
            assert_eq!(municipality(raw), code);
        }
        for (raw, code) in [("oy", "16"), ("Osakeyhtiö", "16"), ("16", "16"), ("xyz", "xyz")] {
            assert_eq!(company_form(raw), code);
        }
        for (raw, code) in [
            ("10-19", "10-19"),
            ("10–19", "10-19"),
            ("10–19 henkilöä", "10-19"),
            ("4,5", "0-4"),
            ("5", "5-9"),
            ("1 200,5", "1000"),
            ("paljon", "paljon"),
            ("-1", "-1"),
        ] {
            assert_eq!(size_class(raw), code, "{raw}");
        }
        assert_eq!(post_code_and_office("500 Helsinki"), ("00500".into(), Some("Helsinki".into())));
        assert_eq!(post_code_and_office("24100"), ("24100".into(), None));
    }
}
