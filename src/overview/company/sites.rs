//! The sites of the company, each with its address in one line.

use crate::companies::views::municipality;
use crate::db::Conn;
use crate::i18n::Lang;
use crate::sites::store::{self, Site};
use diesel::QueryResult;
use serde::Serialize;
use std::ops::Deref;

#[derive(Serialize)]
pub struct Sited {
    #[serde(flatten)]
    site: Site,
    /// Address, post office and municipality as far as they are known.
    place: String,
}

impl Deref for Sited {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

pub fn of_company(conn: &mut Conn, company_id: i64, lang: Lang) -> QueryResult<Vec<Sited>> {
    let sited = |site: Site| Sited { place: place(&site, lang), site };
    Ok(store::of_company(conn, company_id)?.into_iter().map(sited).collect())
}

/// The municipality goes without saying where the post office has its name.
fn place(site: &Site, lang: Lang) -> String {
    let post = [site.post_code.as_str(), site.post_office.as_str()].join(" ");
    let town = Some(municipality(&site.municipality, lang)).filter(|town| town.to_lowercase() != site.post_office.to_lowercase());
    let parts = [site.street_address.as_str(), post.trim(), town.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
