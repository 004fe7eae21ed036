//! Routing rows in plain words, and what their form offers.

use super::rules::Row;
use super::{duration, store};
use crate::classifications::{industries, municipalities};
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::organisations::store as organisations;
use crate::organisations::topics::store::{self as topics, Topic};
use crate::web::Choice;
use chrono::NaiveDate;
use diesel::QueryResult;
use serde::Serialize;

/// The names that rows point to, and what is on offer for new ones.
pub struct Names {
    topics: Vec<Topic>,
    teams: Vec<(i64, String, String)>,
    live_teams: Vec<i64>,
}

impl Names {
    pub fn load(conn: &mut Conn, today: NaiveDate) -> QueryResult<Self> {
        let live_teams = organisations::live_teams(conn, today)?.into_iter().map(|team| team.0).collect();
        Ok(Self { topics: topics::all(conn)?, teams: organisations::teams(conn)?, live_teams })
    }

    /// The topics that a row may name: those on offer, and the one that it names already.
    pub fn topic_ids(&self, own: Option<i64>) -> Vec<i64> {
        self.topics.iter().filter(|topic| topic.ended_on.is_none() || own == Some(topic.id)).map(|topic| topic.id).collect()
    }

    /// The teams that a row may lead to.
    pub fn team_ids(&self) -> &[i64] {
        &self.live_teams
    }

    fn topic(&self, id: i64) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }
}

/// The rows that lead to a team, each with its id and its conditions in words.
pub fn rows_to(conn: &mut Conn, team_id: i64, today: NaiveDate, lang: Lang) -> QueryResult<Vec<(i64, String)>> {
    let names = Names::load(conn, today)?;
    let in_words = |row: &Row| match conditions(row, &names, lang) {
        none if none.is_empty() => i18n::text(lang, "routing-all-others"),
        conditions => conditions.join(", "),
    };
    Ok(store::rows(conn)?.iter().filter(|row| row.team_id == team_id).map(|row| (row.id, in_words(row))).collect())
}

#[derive(Serialize)]
pub struct RowView {
    id: i64,
    /// In words, such as `Topic: recruitment`; none for the catch-all.
    conditions: Vec<String>,
    team: String,
    organisation: String,
    /// The team or its organisation's access has ended, so the row is passed over.
    is_over: bool,
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
            is_over: !names.live_teams.contains(&row.team_id),
            response: duration::write(row.response_minutes),
            urgent_response: duration::write(row.urgent_response_minutes),
            may_rise: place > 0 && place < last,
            may_sink: place + 1 < last,
        }
    };
    rows.iter().enumerate().map(view).collect()
}

fn conditions(row: &Row, names: &Names, lang: Lang) -> Vec<String> {
    let topic = row.topic_id.and_then(|id| names.topic(id)).map(|topic| topic.name.clone());
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
    /// What the row has is offered too: its industry may be finer than a division, its topic may have ended.
    pub fn new(names: &Names, (own_topic, chosen_industry): (Option<i64>, &str), lang: Lang) -> Self {
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
        let live = names.teams.iter().filter(|team| names.live_teams.contains(&team.0));
        Self {
            topics: Choice::of_rows(
                names.topic_ids(own_topic).into_iter().filter_map(|id| Some((id, names.topic(id)?.name.clone()))).collect(),
            ),
            municipalities: towns.collect(),
            industries: offered,
            languages: Choice::languages(lang),
            teams: live.map(|(id, name, at)| choice(&id.to_string(), format!("{name} ({at})"))).collect(),
        }
    }
}
