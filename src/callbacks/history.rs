//! What has become of a call-back: everything its page tells, in one list by time.

use super::{additions, attempts, ladder, partner, store};
use crate::db::Conn;
use crate::schema::contacts;
use crate::web::Viewer;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

/// One line of the history.
#[derive(Serialize)]
pub struct Event {
    pub at: NaiveDateTime,
    #[serde(flatten)]
    what: What,
}

/// The row behind a line; `what` says of which kind it is.
#[derive(Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
enum What {
    HolderLeft(store::Return),
    HandedOver(store::Handover),
    Answered(partner::Row),
    Added(additions::Row),
    Attempted(attempts::Row),
    Climbed(ladder::Climbed),
    Closed { note: String },
}

/// The newest first. Of what happened at the same moment the cause is below what it led to.
pub fn of_callback(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Vec<Event>> {
    let mut events = Vec::new();
    let mut add = |at, what| events.push(Event { at, what });
    store::returns(conn, id)?.into_iter().for_each(|row| add(row.returned_at, What::HolderLeft(row)));
    store::handovers(conn, id)?.into_iter().for_each(|row| add(row.handed_over_at, What::HandedOver(row)));
    // What a partner gives back is a hand-over already.
    let answers = partner::of_callback(conn, id)?.into_iter().filter(|row| row.kind != partner::Answer::NotOurs.code());
    answers.for_each(|row| add(row.answered_at, What::Answered(row)));
    additions::of_callback(conn, id)?.into_iter().for_each(|row| add(row.added_at, What::Added(row)));
    attempts::of_callback(conn, id)?.into_iter().for_each(|row| add(row.attempted_at, What::Attempted(row)));
    ladder::climbed(conn, id)?.into_iter().for_each(|row| add(row.recorded_at, What::Climbed(row)));
    closing_notes(conn, viewer, id)?.into_iter().for_each(|(at, note)| add(at, What::Closed { note }));
    events.sort_by_key(|event| event.at);
    events.reverse();
    Ok(events)
}

/// What was agreed when it ended, as far as the viewer may read it.
fn closing_notes(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Vec<(NaiveDateTime, String)>> {
    contacts::table
        .filter(contacts::callback_id.eq(id).and(contacts::note.ne("")))
        .filter(crate::contacts::visibility::text_readable_by(viewer.organisation_id))
        .order(contacts::id)
        .select((contacts::happened_at, contacts::note))
        .load(conn)
}
