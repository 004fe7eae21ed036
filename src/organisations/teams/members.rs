//! Who belongs to a team and who leads it. Leaving it is in `overview::departure`: what the person held goes back.

use super::form::TeamForm;
use super::pages::{address, again};
use super::store;
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::organisations::store::{add_member, members};
use crate::web::once::new_key;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Joining {
    staff: String,
}

/// Takes an active person of the team's organisation in. Doing it twice changes nothing.
pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<Joining>) -> Result<HttpResponse, Error> {
    let (id, now, asker) = (*id, page.app.now(), viewer.clone());
    let wanted = form.staff.parse::<i64>().ok();
    let join = move |conn: &mut Conn| {
        let team = store::find_live(conn, &viewer, id)?;
        hold_off_writers(conn, "team_members")?;
        let staff_id = wanted.ok_or(Error::Conflict("error-choose"))?;
        if members(conn, id)?.iter().any(|member| member.staff_id == staff_id) {
            return Ok(());
        }
        if store::candidates(conn, &team)?.iter().all(|candidate| candidate.0 != staff_id) {
            return Err(Error::Conflict("error-choose"));
        }
        add_member(conn, id, staff_id, false)?;
        Ok(audit::by(conn, &viewer, now, "add_member", "teams", id)?)
    };
    match page.app.db.write(join).await {
        Ok(()) => Ok(page.redirect(&format!("{}#members", address(id)), Some(Flash::success("flash-team-member-added")))),
        Err(Error::Conflict(key)) => {
            let draw = |form: &TeamForm, lang| FormView::refused(form, &Errors::one("staff", key), lang, &new_key()).with_base();
            again((asker, page, id), StatusCode::UNPROCESSABLE_ENTITY, draw).await
        }
        Err(error) => Err(error),
    }
}

#[derive(Deserialize)]
pub struct Lead {
    lead: String,
}

/// Makes a member the lead, or an ordinary member again.
pub async fn change(viewer: Viewer, page: Page, path: web::Path<(i64, i64)>, form: web::Form<Lead>) -> Result<HttpResponse, Error> {
    let ((team_id, staff_id), now) = (*path, page.app.now());
    let is_lead = match form.lead.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::Invalid("error-bad-request")),
    };
    let change = move |conn: &mut Conn| {
        store::find_live(conn, &viewer, team_id)?;
        store::set_lead(conn, team_id, staff_id, is_lead)?;
        Ok(audit::by(conn, &viewer, now, "change_member", "teams", team_id)?)
    };
    page.app.db.write(change).await?;
    Ok(page.redirect(&format!("{}#members", address(team_id)), Some(Flash::success("flash-team-member-changed"))))
}
