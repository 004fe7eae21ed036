//! The contact persons of the company, each with where they work and what they consent to.

use super::sites::Sited;
use crate::db::Conn;
use crate::people::consents::store::{InForce, in_force};
use crate::people::store::{self, Person};
use diesel::QueryResult;
use serde::Serialize;

#[derive(Serialize)]
pub struct Contactable {
    #[serde(flatten)]
    person: Person,
    site: Option<String>,
    consents: Vec<InForce>,
}

impl Contactable {
    /// The person still speaks for the company.
    pub fn is_there(&self) -> bool {
        self.person.ended_at.is_none()
    }
}

/// `sites` are all of the company's.
pub fn of_company(conn: &mut Conn, company_id: i64, sites: &[Sited]) -> QueryResult<Vec<Contactable>> {
    let site_of = |person: &Person| sites.iter().find(|site| Some(site.id) == person.site_id).map(|site| site.name.clone());
    let people = store::of_company(conn, company_id)?;
    let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
    let mut consents = in_force(conn, &ids)?;
    let mut consents_of = |id: i64| consents.extract_if(.., |consent| consent.person_id == id).collect();
    Ok(people.into_iter().map(|person| Contactable { site: site_of(&person), consents: consents_of(person.id), person }).collect())
}
