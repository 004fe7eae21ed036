//! Which of two companies stays, what it keeps, and how probable it is that they are one: pure.

use super::Reason;
use crate::companies::store::Company;
use crate::companies::{Facts, Field};
use std::cmp::Reverse;

/// From this on a pair is on the list.
pub const PROBABLE: i32 = 30;

/// The company that stays, then the one that goes: a business id stays, else the older row. None if both have a business id:
/// then they are two companies.
pub fn roles(one: Company, other: Company) -> Option<(Company, Company)> {
    if one.business_id.is_some() && other.business_id.is_some() {
        return None;
    }
    let rank = |company: &Company| (company.business_id.is_some(), Reverse(company.id));
    Some(if rank(&one) >= rank(&other) { (one, other) } else { (other, one) })
}

/// What a merge does with a field when nobody says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// Both say the same, or nothing.
    Same,
    /// Only the company that stays knows.
    Kept,
    /// Only the company that goes knows.
    Filled,
    /// Both know, and differ: somebody chooses.
    Differs,
}

pub fn settle(field: Field, kept: &Facts, gone: &Facts) -> Settled {
    match (kept.get(field), gone.get(field)) {
        (ours, theirs) if ours == theirs => Settled::Same,
        (_, "") => Settled::Kept,
        ("", _) => Settled::Filled,
        _ => Settled::Differs,
    }
}

/// The facts after a merge; `take` says for a field that differs whether the company that goes is right.
pub fn merged_facts(kept: &Facts, gone: &Facts, take: impl Fn(Field) -> bool) -> Facts {
    let mut facts = kept.clone();
    for field in Field::ALL {
        let theirs = match settle(field, kept, gone) {
            Settled::Filled => true,
            Settled::Differs => take(field),
            Settled::Same | Settled::Kept => false,
        };
        if theirs {
            gone.get(field).clone_into(facts.get_mut(field));
        }
    }
    facts
}

pub fn score(reasons: &[Reason]) -> i32 {
    reasons.iter().map(|reason| weight(*reason)).sum()
}

fn weight(reason: Reason) -> i32 {
    match reason {
        Reason::Name => 60,
        Reason::FormerName | Reason::Email => 40,
        Reason::Phone => 35,
        Reason::Website => 30,
        Reason::NameElsewhere => 15,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_fields_are_filled_and_the_others_chosen() {
        let kept = Facts { name: "A".into(), phone: "1".into(), ..Facts::default() };
        let gone = Facts { name: "B".into(), email: "b@b.example".into(), phone: "2".into(), ..Facts::default() };
        let facts = merged_facts(&kept, &gone, |field| field == Field::Phone);
        assert_eq!(facts, Facts { name: "A".into(), phone: "2".into(), email: "b@b.example".into(), ..Facts::default() });
    }
}
