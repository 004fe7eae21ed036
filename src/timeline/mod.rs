//! The timeline of a company: one event per business action, which users read. An event has no text of its own.

use crate::db::Conn;
use crate::schema::timeline_events;
use chrono::NaiveDateTime;
use diesel::prelude::*;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    ContactLogged,
    CallbackLogged,
    CallbackHandedOver,
    CallbackClosed,
    CallbackReopened,
    CompanyAdded,
    CompanyEdited,
    PersonAdded,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::ContactLogged,
        Self::CallbackLogged,
        Self::CallbackHandedOver,
        Self::CallbackClosed,
        Self::CallbackReopened,
        Self::CompanyAdded,
        Self::CompanyEdited,
        Self::PersonAdded,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::ContactLogged => "contact_logged",
            Self::CallbackLogged => "callback_logged",
            Self::CallbackHandedOver => "callback_handed_over",
            Self::CallbackClosed => "callback_closed",
            Self::CallbackReopened => "callback_reopened",
            Self::CompanyAdded => "company_added",
            Self::CompanyEdited => "company_edited",
            Self::PersonAdded => "person_added",
        }
    }
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
