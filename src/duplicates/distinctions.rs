//! Two companies that look like one and are not: remembered, so that nobody is asked again, and taken back just as easily.

use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::schema::duplicate_pairs;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Other {
    other: i64,
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, other: web::Form<Other>) -> Result<HttpResponse, Error> {
    tell(&page, viewer, [*id, other.other], true).await?;
    Ok(page.redirect("/companies/duplicates", Some(Flash::success("flash-duplicate-dismissed"))))
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>, other: web::Form<Other>) -> Result<HttpResponse, Error> {
    tell(&page, viewer, [*id, other.other], false).await?;
    Ok(page.redirect("/companies/duplicates?view=dismissed", Some(Flash::success("flash-duplicate-restored"))))
}

async fn tell(page: &Page, viewer: Viewer, mut pair: [i64; 2], dismissed: bool) -> Result<(), Error> {
    pair.sort_unstable();
    let now = page.app.now();
    page.app.db.write(move |conn| set(conn, &viewer, pair, dismissed, now)).await
}

/// Saying it twice changes nothing.
fn set(conn: &mut Conn, viewer: &Viewer, [one, other]: [i64; 2], dismissed: bool, now: NaiveDateTime) -> Result<(), Error> {
    let pair = duplicate_pairs::table.filter(duplicate_pairs::company_id.eq(one).and(duplicate_pairs::other_id.eq(other)));
    let (id, was): (i64, bool) = pair.select((duplicate_pairs::id, duplicate_pairs::dismissed_at.is_not_null())).first(conn)?;
    if was == dismissed {
        return Ok(());
    }
    let by = dismissed.then_some((viewer.staff_id, now));
    diesel::update(duplicate_pairs::table.find(id))
        .set((duplicate_pairs::dismissed_by.eq(by.map(|by| by.0)), duplicate_pairs::dismissed_at.eq(by.map(|by| by.1))))
        .execute(conn)?;
    audit::by(conn, viewer, now, if dismissed { "dismiss" } else { "restore" }, "duplicate_pairs", id)?;
    Ok(())
}
