//! Rows of marks.

use super::{Kind, Purpose, may_end};
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::routes::WORKER_ROLES;
use crate::schema::{company_marks, membership_roles, memberships, organisations, staff};
use crate::staff::store::with_access;
use crate::timeline::{self, Event};
use crate::web::Viewer;
use crate::{audit, companies};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A mark about to be set.
#[derive(Clone, Debug)]
pub struct NewMark {
    pub kind: Kind,
    /// Whom to talk to first.
    pub person: Option<i64>,
    pub reason: String,
    /// The last day; none until it is ended.
    pub ends_on: Option<NaiveDate>,
}

/// A mark in force.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Mark {
    pub id: i64,
    /// The code of a `Kind`.
    pub kind: String,
    pub reason: String,
    pub set_at: NaiveDateTime,
    pub ends_on: Option<NaiveDate>,
    pub set_by: String,
    #[serde(skip)]
    pub organisation_id: i64,
    pub organisation: String,
    /// Whom to talk to first.
    pub person: Option<String>,
    /// None if the person has left: no account, or no organisation that has access.
    pub person_email: Option<String>,
    #[serde(skip)]
    pub person_id: Option<i64>,
}

/// The kinds of the marks in force, by company.
pub type Marks = HashMap<i64, Vec<Kind>>;

/// The codes of one company's, for a page.
pub fn codes(marks: &Marks, company_id: i64) -> Vec<&'static str> {
    marks.get(&company_id).into_iter().flatten().map(|kind| kind.code()).collect()
}

#[diesel::dsl::auto_type(no_type_alias)]
fn in_force(today: NaiveDate) -> _ {
    let goes_on = company_marks::ends_on.is_null().or(company_marks::ends_on.assume_not_null().ge(today));
    company_marks::ended_at.is_null().and(goes_on)
}

/// The same as a condition on a company `c`, for queries in SQL: no mark in force forbids the purpose.
pub fn open_in_sql(purpose: Purpose, today: NaiveDate) -> String {
    let kinds: Vec<String> = purpose.forbidden_by().iter().map(|kind| format!("'{}'", kind.code())).collect();
    format!(
        "NOT EXISTS (SELECT 1 FROM company_marks m WHERE m.company_id = c.id AND m.kind IN ({}) AND m.ended_at IS NULL \
         AND (m.ends_on IS NULL OR m.ends_on >= '{today}'))",
        kinds.join(", ")
    )
}

/// Those of the companies that may be called, or written to, in the same order. Every list that somebody works through, and
/// every export for that, takes it.
pub fn open_to(conn: &mut Conn, company_ids: &[i64], purpose: Purpose, today: NaiveDate) -> QueryResult<Vec<i64>> {
    let forbidden = purpose.forbidden_by().iter().map(|kind| kind.code());
    let closed: Vec<i64> = company_marks::table
        .filter(company_marks::company_id.among(company_ids))
        .filter(company_marks::kind.among(forbidden))
        .filter(in_force(today))
        .select(company_marks::company_id)
        .load(conn)?;
    let closed: HashSet<i64> = closed.into_iter().collect();
    Ok(company_ids.iter().copied().filter(|id| !closed.contains(id)).collect())
}

/// What lists show beside these companies.
pub fn of_companies(conn: &mut Conn, company_ids: &[i64], today: NaiveDate) -> QueryResult<Marks> {
    let rows: Vec<(i64, String)> = company_marks::table
        .filter(company_marks::company_id.among(company_ids))
        .filter(in_force(today))
        .select((company_marks::company_id, company_marks::kind))
        .load(conn)?;
    let mut marks = Marks::new();
    for (company_id, kind) in rows {
        let kinds = marks.entry(company_id).or_default();
        if let Some(kind) = Kind::from_code(&kind).filter(|kind| !kinds.contains(kind)) {
            kinds.push(kind);
        }
    }
    for kinds in marks.values_mut() {
        kinds.sort_by_key(|kind| Kind::ALL.iter().position(|one| one == kind));
    }
    Ok(marks)
}

/// The marks of one company: what forbids first, then the newest.
pub fn of_company(conn: &mut Conn, company_id: i64, today: NaiveDate) -> QueryResult<Vec<Mark>> {
    let (setter, person) = diesel::alias!(staff as setter, staff as person);
    let mut marks: Vec<Mark> = company_marks::table
        .inner_join(setter.on(setter.field(staff::id).eq(company_marks::set_by)))
        .inner_join(organisations::table)
        .left_join(person.on(company_marks::staff_id.eq(person.field(staff::id).nullable())))
        .filter(company_marks::company_id.eq(company_id))
        .filter(in_force(today))
        .order(company_marks::id.desc())
        .select((
            company_marks::id,
            company_marks::kind,
            company_marks::reason,
            company_marks::set_at,
            company_marks::ends_on,
            setter.field(staff::name),
            company_marks::organisation_id,
            organisations::name,
            person.field(staff::name).nullable(),
            person.field(staff::email).nullable(),
            person.field(staff::id).nullable(),
        ))
        .load(conn)?;
    marks.sort_by_key(|mark| Kind::ALL.iter().position(|kind| kind.code() == mark.kind));
    let people: Vec<i64> = marks.iter().filter_map(|mark| mark.person_id).collect();
    if !people.is_empty() {
        let present = with_access(conn, &people, today)?;
        for mark in marks.iter_mut().filter(|mark| mark.person_id.is_some_and(|id| !present.contains(&id))) {
            mark.person_email = None;
        }
    }
    Ok(marks)
}

