//! Nobody calls blind: what to know before calling a company. Its marks, the newest contact, and which organisations were in
//! touch lately. *That* somebody was in touch is known to all; the newest contact's text is there for those who may read it.

use super::store::{self, Text, Touch};
use crate::companies::marks::{self, store::Mark};
use crate::db::Conn;
use crate::i18n;
use crate::schema::{contacts, organisations};
use crate::web::Viewer;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use serde::Serialize;
use std::cmp::Reverse;

/// So long ago is lately.
pub const LATELY: TimeDelta = TimeDelta::days(90);

#[derive(Serialize)]
pub struct Known {
    marks: Vec<Marked>,
    latest: Option<Latest>,
    /// The last `lately_days` by organisation, the newest first.
    lately: Vec<Lately>,
    lately_days: i64,
}

#[derive(Serialize)]
struct Marked {
    #[serde(flatten)]
    mark: Mark,
    may_end: bool,
}

#[derive(Serialize)]
struct Latest {
    #[serde(flatten)]
    touch: Touch,
    days_ago: i64,
    text: Option<Text>,
}

/// The contacts of one organisation.
#[derive(Queryable, Serialize)]
struct Lately {
    organisation: String,
    count: i64,
    newest: Option<NaiveDateTime>,
}

pub fn known(conn: &mut Conn, viewer: &Viewer, company_id: i64, now: NaiveDateTime) -> QueryResult<Known> {
    let today = i18n::helsinki(now).date_naive();
    let marks = marks::store::of_company(conn, company_id, today)?;
    let marked = |mark: Mark| Marked { may_end: marks::may_end(viewer, mark.organisation_id), mark };
    let latest = match store::latest(conn, company_id)? {
        Some(touch) => {
            let text = store::texts(conn, &[touch.contact_id], viewer.organisation_id)?.remove(&touch.contact_id);
            let day = i18n::helsinki(touch.happened_at).date_naive();
            Some(Latest { days_ago: (today - day).num_days(), touch, text })
        }
        None => None,
    };
    Ok(Known {
        marks: marks.into_iter().map(marked).collect(),
        latest,
        lately: lately(conn, company_id, now - LATELY)?,
        lately_days: LATELY.num_days(),
    })
}

fn lately(conn: &mut Conn, company_id: i64, since: NaiveDateTime) -> QueryResult<Vec<Lately>> {
    let mut found: Vec<Lately> = contacts::table
        .inner_join(organisations::table)
        .filter(contacts::company_id.eq(company_id).and(contacts::happened_at.ge(since)))
        .group_by((organisations::id, organisations::name))
        .select((organisations::name, count_star(), max(contacts::happened_at)))
        .load(conn)?;
    found.sort_by_key(|one| Reverse(one.newest));
    Ok(found)
}
