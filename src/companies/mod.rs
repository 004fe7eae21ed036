//! The company register: shared by every organisation, from the YTJ open data and by hand.
//!
//! `companies` holds the values shown. Where a person corrected a field of a company from the register, a row of
//! `company_field_edits` keeps the register's own value: an import updates only that row, and shows the difference.
//! A hand-edited industry protects `industry`, `industry_set` and `industry_2025` together; a hand-edited name stands in
//! `company_names` too, as `NAME_BY_HAND`, which an import leaves alone, as it does with `NAME_OF_MERGED`.

mod by_site;
pub mod caller;
mod chosen;
pub mod endings;
pub mod filters;
pub mod form;
pub mod list;
mod looked_up;
pub mod lookup;
pub mod marks;
pub mod matches;
pub mod owners;
pub mod pages;
pub mod restorations;
pub mod saved_filters;
pub mod search;
pub mod store;
pub mod suggestions;
pub mod tags;
pub mod views;
pub mod words;
pub mod ytj;

pub use chosen::chosen;

use crate::codes::codes;
use serde::{Deserialize, Serialize};

/// `companies.source` of a company from the open data.
pub const FROM_REGISTER: &str = "ytj";
/// `companies.source` of a company that a person added.
pub const BY_HAND: &str = "manual";

/// `company_names.name_type` of a registered name; 2 to 4 are parallel and auxiliary names.
pub const REGISTERED_NAME: &str = "1";
/// `company_names.name_type` of the name that a person gave to a company of the register.
pub const NAME_BY_HAND: &str = "hand";
/// `company_names.name_type` of a name of a company that was merged into this one: who looks for it finds this one.
pub const NAME_OF_MERGED: &str = "merged";

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
    /// The code of a `SizeClass`.
    pub size_class: String,
}

codes! {
    /// A field of `Facts`; its code is the column's name and what `company_field_edits.field` holds.
    pub Field {
        Name = "name",
        CompanyForm = "company_form",
        Industry = "industry",
        Municipality = "municipality",
        StreetAddress = "street_address",
        PostCode = "post_code",
        PostOffice = "post_office",
        PostalAddress = "postal_address",
        Website = "website",
        Phone = "phone",
        Email = "email",
        SizeClass = "size_class",
    }
}

impl Field {
    /// The register tells it; the others are a person's word alone.
    pub fn is_in_register(self) -> bool {
        !matches!(self, Self::Phone | Self::Email | Self::SizeClass)
    }
}

codes! {
    /// How many people work there: the size classes of personnel that Statistics Finland uses in its register of enterprises
    /// (henkilöstön suuruusluokka). The open data doesn't tell it, so a person sets it.
    pub SizeClass {
        Under5 = "0-4",
        From5 = "5-9",
        From10 = "10-19",
        From20 = "20-49",
        From50 = "50-99",
        From100 = "100-249",
        From250 = "250-499",
        From500 = "500-999",
        From1000 = "1000",
    }
}

impl SizeClass {
    /// The class of so many people; a part of a person counts for no other.
    pub fn of(people: f64) -> Self {
        let least = |class: &Self| class.code().split('-').next().and_then(|least| least.parse().ok()).unwrap_or(0.0);
        Self::ALL.into_iter().rfind(|class| least(class) <= people.trunc()).unwrap_or(Self::Under5)
    }
}

impl Facts {
    pub fn get_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Name => &mut self.name,
            Field::CompanyForm => &mut self.company_form,
            Field::Industry => &mut self.industry,
            Field::Municipality => &mut self.municipality,
            Field::StreetAddress => &mut self.street_address,
            Field::PostCode => &mut self.post_code,
            Field::PostOffice => &mut self.post_office,
            Field::PostalAddress => &mut self.postal_address,
            Field::Website => &mut self.website,
            Field::Phone => &mut self.phone,
            Field::Email => &mut self.email,
            Field::SizeClass => &mut self.size_class,
        }
    }

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
            Field::SizeClass => &self.size_class,
        }
    }
}
