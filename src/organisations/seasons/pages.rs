//! The form of a season; their list is on the team's page, or on the phone line's.

use super::form::SeasonForm;
use super::store::{self, Row};
use crate::audit;
use crate::calendar::Season;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::organisations::phone_lines::store as lines;
use crate::organisations::store::{Opens, periods};
use crate::organisations::teams::{pages::address, store as teams};
use crate::web::edits;
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const FORM: &str = "seasons/form.html";
const KNOWN: &str = "error-season-known";

/// Whose hours they are.
#[derive(Clone, Serialize)]
struct Owner {
    #[serde(skip)]
    whose: Opens,
    name: String,
    /// The page with their list.
    page: String,
    /// Where a new one is sent.
    address: String,
    is_team: bool,
}

#[derive(Serialize)]
struct FormPage {
    form: FormView,
    owner: Owner,
    /// None for a new one.
    id: Option<i64>,
}

/// The team or phone line, if its team is in reach and hasn't ended.
fn owner(conn: &mut Conn, viewer: &Viewer, whose: Opens) -> Result<Owner, Error> {
    match whose {
        Opens::Team(id) => {
            let team = teams::find_live(conn, viewer, id)?;
            let page = address(id);
            Ok(Owner { whose, name: team.name, address: format!("{page}/seasons"), page: format!("{page}#seasons"), is_team: true })
        }
        Opens::PhoneLine(id) => {
            let line = lines::find(conn, id)?;
            teams::find_live(conn, viewer, line.team_id)?;
            let page = format!("/admin/phone-lines/{id}");
            Ok(Owner { whose, name: line.name, address: format!("{page}/seasons"), page: format!("{page}#seasons"), is_team: false })
        }
        Opens::Season(_) => Err(Error::NotFound),
    }
}

fn find(conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<(Row, Owner), Error> {
    let row = store::find(conn, id)?;
    let owner = owner(conn, viewer, row.whose)?;
    Ok((row, owner))
}

pub async fn new_of_team(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    new(viewer, page, Opens::Team(*id)).await
}

pub async fn new_of_line(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    new(viewer, page, Opens::PhoneLine(*id)).await
}

pub async fn create_of_team(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<SeasonForm>) -> Result<HttpResponse, Error> {
    create(viewer, page, Opens::Team(*id), form.into_inner()).await
}

pub async fn create_of_line(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<SeasonForm>) -> Result<HttpResponse, Error> {
    create(viewer, page, Opens::PhoneLine(*id), form.into_inner()).await
}

async fn new(viewer: Viewer, page: Page, whose: Opens) -> Result<HttpResponse, Error> {
    let (owner, usual) = page.app.db.read(move |conn| Ok((owner(conn, &viewer, whose)?, periods(conn, whose)?))).await?;
    let form = page.form(&SeasonForm::fresh(&usual)).await?;
    page.render(FORM, &FormPage { form, owner, id: None })
}

async fn create(viewer: Viewer, page: Page, whose: Opens, form: SeasonForm) -> Result<HttpResponse, Error> {
    let asker = viewer.clone();
    let known = page.app.db.read(move |conn| owner(conn, &asker, whose)).await?;
    if let Some(copied) = form.copied() {
        return copied_page(&page, &copied, known, None);
    }
    let refused = |page: &Page, errors: &Errors| {
        let form = FormView::refused(&form, errors, page.lang(), &form.once);
        page.render_refused(FORM, &FormPage { form, owner: known.clone(), id: None })
    };
    let season = match form.typed(whose, page.app.today()) {
        Ok(season) => season,
        Err(errors) => return refused(&page, &errors),
    };
    let (now, key) = (page.app.now(), form.once.clone());
    let add = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            let owner = owner(conn, &viewer, whose)?;
            hold_off_writers(conn, "opening_seasons")?;
            if is_known(conn, whose, &season, None)? {
                return Err(Error::Conflict(KNOWN));
            }
            let id = store::add(conn, whose, &season)?;
            audit::by(conn, &viewer, now, "add", "opening_seasons", id)?;
            Ok(owner.page)
        })
    };
    match page.app.db.write(add).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-season-saved")))),
        Err(Error::Conflict(KNOWN)) => refused(&page, &Errors::one("first_day", KNOWN)),
        Err(error) => Err(error),
    }
}

/// Another begins on the same day: which of them would hold?
fn is_known(conn: &mut Conn, whose: Opens, season: &Season, but: Option<i64>) -> Result<bool, Error> {
    Ok(store::of(conn, whose)?.iter().any(|row| row.season.first == season.first && Some(row.id) != but))
}

pub async fn edit(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (row, owner) = page.app.db.read(move |conn| find(conn, &viewer, *id)).await?;
    let form = page.edit_form(&SeasonForm::of(&row.season)).await?;
    page.render(FORM, &FormPage { form, owner, id: Some(row.id) })
}

pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<SeasonForm>) -> Result<HttpResponse, Error> {
    let (id, form, asker) = (*id, form.into_inner(), viewer.clone());
    let (_, owner) = page.app.db.read(move |conn| find(conn, &asker, id)).await?;
    if let Some(copied) = form.copied() {
        return copied_page(&page, &copied, owner, Some(id));
    }
    let (now, today, typed, whose) = (page.app.now(), page.app.today(), form.clone(), owner.whose);
    let save = move |conn: &mut Conn| {
        find(conn, &viewer, id)?;
        hold_off_writers(conn, "opening_seasons")?;
        let current = SeasonForm::of(&store::hold(conn, id)?.season);
        let merged = edits::settle(conn, ("opening_seasons", id), &typed, &current)?;
        let season = match merged.and_then(|merged| Ok(merged.typed(whose, today)?)) {
            Ok(season) => season,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if is_known(conn, whose, &season, Some(id))? {
            return Ok(Err(Errors::one("first_day", KNOWN).into()));
        }
        store::change(conn, id, &season)?;
        Ok(Ok(audit::by(conn, &viewer, now, "change", "opening_seasons", id)?))
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(&owner.page, Some(Flash::success("flash-season-saved")))),
        Err(refusal) => {
            let form = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), FORM, &FormPage { form, owner, id: Some(id) })
        }
    }
}

/// The form again, with Monday's hours copied.
fn copied_page(page: &Page, copied: &SeasonForm, owner: Owner, id: Option<i64>) -> Result<HttpResponse, Error> {
    let form = FormView::refused(copied, &Errors::default(), page.lang(), &copied.once);
    page.render(FORM, &FormPage { form, owner, id })
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let remove = move |conn: &mut Conn| {
        let (_, owner) = find(conn, &viewer, id)?;
        store::remove(conn, id)?;
        audit::by(conn, &viewer, now, "remove", "opening_seasons", id)?;
        Ok(owner.page)
    };
    let location = page.app.db.write(remove).await?;
    Ok(page.redirect(&location, Some(Flash::success("flash-season-removed"))))
}
