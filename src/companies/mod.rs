//! The company register: shared by every organisation, from the YTJ open data and by hand.
//!
//! `companies` holds the values shown. Where a person corrected a field of a company from the register, a row of
//! `company_field_edits` keeps the register's own value: an import updates only that row, and shows the difference.
//! A hand-edited industry protects `industry`, `industry_set` and `industry_2025` together; a hand-edited name stands in
//! `company_names` too, as `NAME_BY_HAND`, which an import leaves alone.

pub mod form;
pub mod list;
pub mod pages;
pub mod search;
pub mod store;
pub mod suggestions;
pub mod views;
pub mod ytj;

use serde::{Deserialize, Serialize};

/// `companies.source` of a company from the open data.
pub const FROM_REGISTER: &str = "ytj";
/// `companies.source` of a company that a person added.
pub const BY_HAND: &str = "manual";

/// `company_names.name_type` of a registered name; 2 to 4 are parallel and auxiliary names.
pub const REGISTERED_NAME: &str = "1";
/// `company_names.name_type` of the name that a person gave to a company of the register.
pub const NAME_BY_HAND: &str = "hand";

/// `companies.industry_set` of a TOL 2025 code, as the open data names it.
pub const TOL_2025: &str = "TOIMI4";
/// `companies.industry_set` of a TOL 2008 code.
pub const TOL_2008: &str = "TOIMI3";

/// The situation (`companies.situation`) of a company that is bankrupt.
pub const BANKRUPT: &str = "KONK";

/// What a person may write of a company, as shown. Empty is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    pub name: String,
    /// The number of the PRH/YTJ code list.
    pub company_form: String,
    /// A class of TOL 2025, or of TOL 2008 where the register still says so.
    pub industry: String,
    /// Three digits.
    pub municipality: String,
    pub street_address: String,
    pub post_code: String,
    pub post_office: String,
    pub postal_address: String,
    pub website: String,
    /// As typed.
    pub phone: String,
    pub email: String,
}

/// A field of `Facts`; its code is the column's name and what `company_field_edits.field` holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    CompanyForm,
    Industry,
    Municipality,
    StreetAddress,
    PostCode,
    PostOffice,
    PostalAddress,
    Website,
    Phone,
    Email,
}

impl Field {
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::CompanyForm,
        Self::Industry,
        Self::Municipality,
        Self::StreetAddress,
        Self::PostCode,
        Self::PostOffice,
        Self::PostalAddress,
        Self::Website,
        Self::Phone,
        Self::Email,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::CompanyForm => "company_form",
            Self::Industry => "industry",
            Self::Municipality => "municipality",
            Self::StreetAddress => "street_address",
            Self::PostCode => "post_code",
            Self::PostOffice => "post_office",
            Self::PostalAddress => "postal_address",
            Self::Website => "website",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }
}

impl Facts {
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Name => &self.name,
            Field::CompanyForm => &self.company_form,
            Field::Industry => &self.industry,
            Field::Municipality => &self.municipality,
            Field::StreetAddress => &self.street_address,
            Field::PostCode => &self.post_code,
            Field::PostOffice => &self.post_office,
            Field::PostalAddress => &self.postal_address,
            Field::Website => &self.website,
            Field::Phone => &self.phone,
            Field::Email => &self.email,
        }
    }
}
