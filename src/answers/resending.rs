//! Sending a partner by mail another link: the mail was lost, or it went to the wrong person there.

use super::{links, mails};
use crate::audit;
use crate::callbacks::{State, partner, store, visibility};
use crate::db::Conn;
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;

/// A second click, or a second person with the same thought, sends nothing.
const BETWEEN: TimeDelta = TimeDelta::minutes(5);

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, app) = (*id, page.app.clone());
    let send = move |conn: &mut Conn| {
        let callback = store::find_visible(conn, &viewer, id)?;
        if !partner::may_ask(visibility::relation(&viewer, &callback)) {
            return Err(Error::Forbidden);
        }
        let is_open = store::hold_open(conn, id)?;
        // What was read before may have been taken or handed over meanwhile.
        let current = store::find(conn, id)?;
        if !is_open || current.state() != State::New || !mails::is_by_mail(conn, current.team_id)? {
            return Err(Error::Conflict("error-callback-moved"));
        }
        let is_fresh = links::sent_at(conn, id)?.is_some_and(|sent| sent + BETWEEN > app.now());
        if !is_fresh {
            mails::ask(conn, &app, &current)?;
            audit::by(conn, &viewer, app.now(), "send_answer_link", "callbacks", id)?;
        }
        Ok(!is_fresh)
    };
    let sent = page.app.db.write(send).await?;
    page.app.mail.notify_one();
    let flash = if sent { Flash::success("flash-answer-link") } else { Flash::warning("flash-answer-link-fresh") };
    Ok(page.redirect(&format!("/callbacks/{id}"), Some(flash)))
}
