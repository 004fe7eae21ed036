//! What the register's pages show: names of codes, and the choices of their selects.

use super::BANKRUPT;
use super::by_site::Elsewhere;
use super::marks::{self, store::Marks};
use super::search::Hit;
use crate::classifications::{company_forms, industries, municipalities, situations};
use crate::i18n::{self, Lang};
use crate::identifiers::{name, phone};
use crate::web::{Choice, KeptChoices, Options};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::LazyLock;
use tera::Value;

/// Choices by language, made once: what they are and how templates hold them.
type Known = LazyLock<HashMap<Lang, (KeptChoices, Value)>>;

static MUNICIPALITIES: Known =
    LazyLock::new(|| known(|lang| sorted(municipalities::all().iter().map(|one| (one.code, one.names.get(lang))).collect())));

static FORMS: Known = LazyLock::new(|| {
    known(|lang| sorted(company_forms::numbers().map(|number| (number, company_forms::name(number, lang).unwrap_or(number))).collect()))
});

static INDUSTRIES: Known = LazyLock::new(|| known(industries_in_order));

fn known(choices: impl Fn(Lang) -> Vec<Choice>) -> HashMap<Lang, (KeptChoices, Value)> {
    let of = |lang| {
        let kept = KeptChoices::new(choices(lang));
        let held = Value::from_serializable(&kept);
        (lang, (kept, held))
    };
    Lang::ALL.into_iter().map(of).collect()
}

fn sorted(mut named: Vec<(&'static str, &'static str)>) -> Vec<Choice> {
    named.sort_by_cached_key(|(_, label)| name::sort_key(label));
    named.into_iter().map(|(code, label)| Choice { value: code.to_owned(), label: label.to_owned() }).collect()
}

fn industries_in_order(lang: Lang) -> Vec<Choice> {
    let choice = |code: &str, label: String| Choice { value: code.to_owned(), label };
    let mut choices = Vec::new();
    for section in industries::sections() {
        choices.push(choice(section.code, format!("{} {}", section.code, section.names.get(lang))));
        let divisions = industries::divisions_of(section.code.chars().next().unwrap_or_default());
        choices.extend(divisions.iter().map(|one| choice(one.code, format!("– {} {}", one.code, one.names.get(lang)))));
    }
    choices
}

/// All municipalities in the page's language, and `current` if it is none of them any more.
pub fn municipality_choices(lang: Lang, current: &str) -> Options {
    with_odd(&MUNICIPALITIES, lang, current)
}

/// All company forms in the page's language, and `current` if it is none of them.
pub fn form_choices(lang: Lang, current: &str) -> Options {
    with_odd(&FORMS, lang, current)
}

/// Sections with their divisions below them.
pub fn industry_choices(lang: Lang) -> Options {
    with_odd(&INDUSTRIES, lang, "")
}

/// A code that is unknown stands at the end.
fn with_odd(known: &Known, lang: Lang, current: &str) -> Options {
    let (kept, held) = &known[&lang];
    let mut options = vec![held.clone()];
    if !current.is_empty() && kept.choices.iter().all(|choice| choice.value != current) {
        options.push(Value::from_serializable(&Choice { value: current.to_owned(), label: current.to_owned() }));
    }
    options
}

/// The name of a municipality; a code that is unknown or no longer in use is shown as it is.
pub fn municipality(code: &str, lang: Lang) -> &str {
    municipalities::name(code, lang).unwrap_or(code)
}

/// What to know of a company before working with it: ended, bankrupt, under reorganisation…
pub fn standing(alive: bool, situation: &str, lang: Lang) -> Option<String> {
    match situations::name(situation, lang) {
        Some(name) => Some(name.to_owned()),
        None => (!alive).then(|| i18n::text(lang, "company-ended")),
    }
}

/// A row of the list.
#[derive(Debug, Serialize)]
pub struct HitView {
    pub id: i64,
    pub name: String,
    pub business_id: Option<String>,
    pub municipality: String,
    /// Where it has sites, in a list of companies of municipalities where it has not its seat.
    pub sites: String,
    pub industry: String,
    /// As people write it; empty if unknown.
    pub phone: String,
    pub phone_href: String,
    pub standing: Option<String>,
    /// The company is not in business: the badge warns.
    pub stopped: bool,
    pub matched_name: Option<String>,
    pub matched_former: bool,
    /// What callers must know of, by the codes of `marks::Kind`.
    pub marks: Vec<&'static str>,
}

impl HitView {
    pub fn marked(self, marks: &Marks) -> Self {
        Self { marks: marks::store::codes(marks, self.id), ..self }
    }

    pub fn elsewhere(self, elsewhere: &Elsewhere, lang: Lang) -> Self {
        let codes = elsewhere.get(&self.id).into_iter().flatten();
        Self { sites: codes.map(|code| municipality(code, lang)).collect::<Vec<_>>().join(", "), ..self }
    }

    pub fn of(hit: Hit, lang: Lang) -> Self {
        let company = hit.company;
        let phone = if company.phone_e164.is_empty() { company.phone } else { phone::display(&company.phone_e164) };
        Self {
            id: company.id,
            standing: standing(company.alive, &hit.situation, lang),
            stopped: !company.alive || hit.situation == BANKRUPT,
            municipality: municipality(&company.municipality, lang).to_owned(),
            industry: industries::name(&company.industry_2025, lang).unwrap_or_default().to_owned(),
            name: company.name,
            business_id: company.business_id,
            phone,
            phone_href: company.phone_e164,
            matched_name: hit.matched_name,
            matched_former: hit.matched_former,
            marks: Vec::new(),
            sites: String::new(),
        }
    }
}
