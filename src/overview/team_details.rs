//! A team's details are changed. When it goes over to mail, or back, what waits in its queue follows: nobody is left waiting for
//! a team that was never asked.

use crate::answers;
use crate::app::App;
use crate::callbacks::{ladder, store};
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::organisations::store::{Team, team};
use crate::organisations::teams::form::TeamForm;
use crate::organisations::teams::pages;
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};

pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<TeamForm>) -> Result<HttpResponse, Error> {
    pages::change((viewer, page), *id, form.into_inner(), ask_anew).await
}

/// Links that went to an address that the team does not answer from any more are withdrawn, and what waits is asked there where
/// it answers now. With or without accounts, its ladder is another: a new round begins.
fn ask_anew(conn: &mut Conn, app: &App, before: &Team) -> Result<(), Error> {
    let Some(after) = team(conn, before.id)? else { return Ok(()) };
    let goes_over = before.by_mail != after.by_mail;
    if !goes_over && (!after.by_mail || before.mailbox == after.mailbox) {
        return Ok(());
    }
    // Nobody takes one of them meanwhile, or logs another.
    hold_off_writers(conn, "callbacks")?;
    answers::links::withdraw_of_team(conn, after.id, app.now())?;
    for mut callback in store::waiting_for(conn, after.id)? {
        if goes_over {
            ladder::enter(conn, &mut callback, app.now())?;
        }
        if after.by_mail {
            answers::ask(conn, app, &callback)?;
        }
    }
    Ok(())
}
