//! A bulk file of invented companies, a third of them odd, with what the register should say of each. The expectation
//! follows from what was chosen, not from the code under test.

use crate::support::Chance;
use kohtaanto::identifiers::business_id::check_digit;
use std::fmt::Write;

/// What the register should say of a company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    pub business_id: String,
    pub name: String,
    pub company_form: &'static str,
    pub industry: &'static str,
    pub industry_2025: &'static str,
    pub municipality: &'static str,
    pub street_address: String,
    pub post_code: &'static str,
    pub post_office: &'static str,
    pub postal_address: String,
    pub situation: &'static str,
    pub vat_liable: bool,
    pub employer_registered: bool,
    pub alive: bool,
    pub ended_on: &'static str,
    /// Type and name, sorted.
    pub names: Vec<(String, String)>,
}

/// The file and all that is to become of it.
#[derive(Default)]
pub struct Generated {
    pub text: String,
    pub companies: Vec<Expected>,
    pub wrong_check_digit: u64,
    pub without_business_id: u64,
    /// Number and first byte of each broken record.
    pub broken: Vec<(u64, usize)>,
}

#[derive(Clone, Copy)]
enum Oddity {
    NoName,
    NoAddress,
    PostalBox,
    Abroad,
    FormerNames,
    Bankrupt,
    Ceased,
    OlderIndustry,
    SplitIndustry,
    WrongCheckDigit,
    NoBusinessId,
    LongName,
    UnknownFields,
    AbsentLists,
    Signs,
    BrokenJson,
    WrongType,
}

const ODDITIES: [Oddity; 17] = [
    Oddity::NoName,
    Oddity::NoAddress,
    Oddity::PostalBox,
    Oddity::Abroad,
    Oddity::FormerNames,
    Oddity::Bankrupt,
    Oddity::Ceased,
    Oddity::OlderIndustry,
    Oddity::SplitIndustry,
    Oddity::WrongCheckDigit,
    Oddity::NoBusinessId,
    Oddity::LongName,
    Oddity::UnknownFields,
    Oddity::AbsentLists,
    Oddity::Signs,
    Oddity::BrokenJson,
    Oddity::WrongType,
];

/// Municipality, post code, post office.
const PLACES: [(&str, &str, &str); 4] =
    [("734", "24100", "SALO"), ("761", "31400", "SOMERO"), ("284", "31500", "KOSKI TL"), ("091", "00100", "HELSINKI")];
const FIRST_WORDS: [&str; 6] = ["Äijälän", "Jokilaakson", "Öljynen", "Åbergin", "Kivikon", "Uuden-Salon"];
const SECOND_WORDS: [&str; 5] = ["Konepaja", "Leipomo", "Kuljetus", "Hoiva", "Ääni & Valo"];
const INDUSTRIES: [&str; 4] = ["82200", "56110", "96999", "01110"];

/// A list of `count` records; the same seed gives the same list.
pub fn generate(count: usize, seed: u64) -> Generated {
    let mut chance = Chance::new(seed);
    let mut generated = Generated { text: "[".to_owned(), ..Generated::default() };
    let mut number = 1_000_000;
    for index in 1..=count {
        if index > 1 {
            generated.text.push_str(",\n");
        }
        let digit = loop {
            number += 1 + chance.below(3);
            if let Some(digit) = check_digit(&number.to_string()) {
                break digit;
            }
        };
        let oddity = (chance.below(3) == 0).then(|| *chance.pick(&ODDITIES));
        let mut company = Company::usual(number, digit, &mut chance);
        if let Some(oddity) = oddity {
            company.make_odd(oddity);
        }
        let position = generated.text.len();
        generated.text += &company.json();
        match oddity {
            Some(Oddity::WrongCheckDigit) => generated.wrong_check_digit += 1,
            Some(Oddity::NoBusinessId) => generated.without_business_id += 1,
            Some(Oddity::BrokenJson | Oddity::WrongType) => generated.broken.push((index as u64, position)),
            _ => generated.companies.push(company.expected),
        }
    }
    generated.text.push(']');
    generated
}

