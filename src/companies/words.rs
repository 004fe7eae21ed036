//! A company's fields and their values as people read them.

use super::filters::size_in_words;
use super::form::industry_text;
use super::views::municipality;
use super::{Field, TOL_2025};
use crate::classifications::company_forms;
use crate::i18n::{self, Lang};

pub fn label(field: Field, lang: Lang) -> String {
    let key = match field {
        Field::Name => "company-name",
        Field::CompanyForm => "company-form",
        Field::Industry => "company-industry",
        Field::Municipality => "company-municipality",
        Field::StreetAddress => "company-street-address",
        Field::PostCode => "company-post-code",
        Field::PostOffice => "company-post-office",
        Field::PostalAddress => "company-postal-address",
        Field::Website => "company-website",
        Field::Phone => "company-phone",
        Field::Email => "company-email",
        Field::SizeClass => "company-filter-size",
    };
    i18n::text(lang, key)
}

/// Codes by their names; empty stays empty.
pub fn value(field: Field, value: &str, lang: Lang) -> String {
    match field {
        Field::Municipality => municipality(value, lang).to_owned(),
        Field::CompanyForm => company_forms::name(value, lang).unwrap_or(value).to_owned(),
        Field::Industry => industry_text(value, TOL_2025, lang),
        Field::SizeClass if value.is_empty() => String::new(),
        Field::SizeClass => size_in_words(value, lang),
        _ => value.to_owned(),
    }
}
