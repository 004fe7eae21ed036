//! Invented names of companies and people. A place, a family or a brand that never was, and what the company does.

use super::chance::Chance;
use super::texts::{Field, Kind, is_word, word};
use crate::identifiers::business_id;
use crate::identifiers::name::fold;

/// A company form by its number in the PRH/YTJ code list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Limited,
    Public,
    LimitedPartnership,
    Partnership,
    SoleTrader,
    Cooperative,
    Association,
    Foundation,
}

impl Form {
    pub fn number(self) -> &'static str {
        match self {
            Self::Limited => "16",
            Self::Public => "17",
            Self::LimitedPartnership => "13",
            Self::Partnership => "5",
            Self::SoleTrader => "26",
            Self::Cooperative => "14",
            Self::Association => "6",
            Self::Foundation => "18",
        }
    }

    pub fn of(field: &Field, chance: &mut Chance) -> Self {
        match field.kind {
            Kind::Association => Self::Association,
            Kind::Foundation => Self::Foundation,
            Kind::Cooperative => Self::Cooperative,
            Kind::Private => *chance.weighted(&[
                (72, Self::Limited),
                (1, Self::Public),
                (7, Self::LimitedPartnership),
                (4, Self::Partnership),
                (14, Self::SoleTrader),
                (2, Self::Cooperative),
            ]),
        }
    }
}

/// A company's name in its form.
pub fn company(chance: &mut Chance, field: &Field, form: Form) -> String {
    let (place, brand) = (word(chance, "place"), word(chance, "brand"));
    let (family, other) = (word(chance, "surname"), word(chance, "surname"));
    let first = word(chance, "first");
    let what = *chance.pick(&field.words);
    match form {
        Form::Association => format!("{place} {what} ry"),
        Form::Foundation => format!("{place} {what} sr"),
        Form::Cooperative => format!("{place} {what} osk"),
        Form::Public => format!("{brand} {what} Oyj"),
        Form::SoleTrader if chance.percent(50) => format!("Tmi {first} {family}"),
        Form::SoleTrader => format!("{what} {first} {family}"),
        Form::Partnership => format!("{what} {family} & {other} Ay"),
        Form::LimitedPartnership if chance.percent(50) => format!("{what} {family} & Kumpp. Ky"),
        Form::LimitedPartnership => format!("{place} {what} Ky"),
        Form::Limited => match chance.below(100) {
            0..50 => format!("{place} {what} Oy"),
            50..72 => format!("{what} {family} Oy"),
            72..92 => format!("{brand} {what} Oy"),
            92..96 => format!("{what} {family} & Pojat Oy"),
            _ => format!("Oy {brand} {what} Ab"),
        },
    }
}

/// Whether a name begins with what is a name in any language.
pub fn begins_with_brand(company: &str) -> bool {
    company.split(' ').next().is_some_and(|word| is_word("brand", word))
}

/// First name and surname.
pub fn person(chance: &mut Chance) -> String {
    format!("{} {}", word(chance, "first"), word(chance, "surname"))
}

/// A name as it stands in an address: only letters and digits.
pub fn plain(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The domain of a company's website and mailboxes: its name without what tells its form.
pub fn domain(company: &str) -> String {
    const FORMS: [&str; 11] = ["Oy", "Ab", "Oyj", "Ky", "Ay", "Tmi", "osk", "ry", "sr", "Pojat", "Kumpp."];
    let words = company.split(' ').filter(|word| !FORMS.contains(word));
    format!("{}.example", words.map(plain).collect::<String>())
}

/// `First Last` as `first.last`.
pub fn mailbox(name: &str) -> String {
    name.split_whitespace().map(plain).collect::<Vec<_>>().join(".")
}

/// Business ids from 9000000 up with a right check digit; numbers that have none are left out. None is issued there.
pub fn business_ids() -> impl Iterator<Item = String> {
    (9_000_000..=9_999_999_u32).filter_map(|number| {
        let seven = number.to_string();
        business_id::check_digit(&seven).map(|check| format!("{seven}-{check}"))
    })
}

/// A telephone number; `number` has at most four digits. No subscriber number begins with 000, so that nobody is called
/// by mistake.
pub fn phone(number: usize) -> String {
    format!("050 000 {number:04}")
}
