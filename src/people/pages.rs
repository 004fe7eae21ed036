//! Adding, correcting and ending contact persons.

use super::form::PersonForm;
use super::store::{self, Person};
use crate::companies::store::{self as companies, Summary};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::sites::store as sites;
use crate::web::edits::{self, Unsaved};
use crate::web::forms::clean;
use crate::web::once::once;
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct PersonView {
    form: FormView,
    company: Summary,
    /// The person, unless it is a new one.
    person: Option<Person>,
    languages: Vec<Choice>,
    /// Where the person may work; none where the company has no sites.
    sites: Vec<Choice>,
    /// The fields of the numbers that are there and of one more, and the others, which wait folded.
    phones: Vec<&'static str>,
    more_phones: Vec<&'static str>,
}

/// The company of a form and its sites.
struct Ground {
    company: Summary,
    sites: Vec<(i64, String)>,
}

fn view(form: FormView, ground: Ground, person: Option<Person>, lang: Lang) -> PersonView {
    let values: PersonForm = form.values();
    let fields = values.phones();
    let last_filled = fields.iter().rposition(|(_, typed)| !typed.trim().is_empty());
    let (shown, folded) = fields.split_at(last_filled.map_or(1, |last| last + 2).min(fields.len()));
    let names = |fields: &[(&'static str, &str)]| fields.iter().map(|(name, _)| *name).collect();
    PersonView {
        phones: names(shown),
        more_phones: names(folded),
        form,
        company: ground.company,
        person,
        languages: Choice::languages(lang),
        sites: Choice::of_rows(ground.sites),
    }
}

/// What an unknown caller's number brings along.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Preset {
    phone: String,
}

/// `site` is the one that the person is at by now.
fn ground(conn: &mut Conn, company_id: i64, site: Option<i64>) -> Result<Ground, Error> {
    let company = companies::summary(conn, company_id)?.ok_or(Error::NotFound)?;
    Ok(Ground { company, sites: sites::choices(conn, company_id, site)? })
}

/// A person who still speaks for the company, with it.
fn active(conn: &mut Conn, id: i64) -> Result<(Person, Ground), Error> {
    let person = store::find(conn, id)?.filter(|person| person.ended_at.is_none()).ok_or(Error::NotFound)?;
    let ground = ground(conn, person.company_id, person.site_id)?;
    Ok((person, ground))
}

pub async fn new(page: Page, company_id: web::Path<i64>, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let id = company_id.into_inner();
    let ground = page.app.db.read(move |conn| ground(conn, id, None)).await?;
    let form = page.form(&PersonForm { phone: clean(&preset.phone), ..PersonForm::default() }).await?;
    let view = view(form, ground, None, page.lang());
    page.about_company(id).render("people/new.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<PersonForm>) -> Result<HttpResponse, Error> {
    let (company_id, form) = (company_id.into_inner(), form.into_inner());
    let ground = page.app.db.read(move |conn| ground(conn, company_id, None)).await?;
    let details = match form.finish(&ground.sites, page.app.today()) {
        Ok(details) => details,
        Err(errors) => return refuse(page, "people/new.html", &form, &errors.into(), (ground, None)),
    };
    let (now, author) = (page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let location = page
        .app
        .db
        .write(move |conn| {
            once(conn, &form.once, viewer.staff_id, now, |conn| {
                store::add(conn, company_id, &details, author, now)?;
                Ok(format!("/companies/{company_id}"))
            })
        })
        .await?;
    Ok(page.redirect(&location, Some(Flash::success("flash-person-added"))))
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = id.into_inner();
    let (person, ground) = page.app.db.read(move |conn| active(conn, id)).await?;
    let (form, company_id) = (page.edit_form(&PersonForm::of(&person)).await?, ground.company.id);
    let view = view(form, ground, Some(person), page.lang());
    page.about_company(company_id).render("people/edit.html", &view)
}

pub async fn update(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<PersonForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (id.into_inner(), form.into_inner());
    let (person, ground) = page.app.db.read(move |conn| active(conn, id)).await?;
    let (now, today, author, typed) = (page.app.now(), page.app.today(), (viewer.organisation_id, viewer.staff_id), form.clone());
    let saved = page.app.db.write(move |conn| {
        let person = store::hold(conn, id)?.ok_or(Error::NotFound)?;
        let merged = edits::settle(conn, ("people", id), &typed, &PersonForm::of(&person))?;
        let sites = sites::choices(conn, person.company_id, person.site_id)?;
        Ok(match merged.and_then(|merged| Ok(merged.finish(&sites, today)?)) {
            Ok(details) => Ok(store::edit(conn, id, &details, author, now)?),
            Err(refusal) => Err(refusal),
        })
    });
    match saved.await? {
        Ok(()) => Ok(page.redirect(&format!("/companies/{}", ground.company.id), Some(Flash::success("flash-person-saved")))),
        Err(refusal) => refuse(page, "people/edit.html", &form, &refusal, (ground, Some(person))),
    }
}

/// `POST /people/{id}/ending`: the person no longer speaks for the company.
pub async fn end(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, author) = (id.into_inner(), page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let company_id = page
        .app
        .db
        .write(move |conn| {
            let person = store::find(conn, id)?.ok_or(Error::NotFound)?;
            store::end(conn, id, author, now)?;
            Ok(person.company_id)
        })
        .await?;
    Ok(page.redirect(&format!("/companies/{company_id}"), Some(Flash::success("flash-person-ended"))))
}

fn refuse(
    page: Page,
    template: &str,
    form: &PersonForm,
    refusal: &Unsaved,
    (ground, person): (Ground, Option<Person>),
) -> Result<HttpResponse, Error> {
    let form = FormView::unsaved(form, refusal, page.lang(), &form.once);
    let (company_id, lang) = (ground.company.id, page.lang());
    page.about_company(company_id).render_with(refusal.status(), template, &view(form, ground, person, lang))
}
