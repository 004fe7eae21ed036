//! Who is probably the same company: a few look-ups by indexes, whatever the size of the register. A partial index is found by
//! its condition's own text.

use super::{Reason, rules};
use crate::companies::store::{self as companies, Company, Name};
use crate::db::{AmongMethods, Conn};
use crate::identifiers::{domain, legal_form, name};
use crate::schema::{companies as rows, company_names, people, person_phones};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::BTreeMap;

/// More namesakes than this are no help to anybody: it is a common name, or a switchboard's number.
const MOST: i64 = 30;

/// The reasons by company.
pub type Found = BTreeMap<i64, Vec<Reason>>;

/// A name's owner, whether it had the name earlier, and where it is.
type Namesake = (i64, Option<chrono::NaiveDate>, String);

/// The companies that are probably this one, with the reasons; the company has no business id.
pub fn find(conn: &mut Conn, company: &Company) -> QueryResult<Found> {
    let mut found = Found::new();
    let mut add = |id: i64, reason: Reason| {
        let reasons = found.entry(id).or_default();
        if id != company.id && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    };
    for name in companies::names(conn, company.id)?.iter().take(10) {
        for (id, ended_on, municipality) in namesakes(conn, company.id, name)? {
            let elsewhere = !municipality.is_empty() && !company.municipality.is_empty() && municipality != company.municipality;
            let former = ended_on.is_some() || name.ended_on.is_some();
            add(
                id,
                if elsewhere {
                    Reason::NameElsewhere
                } else if former {
                    Reason::FormerName
                } else {
                    Reason::Name
                },
            );
        }
    }
    for id in with_numbers(conn, company)? {
        add(id, Reason::Phone);
    }
    if !company.email.is_empty() {
        let same = rows::table.filter(sql::<Bool>("email <> ''")).filter(rows::email.eq(&company.email));
        same.select(rows::id).limit(MOST).load(conn)?.into_iter().for_each(|id| add(id, Reason::Email));
    }
    for domain in domain::of_company(&company.website, &company.email) {
        let same = rows::table.filter(sql::<Bool>("web_domain <> ''")).filter(rows::web_domain.eq(domain));
        same.select(rows::id).limit(MOST).load(conn)?.into_iter().for_each(|id| add(id, Reason::Website));
    }
    for reasons in found.values_mut().filter(|reasons| reasons.contains(&Reason::Name)) {
        reasons.retain(|reason| !matches!(reason, Reason::FormerName | Reason::NameElsewhere));
    }
    found.retain(|id, reasons| *id != company.id && rules::score(reasons) >= rules::PROBABLE);
    Ok(found)
}

fn namesakes(conn: &mut Conn, company_id: i64, name: &Name) -> QueryResult<Vec<Namesake>> {
    company_names::table
        .inner_join(rows::table)
        .filter(company_names::name_fold.among(legal_form::spellings(&name::fold(&name.name))))
        .filter(company_names::company_id.ne(company_id))
        .select((company_names::company_id, company_names::ended_on, rows::municipality))
        .limit(MOST)
        .load(conn)
}

/// Whose number is the company's, or that of one of its contact persons.
fn with_numbers(conn: &mut Conn, company: &Company) -> QueryResult<Vec<i64>> {
    let of_people = person_phones::table.inner_join(people::table).filter(people::ended_at.is_null());
    let mut numbers: Vec<String> =
        of_people.filter(people::company_id.eq(company.id)).select(person_phones::phone_e164).limit(MOST).load(conn)?;
    numbers.push(company.phone_e164.clone());
    numbers.retain(|number| !number.is_empty());
    let mut found: Vec<i64> = rows::table.filter(rows::phone_e164.among(&numbers)).select(rows::id).limit(MOST).load(conn)?;
    let theirs = of_people.filter(person_phones::phone_e164.among(&numbers));
    found.extend(theirs.select(people::company_id).limit(MOST).load::<i64>(conn)?);
    Ok(found)
}
