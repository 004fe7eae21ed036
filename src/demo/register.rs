//! The demo's companies. Most enter as a file of the open data through the product's own import; sole traders and
//! associations, which that data often lacks, are added by hand later (`Company::by_hand`).

use super::chance::Chance;
use super::days::HalfYear;
use super::names::{self, Form};
use super::texts::{FIELDS, Field, word};
use crate::companies::Facts;
use crate::companies::ytj::{self, Input, Options};
use crate::db::Conn;
use chrono::{Days, NaiveDate, NaiveDateTime};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// How many companies there are.
pub const COMPANIES: usize = 400;

/// Municipality, postal code, post office.
type Town = (&'static str, &'static str, &'static str);

const TOWNS: [(usize, Town); 12] = [
    (40, ("734", "24100", "SALO")),
    (10, ("734", "24240", "SALO")),
    (9, ("734", "24800", "HALIKKO")),
    (7, ("734", "25500", "PERNIÖ")),
    (13, ("761", "31400", "SOMERO")),
    (6, ("284", "31500", "KOSKI TL")),
    (5, ("480", "21490", "MARTTILA")),
    (3, ("577", "21530", "PAIMIO")),
    (3, ("430", "32200", "LOIMAA")),
    (2, ("061", "30100", "FORSSA")),
    (1, ("738", "21570", "SAUVO")),
    (1, ("710", "10600", "TAMMISAARI")),
];

/// What became of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Goes,
    Ended(NaiveDate),
    /// An open situation, by its code.
    In(&'static str),
}

pub struct Company {
    pub business_id: String,
    pub name: String,
    pub form: Form,
    pub class: &'static str,
    pub town: Town,
    pub street: String,
    /// Of its website and mailboxes.
    pub domain: String,
    pub registered_on: NaiveDate,
    /// The name that it had until this day.
    pub former: Option<(String, NaiveDate)>,
    /// Its name in Swedish.
    pub parallel: Option<String>,
    pub fate: Fate,
    pub by_hand: bool,
}

impl Company {
    /// Whether anybody would call it.
    pub fn is_met(&self) -> bool {
        !matches!(self.fate, Fate::Ended(_) | Fate::In(crate::companies::BANKRUPT))
    }

    /// What a person writes who adds it by hand.
    pub fn facts(&self) -> Facts {
        Facts {
            name: self.name.clone(),
            company_form: self.form.number().to_owned(),
            industry: self.class.to_owned(),
            municipality: self.town.0.to_owned(),
            street_address: self.street.clone(),
            post_code: self.town.1.to_owned(),
            post_office: self.town.2.to_owned(),
            ..Facts::default()
        }
    }
}

/// Invents the companies; the same ones for the same chance.
pub fn invent(chance: &mut Chance, history: &HalfYear) -> Vec<Company> {
    let shares: Vec<(usize, &Field)> = FIELDS.iter().map(|field| (field.shares, field)).collect();
    let mut known = BTreeSet::new();
    let mut companies: Vec<Company> = Vec::new();
    let mut business_ids = names::business_ids();
    while companies.len() < COMPANIES {
        let field = *chance.weighted(&shares);
        let form = Form::of(field, chance);
        let name = names::company(chance, field, form);
        if known.insert(name.clone()) {
            let business_id = business_ids.next().expect("there are enough numbers");
            companies.push(company(chance, history, field, form, (business_id, name)));
        }
    }
    companies
}

fn company(chance: &mut Chance, history: &HalfYear, field: &Field, form: Form, (business_id, name): (String, String)) -> Company {
    let age = |chance: &mut Chance, least, most| history.today - Days::new(chance.between(least, most) as u64);
    let by_hand = match form {
        Form::SoleTrader => chance.percent(60),
        Form::Association => chance.percent(40),
        _ => false,
    };
    let registered_on = age(chance, 500, 14_000);
    let fate = match chance.below(1000) {
        _ if by_hand => Fate::Goes,
        0..50 => Fate::Ended(age(chance, 200, 450)),
        50..62 => Fate::In("KONK"),
        62..68 => Fate::In("SANE"),
        68..71 => Fate::In("SELTILA"),
        _ => Fate::Goes,
    };
    let former = (form == Form::Limited && chance.percent(8)).then(|| (names::company(chance, field, form), age(chance, 40, 480)));
    let swedish = form == Form::Limited && names::begins_with_brand(&name) && chance.percent(25);
    Company {
        domain: names::domain(&name),
        parallel: swedish.then(|| format!("Ab {} Norden", name.split(' ').next().unwrap_or_default())),
        town: *chance.weighted(&TOWNS),
        street: format!("{} {}", word(chance, "street"), chance.between(1, 60)),
        class: field.class,
        business_id,
        name,
        form,
        registered_on,
        former,
        fate,
        by_hand,
    }
}

/// Brings them into the register as the bulk file of the open data does; the file is written into `folder`.
///
/// # Errors
/// Those of the file system and the database, and what the import couldn't read.
pub fn import(
    conn: &mut Conn,
    companies: &[Company],
    folder: &Path,
    now: NaiveDateTime,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let records: Vec<Value> = companies.iter().filter(|company| !company.by_hand).map(record).collect();
    let path = folder.join("register.json");
    std::fs::write(&path, serde_json::to_vec(&records)?)?;
    let report = ytj::import(conn, &[Input::File(path)], &Options::default(), now, |_| {})?;
    if report.is_complete() { Ok(()) } else { Err(report.to_string().into()) }
}

/// The company as the open data tells it.
fn record(company: &Company) -> Value {
    let since = company.registered_on;
    let end = match company.fate {
        Fate::Ended(day) => json!(day),
        _ => Value::Null,
    };
    let situations = match company.fate {
        Fate::In(code) => json!([{ "type": code, "registrationDate": since + Days::new(400) }]),
        _ => json!([]),
    };
    json!({
        "businessId": { "value": company.business_id, "registrationDate": since },
        "names": names_of(company),
        "mainBusinessLine": { "type": company.class, "typeCodeSet": "TOIMI4", "registrationDate": "2026-01-01" },
        "website": { "url": format!("www.{}", company.domain) },
        "companyForms": [{ "type": company.form.number(), "registrationDate": since }],
        "companySituations": situations,
        "registeredEntries": entries(company, &end),
        "addresses": [{
            "type": 1, "street": company.street, "postCode": company.town.1, "registrationDate": since,
            "postOffices": [{ "city": company.town.2, "languageCode": "1", "municipalityCode": company.town.0 }],
        }],
        "tradeRegisterStatus": if end.is_null() && !in_other_register(company.form) { "1" } else { "" },
        "registrationDate": since,
        "endDate": end,
        "lastModified": since.and_hms_opt(0, 0, 0),
    })
}

fn names_of(company: &Company) -> Value {
    let since = company.former.as_ref().map_or(company.registered_on, |(_, until)| *until);
    let mut names = vec![json!({ "name": company.name, "type": "1", "registrationDate": since })];
    if let Some((former, until)) = &company.former {
        names.push(json!({ "name": former, "type": "1", "registrationDate": company.registered_on, "endDate": until }));
    }
    if let Some(parallel) = &company.parallel {
        names.push(json!({ "name": parallel, "type": "2", "registrationDate": since }));
    }
    Value::Array(names)
}

fn in_other_register(form: Form) -> bool {
    matches!(form, Form::Association | Form::Foundation)
}

/// Entries of the trade register or its like, and those of the tax authority: prepayment, VAT, employers.
fn entries(company: &Company, end: &Value) -> Value {
    let own = match company.form {
        Form::Association => "3",
        Form::Foundation => "2",
        _ => "1",
    };
    let entry = |register: &str, kind: &str| json!({ "register": register, "type": kind, "registrationDate": company.registered_on, "endDate": end });
    let mut entries = vec![entry(own, "1"), entry("5", "55")];
    if !in_other_register(company.form) {
        entries.push(entry("6", "80"));
    }
    if !matches!(company.form, Form::SoleTrader) {
        entries.push(entry("7", "41"));
    }
    Value::Array(entries)
}
