//! The addresses of a record as lines of text, and the municipality that they give.

use super::record::{Address, PostOffice, Record};

const VISITING: &str = "1";
const POSTAL: &str = "2";
const FINNISH: &str = "1";

/// What a company's row says about places; empty where the record says nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Three digits, from the visiting address, else the postal one.
    pub municipality: String,
    /// Of the visiting address: street, building, entrance and apartment; abroad the country too.
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    /// The postal address in one line.
    pub postal_address: String,
}

impl Places {
    pub fn of(record: &Record) -> Self {
        let newest = |kind: &str| record.addresses.iter().rev().filter(|a| &*a.kind == kind).max_by_key(|a| &*a.registration_date);
        let (visiting, postal) = (newest(VISITING), newest(POSTAL));
        let mut places = Self {
            municipality: [visiting, postal].into_iter().flatten().find_map(municipality).unwrap_or_default().to_owned(),
            postal_address: postal.map(one_line).unwrap_or_default(),
            ..Self::default()
        };
        if let Some(address) = visiting {
            places.street_address = joined(&[care_of(address), street(address), country(address).to_owned()]);
            places.post_code = address.post_code.to_string();
            places.post_office = post_office(address).to_owned();
        }
        places
    }
}

/// The office in the language preferred here, Finnish.
fn offices(address: &Address) -> impl Iterator<Item = &PostOffice> {
    let is_finnish = |office: &&PostOffice| &*office.language_code == FINNISH;
    let others = address.post_offices.iter().filter(move |office| !is_finnish(office));
    address.post_offices.iter().filter(is_finnish).chain(others)
}

fn municipality(address: &Address) -> Option<&str> {
    offices(address).map(|office| &*office.municipality_code).find(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()))
}

fn post_office(address: &Address) -> &str {
    offices(address).map(|office| &*office.city).find(|city| !city.is_empty()).unwrap_or_default()
}

/// `Turuntie 12 A 3b`; a free address line stands alone or behind it.
fn street(address: &Address) -> String {
    let apartment = format!("{}{}", &*address.apartment_number, &*address.apartment_id_suffix);
    let parts = [&*address.street, &*address.building_number, &*address.entrance, &apartment];
    let line = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    joined(&[line, address.free_address_line.to_string()])
}

fn care_of(address: &Address) -> String {
    let name = &*address.co;
    let is_marked = name.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("c/o"));
    if name.is_empty() || is_marked { name.to_owned() } else { format!("c/o {name}") }
}

/// Empty at home.
fn country(address: &Address) -> &str {
    let at_home = ["FI", "FIN", "Suomi", "Finland"].iter().any(|name| name.eq_ignore_ascii_case(&address.country));
    if at_home { "" } else { &address.country }
}

fn one_line(address: &Address) -> String {
    let office_box = &*address.post_office_box;
    let is_number = !office_box.is_empty() && office_box.bytes().all(|byte| byte.is_ascii_digit());
    let office_box = if is_number { format!("PL {office_box}") } else { office_box.to_owned() };
    let place = format!("{} {}", &*address.post_code, post_office(address)).trim().to_owned();
    joined(&[care_of(address), street(address), office_box, place, country(address).to_owned()])
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(addresses: &str) -> Places {
        Places::of(&Record::parse(format!(r#"{{"addresses":[{addresses}]}}"#).as_bytes()).expect("a record"))
    }

    const SALO: &str = r#""postOffices":[{"city":"SALO SV","languageCode":"2","municipalityCode":"734"},{"city":"SALO","languageCode":"1","municipalityCode":"734"}]"#;

    #[test]
    fn visiting_address_in_full() {
        let found = places(&format!(
            r#"{{"type":1,"street":"Turuntie","buildingNumber":"12","entrance":"A","apartmentNumber":"3","apartmentIdSuffix":"b","postCode":"24100",{SALO}}}"#
        ));
        assert_eq!(found.street_address, "Turuntie 12 A 3b");
        assert_eq!((&*found.post_code, &*found.post_office, &*found.municipality), ("24100", "SALO", "734"));
        assert_eq!(found.postal_address, "");
    }

    #[test]
    fn postal_address_alone_gives_the_municipality() {
        let found = places(&format!(r#"{{"type":2,"postOfficeBox":"12","co":"Tilitoimisto Oy","postCode":"24101",{SALO}}}"#));
        assert_eq!(found.postal_address, "c/o Tilitoimisto Oy, PL 12, 24101 SALO");
        assert_eq!((&*found.municipality, &*found.street_address, &*found.post_code), ("734", "", ""));
    }

    #[test]
    fn visiting_address_decides_the_municipality() {
        let visiting = r#"{"type":1,"street":"Kuja","postOffices":[{"city":"SOMERO","municipalityCode":"761"}]}"#;
        let postal = format!(r#"{{"type":2,"postOfficeBox":"PL 5",{SALO}}}"#);
        let found = places(&format!("{postal},{visiting}"));
        assert_eq!((&*found.municipality, &*found.postal_address), ("761", "PL 5, SALO"));
        let without_code = places(&format!(r#"{{"type":1,"street":"Kuja"}},{postal}"#));
        assert_eq!(without_code.municipality, "734");
    }

    #[test]
    fn addresses_abroad_keep_the_country() {
        let found = places(
            r#"{"type":1,"freeAddressLine":"Storgatan 1, 111 22 Stockholm","country":"SE"},
               {"type":2,"street":"Pikk","buildingNumber":"5","postCode":"10133","postOffices":[{"city":"TALLINN"}],"country":"EE","co":"c/o X"}"#,
        );
        assert_eq!(found.street_address, "Storgatan 1, 111 22 Stockholm, SE");
        assert_eq!(found.postal_address, "c/o X, Pikk 5, 10133 TALLINN, EE");
        assert_eq!(found.municipality, "");
        assert_eq!(places(r#"{"type":1,"street":"Kuja","country":"fi"}"#).street_address, "Kuja");
    }

    #[test]
    fn newest_address_of_a_kind_counts() {
        let found = places(
            r#"{"type":1,"street":"Vanha","registrationDate":"2001-01-01"},{"type":1,"street":"Uusi","registrationDate":"2020-01-01"},
               {"type":1,"street":"Keski","registrationDate":"2010-01-01"}"#,
        );
        assert_eq!(found.street_address, "Uusi");
    }

    #[test]
    fn no_address_is_nothing() {
        assert_eq!(places(""), Places::default());
        assert_eq!(places(r#"{"type":1,"postOffices":null},{"type":2}"#), Places::default());
        assert_eq!(places(r#"{"type":1,"postOffices":[{"municipalityCode":"Salo"}]}"#).municipality, "");
    }
}
