//! A person leaves: the account is closed or a membership ends, sessions end, and the call-backs and tasks that the person
//! held go back to the queues. Or the person leaves one team: then what was held of that team goes back, and its coming duty
//! is free. Or rights are taken away: then what can't be done without them goes back. Who can't work for an organisation any
//! more is in charge of no company there; with a closed account it only shows no longer, so that it is as before when the
//! account is opened again.

use crate::app::App;
use crate::companies::owners::store as owners;
use crate::db::Conn;
use crate::error::Error;
use crate::feeds::Subject;
use crate::organisations::teams::{pages::address, store as teams};
use crate::organisations::{duty, places};
use crate::routes::WORKER_ROLES;
use crate::schema::{callbacks as callback_rows, tasks as task_rows};
use crate::staff::invitations::Rights;
use crate::staff::memberships::{self, Membership};
use crate::staff::{scope, store as staff};
use crate::web::{Flash, Page, Viewer};
use crate::{audit, callbacks, feeds, tasks};
use actix_web::{HttpResponse, web};
use diesel::prelude::*;
use serde::Serialize;

/// Closes the account. `by` is who does it, none for the command line. False if it was closed already. Mails may wait in
/// the outbox afterwards.
pub fn depart(conn: &mut Conn, app: &App, staff_id: i64, by: Option<&Viewer>) -> Result<bool, Error> {
    let now = app.now();
    let closed = staff::deactivate(conn, staff_id, now)?;
    if closed {
        give_back(conn, app, staff_id, None, by)?;
        feeds::store::remove_all_of(conn, staff_id)?;
        feeds::store::remove_of_teams_by(conn, staff_id, None)?;
        let (actor, organisation) = (by.map(|viewer| viewer.staff_id), by.map(|viewer| viewer.organisation_id));
        audit::record(conn, now, actor, organisation, "deactivate", "staff", staff_id)?;
    }
    Ok(closed)
}

/// What the person holds, in one organisation or in all, is others' to do.
fn give_back(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: Option<i64>, by: Option<&Viewer>) -> Result<(), Error> {
    callbacks::release_all_of(conn, app, staff_id, organisation_id)?;
    tasks::return_all_of(conn, app, staff_id, organisation_id, by)?;
    Ok(())
}

/// The person works for this organisation no longer.
fn stop_working(conn: &mut Conn, app: &App, staff_id: i64, organisation_id: i64, by: &Viewer) -> Result<(), Error> {
    give_back(conn, app, staff_id, Some(organisation_id), Some(by))?;
    owners::clear_of(conn, staff_id, organisation_id, by, app.now())?;
    Ok(())
}

#[derive(Serialize)]
struct DepartureView {
    id: i64,
    name: String,
    /// Call-backs that the person has taken and that are open.
    callbacks: i64,
    /// Tasks to do.
    tasks: i64,
    /// Companies that the person is in charge of.
    companies: i64,
}

/// What closing the account would set free.
pub async fn confirm(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = id.into_inner();
    if id == viewer.staff_id {
        return Err(Error::Conflict("error-own-account"));
    }
    let view = page
        .app
        .db
        .read(move |conn| {
            let account = scope::find_whole(conn, &viewer, id)?.account;
            let held = callback_rows::table.filter(callback_rows::holder_id.eq(id)).filter(callback_rows::closed_at.is_null());
            let open = task_rows::table.filter(task_rows::owner_id.eq(id)).filter(task_rows::done_at.is_null());
            Ok(DepartureView {
                id,
                name: account.name,
                callbacks: held.count().get_result(conn)?,
                tasks: open.count().get_result(conn)?,
                companies: owners::count_of(conn, id)?,
            })
        })
        .await?;
    page.render("staff/deactivation.html", &view)
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
            memberships::keeping_an_administrator(conn, |conn| {
                scope::find_whole(conn, &viewer, id)?;
                depart(conn, &app, id, Some(&viewer))
            })
        })
        .await?;
    page.app.mail.notify_one();
    Ok(page.redirect(&format!("/admin/staff/{id}"), Some(Flash::success("flash-account-closed"))))
}

/// The person is back, with the rights and teams of before.
pub async fn reopen_account(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            scope::find_whole(conn, &viewer, id)?;
            if !staff::reactivate(conn, id)? {
                return Ok(());
            }
            if !scope::may_reopen(conn, &viewer, id)? {
                return Err(Error::Forbidden);
            }
            Ok(audit::by(conn, &viewer, now, "reactivate", "staff", id)?)
        })
        .await?;
    Ok(page.redirect(&format!("/admin/staff/{id}"), Some(Flash::success("flash-account-opened"))))
}

/// Changes what a person may do for an organisation. It holds from the next request on. What can't be done with the new
/// rights goes back: the call-backs of teams that were left, and everything, when no right to work is left.
pub fn set_rights(conn: &mut Conn, app: &App, membership: &Membership, staff_id: i64, rights: &Rights, by: &Viewer) -> Result<(), Error> {
    memberships::keeping_an_administrator(conn, |conn| {
        memberships::set_roles(conn, membership.id, &rights.roles)?;
        // Before the teams are left: tasks go to the queue of one of them.
        if !rights.roles.iter().any(|role| WORKER_ROLES.contains(role)) {
            stop_working(conn, app, staff_id, membership.organisation_id, by)?;
        }
        for team_id in places::set(conn, staff_id, membership.organisation_id, &rights.places, app.today())? {
            callbacks::release_of_team(conn, app, staff_id, team_id)?;
        }
        Ok(audit::by(conn, by, app.now(), "set_rights", "staff", staff_id)?)
    })
}

/// The person no longer acts for an organisation; the account stays.
pub async fn end_membership(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let ((id, organisation), app) = (ids.into_inner(), page.app.clone());
    if id == viewer.staff_id && organisation == viewer.organisation_id {
        return Err(Error::Conflict("error-own-membership"));
    }
    let remains = page
        .app
        .db
        .write(move |conn| {
            memberships::keeping_an_administrator(conn, |conn| {
                let (_, membership) = scope::membership(conn, &viewer, id, organisation)?;
                stop_working(conn, &app, id, organisation, &viewer)?;
                places::clear(conn, id, organisation, app.today())?;
                feeds::store::remove_of(conn, Subject::Membership(membership.id))?;
                feeds::store::remove_of_teams_by(conn, id, Some(organisation))?;
                memberships::remove(conn, membership.id)?;
                audit::by(conn, &viewer, app.now(), "remove_membership", "staff", id)?;
                Ok(scope::find(conn, &viewer, id).is_ok())
            })
        })
        .await?;
    page.app.mail.notify_one();
    let location = if remains { format!("/admin/staff/{id}") } else { "/admin/staff".to_owned() };
    Ok(page.redirect(&location, Some(Flash::success("flash-membership-ended"))))
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
