//! Companies that a new one may be the same as: who adds one looks at them first.

use super::mistakes::within;
use super::spellings::Spellings;
use super::{Hit, Placed, Search, by_name, rows, similar, with_number};
use crate::codes::codes;
use crate::companies::Facts;
use crate::db::Conn;
use crate::identifiers::{domain, legal_form, name, phone};
use diesel::QueryResult;

/// More are too many to read.
const MOST: usize = 10;
/// From this length on a name may differ by one mistake, and from the other by two.
const ONE_MISTAKE_FROM: usize = 5;
const TWO_MISTAKES_FROM: usize = 10;

codes! {
    /// What both have in common.
    pub Likeness {
        /// A name, present or former, but for marks and the legal form.
        Name = "name",
        /// Nearly the same name.
        Spelling = "spelling",
        Phone = "phone",
        Domain = "domain",
    }
}

pub struct Lookalike {
    pub company: Hit,
    pub likeness: Likeness,
}

/// At most ten, ended ones too, each with the strongest likeness.
pub fn lookalikes(conn: &mut Conn, spellings: &Spellings, facts: &Facts) -> QueryResult<Vec<Lookalike>> {
    let mut found = of_name(conn, spellings, &facts.name)?;
    if let Ok(phone) = phone::parse(&facts.phone) {
        found.extend(with_number(conn, &phone.e164)?.into_iter().map(|company| Lookalike { company, likeness: Likeness::Phone }));
    }
    for domain in domain::of_company(&facts.website, &facts.email) {
        let mut companies: Vec<Hit> = rows::with_domain(conn, &domain)?.into_iter().map(|row| row.into_hit(None)).collect();
        companies.sort_by(Hit::in_place);
        found.extend(companies.into_iter().map(|company| Lookalike { company, likeness: Likeness::Domain }));
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|one| seen.insert(one.company.company.id));
    found.truncate(MOST);
    Ok(found)
}

fn of_name(conn: &mut Conn, spellings: &Spellings, new: &str) -> QueryResult<Vec<Lookalike>> {
    let bare = legal_form::without(&name::fold(new)).to_owned();
    let search = Search { text: bare.clone(), ended: true, ..Search::default() };
    let (named, _) = by_name(conn, &search)?;
    let nearly = similar(conn, spellings, &search)?;
    let one = |company: Hit| {
        let found = name::fold(company.matched_name.as_ref().unwrap_or(&company.company.name));
        let likeness = likeness(&bare, legal_form::without(&found))?;
        Some(Lookalike { company, likeness })
    };
    let mut found: Vec<Lookalike> = named.into_iter().chain(nearly).filter_map(one).collect();
    found.sort_by_key(|one| one.likeness != Likeness::Name);
    Ok(found)
}

/// Of two folded names without their legal forms. Where words are parted is no difference but a mistake.
fn likeness(new: &str, known: &str) -> Option<Likeness> {
    if new == known {
        return Some(Likeness::Name);
    }
    let (new, known) = (new.replace(' ', ""), known.replace(' ', ""));
    let length = new.len().max(known.len());
    let most = usize::from(length >= ONE_MISTAKE_FROM) + usize::from(length >= TWO_MISTAKES_FROM);
    within(new.as_bytes(), known.as_bytes(), most).then_some(Likeness::Spelling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike() {
        for (new, known, expected) in [
            ("salon kone", "salon kone", Some(Likeness::Name)),
            ("salon kone", "salonkone", Some(Likeness::Spelling)),
            ("salon kone", "salon koen", Some(Likeness::Spelling)),
            ("salon koneet", "salon konet", Some(Likeness::Spelling)),
            ("salon kone", "someron kone", None),
            ("kone", "koni", None),
            ("konet", "koni", None),
            ("konee", "kone", Some(Likeness::Spelling)),
        ] {
            assert_eq!(likeness(new, known), expected, "{new}, {known}");
        }
    }
}
