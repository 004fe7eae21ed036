//! The report as its page shows it: the counts added up by question, by line of business and by municipality.

use super::PATH;
use super::asked::NeedsQuery;
use super::counts::{self, Answers, Occupations, Scope};
use crate::classifications::{industries, municipalities, occupations};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::needs::Kind;
use crate::needs::questions::store::{self as questions, Question};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// So many occupations are named of a question, and of a line of business.
const MOST_OCCUPATIONS: usize = 12;
const MOST_OF_GROUP: usize = 3;

#[derive(Serialize)]
pub struct Report {
    /// Period and filters, in words.
    about: String,
    companies: i64,
    questions: Vec<Line>,
    /// Sections; divisions where one section is looked at.
    industries: Vec<Group>,
    municipalities: Vec<Group>,
}

/// A question with its answers.
#[derive(Serialize)]
struct Line {
    wording: String,
    kind: String,
    /// It is put in other words now, or not asked any more.
    is_old: bool,
    answers: i64,
    /// How many said yes, or the sum of the numbers.
    count: i64,
    /// Per cent of the answers.
    share: Option<i64>,
    href: String,
    occupations: Vec<Named>,
}

/// Something that is needed, how much or by how many, and the companies behind it.
#[derive(Serialize)]
struct Named {
    name: String,
    count: i64,
    href: String,
}

/// A line of business or a municipality.
#[derive(Serialize)]
struct Group {
    name: String,
    /// The report of it alone.
    href: Option<String>,
    companies: i64,
    needs: Vec<Named>,
}

/// Five statements.
pub fn report(conn: &mut Conn, asked: &NeedsQuery, scope: &Scope, lang: Lang) -> Result<Report, Error> {
    let (answers, companies) = (counts::answers(conn, scope)?, counts::companies(conn, scope)?);
    let occupations = counts::occupations(conn, scope)?;
    let versions: HashSet<i64> = answers.iter().map(|row| row.version_id).collect();
    let asked_now = questions::all(conn)?;
    let put = questions::of_versions(conn, &versions.into_iter().collect::<Vec<_>>())?;
    let counted = Counted { asked, answers: &answers, occupations: &occupations, questions: &put };
    let current = |question: &Question| asked_now.iter().any(|now| now.version_id == question.version_id && now.ended_on.is_none());
    let by = |group: &dyn Fn(&str, &str) -> String| {
        let mut groups: BTreeMap<String, i64> = BTreeMap::new();
        for row in &companies {
            *groups.entry(group(&row.division, &row.municipality)).or_default() += row.companies;
        }
        let mut groups: Vec<(String, i64)> = groups.into_iter().collect();
        groups.sort_by_key(|(_, companies)| Reverse(*companies));
        groups
    };
    let industry = |division: &str, _: &str| if asked.industry.is_empty() { section(division) } else { division.to_owned() };
    let of_industry = |(code, companies): (String, i64)| {
        let narrow = NeedsQuery { industry: code.clone(), ..asked.clone() };
        let needs = counted.needs(&narrow, &|division, _| industry(division, "") == code, true);
        Group { name: named(industries::name(&code, lang), &code, lang), href: link(&code, &asked.industry, &narrow), companies, needs }
    };
    let of_municipality = |(code, companies): (String, i64)| {
        let narrow = NeedsQuery { municipality: code.clone(), ..asked.clone() };
        let needs = counted.needs(&narrow, &|_, municipality| municipality == code, false);
        Group {
            name: named(municipalities::name(&code, lang), &code, lang),
            href: link(&code, &asked.municipality, &narrow),
            companies,
            needs,
        }
    };
    Ok(Report {
        about: about(asked, scope, lang),
        companies: companies.iter().map(|row| row.companies).sum(),
        questions: put.iter().map(|question| counted.line(question, !current(question))).collect(),
        industries: by(&industry).into_iter().map(of_industry).collect(),
        municipalities: by(&|_, municipality| municipality.to_owned()).into_iter().map(of_municipality).collect(),
    })
}