/// The members of a record as JSON, and what is expected of it.
struct Company {
    members: Vec<(&'static str, String)>,
    expected: Expected,
    is_open_at_the_end: bool,
}

fn name_json(kind: &str, name: &str, dates: &str) -> String {
    let name = name.replace('\\', "\\\\").replace('"', "\\\"");
    format!(r#"{{"name":"{name}","type":"{kind}","registrationDate":{dates},"version":1,"source":"1"}}"#)
}

impl Company {
    fn usual(number: usize, digit: u32, chance: &mut Chance) -> Self {
        let business_id = format!("{number}-{digit}");
        let (municipality, post_code, post_office) = *chance.pick(&PLACES);
        let (street, building) = (*chance.pick(&["Turuntie", "Öljykuja"]), 1 + chance.below(99));
        let industry = *chance.pick(&INDUSTRIES);
        let (vat_liable, employer_registered) = (chance.below(2) == 0, chance.below(2) == 0);
        let name = format!("{} {} {number} Oy", *chance.pick(&FIRST_WORDS), *chance.pick(&SECOND_WORDS));
        let office = format!(r#"{{"city":"{post_office}","languageCode":"1","municipalityCode":"{municipality}"}}"#);
        let vat_end = if vat_liable { "" } else { r#","endDate":"2019-12-31""# };
        let employer = if employer_registered { r#",{"type":"41","register":"7","authority":"1"}"# } else { "" };
        let members = vec![
            ("businessId", format!(r#"{{"value":"{business_id}","registrationDate":"2001-02-03","source":"3"}}"#)),
            ("names", format!("[{}]", name_json("1", &name, r#""2001-02-03""#))),
            ("companyForms", r#"[{"type":"16","registrationDate":"2001-02-03","version":1}]"#.to_owned()),
            ("companySituations", "[]".to_owned()),
            ("registeredEntries", format!(r#"[{{"type":"80","register":"6","authority":"1"{vat_end}}}{employer}]"#)),
            ("mainBusinessLine", format!(r#"{{"type":"{industry}","typeCodeSet":"TOIMI4","descriptions":[]}}"#)),
            (
                "addresses",
                format!(
                    r#"[{{"type":1,"street":"{street}","buildingNumber":"{building}","postCode":"{post_code}","postOffices":[{office}]}}]"#
                ),
            ),
            ("tradeRegisterStatus", r#""1""#.to_owned()),
            ("status", r#""2""#.to_owned()),
            ("lastModified", r#""2026-01-02T03:04:05""#.to_owned()),
        ];
        let expected = Expected {
            names: vec![("1".to_owned(), name.clone())],
            street_address: format!("{street} {building}"),
            industry_2025: industry,
            company_form: "16",
            alive: true,
            business_id,
            name,
            industry,
            municipality,
            post_code,
            post_office,
            vat_liable,
            employer_registered,
            ..Expected::default()
        };
        Self { members, expected, is_open_at_the_end: false }
    }

    fn make_odd(&mut self, oddity: Oddity) {
        match oddity {
            Oddity::NoName => self.named("[]", self.expected.business_id.clone(), Vec::new()),
            Oddity::NoAddress => self.placed("[]", "", String::new()),
            Oddity::PostalBox => {
                let office = r#"{"city":"SALO","languageCode":"1","municipalityCode":"734"}"#;
                let address = format!(r#"[{{"type":2,"postOfficeBox":"77","postCode":"24101","postOffices":[{office}]}}]"#);
                self.placed(&address, "734", "PL 77, 24101 SALO".to_owned());
            }
            Oddity::Abroad => {
                let address = r#"[{"type":2,"freeAddressLine":"Storgatan 1, 111 22 Stockholm","country":"SE","co":"Bo Å"}]"#;
                self.placed(address, "", "c/o Bo Å, Storgatan 1, 111 22 Stockholm, SE".to_owned());
            }
            Oddity::FormerNames => self.add_former_names(),
            Oddity::Bankrupt => {
                self.set("companySituations", r#"[{"type":"KONK","registrationDate":"2026-01-01","source":"1"}]"#);
                (self.expected.situation, self.expected.alive) = ("KONK", false);
            }
            Oddity::Ceased => {
                self.set("endDate", r#""2020-05-06""#);
                (self.expected.ended_on, self.expected.alive) = ("2020-05-06", false);
            }
            Oddity::OlderIndustry => self.in_older_industry("01110", "01110"),
            // Split among several classes of TOL 2025.
            Oddity::SplitIndustry => self.in_older_industry("45200", ""),
            Oddity::WrongCheckDigit => {
                let (number, digit) = self.expected.business_id.split_once('-').expect("a hyphen");
                let wrong = (digit.parse::<u32>().expect("a digit") + 1) % 10;
                let value = format!(r#"{{"value":"{number}-{wrong}"}}"#);
                self.set("businessId", &value);
            }
            Oddity::NoBusinessId => self.set("businessId", "null"),
            Oddity::LongName => {
                let name = "Pitkänimisen yhtiön erittäin pitkä ".repeat(9) + &self.expected.business_id;
                self.only_name(name);
            }
            Oddity::UnknownFields => self.set("newField", r#"{"businessId":[{"a":"}]\\\""},null,1.5e3,true],"deep":{"names":{}}}"#),
            Oddity::AbsentLists => {
                self.named("", self.expected.business_id.clone(), Vec::new());
                self.placed("", "", String::new());
                self.members.retain(|(key, _)| matches!(*key, "businessId" | "tradeRegisterStatus"));
                let Expected { company_form, industry, industry_2025, .. } = &mut self.expected;
                (*company_form, *industry, *industry_2025) = ("", "", "");
                (self.expected.vat_liable, self.expected.employer_registered) = (false, false);
            }
            Oddity::Signs => self.only_name(format!("\"R&D\" <script>alert('1')</script> \\ ☕ {}", self.expected.business_id)),
            Oddity::BrokenJson => self.is_open_at_the_end = true,
            Oddity::WrongType => self.set("names", r#""none""#),
        }
    }

    fn set(&mut self, key: &'static str, value: &str) {
        match self.members.iter_mut().find(|(known, _)| *known == key) {
            Some(member) => value.clone_into(&mut member.1),
            None => self.members.push((key, value.to_owned())),
        }
    }

    fn named(&mut self, json: &str, name: String, names: Vec<(String, String)>) {
        self.set("names", json);
        (self.expected.name, self.expected.names) = (name, names);
    }

    fn only_name(&mut self, name: String) {
        let json = format!("[{}]", name_json("1", &name, r#""2001-02-03""#));
        self.named(&json, name.clone(), vec![("1".to_owned(), name)]);
    }

    /// Without a visiting address.
    fn placed(&mut self, json: &str, municipality: &'static str, postal_address: String) {
        self.set("addresses", json);
        let expected = &mut self.expected;
        (expected.municipality, expected.postal_address) = (municipality, postal_address);
        (expected.street_address, expected.post_code, expected.post_office) = (String::new(), "", "");
    }

    fn add_former_names(&mut self) {
        let current = self.expected.name.clone();
        let mut names = vec![("1".to_owned(), current.clone()), ("1".to_owned(), format!("Ennen {current}"))];
        names.push(("3".to_owned(), format!("Apu {current}")));
        let json = format!(
            "[{},{},{}]",
            name_json("1", &names[1].1, r#""1999-01-01","endDate":"2001-02-03""#),
            name_json("3", &names[2].1, r#""2010-01-01""#),
            name_json("1", &current, r#""2001-02-03""#)
        );
        names.sort();
        self.named(&json, current, names);
    }

    fn in_older_industry(&mut self, class: &'static str, successor: &'static str) {
        self.set("mainBusinessLine", &format!(r#"{{"type":"{class}","typeCodeSet":"TOIMI3"}}"#));
        (self.expected.industry, self.expected.industry_2025) = (class, successor);
    }

    fn json(&self) -> String {
        let mut text = String::from("{");
        for (index, (key, value)) in self.members.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(text, "{comma}\"{key}\":{value}").expect("texts can be written");
        }
        text + if self.is_open_at_the_end { "" } else { "}" }
    }
}
