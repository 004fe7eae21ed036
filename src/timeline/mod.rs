//! The timeline of a company: one event per business action, which users read. An event has no text of its own.

mod reading;

pub use reading::{Entry, of_company};

use crate::codes::codes;
use crate::db::Conn;
use crate::schema::timeline_events;
use chrono::NaiveDateTime;
use diesel::prelude::*;

codes! {
    /// What happened.
    pub Kind {
        ContactLogged = "contact_logged",
        CallbackLogged = "callback_logged",
        CallbackHandedOver = "callback_handed_over",
        CallbackClosed = "callback_closed",
        CallbackReopened = "callback_reopened",
        CompanyAdded = "company_added",
        CompanyEdited = "company_edited",
        PersonAdded = "person_added",
        SiteAdded = "site_added",
        /// Another company was merged into this one.
        CompanyMerged = "company_merged",
        /// A merge with another company was undone.
        CompanyUnmerged = "company_unmerged",
        DoNotContactSet = "do_not_contact_set",
        DoNotContactEnded = "do_not_contact_ended",
        CoordinateFirstSet = "coordinate_first_set",
        CoordinateFirstEnded = "coordinate_first_ended",
        NoMarketingSet = "no_marketing_set",
        NoMarketingEnded = "no_marketing_ended",
    }
}

/// The newest event of a company: within a transaction that recorded one, that one.
pub fn newest(conn: &mut Conn, company_id: i64) -> QueryResult<Option<i64>> {
    let events = timeline_events::table.filter(timeline_events::company_id.eq(company_id));
    events.order(timeline_events::id.desc()).select(timeline_events::id).first(conn).optional()
}

/// Takes back what was told of a deed that was taken back.
pub fn remove(conn: &mut Conn, id: i64) -> QueryResult<()> {
    diesel::delete(timeline_events::table.find(id)).execute(conn)?;
    Ok(())
}

/// An event about to be recorded; at most one of the links is set.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub company_id: i64,
    pub kind: Kind,
    pub organisation_id: Option<i64>,
    pub staff_id: Option<i64>,
    pub topic_id: Option<i64>,
    pub contact_id: Option<i64>,
    pub callback_id: Option<i64>,
    pub occurred_at: NaiveDateTime,
}

impl Event {
    /// A deed on the company itself, by somebody (organisation, person); it links to nothing further.
    pub fn of_company(company_id: i64, kind: Kind, (organisation_id, staff_id): (i64, i64), occurred_at: NaiveDateTime) -> Self {
        let (organisation_id, staff_id) = (Some(organisation_id), Some(staff_id));
        Self { company_id, kind, organisation_id, staff_id, topic_id: None, contact_id: None, callback_id: None, occurred_at }
    }
}

pub fn record(conn: &mut Conn, event: &Event) -> QueryResult<()> {
    diesel::insert_into(timeline_events::table)
        .values((
            timeline_events::company_id.eq(event.company_id),
            timeline_events::kind.eq(event.kind.code()),
            timeline_events::organisation_id.eq(event.organisation_id),
            timeline_events::staff_id.eq(event.staff_id),
            timeline_events::topic_id.eq(event.topic_id),
            timeline_events::contact_id.eq(event.contact_id),
            timeline_events::callback_id.eq(event.callback_id),
            timeline_events::occurred_at.eq(event.occurred_at),
        ))
        .execute(conn)?;
    Ok(())
}
