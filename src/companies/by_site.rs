//! Companies that are in the list of a municipality for a site there, though they have their seat elsewhere.

use super::search::Hit;
use crate::db::{AmongMethods, Conn};
use crate::schema::sites;
use diesel::prelude::*;
use std::collections::HashMap;

/// By company, in which of the wanted municipalities it has sites; nothing of those that have their seat there.
pub type Elsewhere = HashMap<i64, Vec<String>>;

pub fn elsewhere<'a>(conn: &mut Conn, hits: impl Iterator<Item = &'a Hit>, wanted: &[String]) -> QueryResult<Elsewhere> {
    let is_elsewhere = |hit: &&Hit| !wanted.is_empty() && !wanted.contains(&hit.company.municipality);
    let ids: Vec<i64> = hits.filter(is_elsewhere).map(|hit| hit.company.id).collect();
    let mut found = Elsewhere::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let there: Vec<(i64, String)> = sites::table
        .filter(sites::company_id.among(ids))
        .filter(sites::ended_at.is_null())
        .filter(sites::municipality.among(wanted))
        .order((sites::company_id, sites::municipality))
        .select((sites::company_id, sites::municipality))
        .distinct()
        .load(conn)?;
    for (company_id, municipality) in there {
        found.entry(company_id).or_default().push(municipality);
    }
    Ok(found)
}
