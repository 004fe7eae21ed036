//! The demo's companies and contact persons before anything happens.

use super::chance::Chance;
use super::days::HalfYear;
use super::names;
use super::register::{self, Company};
use super::texts::word;
use crate::calendar::clock::instant;
use crate::i18n::Lang;
use crate::people::store::Details;
use chrono::NaiveDateTime;

const PEOPLE: usize = 500;

/// A contact person.
pub struct Person {
    /// The number of the company.
    pub company: usize,
    pub details: Details,
}

pub struct Scene {
    pub history: HalfYear,
    pub chance: Chance,
    pub companies: Vec<Company>,
    pub people: Vec<Person>,
}

impl Scene {
    /// Invents companies and people; the same ones for the same day.
    pub fn invent(now: NaiveDateTime) -> Self {
        let history = HalfYear::before(now);
        let mut chance = Chance::new(734_761);
        let companies = register::invent(&mut chance, &history);
        // Every company that anybody would call has a contact person; some have more.
        let met: Vec<usize> = (0..companies.len()).filter(|company| companies[*company].is_met()).collect();
        let mut people: Vec<Person> = Vec::new();
        while people.len() < PEOPLE {
            let company = met.get(people.len()).copied().unwrap_or_else(|| met[chance.skewed(met.len())]);
            let details = details(&mut chance, &companies[company], people.len());
            people.push(Person { company, details });
        }
        Self { history, chance, companies, people }
    }

    /// Somebody to call: a few companies are called often, most seldom.
    pub fn any_person(&mut self) -> usize {
        self.chance.skewed(self.people.len())
    }

    /// Office hours of a day of the history, counted from its first day; the last `spared` days are left out.
    pub fn any_time(&mut self, first: usize, spared: usize) -> NaiveDateTime {
        let days = &self.history.working_days;
        let day = days[first + self.chance.below(days.len() - first - spared)];
        instant(day, self.chance.between(8 * 60 + 5, 15 * 60 + 45) as u32)
    }
}

fn details(chance: &mut Chance, company: &Company, number: usize) -> Details {
    let name = names::person(chance);
    let language = *chance.weighted(&[(88, None), (5, Some(Lang::Fi)), (4, Some(Lang::Sv)), (3, Some(Lang::En))]);
    Details {
        email: format!("{}@{}", names::mailbox(&name), company.domain),
        role: word(chance, "role").to_owned(),
        phones: vec![names::phone(number)],
        language,
        name,
        site_id: None,
    }
}
