//! Which of two companies stays, what it keeps, and how probable it is that they are one: pure.

use super::Reason;
use crate::companies::store::Company;
use crate::companies::{Facts, Field};
use crate::identifiers::name;
use std::cmp::Reverse;

/// From this on a pair is on the list.
pub const PROBABLE: i32 = 30;

/// Legal forms at a name's end, folded: names that differ in them alone are the same. The longer ones first.
const FORMS: [&str; 17] = [
    "osuuskunta",
    "osakeyhtio",
    "kommandiittiyhtio",
    "avoin yhtio",
    "toiminimi",
    "oy ab",
    "ab oy",
    "oyj",
    "abp",
    "osk",
    "tmi",
    "oy",
    "ab",
    "ky",
    "kb",
    "ay",
    "ry",
];

/// Providers of mail for everybody: their domain says nothing of a company.
const PUBLIC_MAIL: [&str; 22] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fi",
    "outlook.com",
    "live.com",
    "live.fi",
    "msn.com",
    "luukku.com",
    "luukku.fi",
    "suomi24.fi",
    "kolumbus.fi",
    "elisanet.fi",
    "saunalahti.fi",
    "pp.inet.fi",
    "inet.fi",
    "netti.fi",
    "dnainternet.net",
    "icloud.com",
    "me.com",
    "yahoo.com",
    "protonmail.com",
];

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

/// The spellings under which a name may stand in the register, folded: bare, and with each legal form.
pub fn spellings(text: &str) -> Vec<String> {
    let folded = name::fold(text);
    let bare = bare(&folded);
    if bare.is_empty() {
        return Vec::new();
    }
    let mut all = vec![bare.to_owned()];
    all.extend(FORMS.iter().map(|form| format!("{bare} {form}")));
    all
}

/// A folded name without the legal form at its end.
fn bare(folded: &str) -> &str {
    FORMS.iter().find_map(|form| folded.strip_suffix(form)?.strip_suffix(' ')).unwrap_or(folded)
}

/// The host of a web address, or of an e-mail address that is not of a public provider; lower case, without `www.`.
pub fn domain(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let host = match text.rsplit_once('@') {
        Some((_, host)) => host,
        None => text.split_once("://").map_or(text.as_str(), |(_, rest)| rest),
    };
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !PUBLIC_MAIL.contains(&host)).then(|| host.to_owned())
}

/// How people write the web address of a domain.
pub fn addresses(domain: &str) -> Vec<String> {
    let begins = ["", "www.", "http://", "https://", "http://www.", "https://www."];
    begins.iter().flat_map(|begin| [format!("{begin}{domain}"), format!("{begin}{domain}/")]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_any_legal_form() {
        assert!(spellings("Kone Oy").contains(&"kone".to_owned()) && spellings("Kone").contains(&"kone oy".to_owned()));
        assert!(spellings("Salon Kone Oy Ab").contains(&"salon kone".to_owned()));
        assert_eq!(bare("oy"), "oy");
        assert!(spellings(" ").is_empty());
    }

    #[test]
    fn domains_are_bare_and_public_mail_has_none() {
        assert_eq!(domain("https://www.Kone.example/fi?a=1").as_deref(), Some("kone.example"));
        assert_eq!(domain("Info@kone.example").as_deref(), Some("kone.example"));
        assert_eq!(domain("maija@gmail.com"), None);
        assert_eq!(domain("kone"), None);
        assert!(addresses("kone.example").contains(&"https://www.kone.example/".to_owned()));
    }

    #[test]
    fn empty_fields_are_filled_and_the_others_chosen() {
        let kept = Facts { name: "A".into(), phone: "1".into(), ..Facts::default() };
        let gone = Facts { name: "B".into(), email: "b@b.example".into(), phone: "2".into(), ..Facts::default() };
        let facts = merged_facts(&kept, &gone, |field| field == Field::Phone);
        assert_eq!(facts, Facts { name: "A".into(), phone: "2".into(), email: "b@b.example".into(), ..Facts::default() });
    }
}
