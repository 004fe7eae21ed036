//! What one row of a table would do. Each kind builds the noun's own form from the row, so that a file is checked exactly as what
//! a person types: nothing comes in that could not have been typed.

mod company;
mod contact;
mod person;
mod values;
mod which;

use super::mapping::Mapping;
use super::{Kind, Outcome, columns};
use crate::companies::form::Typed;
use crate::companies::{Facts, store::Company};
use crate::contacts::form::Contact;
use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::people::store::Details;
use crate::web::Errors;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

/// What every row of an import stands on.
pub struct Ground<'a> {
    pub kind: Kind,
    pub mapping: &'a Mapping,
    /// Whose import it is: organisation and person.
    pub author: (i64, i64),
    pub lang: Lang,
    pub today: NaiveDate,
    pub now: NaiveDateTime,
    /// Ids and names.
    pub topics: &'a [(i64, String)],
    /// It will be written at once: rows that change are kept from others until then.
    pub holds: bool,
}

/// A row's word on each field.
pub struct Given<'a> {
    pub mapping: &'a Mapping,
    pub cells: &'a [String],
}

impl Given<'_> {
    /// Empty where the file has no such column, or nothing in it.
    pub fn get(&self, field: &str) -> &str {
        let at = self.mapping.fields.iter().position(|code| code == field);
        at.and_then(|at| self.cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
    }

    /// The field whose cell holds a formula's error, such as `#REF!`.
    fn broken_formula(&self) -> Option<&str> {
        const ERRORS: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!"];
        let fields = self.mapping.fields.iter().filter(|field| !field.is_empty());
        fields.map(String::as_str).find(|field| ERRORS.contains(&self.get(field)))
    }
}

/// What the user is told of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What it is about: a company, a person, a contact's company and day.
    pub title: String,
    pub company_id: Option<i64>,
    pub changes: Vec<Change>,
    /// What the register or a person's correction keeps, against the file.
    pub kept: Vec<Change>,
    pub problems: Vec<Problem>,
}

/// A field, by its code, and its values in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub field: String,
    pub before: String,
    pub after: String,
}

/// What is wrong with a field, by its code, in words. Never the value: it may be what must not be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: String,
    pub text: String,
}

impl Problem {
    /// `Kunta: …`, where it is about one field.
    pub fn in_words(&self, lang: Lang) -> String {
        if columns::is_named(&self.field) { format!("{}: {}", columns::label(&self.field, lang), self.text) } else { self.text.clone() }
    }
}

/// What a row would do, and is to do when it is confirmed.
pub struct Planned {
    pub outcome: Outcome,
    pub told: Told,
    pub deed: Option<Deed>,
    /// What it is about, so that no two rows of a file are about the same.
    pub about: Vec<String>,
}

/// How a row is written.
pub enum Deed {
    AddCompany(Box<Typed>),
    EditCompany(Box<Company>, Box<Facts>),
    AddPerson(i64, Details),
    EditPerson(i64, Details),
    AddContact(i64, Contact),
}

impl Planned {
    pub fn refused(title: &str, problems: Vec<Problem>) -> Self {
        let told = Told { title: title.to_owned(), problems, ..Told::default() };
        Self { outcome: Outcome::Refused, told, deed: None, about: Vec::new() }
    }
}

/// Looks at a row and at the register as it is.
pub fn plan(conn: &mut Conn, ground: &Ground, cells: &[String]) -> QueryResult<Planned> {
    let given = Given { mapping: ground.mapping, cells };
    if let Some(field) = given.broken_formula() {
        return Ok(Planned::refused("", vec![problem(ground, field, "error-transfer-formula")]));
    }
    match ground.kind {
        Kind::Companies => company::plan(conn, ground, &given),
        Kind::People => person::plan(conn, ground, &given),
        Kind::Contacts => contact::plan(conn, ground, &given),
    }
}

pub fn problem(ground: &Ground, field: &str, key: &str) -> Problem {
    Problem { field: field.to_owned(), text: i18n::text(ground.lang, key) }
}

/// A row's problems, and what else is wrong in other fields: who corrects the row corrects all of it.
fn with_others(mut problems: Vec<Problem>, others: Vec<Problem>) -> Vec<Problem> {
    let others: Vec<Problem> = others.into_iter().filter(|other| problems.iter().all(|known| known.field != other.field)).collect();
    problems.extend(others);
    problems
}

/// What a form says against a row; `field` names the columns by the form's names.
fn problems(ground: &Ground, errors: &Errors, field: impl Fn(&str) -> &str) -> Vec<Problem> {
    let told = errors.in_words(ground.lang).into_iter();
    told.map(|(name, text)| Problem { field: field(name).to_owned(), text }).collect()
}
