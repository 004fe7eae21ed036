//! The queries of the search. All are the same text on both databases, but for the one that looks inside words.

use super::paging::At;
use super::rank::{Rank, Words};
use super::statement::{Statement, There, divisions};
use super::{Hit, Search};
use crate::companies::store::Summary;
use crate::db::{self, Conn};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text};

#[derive(QueryableByName)]
pub struct Row {
    #[diesel(sql_type = BigInt)]
    id: i64,
    #[diesel(sql_type = Nullable<Text>)]
    business_id: Option<String>,
    #[diesel(sql_type = Text)]
    pub name: String,
    #[diesel(sql_type = Text)]
    name_sort: String,
    #[diesel(sql_type = Text)]
    municipality: String,
    #[diesel(sql_type = Text)]
    industry_2025: String,
    #[diesel(sql_type = Text)]
    situation: String,
    #[diesel(sql_type = Bool)]
    alive: bool,
    #[diesel(sql_type = Text)]
    phone: String,
    #[diesel(sql_type = Text)]
    phone_e164: String,
    #[diesel(sql_type = Text)]
    pub matched: String,
    #[diesel(sql_type = Text)]
    pub matched_fold: String,
    #[diesel(sql_type = Bool)]
    matched_former: bool,
}

const COMPANY: &str = "SELECT c.id, c.business_id, c.name, c.name_sort, c.municipality, c.industry_2025, c.situation, c.alive, c.phone, \
                       c.phone_e164";
/// What was found is the company, not one of its names.
const ITSELF: &str = "c.name AS matched, c.name_fold AS matched_fold, (1 = 0) AS matched_former FROM companies c";
const ONE_NAME: &str = "n.name AS matched, n.name_fold AS matched_fold, (n.ended_on IS NOT NULL) AS matched_former";

impl Row {
    /// With a rank, better names come first, and among equals Finnish order.
    pub fn into_hit(self, rank: Option<Rank>) -> Hit {
        let matched_name = (self.matched != self.name).then_some(self.matched);
        Hit {
            place: rank.map(Rank::key).unwrap_or_default() + &self.name_sort,
            matched_former: self.matched_former && matched_name.is_some(),
            matched_name,
            situation: self.situation,
            company: Summary {
                id: self.id,
                name: self.name,
                business_id: self.business_id,
                municipality: self.municipality,
                industry_2025: self.industry_2025,
                alive: self.alive,
                phone: self.phone,
                phone_e164: self.phone_e164,
            },
        }
    }
}

/// The register in Finnish order. Several municipalities, or the divisions of a section, are read one by one, since each
/// of these is in order in its index; the few companies that only have a site there are collected and put in order.
pub fn in_order(conn: &mut Conn, search: &Search) -> QueryResult<Vec<Row>> {
    let backward = matches!(search.at, At::Before(_));
    let direction = if backward { "DESC" } else { "ASC" };
    let mut rows: Vec<Row> = Vec::new();
    for part in parts(search) {
        rows.extend(in_order_within(conn, &part, There::Itself, direction)?);
    }
    if !search.municipalities.is_empty() {
        rows.extend(in_order_within(conn, search, There::BySiteOnly, direction)?);
    }
    rows.sort_by(|a, b| (&a.name_sort, a.id).cmp(&(&b.name_sort, b.id)));
    if backward {
        rows.reverse();
    }
    rows.truncate(search.limit + 1);
    Ok(rows)
}

fn parts(search: &Search) -> Vec<Search> {
    if !search.municipalities.is_empty() {
        let within = |one: &String| Search { municipalities: vec![one.clone()], ..search.clone() };
        return search.municipalities.iter().map(within).collect();
    }
    if search.industry.is_empty() {
        return vec![search.clone()];
    }
    divisions(&search.industry).into_iter().map(|division| Search { industry: division.to_owned(), ..search.clone() }).collect()
}

