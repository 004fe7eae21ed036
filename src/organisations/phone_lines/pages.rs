//! The form of a phone line; its list is on the team's page.

use super::form::PhoneLineForm;
use super::store::{self, PhoneLine};
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::organisations::seasons::{self, view::SeasonView};
use crate::organisations::store::{Opens, Team};
use crate::organisations::teams::pages::address;
use crate::organisations::teams::store as teams;
use crate::web::edits;
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const FORM: &str = "phone_lines/form.html";

#[derive(Serialize)]
struct FormPage {
    form: FormView,
    team_id: i64,
    team: String,
    /// None for a new line.
    id: Option<i64>,
    /// Hours of the line that hold for a time.
    seasons: Vec<SeasonView>,
}

/// Whose line it is, and what the page of a known one shows beside its form.
struct Ground {
    team: Team,
    id: Option<i64>,
    seasons: Vec<SeasonView>,
}

impl Ground {
    fn of_new(team: Team) -> Self {
        Self { team, id: None, seasons: Vec::new() }
    }

    fn page(self, form: FormView) -> FormPage {
        FormPage { form, team_id: self.team.id, team: self.team.name, id: self.id, seasons: self.seasons }
    }
}

/// The line and its team, if the team is in reach and hasn't ended.
fn find(conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<(PhoneLine, Team), Error> {
    let line = store::find(conn, id)?;
    let team = teams::find_live(conn, viewer, line.team_id)?;
    Ok((line, team))
}

async fn load(viewer: Viewer, page: &Page, id: i64) -> Result<(PhoneLine, Ground), Error> {
    let (today, lang) = (page.app.today(), page.lang());
    let load = move |conn: &mut Conn| {
        let (line, team) = find(conn, &viewer, id)?;
        let seasons = seasons::view::views(&seasons::store::of(conn, Opens::PhoneLine(id))?, today, lang);
        Ok((line, Ground { team, id: Some(id), seasons }))
    };
    page.app.db.read(load).await
}

fn lines_of(team_id: i64) -> String {
    format!("{}#lines", address(team_id))
}

pub async fn new(viewer: Viewer, page: Page, team_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let team = page.app.db.read(move |conn| Ok(teams::find_live(conn, &viewer, *team_id)?)).await?;
    page.render(FORM, &Ground::of_new(team).page(page.form(&PhoneLineForm::default()).await?))
}

pub async fn create(viewer: Viewer, page: Page, team_id: web::Path<i64>, form: web::Form<PhoneLineForm>) -> Result<HttpResponse, Error> {
    let (team_id, form, asker) = (*team_id, form.into_inner(), viewer.clone());
    let team = page.app.db.read(move |conn| Ok(teams::find_live(conn, &asker, team_id)?)).await?;
    if let Some(copied) = form.copied() {
        return copied_page(&page, &copied, Ground::of_new(team));
    }
    let details = match form.typed(page.app.today()) {
        Ok(details) => details,
        Err(errors) => {
            return page.render_refused(FORM, &Ground::of_new(team).page(FormView::refused(&form, &errors, page.lang(), &form.once)));
        }
    };
    let now = page.app.now();
    let add = move |conn: &mut Conn| {
        once(conn, &form.once, viewer.staff_id, now, |conn| {
            teams::find_live(conn, &viewer, team_id)?;
            let id = store::add(conn, team_id, &details)?;
            audit::by(conn, &viewer, now, "add", "phone_lines", id)?;
            Ok(lines_of(team_id))
        })
    };
    let location = page.app.db.write(add).await?;
    Ok(page.redirect(&location, Some(Flash::success("flash-phone-line-saved"))))
}

pub async fn edit(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (line, ground) = load(viewer, &page, *id).await?;
    page.render(FORM, &ground.page(page.edit_form(&PhoneLineForm::of(&line)).await?))
}

pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<PhoneLineForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (*id, form.into_inner());
    let (_, ground) = load(viewer.clone(), &page, id).await?;
    if let Some(copied) = form.copied() {
        return copied_page(&page, &copied, ground);
    }
    let (now, today, typed) = (page.app.now(), page.app.today(), form.clone());
    let save = move |conn: &mut Conn| {
        find(conn, &viewer, id)?;
        let current = PhoneLineForm::of(&store::hold(conn, id)?);
        let merged = edits::settle(conn, ("phone_lines", id), &typed, &current)?;
        Ok(match merged.and_then(|merged| Ok(merged.typed(today)?)) {
            Ok(details) => {
                store::change(conn, id, &details)?;
                Ok(audit::by(conn, &viewer, now, "change", "phone_lines", id)?)
            }
            Err(refusal) => Err(refusal),
        })
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(&lines_of(ground.team.id), Some(Flash::success("flash-phone-line-saved")))),
        Err(refusal) => {
            let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), FORM, &ground.page(form))
        }
    }
}

/// The form again, with Monday's hours copied.
fn copied_page(page: &Page, copied: &PhoneLineForm, ground: Ground) -> Result<HttpResponse, Error> {
    page.render(FORM, &ground.page(FormView::refused(copied, &Errors::default(), page.lang(), &copied.once)))
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let remove = move |conn: &mut Conn| {
        let (_, team) = find(conn, &viewer, id)?;
        store::remove(conn, id)?;
        audit::by(conn, &viewer, now, "remove", "phone_lines", id)?;
        Ok(team.id)
    };
    let team_id = page.app.db.write(remove).await?;
    Ok(page.redirect(&lines_of(team_id), Some(Flash::success("flash-phone-line-removed"))))
}
