//! The facts of a company as rows of the page, each with the mark of a hand edit where there is one.

use crate::classifications::{company_forms, industries};
use crate::companies::Field;
use crate::companies::filters::size_in_words;
use crate::companies::store::{Company, FieldEdit};
use crate::companies::views::municipality;
use crate::i18n::Lang;
use chrono::NaiveDateTime;
use serde::Serialize;

#[derive(Serialize)]
pub struct Fact {
    /// What is said of it: the text `company-page-fact-{key}`.
    key: &'static str,
    value: String,
    href: Option<String>,
    edits: Vec<Edit>,
}

/// A person's correction.
#[derive(Serialize)]
struct Edit {
    /// The code of the field.
    field: String,
    /// The register tells this field, and its value can be taken back.
    is_in_register: bool,
    register_value: String,
    editor: String,
    edited_at: NaiveDateTime,
}

/// The facts that are known or corrected, in the order of the page.
pub fn facts(company: &Company, mut edits: Vec<FieldEdit>, lang: Lang) -> Vec<Fact> {
    let registered = company.registered_on.map(crate::i18n::date).unwrap_or_default();
    let rows: [(&'static str, String, Option<String>, &[Field]); 12] = [
        ("business-id", company.business_id.clone().unwrap_or_default(), None, &[]),
        ("name", String::new(), None, &[Field::Name]),
        ("form", form(&company.company_form, lang), None, &[Field::CompanyForm]),
        ("industry", industry(&company.industry, &company.industry_2025, lang), None, &[Field::Industry]),
        ("size", size_in_words(&company.size_class, lang), None, &[Field::SizeClass]),
        ("municipality", municipality(&company.municipality, lang).to_owned(), None, &[Field::Municipality]),
        ("street-address", street_address(company), None, &[Field::StreetAddress, Field::PostCode, Field::PostOffice]),
        ("postal-address", company.postal_address.clone(), None, &[Field::PostalAddress]),
        ("website", company.website.clone(), website(&company.website), &[Field::Website]),
        ("phone", company.phone.clone(), link("tel:", &company.phone_e164), &[Field::Phone]),
        ("email", company.email.clone(), link("mailto:", &company.email), &[Field::Email]),
        ("registered-on", registered, None, &[]),
    ];
    rows.into_iter()
        .map(|(key, value, href, fields)| Fact { key, value, href, edits: edits_of(&mut edits, fields, lang) })
        .filter(|fact| !fact.value.is_empty() || !fact.edits.is_empty())
        .collect()
}

fn form(number: &str, lang: Lang) -> String {
    company_forms::name(number, lang).or_else(|| company_forms::abbreviation(number)).unwrap_or(number).to_owned()
}

/// The class of TOL 2025 with its name, else what the register says.
fn industry(code: &str, code_2025: &str, lang: Lang) -> String {
    match industries::name(code_2025, lang) {
        Some(name) => format!("{name} ({code_2025})"),
        None => code.to_owned(),
    }
}

fn street_address(company: &Company) -> String {
    let place = [company.post_code.as_str(), company.post_office.as_str()].join(" ");
    let parts = [company.street_address.as_str(), place.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Registers hold addresses with and without a scheme; anything but http would be no website.
fn website(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    match address {
        "" => None,
        address if lower.starts_with("http://") || lower.starts_with("https://") => Some(address.to_owned()),
        address => Some(format!("https://{address}")),
    }
}

fn link(scheme: &str, address: &str) -> Option<String> {
    (!address.is_empty()).then(|| format!("{scheme}{address}"))
}

fn edits_of(edits: &mut Vec<FieldEdit>, fields: &[Field], lang: Lang) -> Vec<Edit> {
    let (of_fact, others) = std::mem::take(edits).into_iter().partition(|edit| fields.iter().any(|field| field.code() == edit.field));
    *edits = others;
    let of_fact: Vec<FieldEdit> = of_fact;
    let in_view = |edit: FieldEdit| Edit {
        is_in_register: Field::from_code(&edit.field).is_some_and(Field::is_in_register),
        register_value: in_words(&edit, lang),
        field: edit.field,
        editor: edit.editor,
        edited_at: edit.edited_at,
    };
    of_fact.into_iter().map(in_view).collect()
}

/// The register's value; codes by their names.
fn in_words(edit: &FieldEdit, lang: Lang) -> String {
    let value = edit.register_value.as_str();
    match edit.field.as_str() {
        code if code == Field::CompanyForm.code() => form(value, lang),
        code if code == Field::Municipality.code() => municipality(value, lang).to_owned(),
        code if code == Field::Industry.code() => industry(value, industries::to_2025(value).unwrap_or(value), lang),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn websites_lead_to_the_web_only() {
        assert_eq!(website("www.paja.example").as_deref(), Some("https://www.paja.example"));
        assert_eq!(website("HTTP://paja.example").as_deref(), Some("HTTP://paja.example"));
        assert_eq!(website("javascript:alert(1)").as_deref(), Some("https://javascript:alert(1)"));
        assert_eq!(website(""), None);
    }
}
