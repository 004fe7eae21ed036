//! What the pages of a feed's address share: make it, see it once, make a new one, take it away.

use super::Subject;
use super::store::{self, Made};
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::web::once::once;
use crate::web::{Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// Nothing is typed, so no draft is kept.
#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct MakeForm {
    pub once: String,
}

/// Where the page of a feed stands.
pub struct Place {
    pub subject: Subject,
    pub path: String,
    /// Empty for one's own.
    pub team: String,
    /// The page from which one comes.
    pub back: String,
}

#[derive(Serialize)]
struct FeedView<'a> {
    form: FormView,
    path: &'a str,
    team: &'a str,
    back: &'a str,
    made: Option<Made>,
    /// Known on the page that made it only; with `webcal:` a calendar program opens it.
    address: Option<String>,
    webcal: String,
}

pub async fn show(page: Page, place: Place) -> Result<HttpResponse, Error> {
    let subject = place.subject;
    let made = page.app.db.read(move |conn| Ok(store::made(conn, subject)?)).await?;
    render(&page, &place, made, None)
}

fn render(page: &Page, place: &Place, made: Option<Made>, address: Option<String>) -> Result<HttpResponse, Error> {
    let webcal = address.as_deref().and_then(|address| address.split_once("://")).map(|(_, rest)| format!("webcal://{rest}"));
    let form = FormView::fresh(&MakeForm::default());
    page.render(
        "feeds/show.html",
        &FeedView { form, path: &place.path, team: &place.team, back: &place.back, made, address, webcal: webcal.unwrap_or_default() },
    )
}

/// Makes the address and shows it, in this answer only. Sending the same form again makes no other and shows nothing, so
/// that reloading the page does not make the address worthless that was just copied.
pub async fn make(viewer: Viewer, page: Page, place: Place, form: web::Form<MakeForm>) -> Result<HttpResponse, Error> {
    let (subject, now, path, key) = (place.subject, page.app.now(), place.path.clone(), form.into_inner().once);
    let (token, made) = page
        .app
        .db
        .write(move |conn| {
            let mut token = None;
            once(conn, &key, viewer.staff_id, now, |conn| {
                token = Some(store::make(conn, subject, viewer.staff_id, now)?);
                record(conn, &viewer, subject, "make_feed", now)?;
                Ok(path)
            })?;
            Ok((token, store::made(conn, subject)?))
        })
        .await?;
    match token {
        Some(token) => render(&page, &place, made, Some(format!("{}/feeds/{token}.ics", page.app.config.base_url))),
        None => Ok(page.redirect(&place.path, None)),
    }
}

pub async fn remove(viewer: Viewer, page: Page, place: Place) -> Result<HttpResponse, Error> {
    let (subject, now) = (place.subject, page.app.now());
    page.app
        .db
        .write(move |conn| {
            if store::remove_of(conn, subject)? {
                record(conn, &viewer, subject, "remove_feed", now)?;
            }
            Ok(())
        })
        .await?;
    Ok(page.redirect(&place.path, Some(Flash::success("flash-feed-removed"))))
}

fn record(conn: &mut Conn, viewer: &Viewer, subject: Subject, deed: &str, now: chrono::NaiveDateTime) -> Result<(), Error> {
    let (table, id) = match subject {
        Subject::Membership(id) => ("memberships", id),
        Subject::Team(id) => ("teams", id),
    };
    Ok(audit::by(conn, viewer, now, deed, table, id)?)
}
