//! The writing: every good row of a checked file, in one transaction, through the nouns' own stores. What is there is looked at
//! again first: if the register has changed so that a row would do something else than was shown, nothing is written.

use super::check::{keep, plan_all};
use super::rows::{Deed, Planned};
use super::store::deeds::{self, Subject, Written};
use super::store::{self, Transfer, lines};
use super::{Outcome, State, undoing};
use crate::app::App;
use crate::companies::form::Typed;
use crate::companies::store::{self as companies, NewCompany};
use crate::db::Conn;
use crate::error::Error;
use crate::web::Viewer;
use crate::{audit, contacts, people, timeline};
use diesel::result::{DatabaseErrorKind, Error as QueryError};

/// How a confirmation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// So many rows were written.
    Written(usize),
    /// So many rows would do something else by now; the check has been made anew.
    Meanwhile(usize),
    /// Some rows are refused, and it was not said that the others should come in alone.
    NotAllGood,
    /// It was confirmed or given up before.
    Already,
}

/// `only_good`: rows that are refused are left out.
pub fn confirm(conn: &mut Conn, app: &App, viewer: &Viewer, transfer: &Transfer, only_good: bool) -> Result<Confirmed, Error> {
    if transfer.state != State::Checked {
        return Ok(Confirmed::Already);
    }
    let shown = lines::all(conn, transfer.id)?;
    let planned = plan_all(conn, app, viewer, transfer, true)?;
    let differs =
        |(line, planned): &(&lines::Line, &(i64, Planned))| line.outcome != Some(planned.1.outcome) || line.told != planned.1.told;
    let meanwhile = shown.iter().zip(&planned).filter(differs).count();
    if meanwhile > 0 {
        keep(conn, transfer, &planned)?;
        return Ok(Confirmed::Meanwhile(meanwhile));
    }
    if !only_good && planned.iter().any(|(_, planned)| planned.outcome == Outcome::Refused) {
        return Ok(Confirmed::NotAllGood);
    }
    let mut written = 0;
    for (line, planned) in planned {
        written += usize::from(write(conn, app, viewer, transfer.id, line, planned)?);
    }
    lines::forget_cells(conn, transfer.id)?;
    store::mark_done(conn, transfer.id, app.now())?;
    audit::by(conn, viewer, app.now(), "import", "transfers", transfer.id)?;
    Ok(Confirmed::Written(written))
}

/// Does a row's deed and keeps what it takes to undo it. False if there is nothing to do.
fn write(conn: &mut Conn, app: &App, viewer: &Viewer, transfer_id: i64, line: i64, planned: Planned) -> Result<bool, Error> {
    let Some(deed) = planned.deed else { return Ok(false) };
    let (now, author) = (app.now(), (viewer.organisation_id, viewer.staff_id));
    let mut told = planned.told;
    let (subject, subject_id, before, has_event) = match deed {
        Deed::AddCompany(typed) => {
            let id = add_company(conn, &typed, author, app)?;
            told.company_id = Some(id);
            lines::point(conn, transfer_id, line, &told)?;
            (Subject::Company, id, String::new(), true)
        }
        Deed::EditCompany(company, facts) => {
            let before = undoing::snapshot(conn, Subject::Company, company.id)?;
            companies::edit(conn, &company, &facts, author, now)?;
            (Subject::Company, company.id, before, true)
        }
        Deed::AddPerson(company_id, details) => {
            (Subject::Person, people::store::add(conn, company_id, &details, author, now)?, String::new(), true)
        }
        Deed::EditPerson(id, details) => {
            let before = undoing::snapshot(conn, Subject::Person, id)?;
            people::store::edit(conn, id, &details, author, now)?;
            (Subject::Person, id, before, false)
        }
        Deed::AddContact(company_id, contact) => {
            (Subject::Contact, contacts::logging::log(conn, viewer, company_id, &contact, now)?, String::new(), true)
        }
    };
    let event_id = match told.company_id.filter(|_| has_event) {
        Some(company_id) => timeline::newest(conn, company_id)?,
        None => None,
    };
    let left_digest = undoing::digest(conn, subject, subject_id)?;
    deeds::add(conn, transfer_id, &Written { line, subject, subject_id, event_id, before, left_digest })?;
    Ok(true)
}

fn add_company(conn: &mut Conn, typed: &Typed, (organisation_id, staff_id): (i64, i64), app: &App) -> Result<i64, Error> {
    let new = NewCompany { business_id: typed.business_id.as_ref(), facts: &typed.facts, organisation_id, staff_id };
    companies::add(conn, &new, app.now()).map_err(|error| match error {
        // Another person added the same business id at the same moment.
        QueryError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Error::Conflict("error-transfer-meanwhile"),
        other => other.into(),
    })
}
