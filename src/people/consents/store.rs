//! Rows of consents. None is ever removed or overwritten: who sent something must be able to tell by what right.

use super::{Channel, Purpose};
use crate::audit;
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::schema::{organisations, person_consents, staff};
use crate::web::Viewer;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

#[derive(Clone, Debug)]
pub struct NewConsent {
    pub purpose: Purpose,
    pub channel: Channel,
    pub given_on: NaiveDate,
    /// What else is worth knowing.
    pub note: String,
}

#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Consent {
    pub id: i64,
    /// The code of a `Purpose`.
    pub purpose: String,
    /// The code of a `Channel`.
    pub channel: String,
    pub given_on: NaiveDate,
    pub note: String,
    /// To whom it was given.
    pub organisation: String,
    pub recorded_by: String,
    pub withdrawn_on: Option<NaiveDate>,
    pub withdrawal_recorded_by: Option<String>,
}

/// Every consent of a person: those in force first, then the newest.
pub fn of_person(conn: &mut Conn, person_id: i64) -> QueryResult<Vec<Consent>> {
    let (recorder, withdrawer) = diesel::alias!(staff as recorder, staff as withdrawer);
    let mut consents: Vec<Consent> = person_consents::table
        .inner_join(recorder.on(recorder.field(staff::id).eq(person_consents::recorded_by)))
        .inner_join(organisations::table)
        .left_join(withdrawer.on(person_consents::withdrawal_recorded_by.eq(withdrawer.field(staff::id).nullable())))
        .filter(person_consents::person_id.eq(person_id))
        .order((person_consents::given_on.desc(), person_consents::id.desc()))
        .select((
            person_consents::id,
            person_consents::purpose,
            person_consents::channel,
            person_consents::given_on,
            person_consents::note,
            organisations::name,
            recorder.field(staff::name),
            person_consents::withdrawn_on,
            withdrawer.field(staff::name).nullable(),
        ))
        .load(conn)?;
    consents.sort_by_key(|consent| consent.withdrawn_on.is_some());
    Ok(consents)
}

/// A consent in force.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct InForce {
    #[serde(skip)]
    pub person_id: i64,
    /// The code of a `Purpose`.
    pub purpose: String,
    /// To whom it was given.
    pub organisation: String,
}

/// The consents of these people that are in force.
pub fn in_force(conn: &mut Conn, people: &[i64]) -> QueryResult<Vec<InForce>> {
    person_consents::table
        .inner_join(organisations::table)
        .filter(person_consents::person_id.among(people).and(person_consents::withdrawn_on.is_null()))
        .order((person_consents::purpose, organisations::name, person_consents::id))
        .select((person_consents::person_id, person_consents::purpose, organisations::name))
        .load(conn)
}

/// Keeps a consent given to the viewer's organisation.
///
/// # Errors
/// A conflict where one for the same purpose is in force.
pub fn add(conn: &mut Conn, viewer: &Viewer, person_id: i64, new: &NewConsent, now: NaiveDateTime) -> Result<i64, Error> {
    let same = person_consents::table
        .filter(person_consents::person_id.eq(person_id))
        .filter(person_consents::purpose.eq(new.purpose.code()))
        .filter(person_consents::organisation_id.eq(viewer.organisation_id))
        .filter(person_consents::withdrawn_on.is_null());
    if same.select(person_consents::id).first::<i64>(conn).optional()?.is_some() {
        return Err(Error::Conflict("error-consent-known"));
    }
    let id = diesel::insert_into(person_consents::table)
        .values((
            person_consents::person_id.eq(person_id),
            person_consents::purpose.eq(new.purpose.code()),
            person_consents::channel.eq(new.channel.code()),
            person_consents::given_on.eq(new.given_on),
            person_consents::note.eq(&new.note),
            person_consents::organisation_id.eq(viewer.organisation_id),
            person_consents::recorded_by.eq(viewer.staff_id),
            person_consents::recorded_at.eq(now),
        ))
        .returning(person_consents::id)
        .get_result(conn)?;
    audit::by(conn, viewer, now, "add", "person_consents", id)?;
    Ok(id)
}

/// The consent of this person.
pub fn find(conn: &mut Conn, (person_id, id): (i64, i64)) -> QueryResult<Option<Consent>> {
    Ok(of_person(conn, person_id)?.into_iter().find(|consent| consent.id == id))
}

/// The person withdrew it, whoever was told so. False if that was known.
pub fn withdraw(conn: &mut Conn, viewer: &Viewer, id: i64, withdrawn_on: NaiveDate, now: NaiveDateTime) -> QueryResult<bool> {
    let in_force = person_consents::table.find(id).filter(person_consents::withdrawn_on.is_null());
    let withdrawn = diesel::update(in_force)
        .set((
            person_consents::withdrawn_on.eq(withdrawn_on),
            person_consents::withdrawal_recorded_by.eq(viewer.staff_id),
            person_consents::withdrawal_recorded_at.eq(now),
        ))
        .execute(conn)?;
    if withdrawn == 1 {
        audit::by(conn, viewer, now, "withdraw", "person_consents", id)?;
    }
    Ok(withdrawn == 1)
}
