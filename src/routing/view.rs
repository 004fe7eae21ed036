//! Routing rows in plain words, and what their form offers.

use super::duration;
use super::rules::Row;
use crate::classifications::{industries, municipalities};
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::organisations::store as organisations;
use crate::web::Choice;
use diesel::QueryResult;
use serde::Serialize;

/// The names that rows point to.
pub struct Names {
    topics: Vec<(i64, String)>,
    teams: Vec<(i64, String, String)>,
}

impl Names {
    pub fn load(conn: &mut Conn) -> QueryResult<Self> {
        Ok(Self { topics: organisations::topics(conn)?, teams: organisations::teams(conn)? })
    }

    pub fn topic_ids(&self) -> Vec<i64> {
        self.topics.iter().map(|topic| topic.0).collect()
    }

    pub fn team_ids(&self) -> Vec<i64> {
        self.teams.iter().map(|team| team.0).collect()
    }
}

#[derive(Serialize)]
pub struct RowView {
    id: i64,
    /// In words, such as `Topic: recruitment`; none for the catch-all.
    conditions: Vec<String>,
    team: String,
    organisation: String,
    response: String,
    urgent_response: String,
    may_rise: bool,
    may_sink: bool,
}

pub fn rows(rows: &[Row], names: &Names, lang: Lang) -> Vec<RowView> {
    let last = rows.len().saturating_sub(1);
    let view = |(place, row): (usize, &Row)| {
        let team = names.teams.iter().find(|team| team.0 == row.team_id);
        RowView {
            id: row.id,
            conditions: conditions(row, names, lang),
            team: team.map(|team| team.1.clone()).unwrap_or_default(),
            organisation: team.map(|team| team.2.clone()).unwrap_or_default(),
            response: duration::write(row.response_minutes),
            urgent_response: duration::write(row.urgent_response_minutes),
            may_rise: place > 0 && place < last,
            may_sink: place + 1 < last,
        }
    };
    rows.iter().enumerate().map(view).collect()
}

fn conditions(row: &Row, names: &Names, lang: Lang) -> Vec<String> {
    let topic = row.topic_id.and_then(|id| names.topics.iter().find(|topic| topic.0 == id)).map(|topic| topic.1.clone());
    let municipality = row.municipality.as_deref().map(|code| municipalities::name(code, lang).unwrap_or(code).to_owned());
    let industry = row.industry.as_deref().map(|code| industry(code, lang));
    let language = row.language.as_deref().map(|code| i18n::text(lang, &format!("lang-{code}")));
    let parts = [("topic", topic), ("municipality", municipality), ("industry", industry), ("language", language)];
    let say = |(key, value): (&str, Option<String>)| Some(format!("{}: {}", i18n::text(lang, &format!("routing-{key}")), value?));
    parts.into_iter().filter_map(say).collect()
}

fn industry(code: &str, lang: Lang) -> String {
    format!("{code} {}", industries::name(code, lang).unwrap_or_default())
}

/// What the form's selects offer.
#[derive(Serialize)]
pub struct Options {
    topics: Vec<Choice>,
    municipalities: Vec<Choice>,
    industries: Vec<Choice>,
    languages: Vec<Choice>,
    teams: Vec<Choice>,
}

impl Options {
    /// `chosen_industry` is offered too: a row may be finer than a division.
    pub fn new(names: &Names, chosen_industry: &str, lang: Lang) -> Self {
        let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
        let mut offered: Vec<Choice> = industries::sections()
            .flat_map(|section| {
                let letter = section.code.chars().next().unwrap_or_default();
                std::iter::once(section).chain(industries::divisions_of(letter))
            })
            .map(|offer| choice(offer.code, format!("{} {}", offer.code, offer.names.get(lang))))
            .collect();
        if industries::name(chosen_industry, lang).is_some() && offered.iter().all(|offer| offer.value != chosen_industry) {
            offered.push(choice(chosen_industry, industry(chosen_industry, lang)));
        }
        let towns = municipalities::all().iter().map(|town| choice(town.code, town.names.get(lang).to_owned()));
        Self {
            topics: Choice::of_rows(names.topics.clone()),
            municipalities: towns.collect(),
            industries: offered,
            languages: Choice::of_codes(lang, "lang-", Lang::ALL.map(Lang::code)),
            teams: names.teams.iter().map(|(id, name, at)| choice(&id.to_string(), format!("{name} ({at})"))).collect(),
        }
    }
}
