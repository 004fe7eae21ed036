//! The list of organisations and the form of one. Only the host's administrators come here.

use super::form::OrganisationForm;
use super::listed::{self, Details, Listed, Loss, Organisation};
use super::{sharing, store};
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::edits::{self, Unsaved};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use diesel::QueryResult;
use serde::Serialize;

const LIST: &str = "/admin/organisations";
const FORM: &str = "organisations/form.html";

#[derive(Serialize)]
struct ListView {
    organisations: Vec<Listed>,
}

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let organisations = page.app.db.read(move |conn| Ok(listed::listed(conn, today)?)).await?;
    page.render("organisations/list.html", &ListView { organisations })
}

#[derive(Serialize)]
struct FormPage {
    form: FormView,
    /// None for a new one.
    organisation: Option<Organisation>,
    is_over: bool,
    teams: Vec<Choice>,
    loss: Option<Loss>,
    /// The day in the past that must be confirmed: access ends at once.
    confirm: Option<NaiveDate>,
}

impl FormPage {
    fn new(form: FormView) -> Self {
        Self { form, organisation: None, is_over: false, teams: Vec::new(), loss: None, confirm: None }
    }
}

/// An organisation with what its page shows beside the form.
struct Ground {
    organisation: Organisation,
    municipalities: Vec<String>,
    teams: Vec<(i64, String)>,
    loss: Loss,
    today: NaiveDate,
}

impl Ground {
    async fn of(page: &Page, id: i64) -> Result<Self, Error> {
        let (now, today) = (page.app.now(), page.app.today());
        let load = move |conn: &mut Conn| {
            Ok(Self {
                organisation: listed::find(conn, id)?,
                municipalities: listed::municipalities_of(conn, id)?,
                teams: store::teams_of(conn, id)?,
                loss: listed::loss(conn, id, now)?,
                today,
            })
        };
        page.app.db.read(load).await
    }

    fn page(self, form: FormView, confirm: Option<NaiveDate>) -> FormPage {
        let is_over = self.organisation.is_over(self.today);
        FormPage {
            form,
            is_over,
            teams: Choice::of_rows(self.teams),
            loss: Some(self.loss),
            confirm,
            organisation: Some(self.organisation),
        }
    }
}

pub async fn new(page: Page) -> Result<HttpResponse, Error> {
    page.render(FORM, &FormPage::new(page.form(&OrganisationForm::default()).await?))
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<OrganisationForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let refuse = |form: &OrganisationForm, errors: &Errors| {
        page.render_refused(FORM, &FormPage::new(FormView::refused(form, errors, page.lang(), &form.once)))
    };
    let details = match form.typed(false, page.app.today()) {
        Ok(details) => details,
        Err(errors) => return refuse(&form, &errors),
    };
    let (now, key) = (page.app.now(), form.once.clone());
    let add = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            hold_off_writers(conn, "organisations")?;
            if listed::is_name_taken(conn, &details.name, None)? {
                return Err(Error::Conflict("error-organisation-exists"));
            }
            let id = store::add(conn, &details.name, false, details.ends_on, now)?;
            sharing::set_default(conn, id, details.default_visibility)?;
            audit::by(conn, &viewer, now, "add", "organisations", id)?;
            Ok(format!("{LIST}/{id}"))
        })
    };
    match page.app.db.write(add).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-organisation-added")))),
        Err(Error::Conflict(key)) => refuse(&form, &Errors::one("name", key)),
        Err(error) => Err(error),
    }
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let ground = Ground::of(&page, *id).await?;
    let form = OrganisationForm::of(&ground.organisation, &ground.municipalities, page.lang());
    let form = page.edit_form(&form).await?;
    page.render(FORM, &ground.page(form, None))
}

/// Why a change is not saved, and the end in the past that must be confirmed first.
type Refusal = (Unsaved, Option<NaiveDate>);

/// An end in the past takes effect at once, so it is shown with what it does before it is saved.
pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<OrganisationForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (*id, form.into_inner());
    let ground = Ground::of(&page, id).await?;
    let (now, today, lang, typed) = (page.app.now(), page.app.today(), page.lang(), form.clone());
    let save = move |conn: &mut Conn| {
        hold_off_writers(conn, "organisations")?;
        let details = match settle(conn, id, &typed, (lang, today))? {
            Ok(details) => details,
            Err(refusal) => return Ok(Err(refusal)),
        };
        listed::change(conn, id, &details)?;
        Ok(Ok(audit::by(conn, &viewer, now, "change", "organisations", id)?))
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(LIST, Some(Flash::success("flash-organisation-saved")))),
        Err((unsaved, confirm)) => {
            let form = FormView::unsaved(&form, &unsaved, lang, &form.once);
            page.render_with(unsaved.status(), FORM, &ground.page(form, confirm))
        }
    }
}

/// What was typed together with what another saved meanwhile.
fn settle(conn: &mut Conn, id: i64, typed: &OrganisationForm, (lang, today): (Lang, NaiveDate)) -> QueryResult<Result<Details, Refusal>> {
    let organisation = listed::find(conn, id)?;
    let current = OrganisationForm::of(&organisation, &listed::municipalities_of(conn, id)?, lang);
    let merged = edits::settle(conn, ("organisations", id), typed, &current)?;
    let details = match merged.and_then(|merged| Ok(merged.typed(organisation.is_host, today)?)) {
        Ok(details) => details,
        Err(unsaved) => return Ok(Err((unsaved, None))),
    };
    if let Some(last) = ends_at_once(&organisation, &details, today).filter(|last| typed.end_seen != last.to_string()) {
        return Ok(Err((Errors::default().into(), Some(last))));
    }
    if listed::is_name_taken(conn, &details.name, Some(id))? {
        return Ok(Err((Errors::one("name", "error-organisation-exists").into(), None)));
    }
    Ok(Ok(details))
}

/// This end would take the access away at once, and it is still there.
fn ends_at_once(organisation: &Organisation, details: &Details, today: NaiveDate) -> Option<NaiveDate> {
    details.ends_on.filter(|last| *last < today && !organisation.is_over(today))
}
