//! A company as the PRH/YTJ open data (API v3) describes it. Only the business id must be there; unknown fields are
//! ignored, an absent or null list is empty, and codes may be texts or numbers.

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, de};
use std::fmt;

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Record {
    #[serde(deserialize_with = "or_default")]
    pub business_id: Identifier,
    #[serde(deserialize_with = "or_default")]
    pub names: Vec<Name>,
    #[serde(deserialize_with = "or_default")]
    pub main_business_line: BusinessLine,
    #[serde(deserialize_with = "or_default")]
    pub website: Website,
    #[serde(deserialize_with = "or_default")]
    pub company_forms: Vec<Entry>,
    #[serde(deserialize_with = "or_default")]
    pub company_situations: Vec<Entry>,
    #[serde(deserialize_with = "or_default")]
    pub registered_entries: Vec<Entry>,
    #[serde(deserialize_with = "or_default")]
    pub addresses: Vec<Address>,
    pub trade_register_status: Text,
    pub registration_date: Text,
    pub end_date: Text,
    pub last_modified: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Identifier {
    pub value: Text,
    pub registration_date: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Name {
    pub name: Text,
    /// 1 company name, 2 parallel, 3 auxiliary, 4 translation of an auxiliary name.
    #[serde(rename = "type")]
    pub kind: Text,
    pub registration_date: Text,
    pub end_date: Text,
}

/// A company form, a situation, or an entry in a register.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Entry {
    #[serde(rename = "type")]
    pub kind: Text,
    pub registration_date: Text,
    pub end_date: Text,
    pub register: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct BusinessLine {
    #[serde(rename = "type")]
    pub class: Text<5>,
    /// `TOIMI4` is TOL 2025, `TOIMI3` TOL 2008.
    pub type_code_set: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Website {
    pub url: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Address {
    /// 1 visiting, 2 postal.
    #[serde(rename = "type")]
    pub kind: Text,
    pub street: Text,
    pub building_number: Text,
    pub entrance: Text,
    pub apartment_number: Text,
    pub apartment_id_suffix: Text,
    pub post_office_box: Text,
    pub co: Text,
    pub country: Text,
    pub free_address_line: Text,
    pub post_code: Text<5>,
    #[serde(deserialize_with = "or_default")]
    pub post_offices: Vec<PostOffice>,
    pub registration_date: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PostOffice {
    pub city: Text,
    /// 1 Finnish, 2 Swedish, 3 English.
    pub language_code: Text,
    pub municipality_code: Text<3>,
}

impl Record {
    /// Reads the bytes of one record.
    pub fn parse(bytes: &[u8]) -> serde_json::Result<Self> {
        serde_json::from_slice(bytes)
    }
}

fn or_default<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A text without control characters and outer blanks; null is empty. A number becomes its digits, with the leading
/// zeros that a code of `WIDTH` digits has lost.
#[derive(Debug, Default, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text<const WIDTH: usize = 0>(String);

impl<const WIDTH: usize> std::ops::Deref for Text<WIDTH> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de, const WIDTH: usize> Deserialize<'de> for Text<WIDTH> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor::<WIDTH>)
    }
}

struct TextVisitor<const WIDTH: usize>;

impl<const WIDTH: usize> Visitor<'_> for TextVisitor<WIDTH> {
    type Value = Text<WIDTH>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.chars().any(char::is_control) {
            let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            return Ok(Text(clean.trim().to_owned()));
        }
        Ok(Text(text.trim().to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Text(format!("{number:0WIDTH$}")))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Err(E::invalid_value(de::Unexpected::Signed(number), &self))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Text::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Record {
        Record::parse(text.as_bytes()).expect("a record")
    }

    #[test]
    fn only_what_is_there_is_read() {
        let record = parse(r#"{"businessId":{"value":"1234567-1","x":[]},"names":null,"website":null,"new":{"a":[1]},"endDate":null}"#);
        assert_eq!(&*record.business_id.value, "1234567-1");
        assert!(record.names.is_empty() && record.addresses.is_empty() && record.end_date.is_empty());
        assert!(parse("{}").business_id.value.is_empty());
    }

    #[test]
    fn numbers_are_codes_with_their_zeros() {
        let record = parse(
            r#"{"mainBusinessLine":{"type":1110},"tradeRegisterStatus":1,
                "addresses":[{"type":1,"postCode":380,"postOffices":[{"municipalityCode":91,"languageCode":1}]}]}"#,
        );
        assert_eq!((&*record.main_business_line.class, &*record.trade_register_status), ("01110", "1"));
        let address = &record.addresses[0];
        assert_eq!((&*address.kind, &*address.post_code, &*address.post_offices[0].municipality_code), ("1", "00380", "091"));
    }

    #[test]
    fn control_characters_become_blanks() {
        assert_eq!(&*parse(r#"{"names":[{"name":" A\u0000B\n "}]}"#).names[0].name, "A B");
    }

    #[test]
    fn wrong_types_are_errors() {
        for text in [r#"{"names":"A"}"#, r#"{"businessId":"1234567-1"}"#, r#"{"endDate":[]}"#, r#"{"endDate":true}"#, r#"{"names":[1]}"#] {
            assert!(Record::parse(text.as_bytes()).is_err(), "{text}");
        }
        assert!(Record::parse(b"{\"endDate\":\"\xE4\"}").is_err());
    }
}
