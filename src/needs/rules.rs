//! Whom a question is asked: pure.

use crate::classifications::industries;

/// `asked` is empty for everybody, else a section or division of TOL 2025; `company` is the class of the company, empty if
/// unknown.
pub fn is_asked(asked: &str, company: &str) -> bool {
    match asked.len() {
        0 => true,
        1 => industries::section_of(company).is_some_and(|section| asked.starts_with(section)),
        _ => industries::section_of(company).is_some() && company.starts_with(asked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_a_section_or_a_division() {
        for (asked, company, expected) in [
            ("", "10110", true),
            ("", "", true),
            ("C", "10110", true),
            ("C", "41000", false),
            ("C", "", false),
            ("10", "10110", true),
            ("11", "10110", false),
            ("10", "", false),
            ("C", "99999", false),
        ] {
            assert_eq!(is_asked(asked, company), expected, "{asked} {company}");
        }
    }
}