/// Whom a mark may name, the own organisation's people first: those who work with companies. The employment area may name
/// the people of every organisation whose access goes on.
pub fn people(conn: &mut Conn, viewer: &Viewer, today: NaiveDate) -> QueryResult<Vec<(i64, String)>> {
    let mut query = staff::table
        .inner_join(memberships::table.inner_join(membership_roles::table).inner_join(organisations::table))
        .filter(membership_roles::role.among(WORKER_ROLES.iter().map(|role| role.code())))
        .filter(staff::deactivated_at.is_null())
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .order((organisations::is_host.desc(), organisations::name, staff::name_sort, staff::id))
        .select((staff::id, staff::name, organisations::id, organisations::name))
        .into_boxed();
    if !viewer.at_host {
        query = query.filter(organisations::id.eq(viewer.organisation_id));
    }
    let mut rows: Vec<(i64, String, i64, String)> = query.load(conn)?;
    rows.sort_by_key(|row| row.2 != viewer.organisation_id);
    let mut known = HashSet::new();
    rows.retain(|row| known.insert(row.0));
    Ok(rows.into_iter().map(|(id, name, _, organisation)| (id, format!("{name}, {organisation}"))).collect())
}

/// Sets a mark and tells it on the company's timeline.
///
/// # Errors
/// Not found without such a company; a conflict where the same is known already.
pub fn set(conn: &mut Conn, viewer: &Viewer, company_id: i64, new: &NewMark, now: NaiveDateTime) -> Result<i64, Error> {
    companies::store::hold(conn, company_id)?.ok_or(Error::NotFound)?;
    let today = crate::i18n::helsinki(now).date_naive();
    let same = company_marks::table
        .filter(company_marks::company_id.eq(company_id))
        .filter(company_marks::kind.eq(new.kind.code()))
        .filter(in_force(today));
    let known: Vec<Option<i64>> = same.select(company_marks::staff_id).load(conn)?;
    if known.contains(&new.person) {
        return Err(Error::Conflict("error-company-mark-known"));
    }
    let id = diesel::insert_into(company_marks::table)
        .values((
            company_marks::company_id.eq(company_id),
            company_marks::kind.eq(new.kind.code()),
            company_marks::staff_id.eq(new.person),
            company_marks::reason.eq(&new.reason),
            company_marks::set_by.eq(viewer.staff_id),
            company_marks::organisation_id.eq(viewer.organisation_id),
            company_marks::set_at.eq(now),
            company_marks::ends_on.eq(new.ends_on),
        ))
        .returning(company_marks::id)
        .get_result(conn)?;
    tell(conn, viewer, (company_id, set_event(new.kind)), now)?;
    audit::by(conn, viewer, now, "set", "company_marks", id)?;
    Ok(id)
}

/// Ends a mark. False if it was over already.
///
/// # Errors
/// Not found, if the company has no such mark; forbidden, if another organisation set it.
pub fn end(conn: &mut Conn, viewer: &Viewer, (company_id, id): (i64, i64), now: NaiveDateTime) -> Result<bool, Error> {
    let row = company_marks::table.find(id).filter(company_marks::company_id.eq(company_id));
    let (kind, organisation_id): (String, i64) = row.select((company_marks::kind, company_marks::organisation_id)).first(conn)?;
    if !may_end(viewer, organisation_id) {
        return Err(Error::Forbidden);
    }
    let open = company_marks::table.find(id).filter(company_marks::ended_at.is_null());
    let ended = diesel::update(open).set((company_marks::ended_at.eq(now), company_marks::ended_by.eq(viewer.staff_id))).execute(conn)?;
    if ended == 1 {
        if let Some(kind) = Kind::from_code(&kind) {
            tell(conn, viewer, (company_id, end_event(kind)), now)?;
        }
        audit::by(conn, viewer, now, "end", "company_marks", id)?;
    }
    Ok(ended == 1)
}

fn tell(conn: &mut Conn, viewer: &Viewer, (company_id, kind): (i64, timeline::Kind), now: NaiveDateTime) -> QueryResult<()> {
    timeline::record(conn, &Event::of_company(company_id, kind, (viewer.organisation_id, viewer.staff_id), now))
}

fn set_event(kind: Kind) -> timeline::Kind {
    match kind {
        Kind::DoNotContact => timeline::Kind::DoNotContactSet,
        Kind::CoordinateFirst => timeline::Kind::CoordinateFirstSet,
        Kind::NoMarketing => timeline::Kind::NoMarketingSet,
    }
}

fn end_event(kind: Kind) -> timeline::Kind {
    match kind {
        Kind::DoNotContact => timeline::Kind::DoNotContactEnded,
        Kind::CoordinateFirst => timeline::Kind::CoordinateFirstEnded,
        Kind::NoMarketing => timeline::Kind::NoMarketingEnded,
    }
}
