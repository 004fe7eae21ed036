//! A person leaves: the account is closed, every session ends, and the call-backs and tasks that the person held go back to
//! the queues. Or the person leaves one team: then what was held of that team goes back, and its coming duty is free.

use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::organisations::duty;
use crate::organisations::teams::{pages::address, store as teams};
use crate::staff::store as staff;
use crate::web::{Flash, Page, Viewer};
use crate::{audit, callbacks, tasks};
use actix_web::{HttpResponse, web};

/// Closes the account. `by` is who does it, none for the command line. False if it was closed already. Mails may wait in
/// the outbox afterwards.
pub fn depart(conn: &mut Conn, app: &App, staff_id: i64, by: Option<&Viewer>) -> Result<bool, Error> {
    let now = app.now();
    let closed = staff::deactivate(conn, staff_id, now)?;
    if closed {
        callbacks::release_all_of(conn, app, staff_id)?;
        tasks::return_all_of(conn, app, staff_id, by)?;
        let (actor, organisation) = (by.map(|viewer| viewer.staff_id), by.map(|viewer| viewer.organisation_id));
        audit::record(conn, now, actor, organisation, "deactivate", "staff", staff_id)?;
    }
    Ok(closed)
}

/// An administrator closes anyone's account but the own one: somebody must be left to open the next.
pub async fn close_account(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, app) = (*id, page.app.clone());
    if id == viewer.staff_id {
        return Err(Error::Conflict("error-own-account"));
    }
    page.app
        .db
        .write(move |conn| {
            if !staff::exists(conn, id)? {
                return Err(Error::NotFound);
            }
            depart(conn, &app, id, Some(&viewer))
        })
        .await?;
    page.app.mail.notify_one();
    Ok(page.redirect("/admin/staff", Some(Flash::success("flash-account-closed"))))
}

/// `POST /admin/teams/{team}/members/{staff}/removal`. Doing it twice changes nothing.
pub async fn leave_team(viewer: Viewer, page: Page, path: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let ((team_id, staff_id), app) = (*path, page.app.clone());
    let leave = move |conn: &mut Conn| {
        teams::find_live(conn, &viewer, team_id)?;
        if teams::remove_member(conn, team_id, staff_id)? {
            duty::clear_of(conn, team_id, staff_id, app.today())?;
            callbacks::release_of_team(conn, &app, staff_id, team_id)?;
            audit::by(conn, &viewer, app.now(), "remove_member", "teams", team_id)?;
        }
        Ok(())
    };
    page.app.db.write(leave).await?;
    page.app.mail.notify_one();
    Ok(page.redirect(&format!("{}#members", address(team_id)), Some(Flash::success("flash-team-member-removed"))))
}
