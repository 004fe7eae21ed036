//! Routing rows in plain words, and what their form offers.

use super::form::Offer;
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
    by_mail: Vec<i64>,
}

impl Names {
    pub fn load(conn: &mut Conn, today: NaiveDate) -> QueryResult<Self> {
        let live_teams = organisations::live_teams(conn, today)?.into_iter().map(|team| team.0).collect();
        let by_mail = organisations::teams_by_mail(conn)?;
        Ok(Self { topics: topics::all(conn)?, teams: organisations::teams(conn)?, live_teams, by_mail })
    }

    /// What a row may name; `own` is the topic that it names already, which may have ended.
    pub fn offer(&self, own: Option<i64>) -> Offer {
        let topics = self.topics.iter().filter(|topic| topic.ended_on.is_none() || own == Some(topic.id));
        let backups = self.live_teams.iter().filter(|id| !self.by_mail.contains(id));
        Offer { topics: topics.map(|topic| topic.id).collect(), teams: self.live_teams.clone(), backups: backups.copied().collect() }
    }

    pub fn live_teams(&self) -> &[i64] {
        &self.live_teams
    }

    /// The name of a topic, also of one that has ended.
    pub fn topic(&self, id: i64) -> &str {
        self.topics.iter().find(|topic| topic.id == id).map(|topic| topic.name.as_str()).unwrap_or_default()
    }

    /// Name and organisation of a team.
    pub fn team(&self, id: i64) -> (&str, &str) {
        self.teams.iter().find(|team| team.0 == id).map(|team| (team.1.as_str(), team.2.as_str())).unwrap_or_default()
    }

    /// The team works by mail and answer link only.
    pub fn is_by_mail(&self, id: i64) -> bool {
        self.by_mail.contains(&id)
    }
}

/// The rows that lead to a team or have it as a backup, each with its id and its conditions in words.
pub fn rows_to(conn: &mut Conn, team_id: i64, today: NaiveDate, lang: Lang) -> QueryResult<Vec<(i64, String)>> {
    let names = Names::load(conn, today)?;
    let in_words = |row: &Row| match conditions(row, &names, lang) {
        none if none.is_empty() => i18n::text(lang, "routing-all-others"),
        conditions => conditions.join(", "),
    };
    let leads = |row: &&Row| row.team_id == team_id || row.backup_team_id == Some(team_id);
    Ok(store::rows(conn)?.iter().filter(leads).map(|row| (row.id, in_words(row))).collect())
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
    by_mail: bool,
    /// Empty if there is none.
    backup: String,
    response: String,
    urgent_response: String,
    may_rise: bool,
    may_sink: bool,
    /// After a trial: this row decides.
    pub decides: bool,
    /// After a trial, why this row was passed over; else empty.
    pub passed_over: String,
}

pub fn rows(rows: &[Row], names: &Names, lang: Lang) -> Vec<RowView> {
    let last = rows.len().saturating_sub(1);
    let view = |(place, row): (usize, &Row)| {
        let (team, organisation) = names.team(row.team_id);
        RowView {
            id: row.id,
            conditions: conditions(row, names, lang),
            team: team.to_owned(),
            organisation: organisation.to_owned(),
            is_over: !names.live_teams.contains(&row.team_id),
            by_mail: names.is_by_mail(row.team_id),
            backup: row.backup_team_id.map(|id| names.team(id).0.to_owned()).unwrap_or_default(),
            response: duration::write(row.response_minutes),
            urgent_response: duration::write(row.urgent_response_minutes),
            may_rise: place > 0 && place < last,
            may_sink: place + 1 < last,
            decides: false,
            passed_over: String::new(),
        }
    };
    rows.iter().enumerate().map(view).collect()
}

fn conditions(row: &Row, names: &Names, lang: Lang) -> Vec<String> {
    let topic = row.topic_id.map(|id| names.topic(id).to_owned());
    let municipality = row.municipality.as_deref().map(|code| municipalities::name(code, lang).unwrap_or(code).to_owned());
    let industry = row.industry.as_deref().map(|code| industry(code, lang));
    let language = row.language.as_deref().map(|code| i18n::text(lang, &format!("lang-{code}")));
    let parts = [("topic", topic), ("municipality", municipality), ("industry", industry), ("language", language)];
    let say = |(key, value): (&str, Option<String>)| Some(format!("{}: {}", i18n::text(lang, &format!("routing-{key}")), value?));
    parts.into_iter().filter_map(say).collect()
}

pub fn industry(code: &str, lang: Lang) -> String {
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
    backups: Vec<Choice>,
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
        let offer = names.offer(own_topic);
        let team = |(id, name, at): &(i64, String, String)| match names.is_by_mail(*id) {
            true => choice(&id.to_string(), format!("{name} ({at}), {}", i18n::text(lang, "team-answers-by-mail"))),
            false => choice(&id.to_string(), format!("{name} ({at})")),
        };
        let teams = |ids: &[i64]| names.teams.iter().filter(|known| ids.contains(&known.0)).map(team).collect();
        Self {
            topics: Choice::of_rows(offer.topics.iter().map(|id| (*id, names.topic(*id).to_owned())).collect()),
            municipalities: towns.collect(),
            industries: offered,
            languages: Choice::languages(lang),
            teams: teams(&offer.teams),
            backups: teams(&offer.backups),
        }
    }
}
