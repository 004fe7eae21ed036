//! Every text exists in all three languages with the same arguments, and every key that is asked for exists and is asked for.

use super::{after, assert_none, code, files};
use kohtaanto::schedule::JOBS;
use kohtaanto::web::templates::Templates;
use std::collections::{BTreeMap, BTreeSet};

/// Keys that carry what an error page says: each has a title beside it.
const PAGE_ERRORS: [&str; 2] = ["Error::Conflict(\"", "Error::Invalid(\""];
/// Such errors that their handlers always show on a field of the form.
const ON_FIELDS: [&str; 14] = [
    "error-callback-no-route",
    "error-callback-same-team",
    "error-choose",
    "error-company-mark-known",
    "error-consent-known",
    "error-group-company",
    "error-group-known",
    "error-group-other",
    "error-tag-known",
    "error-organisation-exists",
    "error-saved-filter-known",
    "error-team-exists",
    "error-set-up-routing-changed",
    "error-set-up-team-known",
];
/// A string in the code that begins so is a key.
const KEY_PREFIXES: [&str; 4] = ["error-", "flash-", "notice-", "warning-"];

type Texts = BTreeMap<String, BTreeSet<String>>;

/// The keys of a language, each with its arguments.
fn texts(language: &str) -> Texts {
    let mut texts = Texts::new();
    for file in files(&format!("assets/i18n/{language}"), &["ftl"]) {
        let mut key = String::new();
        for line in file.text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                name.clone_into(&mut key);
                assert!(texts.insert(key.clone(), BTreeSet::new()).is_none(), "{}: {key} twice", file.path);
            }
            let arguments = texts.entry(key.clone()).or_default();
            arguments.extend(after(line, "$").map(|rest| word(rest, '_')));
        }
    }
    texts.remove("");
    texts
}

fn word(text: &str, joint: char) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == joint).collect()
}

/// What the sources ask for: whole keys, and the beginnings of keys that are put together.
#[derive(Default)]
struct Asked {
    keys: BTreeMap<String, String>,
    beginnings: BTreeMap<String, String>,
    /// Every string of the sources: a key among them is in use.
    strings: BTreeSet<String>,
}

impl Asked {
    fn of_sources() -> Self {
        let mut asked = Self::default();
        for file in files("templates", &["html", "txt"]) {
            let text = code(&file);
            for quote in ['"', '\''] {
                for rest in after(&text, &format!("t(key={quote}")) {
                    asked.add(rest, quote, &file.path);
                }
            }
            asked.add_strings(&text);
        }
        for file in files("src", &["rs"]) {
            let text = code(&file);
            for rest in ["text(", "text_with("].iter().flat_map(|mark| after(&text, mark)) {
                let Some((lang, rest)) = rest.split_once("lang, \"").or_else(|| rest.split_once("lang(), \"")) else { continue };
                if lang.chars().all(|c| c.is_ascii_alphanumeric() || "_.&".contains(c)) {
                    asked.add(rest, '"', &file.path);
                }
            }
            for rest in after(&text, "of_codes(").filter_map(|rest| Some(rest.split_once("lang(), \"").or(rest.split_once("lang, \""))?.1))
            {
                asked.beginnings.insert(format!("{}-", word(rest, '-').trim_end_matches('-')), file.path.clone());
            }
            let on_page = |rest: &&str| !ON_FIELDS.contains(&word(rest, '-').as_str());
            for rest in PAGE_ERRORS.iter().flat_map(|mark| after(&text, mark)).filter(on_page) {
                asked.keys.insert(format!("{}-title", word(rest, '-')), file.path.clone());
            }
            for rest in after(&text, "\"").filter(|rest| KEY_PREFIXES.iter().any(|prefix| rest.starts_with(prefix))) {
                asked.add(rest, '"', &file.path);
            }
            asked.add_strings(&text);
        }
        asked
    }

    fn add(&mut self, rest: &str, quote: char, path: &str) {
        let key = word(rest, '-');
        let tail = &rest[key.len()..];
        let whole = !key.ends_with('-') && tail.starts_with(quote) && !tail[1..].trim_start().starts_with('~');
        if key.is_empty() {
            return;
        }
        if whole {
            self.keys.insert(key, path.to_owned())
        } else {
            self.beginnings.insert(key, path.to_owned())
        };
    }

    fn add_strings(&mut self, text: &str) {
        for quote in ["\"", "'"] {
            for rest in after(text, quote) {
                let key = word(rest, '-');
                let put_together =
                    rest[key.len()..].starts_with('{') || key.len() > 1 && key.ends_with('-') && rest[key.len()..].starts_with(quote);
                if put_together {
                    self.beginnings.entry(key.clone()).or_default();
                }
                self.strings.insert(key);
            }
        }
    }

    fn uses(&self, key: &str) -> bool {
        let title_of = key.strip_suffix("-title").is_some_and(|key| self.strings.contains(key));
        let begun = self.beginnings.keys().any(|beginning| beginning.ends_with('-') && key.starts_with(beginning.as_str()));
        title_of || begun || self.keys.contains_key(key) || self.strings.contains(key)
    }
}

#[test]
fn the_languages_say_the_same() {
    let finnish = texts("fi");
    assert!(finnish.len() > 50, "the texts are found");
    for language in ["sv", "en"] {
        let other = texts(language);
        let differs = |key: &&String| finnish.get(*key) != other.get(*key);
        assert_none(&format!("differ between fi and {language}"), finnish.keys().chain(other.keys()).filter(differs).cloned());
    }
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let (texts, asked) = (texts("fi"), Asked::of_sources());
    let missing = asked.keys.iter().filter(|(key, _)| !texts.contains_key(*key));
    assert_none("no such text", missing.map(|(key, path)| format!("{key} in {path}")));
    let begun = asked.beginnings.iter().filter(|(_, path)| !path.is_empty());
    let leads_nowhere = begun.filter(|(beginning, _)| !texts.keys().any(|key| key.starts_with(beginning.as_str())));
    assert_none("no text begins so", leads_nowhere.map(|(beginning, path)| format!("{beginning} in {path}")));
}

#[test]
fn no_text_is_left_over() {
    let asked = Asked::of_sources();
    assert_none("no one asks for", texts("fi").into_keys().filter(|key| !asked.uses(key)));
}

#[test]
fn the_templates_load_in_every_language() {
    Templates::load().expect("every template loads");
}

#[test]
fn every_job_has_its_name() {
    for language in ["fi", "sv", "en"] {
        let texts = texts(language);
        let nameless = JOBS.iter().map(|job| format!("job-{}", job.name)).filter(|key| !texts.contains_key(key));
        assert_none(&format!("not named in {language}"), nameless);
    }
}
