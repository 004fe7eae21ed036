//! The companies that the live open data has by a name, as a list to choose from.

use super::store;
use super::views::{municipality, standing};
use super::ytj::{Found, Named};
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::Page;
use serde::Serialize;
use std::collections::HashMap;

/// Who sees more than these writes the name more exactly.
const MOST: usize = 20;

#[derive(Serialize)]
pub struct Listed {
    name: String,
    business_id: String,
    municipality: String,
    standing: Option<String>,
    stopped: bool,
    /// Its page, where the register has it; else the look-up of its business id.
    href: String,
    is_known: bool,
}

/// The first companies, and whether there are more.
pub async fn listed(page: &Page, named: Named) -> Result<(Vec<Listed>, bool), Error> {
    let more = named.total > MOST || named.found.len() > MOST;
    let found: Vec<Found> = named.found.into_iter().take(MOST).collect();
    let ids: Vec<String> = found.iter().map(|one| one.row.business_id.clone()).collect();
    let known: HashMap<String, i64> = page.app.db.read(move |conn| Ok(store::ids_of(conn, &ids)?)).await?.into_iter().collect();
    let lang = page.lang();
    Ok((found.into_iter().map(|one| Listed::of(one, &known, lang)).collect(), more))
}

impl Listed {
    fn of(found: Found, known: &HashMap<String, i64>, lang: Lang) -> Self {
        let row = found.row;
        let known = known.get(&row.business_id);
        Self {
            municipality: municipality(&row.municipality, lang).to_owned(),
            standing: standing(row.alive, &row.situation, lang),
            stopped: !row.alive,
            href: known.map_or_else(|| format!("/companies/lookup?q={}", row.business_id), |id| format!("/companies/{id}")),
            is_known: known.is_some(),
            name: row.name,
            business_id: row.business_id,
        }
    }
}
