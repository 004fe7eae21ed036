//! From a record of the open data to the rows of the register.
//!
//! The rules: the legal name is the open name of type 1 that was registered last; a company is alive when it has not
//! ended, has no open bankruptcy, and is in the trade register or has any open register entry; registrations count
//! while their entry is open; `TOIMI4` is TOL 2025 as it stands, `TOIMI3` is TOL 2008 and mapped where one class alone
//! succeeds it.

use super::addresses::Places;
use super::record::{BusinessLine, Entry, Record};
use crate::classifications::industries;
use crate::companies::{BANKRUPT, REGISTERED_NAME, TOL_2008, TOL_2025};
use crate::identifiers::business_id::{BusinessId, BusinessIdError};
use crate::identifiers::{domain, name};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use std::cmp::Reverse;

/// A row of `companies`, in the columns' names and forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub business_id: String,
    pub name: String,
    pub name_fold: String,
    pub name_sort: String,
    pub company_form: String,
    pub industry: String,
    pub industry_set: String,
    pub industry_2025: String,
    pub municipality: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    pub postal_address: String,
    pub website: String,
    pub web_domain: String,
    pub trade_register_status: String,
    pub situation: String,
    pub vat_liable: bool,
    pub employer_registered: bool,
    pub prepayment_registered: bool,
    pub alive: bool,
    pub registered_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub register_modified: String,
    /// Of the record as it stands in the file; none if it came otherwise.
    pub record_digest: Option<i64>,
}

/// A row of `company_names`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameRow {
    pub business_id: String,
    pub name: String,
    pub name_fold: String,
    pub name_type: String,
    pub registered_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

/// Why a record has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Refusal {
    #[error("no business id")]
    NoBusinessId,
    #[error("not of the form of a business id")]
    Shape,
    #[error("wrong check digit in the business id")]
    CheckDigit,
    #[error("business id met before in the same file")]
    Repeated,
}

/// The company's row and its names, every one that it has or had.
pub fn rows(record: &Record) -> Result<(Row, Vec<NameRow>), Refusal> {
    let business_id = business_id(record)?;
    let name = legal_name(record).unwrap_or(&business_id).to_owned();
    let places = Places::of(record);
    let (industry, industry_set, industry_2025) = industry(&record.main_business_line);
    let situation = situation(record);
    let row = Row {
        name_fold: name::fold(&name),
        name_sort: name::sort_key(&name),
        name,
        company_form: newest_open(&record.company_forms).map(|form| form.kind.to_string()).unwrap_or_default(),
        industry,
        industry_set,
        industry_2025,
        municipality: places.municipality,
        street_address: places.street_address,
        post_code: places.post_code,
        post_office: places.post_office,
        postal_address: places.postal_address,
        website: record.website.url.to_string(),
        web_domain: domain::of_website(&record.website.url).unwrap_or_default(),
        trade_register_status: record.trade_register_status.to_string(),
        situation: situation.to_owned(),
        vat_liable: is_registered(record, VAT),
        employer_registered: is_registered(record, EMPLOYERS),
        prepayment_registered: is_registered(record, PREPAYMENT),
        alive: is_alive(record, situation),
        registered_on: date(&record.registration_date).or_else(|| date(&record.business_id.registration_date)),
        ended_on: date(&record.end_date),
        register_modified: record.last_modified.to_string(),
        record_digest: None,
        business_id: business_id.clone(),
    };
    Ok((row, names(record, &business_id)))
}

fn business_id(record: &Record) -> Result<String, Refusal> {
    let typed = &*record.business_id.value;
    if typed.is_empty() {
        return Err(Refusal::NoBusinessId);
    }
    match BusinessId::parse(typed) {
        Ok(id) => Ok(id.to_string()),
        Err(BusinessIdError::Shape) => Err(Refusal::Shape),
        Err(BusinessIdError::CheckDigit) => Err(Refusal::CheckDigit),
    }
}

/// The register's order of names is not reliable. An ended company may have ended names only; one without a legal name
/// goes by any other name, and one without any by its business id, so that it is found and can be corrected.
fn legal_name(record: &Record) -> Option<&str> {
    let named = record.names.iter().rev().filter(|name| !name.name.is_empty());
    let best = named.max_by_key(|name| {
        let is_legal = &*name.kind == REGISTERED_NAME;
        let is_open = name.end_date.is_empty();
        let other_kinds_last = Reverse(if is_legal { "" } else { &*name.kind });
        (is_legal, is_open, other_kinds_last, &*name.end_date, &*name.registration_date)
    });
    best.map(|name| &*name.name)
}

fn names(record: &Record, business_id: &str) -> Vec<NameRow> {
    let mut rows: Vec<NameRow> = Vec::new();
    for name in record.names.iter().filter(|name| !name.name.is_empty()) {
        let row = NameRow {
            business_id: business_id.to_owned(),
            name: name.name.to_string(),
            name_fold: name::fold(&name.name),
            name_type: name.kind.to_string(),
            registered_on: date(&name.registration_date),
            ended_on: date(&name.end_date),
        };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

fn industry(line: &BusinessLine) -> (String, String, String) {
    let (class, set) = (&*line.class, &*line.type_code_set);
    let is_class = class.len() == 5 && class.bytes().all(|byte| byte.is_ascii_digit());
    let class_2025 = match set {
        TOL_2025 if is_class => class,
        TOL_2008 if is_class => industries::to_2025(class).unwrap_or_default(),
        _ => "",
    };
    (class.to_owned(), set.to_owned(), class_2025.to_owned())
}

/// The gravest open situation.
fn situation(record: &Record) -> &'static str {
    let is_open = |kind: &str| record.company_situations.iter().any(|entry| entry.end_date.is_empty() && &*entry.kind == kind);
    [BANKRUPT, "SELTILA", "SANE"].into_iter().find(|kind| is_open(kind)).unwrap_or_default()
}

const PREPAYMENT: &str = "5";
const VAT: &str = "6";
const EMPLOYERS: &str = "7";
const IN_TRADE_REGISTER: &str = "1";

/// Entry types that say the opposite of a registration, whatever their dates: unregistered, removed, foundation not
/// registered, ceased, "does not consider itself liable for VAT", unfounded line.
const NO_REGISTRATION: [&str; 6] = ["0", "2", "3", "4", "35", "99"];

fn is_open_registration(entry: &Entry) -> bool {
    entry.end_date.is_empty() && !NO_REGISTRATION.contains(&&*entry.kind)
}

fn is_registered(record: &Record, register: &str) -> bool {
    record.registered_entries.iter().any(|entry| &*entry.register == register && is_open_registration(entry))
}

fn is_alive(record: &Record, situation: &str) -> bool {
    let is_registered = || record.registered_entries.iter().any(is_open_registration);
    record.end_date.is_empty() && situation != BANKRUPT && (&*record.trade_register_status == IN_TRADE_REGISTER || is_registered())
}

fn newest_open(entries: &[Entry]) -> Option<&Entry> {
    entries.iter().rev().filter(|entry| entry.end_date.is_empty()).max_by_key(|entry| &*entry.registration_date)
}

/// A date, or the date of an instant, of our era, as both databases know it; what is neither is not known.
fn date(text: &str) -> Option<NaiveDate> {
    text.get(..10)?.parse().ok().filter(|day: &NaiveDate| day.year_ce().0)
}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
