//! Reading the timeline: what happened is shared by all, a text is joined in only for those who may read it.
//! This part stands above the nouns whose rows it shows.

use crate::callbacks;
use crate::contacts::first;
use crate::contacts::ownership::Ownership;
use crate::contacts::store::{Text, texts};
use crate::db::{AmongMethods, Conn};
use crate::needs::answers::{self, Known};
use crate::schema::{callbacks as callback_rows, contacts, organisations, staff, timeline_events, topics};
use crate::web::Viewer;
use crate::web::paging::{Cursor, PAGE_SIZE, Slice, slice};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashSet;

/// What everyone sees of an event.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Fact {
    pub id: i64,
    /// The code of a `timeline::Kind`.
    pub kind: String,
    pub occurred_at: NaiveDateTime,
    pub who: Option<String>,
    pub organisation: Option<String>,
    pub topic: Option<String>,
    #[serde(skip)]
    contact_id: Option<i64>,
    /// The code of a `contacts::Kind`.
    pub contact_kind: Option<String>,
    #[serde(skip)]
    callback_id: Option<i64>,
}

/// An event as this viewer sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    #[serde(flatten)]
    pub fact: Fact,
    /// Of a contact that the viewer's organisation may read.
    pub text: Option<Text>,
    /// The text is the viewer's to correct and to share.
    pub mine: bool,
    /// What the employer told of its needs in the contact.
    pub needs: Vec<Said>,
    /// Nobody was in touch with the company before.
    pub is_first: bool,
    /// The call-back, for those who see it.
    pub callback_id: Option<i64>,
}

/// A question and its answer in words.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    wording: String,
    value: String,
}

/// One page of a company's timeline, the newest first: seven statements, however many events.
pub fn of_company(conn: &mut Conn, viewer: &Viewer, company_id: i64, after: Option<Cursor>) -> QueryResult<Slice<Entry>> {
    let page = slice(facts(conn, company_id, after)?, |fact: &Fact| Cursor {
        key: fact.occurred_at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        id: fact.id,
    });
    let contact_ids: Vec<i64> = page.rows.iter().filter_map(|fact| fact.contact_id).collect();
    let callback_ids: Vec<i64> = page.rows.iter().filter_map(|fact| fact.callback_id).collect();
    let mut texts = texts(conn, &contact_ids, viewer.organisation_id)?;
    let mut needs = answers::of_contacts(conn, &contact_ids, viewer.organisation_id)?;
    let said = |known: Known| Said { value: known.value.in_words(viewer.lang), wording: known.wording };
    let seen = seen_callbacks(conn, viewer, callback_ids)?;
    let ownership = Ownership::of(conn, viewer)?;
    let first = if contact_ids.is_empty() { None } else { first::of_company(conn, company_id)? };
    let rows = page.rows.into_iter().map(|fact| {
        let text = fact.contact_id.and_then(|id| texts.remove(&id));
        let mine = text.as_ref().is_some_and(|text| ownership.covers(text.staff_id, text.organisation_id));
        let needs = fact.contact_id.and_then(|id| needs.remove(&id)).unwrap_or_default().into_iter().map(said).collect();
        let is_first = fact.contact_id.is_some() && fact.contact_id == first;
        Entry { text, mine, needs, is_first, callback_id: fact.callback_id.filter(|id| seen.contains(id)), fact }
    });
    Ok(Slice { rows: rows.collect(), next: page.next })
}

/// A page of facts and one more.
fn facts(conn: &mut Conn, company_id: i64, after: Option<Cursor>) -> QueryResult<Vec<Fact>> {
    let mut query = timeline_events::table
        .left_join(staff::table)
        .left_join(organisations::table)
        .left_join(topics::table)
        .left_join(contacts::table)
        .filter(timeline_events::company_id.eq(company_id))
        .order((timeline_events::occurred_at.desc(), timeline_events::id.desc()))
        .limit(PAGE_SIZE as i64 + 1)
        .select((
            timeline_events::id,
            timeline_events::kind,
            timeline_events::occurred_at,
            staff::name.nullable(),
            organisations::name.nullable(),
            topics::name.nullable(),
            timeline_events::contact_id,
            contacts::kind.nullable(),
            timeline_events::callback_id,
        ))
        .into_boxed();
    if let Some((at, id)) = after.and_then(|cursor| Some((cursor.instant()?, cursor.id))) {
        let older = timeline_events::occurred_at.lt(at).or(timeline_events::id.lt(id));
        query = query.filter(timeline_events::occurred_at.le(at).and(older));
    }
    query.load(conn)
}

fn seen_callbacks(conn: &mut Conn, viewer: &Viewer, ids: Vec<i64>) -> QueryResult<HashSet<i64>> {
    let seen: Vec<i64> = callback_rows::table
        .filter(callbacks::visible_to(viewer))
        .filter(callback_rows::id.among(ids))
        .select(callback_rows::id)
        .load(conn)?;
    Ok(seen.into_iter().collect())
}
