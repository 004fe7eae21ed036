//! What the selects of the filters offer.

use super::{Contact, OWN_AREA, Wanted};
use crate::companies::SizeClass;
use crate::companies::marks::Purpose;
use crate::companies::views::{form_choices, industry_choices, municipality_choices};
use crate::i18n::{self, Lang};
use crate::web::{Choice, Options};
use serde::Serialize;
use tera::Value;

/// A size class by its name, anything else as it is.
pub fn size_in_words(code: &str, lang: Lang) -> String {
    SizeClass::from_code(code).map_or_else(|| code.to_owned(), |class| i18n::text(lang, &format!("company-size-{}", class.code())))
}

pub fn size_choices(lang: Lang) -> Vec<Choice> {
    Choice::of_codes(lang, "company-size-", SizeClass::ALL.map(SizeClass::code))
}

/// The choices of the form's selects.
#[derive(Serialize)]
pub struct FilterChoices {
    municipalities: Options,
    industries: Options,
    forms: Options,
    sizes: Vec<Choice>,
    /// None while nobody has tagged anything.
    tags: Vec<Choice>,
    people: Vec<Choice>,
    contacts: Vec<Choice>,
    purposes: Vec<Choice>,
}

impl FilterChoices {
    pub fn of(wanted: &Wanted, lang: Lang) -> Self {
        Self {
            municipalities: municipalities(wanted, lang),
            industries: industry_choices(lang),
            forms: form_choices(lang, &wanted.company_form),
            sizes: size_choices(lang),
            tags: Choice::of_rows(wanted.tags.clone()),
            people: Choice::of_rows(wanted.people.clone()),
            contacts: Choice::of_codes(lang, "company-contacted-", Contact::ALL.map(Contact::code)),
            purposes: Choice::of_codes(lang, "company-open-to-", Purpose::ALL.map(Purpose::code)),
        }
    }
}

/// The employment area first, as long as it has municipalities, then each municipality of the country.
fn municipalities(wanted: &Wanted, lang: Lang) -> Options {
    let area = (!wanted.area.is_empty()).then(|| Choice { value: OWN_AREA.to_owned(), label: i18n::text(lang, "company-filter-own-area") });
    let one = if wanted.municipality == OWN_AREA { "" } else { &wanted.municipality };
    area.iter().map(Value::from_serializable).chain(municipality_choices(lang, one)).collect()
}
