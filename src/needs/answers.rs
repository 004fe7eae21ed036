//! Rows of answers.

use super::asking::Given;
use super::{Kind, Value};
use crate::contacts::visibility;
use crate::db::{AmongMethods, Conn};
use crate::schema::{
    contacts, need_answers, need_occupations, need_question_versions as versions, need_questions as questions, organisations,
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// As many of a company's newest answers are looked at; ten times as many as anybody asks.
const LOOKED_AT: i64 = 200;

/// A contact in which an employer answered.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    pub company_id: i64,
    pub contact_id: i64,
    pub organisation_id: i64,
    pub staff_id: i64,
    /// In UTC, when the contact happened.
    pub at: NaiveDateTime,
}

/// Keeps what was answered.
pub fn record(conn: &mut Conn, occasion: &Occasion, given: &[Given]) -> QueryResult<()> {
    for answer in given {
        let (yes, number, note) = match &answer.value {
            Value::YesNo(yes) => (Some(*yes), None, ""),
            Value::Number(number) => (None, Some(*number), ""),
            Value::Text(text) => (None, None, text.as_str()),
            Value::Occupations(_) => (None, None, ""),
        };
        let answer_id: i64 = diesel::insert_into(need_answers::table)
            .values((
                need_answers::company_id.eq(occasion.company_id),
                need_answers::contact_id.eq(occasion.contact_id),
                need_answers::question_id.eq(answer.question_id),
                need_answers::version_id.eq(answer.version_id),
                need_answers::organisation_id.eq(occasion.organisation_id),
                need_answers::staff_id.eq(occasion.staff_id),
                need_answers::yes.eq(yes),
                need_answers::number.eq(number),
                need_answers::note.eq(note),
                need_answers::answered_at.eq(occasion.at),
            ))
            .returning(need_answers::id)
            .get_result(conn)?;
        if let Value::Occupations(codes) = &answer.value {
            for code in codes {
                let row = (need_occupations::answer_id.eq(answer_id), need_occupations::occupation.eq(code));
                diesel::insert_into(need_occupations::table).values(row).execute(conn)?;
            }
        }
    }
    Ok(())
}

/// An answer that this reader may see.
#[derive(Clone, Debug)]
pub struct Known {
    pub contact_id: i64,
    pub question_id: i64,
    /// As it was put then.
    pub wording: String,
    pub value: Value,
    pub organisation: String,
    pub answered_at: NaiveDateTime,
}

#[derive(Queryable)]
struct Row {
    id: i64,
    contact_id: i64,
    question_id: i64,
    wording: String,
    kind: String,
    yes: Option<bool>,
    number: Option<i32>,
    note: String,
    organisation: String,
    answered_at: NaiveDateTime,
}

/// Whose answers.
enum Of<'a> {
    Company(i64),
    Contacts(&'a [i64]),
}

/// The newest answer of a company to each question that it ever answered: coded ones of every organisation, texts only for
/// those who may read the note beside them. Two statements.
pub fn newest(conn: &mut Conn, company_id: i64, reader: i64) -> QueryResult<Vec<Known>> {
    let mut known = load(conn, &Of::Company(company_id), reader)?;
    let mut seen = HashSet::new();
    known.retain(|answer| seen.insert(answer.question_id));
    Ok(known)
}

/// The answers that were given in these contacts, by contact.
pub fn of_contacts(conn: &mut Conn, contact_ids: &[i64], reader: i64) -> QueryResult<HashMap<i64, Vec<Known>>> {
    let mut by_contact: HashMap<i64, Vec<Known>> = HashMap::new();
    for known in load(conn, &Of::Contacts(contact_ids), reader)? {
        by_contact.entry(known.contact_id).or_default().push(known);
    }
    Ok(by_contact)
}

/// The newest first; those of one contact in the order of the questions.
fn load(conn: &mut Conn, of: &Of, reader: i64) -> QueryResult<Vec<Known>> {
    let mut query = need_answers::table
        .inner_join(contacts::table)
        .inner_join(versions::table.inner_join(questions::table))
        .inner_join(organisations::table)
        .filter(need_answers::note.eq("").or(visibility::text_readable_by(reader)))
        .select((
            need_answers::id,
            need_answers::contact_id,
            need_answers::question_id,
            versions::wording,
            versions::kind,
            need_answers::yes,
            need_answers::number,
            need_answers::note,
            organisations::name,
            need_answers::answered_at,
        ))
        .order((need_answers::answered_at.desc(), need_answers::contact_id.desc(), questions::position))
        .into_boxed();
    query = match of {
        Of::Company(id) => query.filter(need_answers::company_id.eq(*id)).limit(LOOKED_AT),
        Of::Contacts(ids) => query.filter(need_answers::contact_id.among(ids.to_vec())),
    };
    let rows: Vec<Row> = query.load(conn)?;
    let with_occupations = rows.iter().filter(|row| row.kind == Kind::Occupations.code()).map(|row| row.id).collect();
    let mut occupations = occupations(conn, with_occupations)?;
    Ok(rows.into_iter().filter_map(|row| row.known(&mut occupations)).collect())
}

/// The occupations of answers, by answer.
pub fn occupations(conn: &mut Conn, answer_ids: Vec<i64>) -> QueryResult<HashMap<i64, Vec<String>>> {
    if answer_ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String)> = need_occupations::table
        .filter(need_occupations::answer_id.among(answer_ids))
        .order(need_occupations::id)
        .select((need_occupations::answer_id, need_occupations::occupation))
        .load(conn)?;
    let mut by_answer: HashMap<i64, Vec<String>> = HashMap::new();
    for (answer, code) in rows {
        by_answer.entry(answer).or_default().push(code);
    }
    Ok(by_answer)
}

impl Row {
    /// None for a row without the value that its kind says.
    fn known(self, occupations: &mut HashMap<i64, Vec<String>>) -> Option<Known> {
        let value = match Kind::from_code(&self.kind)? {
            Kind::YesNo => Value::YesNo(self.yes?),
            Kind::Number => Value::Number(self.number?),
            Kind::Occupations => Value::Occupations(occupations.remove(&self.id)?),
            Kind::Text => Value::Text(self.note),
        };
        Some(Known {
            contact_id: self.contact_id,
            question_id: self.question_id,
            wording: self.wording,
            value,
            organisation: self.organisation,
            answered_at: self.answered_at,
        })
    }
}
