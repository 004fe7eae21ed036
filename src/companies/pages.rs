//! Adding a company and correcting one.

use super::filters::size_choices;
use super::form::{CompanyForm, Typed, industry_text};
use super::search::{Lookalike, Spellings, lookalikes};
use super::store::{self, Company, FieldEdit, NewCompany};
use super::views::{HitView, form_choices, municipality, municipality_choices};
use super::{BY_HAND, FROM_REGISTER, Field};
use crate::classifications::company_forms;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::identifiers::business_id::BusinessId;
use crate::web::edits::{self, Unsaved};
use crate::web::forms::clean;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Options, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::QueryResult;
use diesel::result::{DatabaseErrorKind, Error as QueryError};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct NewView {
    form: FormView,
    municipalities: Options,
    forms: Options,
    sizes: Vec<Choice>,
    /// The company that has this business id already.
    taken_by: Option<Link>,
    /// Companies that it may be the same as, shown once, and those that have been shown by now.
    similar: Vec<LookalikeView>,
    similar_seen: String,
}

#[derive(Serialize)]
struct LookalikeView {
    #[serde(flatten)]
    company: HitView,
    /// The code of a `Likeness`.
    likeness: &'static str,
}

#[derive(Serialize)]
struct Link {
    id: i64,
    name: String,
}

/// What a search, a look-up or an unknown caller brings along.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Preset {
    name: String,
    business_id: String,
    phone: String,
}

/// Why a well-formed company was not added.
enum Refusal {
    Taken(Link),
    Similar(Vec<Lookalike>),
}

pub async fn new(page: Page, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let Preset { name, business_id, phone } = preset.into_inner();
    let form = CompanyForm { name: clean(&name), business_id: clean(&business_id), phone: clean(&phone), ..CompanyForm::default() };
    page.render("companies/new.html", &new_view(page.form(&form).await?, page.lang()))
}

fn new_view(form: FormView, lang: Lang) -> NewView {
    NewView {
        form,
        municipalities: municipality_choices(lang, ""),
        forms: form_choices(lang, ""),
        sizes: size_choices(lang),
        taken_by: None,
        similar: Vec::new(),
        similar_seen: String::new(),
    }
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<CompanyForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let refused = |errors: &Errors| new_view(FormView::refused(&form, errors, page.lang(), &form.once), page.lang());
    let typed = match form.finish(page.app.today(), &|_, _| false) {
        Ok(typed) => typed,
        Err(errors) => return page.render_refused("companies/new.html", &refused(&errors)),
    };
    let (now, key, seen, spellings) = (page.app.now(), form.once.clone(), form.seen_similar(), page.app.spellings.clone());
    let made = page.app.db.write(move |conn| add_once(conn, &viewer, &typed, (&key, &spellings, &seen), now)).await?;
    let mut errors = Errors::default();
    let view = match made {
        Ok(location) => return Ok(page.redirect(&location, Some(Flash::success("flash-company-added")))),
        Err(Refusal::Taken(company)) => {
            errors.add("business_id", "error-business-id-taken");
            NewView { taken_by: Some(company), ..refused(&errors) }
        }
        Err(Refusal::Similar(found)) => {
            let seen = form.seen_similar().into_iter().chain(found.iter().map(|one| one.company.company.id));
            let similar_seen = seen.map(|id| id.to_string()).collect::<Vec<_>>().join(",");
            let view = |one: Lookalike| LookalikeView { company: HitView::of(one.company, page.lang()), likeness: one.likeness.code() };
            NewView { similar: found.into_iter().map(view).collect(), similar_seen, ..refused(&errors) }
        }
    };
    page.render_refused("companies/new.html", &view)
}

/// Adds the company unless its id is taken or others like it have not been looked at. A form sent twice makes one company.
fn add_once(
    conn: &mut Conn,
    viewer: &Viewer,
    typed: &Typed,
    (key, spellings, seen): (&str, &Spellings, &[i64]),
    now: NaiveDateTime,
) -> Result<Result<String, Refusal>, Error> {
    let mut refusal = None;
    let location = once(conn, key, viewer.staff_id, now, |conn| {
        refusal = refuse(conn, typed, spellings, seen)?;
        if refusal.is_some() {
            return Err(Error::Conflict("error-company-not-added"));
        }
        let new = NewCompany {
            business_id: typed.business_id.as_ref(),
            facts: &typed.facts,
            organisation_id: viewer.organisation_id,
            staff_id: viewer.staff_id,
        };
        let id = store::add(conn, &new, now).map_err(taken_meanwhile)?;
        Ok(format!("/companies/{id}"))
    });
    match refusal {
        Some(refusal) => Ok(Err(refusal)),
        None => Ok(Ok(location?)),
    }
}

fn refuse(conn: &mut Conn, typed: &Typed, spellings: &Spellings, seen: &[i64]) -> Result<Option<Refusal>, Error> {
    if let Some(company) = taken_by(conn, typed.business_id.as_ref())? {
        return Ok(Some(Refusal::Taken(company)));
    }
    let mut alike = lookalikes(conn, spellings, &typed.facts)?;
    alike.retain(|one| !seen.contains(&one.company.company.id));
    Ok((!alike.is_empty()).then_some(Refusal::Similar(alike)))
}

/// Another person added the same id between our look and our write.
fn taken_meanwhile(error: QueryError) -> Error {
    match error {
        QueryError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Error::Conflict("error-company-not-added"),
        other => other.into(),
    }
}

