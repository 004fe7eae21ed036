//! Two companies that look like one and are not: remembered, so that nobody is asked again, and taken back just as easily.

use crate::audit;
use crate::companies::store as companies;
use crate::db::Conn;
use crate::error::Error;
use crate::schema::duplicate_pairs;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Deserialize;

/// The score of a pair that is no probable one.
const NO_REASON: i32 = 0;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Other {
    other: String,
}

impl Other {
    fn id(&self) -> Result<i64, Error> {
        self.other.trim().parse().map_err(|_| Error::Invalid("error-form-key"))
    }
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, other: web::Form<Other>) -> Result<HttpResponse, Error> {
    tell(&page, viewer, [*id, other.id()?], true).await?;
    Ok(page.redirect("/companies/duplicates", Some(Flash::success("flash-duplicate-dismissed"))))
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>, other: web::Form<Other>) -> Result<HttpResponse, Error> {
    tell(&page, viewer, [*id, other.id()?], false).await?;
    Ok(page.redirect("/companies/duplicates?view=dismissed", Some(Flash::success("flash-duplicate-restored"))))
}

async fn tell(page: &Page, viewer: Viewer, mut pair: [i64; 2], dismissed: bool) -> Result<(), Error> {
    if pair[0] == pair[1] {
        return Err(Error::Invalid("error-merge-itself"));
    }
    pair.sort_unstable();
    let now = page.app.now();
    page.app.db.write(move |conn| set(conn, &viewer, pair, dismissed, now)).await
}

/// Saying it twice changes nothing.
fn set(conn: &mut Conn, viewer: &Viewer, [one, other]: [i64; 2], dismissed: bool, now: NaiveDateTime) -> Result<(), Error> {
    for company in [one, other] {
        companies::summary(conn, company)?.ok_or(Error::NotFound)?;
    }
    let pair = duplicate_pairs::table.filter(duplicate_pairs::company_id.eq(one).and(duplicate_pairs::other_id.eq(other)));
    let known = pair.select((duplicate_pairs::id, duplicate_pairs::score, duplicate_pairs::dismissed_at.is_not_null()));
    let (id, score, was) = match known.first::<(i64, i32, bool)>(conn).optional()? {
        Some(known) => known,
        None if dismissed => (add(conn, [one, other], now)?, NO_REASON, false),
        None => return Ok(()),
    };
    if was == dismissed {
        return Ok(());
    }
    audit::by(conn, viewer, now, if dismissed { "dismiss" } else { "restore" }, "duplicate_pairs", id)?;
    if !dismissed && score == NO_REASON {
        diesel::delete(duplicate_pairs::table.find(id)).execute(conn)?;
        return Ok(());
    }
    let by = dismissed.then_some((viewer.staff_id, now));
    diesel::update(duplicate_pairs::table.find(id))
        .set((duplicate_pairs::dismissed_by.eq(by.map(|by| by.0)), duplicate_pairs::dismissed_at.eq(by.map(|by| by.1))))
        .execute(conn)?;
    Ok(())
}

/// Somebody compared two companies that nothing but the eye found alike.
fn add(conn: &mut Conn, [one, other]: [i64; 2], now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(duplicate_pairs::table)
        .values((
            duplicate_pairs::company_id.eq(one),
            duplicate_pairs::other_id.eq(other),
            duplicate_pairs::score.eq(NO_REASON),
            duplicate_pairs::reasons.eq(""),
            duplicate_pairs::found_at.eq(now),
        ))
        .returning(duplicate_pairs::id)
        .get_result(conn)
}
