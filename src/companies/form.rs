//! The form of a company, for adding one and for correcting one.

use super::store::Company;
use super::{Facts, Field, SizeClass};
use crate::classifications::{company_forms, industries, municipalities};
use crate::i18n::{self, Lang};
use crate::identifiers::business_id::{BusinessId, BusinessIdError};
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use url::Url;

#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct CompanyForm {
    pub business_id: String,
    pub name: String,
    pub company_form: String,
    /// `62100 Ohjelmointi` or the class alone. The text decides: without script the hidden code stays when it is changed.
    pub industry: String,
    pub industry_code: String,
    pub municipality: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    pub postal_address: String,
    pub website: String,
    pub phone: String,
    pub email: String,
    pub size_class: String,
    /// The ids of the companies like it that the person has been shown.
    pub similar_seen: String,
    pub base: String,
    pub once: String,
    pub warned: String,
}

/// A company as typed, when nothing is wrong with it.
#[derive(Clone, Debug)]
pub struct Typed {
    pub business_id: Option<BusinessId>,
    pub facts: Facts,
}

impl CompanyForm {
    /// The form of a company as it is now.
    pub fn of(company: &Company, lang: Lang) -> Self {
        let facts = company.facts();
        Self {
            business_id: company.business_id.clone().unwrap_or_default(),
            industry: industry_text(&company.industry, &company.industry_set, lang),
            industry_code: facts.industry,
            name: facts.name,
            company_form: facts.company_form,
            municipality: facts.municipality,
            street_address: facts.street_address,
            post_code: facts.post_code,
            post_office: facts.post_office,
            postal_address: facts.postal_address,
            website: facts.website,
            phone: facts.phone,
            email: facts.email,
            size_class: facts.size_class,
            ..Self::default()
        }
    }

    /// What the company has, or has in the register, passes unchecked, also where a person may not write it: `known` tells.
    pub fn finish(&self, today: NaiveDate, known: &dyn Fn(Field, &str) -> bool) -> Result<Typed, Errors> {
        let mut fields = Fields::new(today);
        let name = fields.required_line("name", &self.name);
        let business_id = business_id(&mut fields, &self.business_id);
        let facts = Facts {
            name,
            company_form: code(&mut fields, Field::CompanyForm, &self.company_form, |code| {
                company_forms::name(code, Lang::Fi).is_some() || known(Field::CompanyForm, code)
            }),
            industry: industry(&mut fields, &self.industry, known),
            street_address: fields.line("street_address", &self.street_address),
            post_code: fields.line("post_code", &self.post_code),
            post_office: fields.line("post_office", &self.post_office),
            municipality: code(&mut fields, Field::Municipality, &self.municipality, |code| {
                municipalities::name(code, Lang::Fi).is_some() || known(Field::Municipality, code)
            }),
            postal_address: fields.line("postal_address", &self.postal_address),
            phone: fields.phone("phone", &self.phone),
            email: fields.email("email", &self.email),
            website: website(&mut fields, &self.website, known),
            size_class: code(&mut fields, Field::SizeClass, &self.size_class, |code| SizeClass::from_code(code).is_some()),
        };
        fields.errors.finish(Some(Typed { business_id, facts }), &self.warned)
    }

    /// The companies like it that have been shown.
    pub fn seen_similar(&self) -> Vec<i64> {
        self.similar_seen.split(',').filter_map(|id| id.parse().ok()).collect()
    }
}

/// How an industry stands in its field: `62100 Ohjelmointi`.
pub fn industry_text(code: &str, set: &str, lang: Lang) -> String {
    if code.is_empty() {
        return String::new();
    }
    if set == super::TOL_2008 {
        return format!("{code} ({})", i18n::text(lang, "company-tol-2008"));
    }
    industries::name(code, lang).map_or_else(|| code.to_owned(), |name| format!("{code} {name}"))
}

fn business_id(fields: &mut Fields, raw: &str) -> Option<BusinessId> {
    let text = fields.line("business_id", raw);
    if text.is_empty() {
        return None;
    }
    BusinessId::parse(&text)
        .map_err(|error| {
            fields.errors.add("business_id", wrong_business_id(error));
        })
        .ok()
}

/// What is wrong with a business id: a text's key.
pub fn wrong_business_id(error: BusinessIdError) -> &'static str {
    match error {
        BusinessIdError::Shape => "error-business-id-shape",
        BusinessIdError::CheckDigit => "error-business-id-check-digit",
    }
}

/// An optional code of a select.
fn code(fields: &mut Fields, field: Field, raw: &str, exists: impl Fn(&str) -> bool) -> String {
    let code = raw.trim();
    if !code.is_empty() && !exists(code) {
        fields.errors.add(field.code(), "error-choose");
    }
    code.to_owned()
}

fn industry(fields: &mut Fields, raw: &str, known: &dyn Fn(Field, &str) -> bool) -> String {
    let text = fields.line("industry", raw);
    let code = text.split(' ').next().unwrap_or_default().replace('.', "");
    let is_class = code.len() == 5 && industries::name(&code, Lang::Fi).is_some();
    if !text.is_empty() && !is_class && !known(Field::Industry, &code) {
        fields.errors.add("industry", "error-industry");
    }
    code
}

/// An optional web address, with or without `https://`.
fn website(fields: &mut Fields, raw: &str, known: &dyn Fn(Field, &str) -> bool) -> String {
    let text = fields.line("website", raw);
    let whole = if text.contains("://") { text.clone() } else { format!("https://{text}") };
    let is_page = Url::parse(&whole)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| host.contains('.')));
    let is_page = is_page && !text.contains(' ');
    if !text.is_empty() && !is_page && !known(Field::Website, &text) {
        fields.errors.add("website", "error-website");
    }
    text
}
