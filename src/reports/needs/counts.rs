//! The counts behind the report: as many statements for a year as for a day. What stands in their text comes from the
//! classifications and from numbers, never from what was typed.

use crate::db::Conn;
use crate::reports::period::Period;
use crate::web::paging::{Cursor, PAGE_SIZE};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamp};

/// Which answers are counted.
#[derive(Clone, Debug)]
pub struct Scope {
    pub period: Period,
    pub municipality: Option<&'static str>,
    /// Of TOL 2025; none means all.
    pub divisions: Vec<&'static str>,
    /// Of the list of companies: one occupation.
    pub occupation: Option<&'static str>,
}

impl Scope {
    /// `newest`: the newest answer of each company to each question, with the company's place and line of business.
    fn newest(&self) -> String {
        let (from, until) = self.period.instants();
        let instant = |at: NaiveDateTime| at.format("'%Y-%m-%d %H:%M:%S'").to_string();
        let mut conditions = format!("a.answered_at >= {} AND a.answered_at < {}", instant(from), instant(until));
        if let Some(code) = self.municipality {
            conditions += &format!(" AND c.municipality = '{code}'");
        }
        if !self.divisions.is_empty() {
            conditions += &format!(" AND substr(c.industry_2025, 1, 2) IN ('{}')", self.divisions.join("', '"));
        }
        format!(
            "WITH dated AS (SELECT a.id, a.company_id, a.version_id, a.organisation_id, a.yes, a.number, a.answered_at, \
             substr(c.industry_2025, 1, 2) AS division, c.municipality, c.name, c.name_sort, \
             ROW_NUMBER() OVER (PARTITION BY a.company_id, a.question_id ORDER BY a.answered_at DESC, a.id DESC) AS place \
             FROM need_answers a JOIN companies c ON c.id = a.company_id WHERE {conditions}), \
             newest AS (SELECT * FROM dated WHERE place = 1)"
        )
    }
}

/// Answers to a version of a question, from one line of business and municipality.
#[derive(Debug, QueryableByName)]
pub struct Answers {
    #[diesel(sql_type = Text)]
    pub division: String,
    #[diesel(sql_type = Text)]
    pub municipality: String,
    #[diesel(sql_type = BigInt)]
    pub version_id: i64,
    #[diesel(sql_type = BigInt)]
    pub answers: i64,
    #[diesel(sql_type = BigInt)]
    pub yes: i64,
    /// The sum of the numbers.
    #[diesel(sql_type = BigInt)]
    pub number: i64,
}

pub fn answers(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Answers>> {
    let sums = "count(*) AS answers, sum(CASE WHEN yes THEN 1 ELSE 0 END) AS yes, COALESCE(sum(number), 0) AS number";
    let groups = "division, municipality, version_id";
    sql_query(format!("{} SELECT {groups}, {sums} FROM newest GROUP BY {groups}", scope.newest())).load(conn)
}

/// Companies that answered anything. Each has one line of business and one municipality.
#[derive(Debug, QueryableByName)]
pub struct Companies {
    #[diesel(sql_type = Text)]
    pub division: String,
    #[diesel(sql_type = Text)]
    pub municipality: String,
    #[diesel(sql_type = BigInt)]
    pub companies: i64,
}

pub fn companies(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Companies>> {
    let counted = "SELECT division, municipality, count(DISTINCT company_id) AS companies FROM newest GROUP BY division, municipality";
    sql_query(format!("{} {counted}", scope.newest())).load(conn)
}

/// Companies that named an occupation.
#[derive(Debug, QueryableByName)]
pub struct Occupations {
    #[diesel(sql_type = Text)]
    pub division: String,
    #[diesel(sql_type = BigInt)]
    pub version_id: i64,
    #[diesel(sql_type = Text)]
    pub occupation: String,
    #[diesel(sql_type = BigInt)]
    pub companies: i64,
}

pub fn occupations(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Occupations>> {
    let counted = "SELECT n.division, n.version_id, o.occupation, count(*) AS companies \
                   FROM newest n JOIN need_occupations o ON o.answer_id = n.id GROUP BY n.division, n.version_id, o.occupation";
    sql_query(format!("{} {counted}", scope.newest())).load(conn)
}

/// A company of the list with its answer.
#[derive(Debug, QueryableByName)]
pub struct Answer {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = BigInt)]
    pub company_id: i64,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    pub name_sort: String,
    #[diesel(sql_type = Text)]
    pub municipality: String,
    #[diesel(sql_type = Nullable<Bool>)]
    pub yes: Option<bool>,
    #[diesel(sql_type = Nullable<Integer>)]
    pub number: Option<i32>,
    #[diesel(sql_type = Text)]
    pub organisation: String,
    #[diesel(sql_type = Timestamp)]
    pub answered_at: NaiveDateTime,
}

/// A page of the companies that answered this version of a question by anything but no and nought, in Finnish order, and one more.
pub fn of_version(conn: &mut Conn, scope: &Scope, version: i64, after: Option<&Cursor>) -> QueryResult<Vec<Answer>> {
    let mut conditions = format!("n.version_id = {version} AND COALESCE(n.yes, TRUE) AND COALESCE(n.number, 1) > 0");
    if let Some(code) = scope.occupation {
        conditions += &format!(" AND EXISTS (SELECT 1 FROM need_occupations o WHERE o.answer_id = n.id AND o.occupation = '{code}')");
    }
    let (place, key) = match after {
        Some(cursor) => (format!(" AND (n.name_sort, n.company_id) > ($1, {})", cursor.id), cursor.key.as_str()),
        // PostgreSQL wants to hear of every value.
        None => (" AND $1 = ''".to_owned(), ""),
    };
    let listed = format!(
        "SELECT n.id, n.company_id, n.name, n.name_sort, n.municipality, n.yes, n.number, g.name AS organisation, n.answered_at \
         FROM newest n JOIN organisations g ON g.id = n.organisation_id WHERE {conditions}{place} \
         ORDER BY n.name_sort, n.company_id LIMIT {}",
        PAGE_SIZE + 1
    );
    sql_query(format!("{} {listed}", scope.newest())).bind::<Text, _>(key.to_owned()).load(conn)
}