fn in_order_within(conn: &mut Conn, search: &Search, there: There, direction: &str) -> QueryResult<Vec<Row>> {
    let mut query = Statement::of(&format!("{COMPANY}, {ITSELF} WHERE 1 = 1"));
    match &search.at {
        At::First => {}
        At::After(cursor) => query.beyond(">", &cursor.key, cursor.id),
        At::Before(cursor) => query.beyond("<", &cursor.key, cursor.id),
    }
    query.filter(search, there);
    query.add(&format!(" ORDER BY c.name_sort {direction}, c.id {direction} LIMIT {}", search.limit + 1));
    query.load(conn)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// How many companies the filters leave, counted to `most`.
pub fn count(conn: &mut Conn, search: &Search, most: i64) -> QueryResult<i64> {
    let there = count_there(conn, search, There::Itself, most)?;
    let more = if search.municipalities.is_empty() { 0 } else { count_there(conn, search, There::BySiteOnly, most)? };
    Ok((there + more).min(most))
}

fn count_there(conn: &mut Conn, search: &Search, there: There, most: i64) -> QueryResult<i64> {
    let mut query = Statement::of("SELECT count(*) AS n FROM (SELECT 1 FROM companies c WHERE 1 = 1");
    query.filter(search, there);
    query.add(&format!(" LIMIT {most}) counted"));
    Ok(query.load::<Count>(conn)?.first().map_or(0, |count| count.n))
}

pub fn with_business_id(conn: &mut Conn, business_id: &str) -> QueryResult<Vec<Row>> {
    let mut query = Statement::of(&format!("{COMPANY}, {ITSELF}"));
    query.bind(" WHERE c.business_id =", business_id);
    query.load(conn)
}

/// Whose web address has this domain.
pub fn with_domain(conn: &mut Conn, domain: &str) -> QueryResult<Vec<Row>> {
    let mut query = Statement::of(&format!("{COMPANY}, {ITSELF} WHERE c.web_domain <> ''"));
    query.bind(" AND c.web_domain =", domain);
    query.add(" LIMIT 100");
    query.load(conn)
}

/// Whose number it is, or that of one of its sites or contact persons.
pub fn with_phone(conn: &mut Conn, e164: &str) -> QueryResult<Vec<Row>> {
    let mut query = Statement::of(&format!("{COMPANY}, {ITSELF} WHERE c.id IN (SELECT id FROM companies WHERE"));
    query.bind(" phone_e164 =", e164);
    query.bind(" UNION SELECT company_id FROM sites WHERE ended_at IS NULL AND phone_e164 =", e164);
    query.add(" UNION SELECT p.company_id FROM person_phones n JOIN people p ON p.id = n.person_id");
    query.bind(" WHERE p.ended_at IS NULL AND n.phone_e164 =", e164);
    query.add(") LIMIT 100");
    query.load(conn)
}

/// Names whose folded form begins with the folded text.
pub fn names_beginning(conn: &mut Conn, search: &Search, folded: &str, limit: usize) -> QueryResult<Vec<Row>> {
    let mut query = Statement::of(&format!("{COMPANY}, {ONE_NAME} FROM company_names n CROSS JOIN companies c WHERE c.id = n.company_id"));
    query.bind(" AND n.name_fold >=", folded);
    query.bind(" AND n.name_fold <", &format!("{folded}\u{10FFFF}"));
    query.filter(search, There::Anyhow);
    query.add(&format!(" ORDER BY n.name_fold, n.id LIMIT {limit}"));
    query.load(conn)
}

/// Of these names those that are still there and hold the words, as [`names_with`] does.
pub fn names_by_id(conn: &mut Conn, search: &Search, ids: &[i64], words: &[&str]) -> QueryResult<Vec<Row>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Statement::of(&format!("{COMPANY}, {ONE_NAME} FROM company_names n CROSS JOIN companies c WHERE c.id = n.company_id"));
    query.ids(" AND n.id IN (", ids);
    for word in words {
        match Words::is_long(word) {
            true => query.bind(" AND n.name_fold LIKE", &format!("%{word}%")),
            false => query.begins_a_word(word),
        }
    }
    query.filter(search, There::Anyhow);
    query.load(conn)
}

/// Names that hold the words: long ones anywhere, short ones at a word's beginning. None if all is too short for that.
pub fn names_holding(conn: &mut Conn, search: &Search, words: &Words, limit: usize) -> QueryResult<Vec<Row>> {
    let (long, short) = match (words.long(), words.short()) {
        (long, _) if long.is_empty() && words.folded().chars().count() < super::rank::INSIDE_FROM => return Ok(Vec::new()),
        (long, short) if long.is_empty() => (vec![words.folded()], short),
        found => found,
    };
    let long: Vec<Vec<&str>> = long.into_iter().map(|word| vec![word]).collect();
    names_with(conn, search, (&long, &short), limit)
}

/// Names that hold one of each group of long words somewhere, and words that begin with each of the short ones.
pub fn names_with(conn: &mut Conn, search: &Search, (long, short): (&[Vec<&str>], &[&str]), limit: usize) -> QueryResult<Vec<Row>> {
    let inside = db::inside_names(conn, long);
    let mut query = Statement::of(&format!("{COMPANY}, {ONE_NAME} FROM {} CROSS JOIN companies c WHERE c.id = n.company_id", inside.from));
    query.all_of(&inside.conditions);
    short.iter().for_each(|word| query.begins_a_word(word));
    query.filter(search, There::Anyhow);
    query.add(&format!(" LIMIT {limit}"));
    query.load(conn)
}
