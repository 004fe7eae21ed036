//! A person leaves: the account is closed, every session ends, and the call-backs and tasks that the person held go back to the queues.

use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
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
