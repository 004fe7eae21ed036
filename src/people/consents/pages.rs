//! `/people/{id}/consents`: what a contact person consented to, from the first on, and a form for another.

use super::form::ConsentForm;
use super::store::{self, Consent};
use super::{Channel, Purpose};
use crate::companies::store::{self as companies, Summary};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::people::store::{self as people, Person};
use crate::routes::WORKERS;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// A person with everything they consented to.
struct Ground {
    person: Person,
    company: Summary,
    consents: Vec<Consent>,
}

#[derive(Serialize)]
struct ConsentsView {
    form: FormView,
    person: Person,
    company: Summary,
    consents: Vec<Consent>,
    purposes: Vec<Choice>,
    channels: Vec<Choice>,
    may_work: bool,
    /// Who left the company consents to nothing any more, but may withdraw.
    may_add: bool,
}

impl Ground {
    async fn of(page: &Page, id: i64) -> Result<Self, Error> {
        let load = move |conn: &mut Conn| {
            let person = people::find(conn, id)?.ok_or(Error::NotFound)?;
            let company = companies::summary(conn, person.company_id)?.ok_or(Error::NotFound)?;
            Ok(Self { consents: store::of_person(conn, id)?, person, company })
        };
        page.app.db.read(load).await
    }

    fn view(self, viewer: &Viewer, page: &Page, form: FormView) -> ConsentsView {
        let (lang, may_work) = (page.lang(), WORKERS.allows(viewer));
        ConsentsView {
            form,
            may_add: may_work && self.person.ended_at.is_none(),
            may_work,
            person: self.person,
            company: self.company,
            consents: self.consents,
            purposes: Choice::of_codes(lang, "consent-purpose-", Purpose::ALL.map(Purpose::code)),
            channels: Choice::of_codes(lang, "consent-channel-", Channel::ALL.map(Channel::code)),
        }
    }
}

pub async fn list(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let ground = Ground::of(&page, *id).await?;
    let form = page.form(&ConsentForm { given_on: i18n::date(page.app.today()), ..ConsentForm::default() }).await?;
    let (company, view) = (ground.company.id, ground.view(&viewer, &page, form));
    page.about_company(company).render("people/consents.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<ConsentForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (*id, form.into_inner(), page.app.now());
    let ground = Ground::of(&page, id).await?;
    if ground.person.ended_at.is_some() {
        return Err(Error::NotFound);
    }
    let new = match form.finish(page.app.today()) {
        Ok(new) => new,
        Err(errors) => return refuse(&viewer, page, ground, &form, &errors),
    };
    let (author, key) = (viewer.clone(), form.once.clone());
    let add = move |conn: &mut Conn| {
        once(conn, &key, author.staff_id, now, |conn| {
            people::hold(conn, id)?.ok_or(Error::NotFound)?;
            store::add(conn, &author, id, &new, now)?;
            Ok(format!("/people/{id}/consents"))
        })
    };
    match page.app.db.write(add).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-consent-added")))),
        Err(Error::Conflict(key)) => refuse(&viewer, page, ground, &form, &Errors::one("purpose", key)),
        Err(error) => Err(error),
    }
}

fn refuse(viewer: &Viewer, page: Page, ground: Ground, form: &ConsentForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), &form.once);
    let (company, view) = (ground.company.id, ground.view(viewer, &page, form));
    page.about_company(company).render_refused("people/consents.html", &view)
}
