//! The merges of the last 30 days, the newest first: each can be undone from here.

use super::list::tabs;
use super::store::{self, Merge};
use crate::error::Error;
use crate::routes::MERGERS;
use crate::web::paging::{Cursor, PAGE_SIZE, Pager, Tab, slice};
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    after: String,
}

#[derive(Serialize)]
struct ListView {
    tabs: Vec<Tab>,
    merges: Vec<Row>,
    pager: Pager,
    may_merge: bool,
}

#[derive(Serialize)]
struct Row {
    can_be_undone: bool,
    #[serde(flatten)]
    merge: Merge,
}

pub async fn list(viewer: Viewer, page: Page, query: web::Query<Query>) -> Result<HttpResponse, Error> {
    const ADDRESS: &str = "/companies/merges";
    let (after, now) = (Cursor::decode(&query.after).map(|cursor| cursor.id), page.app.now());
    let found = page.app.db.read(move |conn| Ok(store::recent(conn, after, PAGE_SIZE as i64 + 1)?)).await?;
    let found = slice(found, |merge: &Merge| Cursor { key: String::new(), id: merge.id });
    let view = ListView {
        tabs: tabs(ADDRESS, page.lang()),
        merges: found.rows.into_iter().map(|merge| Row { can_be_undone: merge.can_be_undone(now), merge }).collect(),
        pager: Pager {
            previous: (!query.after.is_empty()).then(|| ADDRESS.to_owned()),
            next: found.next.map(|cursor| format!("{ADDRESS}?after={cursor}")),
            shown: String::new(),
        },
        may_merge: MERGERS.allows(&viewer),
    };
    page.render("duplicates/merges.html", &view)
}
