//! Logging a contact: one form on one page.

use super::form::{Choices, Contact, ContactForm};
use super::{Kind, NewContact, Outcome, Visibility, store};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::tasks::{self, About, Holder, NewTask};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use crate::{audit, companies, organisations, people};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Serialize;

#[derive(Serialize)]
struct ContactView {
    company_id: i64,
    company_name: String,
    form: FormView,
    kinds: Vec<Choice>,
    outcomes: Vec<Choice>,
    visibilities: Vec<Choice>,
    people: Vec<Choice>,
    topics: Vec<Choice>,
}

pub async fn new(_viewer: Viewer, page: Page, company_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let company_id = *company_id;
    let (company_name, choices) = page.app.db.read(move |conn| ground(conn, company_id)).await?;
    let form = page.form(&ContactForm::fresh(page.app.now())).await?;
    let view = view(page.lang(), company_id, company_name, choices, form);
    page.about_company(company_id).render("contacts/new.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<ContactForm>) -> Result<HttpResponse, Error> {
    let (company_id, form, now) = (*company_id, form.into_inner(), page.app.now());
    let (company_name, choices) = page.app.db.read(move |conn| ground(conn, company_id)).await?;
    let contact = match form.check(&choices, now) {
        Ok(contact) => contact,
        Err(errors) => return refuse(page, company_id, company_name, choices, &form, &errors),
    };
    let flash = Flash::success(if contact.next_task.is_some() { "flash-contact-logged-with-task" } else { "flash-contact-logged" });
    let location = page
        .app
        .db
        .write(move |conn| {
            once(conn, &form.once, viewer.staff_id, now, |conn| {
                log(conn, &viewer, company_id, &contact, now)?;
                Ok(format!("/companies/{company_id}"))
            })
        })
        .await?;
    Ok(page.redirect(&location, Some(flash)))
}

/// The company's name and what the form's selects offer.
fn ground(conn: &mut Conn, company_id: i64) -> Result<(String, Choices), Error> {
    let company = companies::store::summary(conn, company_id)?.ok_or(Error::NotFound)?;
    let choices = Choices { people: people::store::choices(conn, company_id)?, topics: organisations::store::topics(conn)? };
    Ok((company.name, choices))
}

fn log(conn: &mut Conn, viewer: &Viewer, company_id: i64, contact: &Contact, now: NaiveDateTime) -> Result<(), Error> {
    let new = NewContact {
        company_id,
        person_id: contact.person_id,
        callback_id: None,
        organisation_id: viewer.organisation_id,
        staff_id: viewer.staff_id,
        kind: contact.kind,
        outcome: contact.outcome,
        topic_id: contact.topic_id,
        note: &contact.note,
        visibility: contact.visibility,
        happened_at: contact.happened_at,
    };
    let contact_id = store::add(conn, &new, now)?;
    audit::by(conn, viewer, now, "add", "contacts", contact_id)?;
    if let Some(next) = &contact.next_task {
        let task = NewTask {
            about: About::Company(company_id),
            organisation_id: viewer.organisation_id,
            holder: Holder::Person(viewer.staff_id),
            created_by: viewer.staff_id,
            title: &next.title,
            due_on: next.due_on,
        };
        let task_id = tasks::store::add(conn, &task, now)?;
        audit::by(conn, viewer, now, "add", "tasks", task_id)?;
    }
    Ok(())
}

fn refuse(
    page: Page,
    company_id: i64,
    company_name: String,
    choices: Choices,
    form: &ContactForm,
    errors: &Errors,
) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), &form.once);
    let view = view(page.lang(), company_id, company_name, choices, form);
    page.about_company(company_id).render_refused("contacts/new.html", &view)
}

fn view(lang: Lang, company_id: i64, company_name: String, choices: Choices, form: FormView) -> ContactView {
    ContactView {
        company_id,
        company_name,
        form,
        kinds: Choice::of_codes(lang, "contact-kind-", Kind::ALL.map(Kind::code)),
        outcomes: Choice::of_codes(lang, "contact-outcome-", Outcome::ALL.map(Outcome::code)),
        visibilities: Choice::of_codes(lang, "contact-visibility-", Visibility::ALL.map(Visibility::code)),
        people: Choice::of_rows(choices.people),
        topics: Choice::of_rows(choices.topics),
    }
}
