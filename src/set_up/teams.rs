//! The quick form of the teams: several at once, each open on office days until its own page says otherwise.

use super::teams_form::{ROWS, TeamsForm, TypedTeam};
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::identifiers::name;
use crate::organisations::hours;
use crate::organisations::store::{self, NewTeam, Opens};
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Serialize;

const FORM: &str = "set_up/teams.html";

#[derive(Serialize)]
struct TeamsView {
    form: FormView,
    rows: Vec<Row>,
    teams: Vec<Known>,
}

/// The names of a row's fields.
#[derive(Serialize)]
struct Row {
    number: usize,
    name: &'static str,
    mailbox: &'static str,
    mine: &'static str,
}

/// A team that is there.
#[derive(Serialize)]
struct Known {
    id: i64,
    name: String,
    members: usize,
}

pub async fn form(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let known = known(&page, viewer.organisation_id).await?;
    let values = TeamsForm::fresh(known.is_empty());
    page.render(FORM, &view(page.form(&values).await?, known))
}

fn view(form: FormView, teams: Vec<Known>) -> TeamsView {
    let rows = (1..).zip(ROWS).map(|(number, [name, mailbox, mine])| Row { number, name, mailbox, mine }).collect();
    TeamsView { form, rows, teams }
}

async fn known(page: &Page, organisation_id: i64) -> Result<Vec<Known>, Error> {
    page.app
        .db
        .read(move |conn| {
            let teams = store::teams_of(conn, organisation_id)?;
            let known = |(id, name)| Ok(Known { id, name, members: store::members(conn, id)?.len() });
            teams.into_iter().map(known).collect()
        })
        .await
}

pub async fn create(viewer: Viewer, page: Page, fields: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let form = TeamsForm::of(fields.into_inner());
    let (organisation_id, now) = (viewer.organisation_id, page.app.now());
    let teams = known(&page, organisation_id).await?;
    let names: Vec<String> = teams.iter().map(|team| team.name.clone()).collect();
    let typed = match form.typed(&names, page.app.today()) {
        Ok(typed) => typed,
        // The second click of two finds its own teams there: `once` knows.
        Err(errors) => match repeated(&page, &viewer, form.once()).await? {
            Some(location) => return Ok(page.redirect(&location, None)),
            None => return again(&page, &form, &errors, teams),
        },
    };
    let key = form.once().to_owned();
    let added = page.app.db.write(move |conn| once(conn, &key, viewer.staff_id, now, |conn| add(conn, &viewer, &typed, now))).await;
    match added {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-set-up-teams")))),
        Err(Error::Conflict(key)) => again(&page, &form, &Errors::one(ROWS[0][0], key), known(&page, organisation_id).await?),
        Err(error) => Err(error),
    }
}

/// Where the form led that came with this key, if it came before.
async fn repeated(page: &Page, viewer: &Viewer, key: &str) -> Result<Option<String>, Error> {
    let (key, staff_id) = (key.to_owned(), viewer.staff_id);
    page.app.db.read(move |conn| Ok(crate::web::once::known(conn, &key, staff_id)?)).await
}

fn add(conn: &mut Conn, viewer: &Viewer, teams: &[TypedTeam], now: NaiveDateTime) -> Result<String, Error> {
    hold_off_writers(conn, "teams")?;
    let known = store::teams_of(conn, viewer.organisation_id)?;
    for team in teams {
        if known.iter().any(|known| name::fold(&known.1) == name::fold(&team.name)) {
            return Err(Error::Conflict("error-set-up-team-known"));
        }
        let new = NewTeam {
            organisation_id: viewer.organisation_id,
            name: &team.name,
            mailbox: &team.mailbox,
            language: viewer.lang,
            by_mail: false,
        };
        let id = store::add_team(conn, &new)?;
        store::set_periods(conn, Opens::Team(id), &hours::office())?;
        if team.is_mine {
            store::add_member(conn, id, viewer.staff_id, false)?;
        }
        audit::by(conn, viewer, now, "add", "teams", id)?;
    }
    Ok("/setup".to_owned())
}

fn again(page: &Page, form: &TeamsForm, errors: &Errors, teams: Vec<Known>) -> Result<HttpResponse, Error> {
    page.render_refused(FORM, &view(FormView::refused(form, errors, page.lang(), form.once()), teams))
}