#[derive(Serialize)]
struct EditView {
    form: FormView,
    company: Link,
    business_id: Option<String>,
    municipalities: Options,
    forms: Options,
    sizes: Vec<Choice>,
    /// By field: what the register says where a person wrote something else, in words.
    register: BTreeMap<String, String>,
    from_register: bool,
    /// A person added the company: its business id can be written, and its end.
    by_hand: bool,
    ended: bool,
    /// The company that has the business id already.
    taken_by: Option<Link>,
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (company, edits) = load(&page, id.into_inner()).await?;
    let form = page.edit_form(&CompanyForm::of(&company, page.lang())).await?;
    let lang = page.lang();
    page.about_company(company.id).render("companies/edit.html", &edit_view(form, &company, &edits, lang))
}

pub async fn update(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<CompanyForm>) -> Result<HttpResponse, Error> {
    let (id, lang, form) = (id.into_inner(), page.lang(), form.into_inner());
    let (now, today, typed) = (page.app.now(), page.app.today(), form.clone());
    let saved = page.app.db.write(move |conn| correct(conn, &viewer, id, typed, (lang, today, now))).await?;
    match saved {
        Ok(changed) => Ok(page.redirect(&format!("/companies/{id}"), changed.then(|| Flash::success("flash-company-saved")))),
        Err(refusal) => {
            let (company, edits) = load(&page, id).await?;
            let form_view = FormView::unsaved(&form, &refusal, lang, &form.once);
            let taken_by = page.app.db.read(move |conn| Ok(other_with(conn, &form.business_id, id)?)).await?;
            let view = EditView { taken_by, ..edit_view(form_view, &company, &edits, lang) };
            page.about_company(id).render_with(refusal.status(), "companies/edit.html", &view)
        }
    }
}

/// Saves a correction on top of what others saved meanwhile. False if nothing changed.
fn correct(
    conn: &mut Conn,
    viewer: &Viewer,
    id: i64,
    typed: CompanyForm,
    (lang, today, now): (Lang, NaiveDate, NaiveDateTime),
) -> Result<Result<bool, Unsaved>, Error> {
    let company = store::hold(conn, id)?.ok_or(Error::NotFound)?;
    let (before, field_edits, by_hand) = (company.facts(), store::field_edits(conn, id)?, company.source == BY_HAND);
    // The business id of a company from the register names it and is no field here.
    let field = |form: CompanyForm| if by_hand { form } else { CompanyForm { business_id: String::new(), ..form } };
    let registered = |field: Field, value: &str| field_edits.iter().any(|edit| edit.field == field.code() && edit.register_value == value);
    let known = |field: Field, value: &str| before.get(field) == value || registered(field, value);
    let merged = edits::settle(conn, ("companies", id), &field(typed), &field(CompanyForm::of(&company, lang)))?;
    let typed = match merged.and_then(|merged| Ok(merged.finish(today, &known)?)) {
        Ok(typed) => typed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let author = (viewer.organisation_id, viewer.staff_id);
    let mut identified = false;
    if by_hand {
        if taken_by(conn, typed.business_id.as_ref())?.is_some_and(|other| other.id != id) {
            return Ok(Err(Errors::one("business_id", "error-business-id-taken").into()));
        }
        identified = store::identify(conn, &company, typed.business_id.as_ref(), author, now).map_err(taken_meanwhile)?;
    }
    Ok(Ok(store::edit(conn, &company, &typed.facts, author, now)? || identified))
}

/// The company that has this business id.
fn taken_by(conn: &mut Conn, business_id: Option<&BusinessId>) -> QueryResult<Option<Link>> {
    let taken = business_id.map(|id| store::id_of(conn, id.as_str())).transpose()?.flatten();
    let company = taken.map(|id| store::summary(conn, id)).transpose()?.flatten();
    Ok(company.map(|company| Link { id: company.id, name: company.name }))
}

/// Another company that has the business id as it was typed.
fn other_with(conn: &mut Conn, typed: &str, id: i64) -> QueryResult<Option<Link>> {
    Ok(taken_by(conn, BusinessId::parse(typed).ok().as_ref())?.filter(|other| other.id != id))
}

async fn load(page: &Page, id: i64) -> Result<(Company, Vec<FieldEdit>), Error> {
    page.app.db.read(move |conn| Ok((store::find(conn, id)?.ok_or(Error::NotFound)?, store::field_edits(conn, id)?))).await
}

fn edit_view(form: FormView, company: &Company, edits: &[FieldEdit], lang: Lang) -> EditView {
    let told = edits.iter().filter(|edit| Field::from_code(&edit.field).is_some_and(Field::is_in_register));
    let register = told.map(|edit| (edit.field.clone(), register_text(edit, lang)));
    EditView {
        form,
        business_id: company.business_id.clone(),
        municipalities: municipality_choices(lang, &company.municipality),
        forms: form_choices(lang, &company.company_form),
        sizes: size_choices(lang),
        register: register.collect(),
        from_register: company.source == FROM_REGISTER,
        by_hand: company.source == BY_HAND,
        ended: company.ended_on.is_some(),
        taken_by: None,
        company: Link { id: company.id, name: company.name.clone() },
    }
}

/// What the register says, who wrote something else, and when.
fn register_text(edit: &FieldEdit, lang: Lang) -> String {
    let value = edit.register_value.as_str();
    let value = match edit.field.as_str() {
        field if field == Field::Municipality.code() => municipality(value, lang).to_owned(),
        field if field == Field::CompanyForm.code() => company_forms::name(value, lang).unwrap_or(value).to_owned(),
        field if field == Field::Industry.code() => industry_text(value, super::TOL_2025, lang),
        _ => value.to_owned(),
    };
    let value = if value.is_empty() { i18n::text(lang, "company-register-nothing") } else { value };
    let day = i18n::date(i18n::helsinki(edit.edited_at).date_naive());
    let args = Args::from([("value".into(), value.into()), ("editor".into(), edit.editor.as_str().into()), ("day".into(), day.into())]);
    i18n::text_with(lang, "company-register-says", &args)
}
