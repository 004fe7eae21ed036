//! Rows of questions and their versions.

use crate::db::{AmongMethods, Conn};
use crate::identifiers::name;
use crate::needs::{Kind, rules};
use crate::schema::{need_answers, need_question_versions as versions, need_questions as questions, staff};
use crate::web::order::{Direction, exchange};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::{count_star, exists, max};
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use serde::Serialize;

/// A question as one of its versions puts it.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Question {
    pub id: i64,
    pub version_id: i64,
    pub wording: String,
    /// The code of a `Kind`.
    pub kind: String,
    /// Empty when everybody is asked; else a section or division of TOL 2025.
    pub industry: String,
    pub ended_on: Option<NaiveDate>,
}

impl Question {
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind).unwrap_or(Kind::Text)
    }
}

/// What an administrator says of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub wording: String,
    pub kind: Kind,
    pub industry: String,
}

type Columns = (questions::id, versions::id, versions::wording, versions::kind, questions::industry, questions::ended_on);
const COLUMNS: Columns = (questions::id, versions::id, versions::wording, versions::kind, questions::industry, questions::ended_on);

/// Every question that there is or was, as it is put now, in the host's order.
pub fn all(conn: &mut Conn) -> QueryResult<Vec<Question>> {
    versions::table
        .inner_join(questions::table)
        .filter(versions::replaced_at.is_null())
        .order((questions::position, questions::id))
        .select(COLUMNS)
        .load(conn)
}

pub fn find(conn: &mut Conn, id: i64) -> QueryResult<Question> {
    let current = versions::table.inner_join(questions::table).filter(versions::replaced_at.is_null());
    current.filter(questions::id.eq(id)).select(COLUMNS).first(conn)
}

/// The questions on offer for a company of this class of TOL 2025.
pub fn asked(conn: &mut Conn, industry_2025: &str) -> QueryResult<Vec<Question>> {
    let mut all = all(conn)?;
    all.retain(|question| question.ended_on.is_none() && rules::is_asked(&question.industry, industry_2025));
    Ok(all)
}

/// These versions, replaced ones too, in the host's order.
pub fn of_versions(conn: &mut Conn, ids: &[i64]) -> QueryResult<Vec<Question>> {
    let these = versions::table.inner_join(questions::table).filter(versions::id.among(ids));
    these.order((questions::position, questions::id, versions::id.desc())).select(COLUMNS).load(conn)
}

/// A question put in these words, whatever their spelling, other than this one.
pub fn is_wording_taken(conn: &mut Conn, wanted: &str, but: Option<i64>) -> QueryResult<bool> {
    let wanted = name::fold(wanted);
    Ok(all(conn)?.iter().any(|known| Some(known.id) != but && name::fold(&known.wording) == wanted))
}

/// Adds a question below the others. Nobody made those that come with the product.
pub fn add(conn: &mut Conn, details: &Details, staff_id: Option<i64>, now: NaiveDateTime) -> QueryResult<i64> {
    let last: Option<i32> = questions::table.select(max(questions::position)).first(conn)?;
    let id: i64 = diesel::insert_into(questions::table)
        .values((questions::position.eq(last.unwrap_or_default() + 1), questions::industry.eq(&details.industry)))
        .returning(questions::id)
        .get_result(conn)?;
    add_version(conn, id, details, staff_id, now)?;
    Ok(id)
}

fn add_version(conn: &mut Conn, id: i64, details: &Details, staff_id: Option<i64>, now: NaiveDateTime) -> QueryResult<()> {
    diesel::insert_into(versions::table)
        .values((
            versions::question_id.eq(id),
            versions::wording.eq(&details.wording),
            versions::kind.eq(details.kind.code()),
            versions::created_by.eq(staff_id),
            versions::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Changes a question. Other words or another kind make a new version if the present one has answers. True if they did.
pub fn change(conn: &mut Conn, id: i64, details: &Details, staff_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let current = find(conn, id)?;
    diesel::update(questions::table.find(id)).set(questions::industry.eq(&details.industry)).execute(conn)?;
    if current.wording == details.wording && current.kind() == details.kind {
        return Ok(false);
    }
    if !is_answered(conn, current.version_id)? {
        let words = (versions::wording.eq(&details.wording), versions::kind.eq(details.kind.code()));
        diesel::update(versions::table.find(current.version_id)).set(words).execute(conn)?;
        return Ok(false);
    }
    diesel::update(versions::table.find(current.version_id)).set(versions::replaced_at.eq(now)).execute(conn)?;
    add_version(conn, id, details, Some(staff_id), now)?;
    Ok(true)
}

pub fn is_answered(conn: &mut Conn, version_id: i64) -> QueryResult<bool> {
    let answers = need_answers::table.filter(need_answers::version_id.eq(version_id));
    diesel::select(exists(answers)).get_result(conn)
}

/// How a question was put for a while.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Version {
    pub id: i64,
    pub wording: String,
    pub kind: String,
    pub created_at: NaiveDateTime,
    /// Nobody for a question that came with the product.
    pub who: Option<String>,
    pub replaced_at: Option<NaiveDateTime>,
}

/// Every version of a question with its number of answers, the newest first.
pub fn versions(conn: &mut Conn, id: i64) -> QueryResult<Vec<(Version, i64)>> {
    let rows: Vec<Version> = versions::table
        .left_join(staff::table)
        .filter(versions::question_id.eq(id))
        .order(versions::id.desc())
        .select((versions::id, versions::wording, versions::kind, versions::created_at, staff::name.nullable(), versions::replaced_at))
        .load(conn)?;
    let counts: Vec<(i64, i64)> = need_answers::table
        .filter(need_answers::question_id.eq(id))
        .group_by(need_answers::version_id)
        .select((need_answers::version_id, count_star()))
        .load(conn)?;
    let count = |id: i64| counts.iter().find(|(version, _)| *version == id).map_or(0, |(_, count)| *count);
    Ok(rows.into_iter().map(|version| (version.clone(), count(version.id))).collect())
}

/// Exchanges a question on offer with its neighbour. At the end of the list nothing moves.
pub fn shift(conn: &mut Conn, id: i64, direction: Direction) -> QueryResult<()> {
    let mut ids: Vec<i64> = all(conn)?.iter().filter(|known| known.ended_on.is_none()).map(|known| known.id).collect();
    if !exchange(&mut ids, id, direction).ok_or(NotFound)? {
        return Ok(());
    }
    for (position, id) in (1..).zip(ids) {
        diesel::update(questions::table.find(id)).set(questions::position.eq(position)).execute(conn)?;
    }
    Ok(())
}

/// It is asked no more. False if it wasn't.
pub fn end(conn: &mut Conn, id: i64, today: NaiveDate) -> QueryResult<bool> {
    let live = questions::table.filter(questions::id.eq(id).and(questions::ended_on.is_null()));
    Ok(diesel::update(live).set(questions::ended_on.eq(today)).execute(conn)? == 1)
}

/// It is asked again. False if it was.
pub fn reopen(conn: &mut Conn, id: i64) -> QueryResult<bool> {
    let ended = questions::table.filter(questions::id.eq(id).and(questions::ended_on.is_not_null()));
    Ok(diesel::update(ended).set(questions::ended_on.eq(None::<NaiveDate>)).execute(conn)? == 1)
}