/// Period and filters in words.
pub fn about(asked: &NeedsQuery, scope: &Scope, lang: Lang) -> String {
    let filters = [
        municipalities::name(&asked.municipality, lang),
        industries::name(&asked.industry, lang),
        scope.occupation.and_then(occupations::name),
    ];
    let period = i18n::span(scope.period.from, scope.period.until);
    std::iter::once(period).chain(filters.into_iter().flatten().map(str::to_owned)).collect::<Vec<_>>().join(" · ")
}

fn section(division: &str) -> String {
    industries::section_of(division).map(String::from).unwrap_or_default()
}

fn named(name: Option<&str>, code: &str, lang: Lang) -> String {
    match (name, code) {
        (Some(name), _) => name.to_owned(),
        (None, "") => i18n::text(lang, "report-needs-unknown"),
        (None, code) => code.to_owned(),
    }
}

/// To the group alone; nowhere from the group itself or from what is unknown.
fn link(code: &str, present: &str, narrow: &NeedsQuery) -> Option<String> {
    (!code.is_empty() && code != present).then(|| narrow.address(PATH))
}

/// The counts of the report.
struct Counted<'a> {
    asked: &'a NeedsQuery,
    answers: &'a [Answers],
    occupations: &'a [Occupations],
    questions: &'a [Question],
}

/// Does a division and a municipality belong to what is added up?
type Within<'a> = &'a dyn Fn(&str, &str) -> bool;

impl Counted<'_> {
    /// Answers, yeses and the sum of the numbers of one question.
    fn sums(&self, question: &Question, within: Within) -> (i64, i64) {
        let rows = self.answers.iter().filter(|row| row.version_id == question.version_id && within(&row.division, &row.municipality));
        let counts = |row: &Answers| match question.kind() {
            Kind::YesNo => row.yes,
            Kind::Number => row.number,
            Kind::Occupations | Kind::Text => row.answers,
        };
        rows.fold((0, 0), |(answers, count), row| (answers + row.answers, count + counts(row)))
    }

    fn line(&self, question: &Question, is_old: bool) -> Line {
        let (answers, count) = self.sums(question, &|_, _| true);
        let share = (question.kind() == Kind::YesNo).then(|| (count * 100).checked_div(answers)).flatten();
        Line {
            wording: question.wording.clone(),
            kind: question.kind.clone(),
            is_old,
            answers,
            count,
            share,
            href: self.asked.companies(question.version_id, ""),
            occupations: self.named(self.asked, question, &|_| true, MOST_OCCUPATIONS),
        }
    }

    /// What is needed in a group, in the order of the questions. `with_occupations` where they are counted by it.
    fn needs(&self, narrow: &NeedsQuery, within: Within, with_occupations: bool) -> Vec<Named> {
        let mut needs = Vec::new();
        for question in self.questions {
            let (_, count) = self.sums(question, within);
            match question.kind() {
                Kind::YesNo | Kind::Number if count > 0 => {
                    needs.push(Named { name: question.wording.clone(), count, href: narrow.companies(question.version_id, "") });
                }
                Kind::Occupations if with_occupations => {
                    needs.extend(self.named(narrow, question, &|division| within(division, ""), MOST_OF_GROUP));
                }
                _ => {}
            }
        }
        needs
    }

    /// The occupations that most companies named.
    fn named(&self, narrow: &NeedsQuery, question: &Question, within: &dyn Fn(&str) -> bool, most: usize) -> Vec<Named> {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        for row in self.occupations.iter().filter(|row| row.version_id == question.version_id && within(&row.division)) {
            *counts.entry(&row.occupation).or_default() += row.companies;
        }
        let mut counts: Vec<(&str, i64)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, companies)| Reverse(*companies));
        let name = |code: &str| occupations::name(code).unwrap_or(code).to_owned();
        let href = |code: &str| narrow.companies(question.version_id, code);
        counts.into_iter().take(most).map(|(code, count)| Named { name: name(code), count, href: href(code) }).collect()
    }
}
