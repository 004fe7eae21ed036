//! How often employers were passed on: per topic, per team, and from whom to whom.

use super::period::{self, Choice, Period, PeriodForm};
use super::rules::Tally;
use super::store;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::web::paging::Tab;
use crate::web::{FormView, Page};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

const PATH: &str = "/reports/handovers";

#[derive(Serialize)]
struct ReportView {
    tabs: Vec<Tab>,
    form: FormView,
    /// The form of one's own dates is shown.
    own: bool,
    /// None when the dates don't make sense.
    report: Option<Report>,
}

#[derive(Serialize)]
struct Report {
    /// In words, both days included.
    period: String,
    all: Line,
    topics: Vec<Line>,
    teams: Vec<Line>,
    ways: Vec<Way>,
}

/// Call-backs of one topic or team, by how often they were handed over.
#[derive(Serialize)]
struct Line {
    name: String,
    logged: i64,
    times: [i64; 4],
    /// Per cent; none of none.
    unbounced: Option<i64>,
}

impl Line {
    fn new(name: &str, tally: &Tally) -> Self {
        Self { name: name.to_owned(), logged: tally.logged(), times: tally.times, unbounced: tally.unbounced() }
    }

    fn all(names: &HashMap<i64, String>, tallies: &BTreeMap<i64, Tally>) -> Vec<Self> {
        let mut lines: Vec<Self> =
            tallies.iter().map(|(id, tally)| Self::new(names.get(id).map(String::as_str).unwrap_or_default(), tally)).collect();
        // Where most was passed on stands first.
        lines.sort_by_key(|line| (std::cmp::Reverse(line.logged - line.times[0]), std::cmp::Reverse(line.logged), line.name.clone()));
        lines
    }
}

/// Hand-overs from a team to another, or to a body outside.
#[derive(Serialize)]
struct Way {
    from: String,
    to: String,
    count: i64,
    /// Each in words with its number.
    reasons: Vec<(String, i64)>,
}

pub async fn show(page: Page, asked: web::Query<PeriodForm>) -> Result<HttpResponse, Error> {
    let (lang, today, asked) = (page.lang(), page.app.today(), asked.into_inner());
    let chosen = asked.choice();
    let tab =
        |choice: Choice| Tab { href: PeriodForm::address(PATH, choice), label: period::label(choice, lang), current: choice == chosen };
    let tabs = Choice::ALL.map(tab).into();
    let own = chosen == Choice::Own;
    let is_new = own && asked.from.is_empty() && asked.until.is_empty();
    let (form, report) = match asked.typed(today) {
        Ok(period) => {
            let load = move |conn: &mut Conn| report(conn, period, lang);
            (FormView::fresh(&asked), Some(page.app.db.read(load).await?))
        }
        Err(_) if is_new => (FormView::fresh(&asked), None),
        Err(errors) => (FormView::refused(&asked, &errors, lang, ""), None),
    };
    page.render("reports/handovers.html", &ReportView { tabs, form, own, report })
}

fn report(conn: &mut Conn, period: Period, lang: Lang) -> Result<Report, Error> {
    let found = store::handovers(conn, period)?;
    let (topics, teams) = store::names(conn)?;
    let team = |id: i64| teams.get(&id).cloned().unwrap_or_default();
    let in_words = |(reason, count): (&String, &i64)| (i18n::text(lang, &format!("callback-reason-{reason}")), *count);
    let mut ways: Vec<Way> = found
        .ways
        .0
        .iter()
        .map(|((from, to), reasons)| Way {
            from: team(*from),
            to: to.map_or_else(|| i18n::text(lang, "report-outside"), team),
            count: reasons.values().sum(),
            reasons: reasons.iter().map(in_words).collect(),
        })
        .collect();
    ways.sort_by_key(|way| (std::cmp::Reverse(way.count), way.from.clone(), way.to.clone()));
    Ok(Report {
        period: i18n::span(period.from, period.until),
        all: Line::new("", &found.all),
        topics: Line::all(&topics, &found.topics),
        teams: Line::all(&teams, &found.teams),
        ways,
    })
}
