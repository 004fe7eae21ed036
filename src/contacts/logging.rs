//! Logging a contact with what was told and promised in it, in the caller's transaction.

use super::form::Contact;
use super::{NewContact, store};
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::needs::answers::{self, Occasion};
use crate::tasks::{self, About, Holder, NewTask};
use crate::web::Viewer;
use chrono::NaiveDateTime;

/// Everything that a contact leaves behind: its row, the company's timeline, the answers about needs, the next task. Gives its id.
pub fn log(conn: &mut Conn, viewer: &Viewer, company_id: i64, contact: &Contact, now: NaiveDateTime) -> Result<i64, Error> {
    let new = NewContact {
        company_id,
        person_id: contact.person_id,
        callback_id: None,
        organisation_id: viewer.organisation_id,
        staff_id: viewer.staff_id,
        kind: contact.kind,
        outcome: contact.outcome,
        topic_id: contact.topic_id,
        note: &contact.note,
        visibility: contact.visibility,
        happened_at: contact.happened_at,
    };
    let contact_id = store::add(conn, &new, now)?;
    audit::by(conn, viewer, now, "add", "contacts", contact_id)?;
    let occasion =
        Occasion { company_id, contact_id, organisation_id: viewer.organisation_id, staff_id: viewer.staff_id, at: contact.happened_at };
    answers::record(conn, &occasion, &contact.needs)?;
    if let Some(next) = &contact.next_task {
        let task = NewTask {
            about: About::Company(company_id),
            organisation_id: viewer.organisation_id,
            holder: Holder::Person(viewer.staff_id),
            created_by: viewer.staff_id,
            title: &next.title,
            due_on: next.due_on,
        };
        let task_id = tasks::store::add(conn, &task, now)?;
        audit::by(conn, viewer, now, "add", "tasks", task_id)?;
    }
    Ok(contact_id)
}
