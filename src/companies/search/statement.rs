//! A query of the search, put together piece by piece.

use super::{Contacted, Search};
use crate::classifications::industries;
use crate::companies::marks::store::open_in_sql;
use crate::db::{Backend, Conn};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Text, Untyped};

/// How a company is in one of the municipalities that are looked for. A list in order asks for the first two one after the
/// other, since each has its index; what was found by a name is asked by the third.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// It has its seat there.
    Itself,
    /// It has its seat elsewhere and a site there.
    BySiteOnly,
    Anyhow,
}

/// A query in the making. The database keeps it prepared, unless it is one of too many.
pub struct Statement {
    /// Texts, each with a value after it.
    bound: Vec<(String, Value)>,
    end: String,
    is_kept: bool,
}

enum Value {
    Text(String),
    Id(i64),
}

/// A statement with more texts is seldom asked for twice: long lists, many readings of a misspelt text.
const MOST_VALUES_KEPT: usize = 12;

impl Statement {
    pub fn of(sql: &str) -> Self {
        Self { bound: Vec::new(), end: sql.to_owned(), is_kept: true }
    }

    pub fn add(&mut self, sql: &str) {
        self.end.push_str(sql);
    }

    /// The same for a text with a day or an instant in it.
    fn add_for_once(&mut self, sql: &str) {
        self.is_kept = false;
        self.add(sql);
    }

    /// Adds a text and a value after it.
    pub fn bind(&mut self, sql: &str, value: &str) {
        self.bind_value(sql, Value::Text(value.to_owned()));
    }

    fn bind_value(&mut self, sql: &str, value: Value) {
        let text = std::mem::take(&mut self.end) + sql + " ";
        self.bound.push((text, value));
    }

    /// Where a word of the name begins so.
    pub fn begins_a_word(&mut self, folded: &str) {
        self.bind(" AND (' ' || n.name_fold) LIKE", &format!("% {folded}%"));
    }

    /// Adds a list of ids, at least one; filled up to a power of two, so that few statements are kept.
    pub fn ids(&mut self, begin: &str, ids: &[i64]) {
        for at in 0..ids.len().next_power_of_two() {
            self.bind_value(if at == 0 { begin } else { "," }, Value::Id(ids[at.min(ids.len() - 1)]));
        }
        self.add(")");
    }

    /// Goes on behind a row in the order of names.
    pub fn beyond(&mut self, direction: &str, name_sort: &str, id: i64) {
        self.bind(&format!(" AND (c.name_sort, c.id) {direction} ("), name_sort);
        self.bind_value(",", Value::Id(id));
        self.add(")");
    }

    /// The filters of a search, after a WHERE that holds already.
    pub fn filter(&mut self, search: &Search, there: There) {
        if !search.municipalities.is_empty() {
            self.there(search.municipalities.iter().map(String::as_str), there);
        }
        if !search.company_form.is_empty() {
            self.bind(" AND c.company_form =", &search.company_form);
        }
        if !search.size_class.is_empty() {
            self.bind(" AND c.size_class <> '' AND c.size_class =", &search.size_class);
        }
        if !search.ended {
            self.add(" AND c.alive");
        }
        if !search.industry.is_empty() {
            match divisions(&search.industry) {
                codes if codes.is_empty() => self.add(" AND 1 = 0"),
                // The text of the expression is that of its index.
                codes => self.one_of(" AND substr(c.industry_2025, 1, 2) IN (", codes.into_iter()),
            }
        }
        if let Some(owner) = search.owner {
            self.bind_value(" AND c.id IN (SELECT company_id FROM company_owners WHERE staff_id =", Value::Id(owner));
            self.add(")");
        }
        if let Some(tag) = search.tag {
            self.bind_value(" AND c.id IN (SELECT company_id FROM company_tags WHERE tag_id =", Value::Id(tag));
            self.add(")");
        }
        self.contacted(search.contact);
        if let Some((purpose, today)) = search.open_to {
            self.add_for_once(&format!(" AND {}", open_in_sql(purpose, today)));
        }
    }

    /// Each group must hold, by one of its conditions, each of which is a text and a value after it.
    pub fn all_of(&mut self, groups: &[Vec<(&'static str, String)>]) {
        for conditions in groups {
            for (at, (condition, value)) in conditions.iter().enumerate() {
                self.bind(&format!(" {}{condition}", if at == 0 { "AND (" } else { "OR " }), value);
            }
            self.add(")");
        }
    }

    fn there<'a>(&mut self, municipalities: impl Iterator<Item = &'a str> + Clone, there: There) {
        match there {
            There::Itself => self.one_of(" AND c.municipality IN (", municipalities),
            There::BySiteOnly => {
                self.one_of(" AND c.municipality NOT IN (", municipalities.clone());
                self.one_of(" AND c.id IN (SELECT company_id FROM sites WHERE ended_at IS NULL AND municipality IN (", municipalities);
                self.add(")");
            }
            There::Anyhow => {
                self.one_of(" AND (c.municipality IN (", municipalities.clone());
                let site = " OR EXISTS (SELECT 1 FROM sites w WHERE w.company_id = c.id AND w.ended_at IS NULL AND w.municipality IN (";
                self.one_of(site, municipalities);
                self.add("))");
            }
        }
    }

    fn one_of<'a>(&mut self, begin: &str, values: impl Iterator<Item = &'a str>) {
        for (at, value) in values.enumerate() {
            self.bind(if at == 0 { begin } else { "," }, value);
        }
        self.add(")");
    }

    /// The few companies contacted since a day are collected by their contacts; of the others each is asked by itself.
    fn contacted(&mut self, contact: Contacted) {
        let instant = |at: NaiveDateTime| at.format("'%Y-%m-%d %H:%M:%S'");
        const OF_COMPANY: &str = " AND NOT EXISTS (SELECT 1 FROM contacts t WHERE t.company_id = c.id";
        match contact {
            Contacted::Ever => {}
            Contacted::Since(at) => {
                self.add_for_once(&format!(" AND c.id IN (SELECT company_id FROM contacts WHERE happened_at >= {})", instant(at)));
            }
            Contacted::NotSince(at) => self.add_for_once(&format!("{OF_COMPANY} AND t.happened_at >= {})", instant(at))),
            Contacted::Never => self.add(&format!("{OF_COMPANY})")),
        }
    }
}

impl Query for Statement {
    type SqlType = Untyped;
}

impl RunQueryDsl<Conn> for Statement {}

impl QueryId for Statement {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl QueryFragment<Backend> for Statement {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Backend>) -> QueryResult<()> {
        let texts = self.bound.iter().filter(|(_, value)| matches!(value, Value::Text(_))).count();
        if !self.is_kept || texts > MOST_VALUES_KEPT {
            pass.unsafe_to_cache_prepared();
        }
        for (text, value) in &self.bound {
            pass.push_sql(text);
            match value {
                Value::Text(text) => pass.push_bind_param::<Text, String>(text)?,
                Value::Id(id) => pass.push_bind_param::<BigInt, i64>(id)?,
            }
        }
        pass.push_sql(&self.end);
        Ok(())
    }
}

/// The divisions that a section or division stands for; none for an unknown code.
pub fn divisions(code: &str) -> Vec<&str> {
    let mut letters = code.chars();
    match (letters.next(), letters.next()) {
        (Some(section @ 'A'..='Z'), None) => industries::divisions_of(section).iter().map(|division| division.code).collect(),
        _ => vec![code],
    }
}
