//! Logging a contact: one form on one page.

use super::form::{Choices, ContactForm};
use super::known::{Known, known};
use super::logging::log;
use super::{Kind, Outcome, Visibility};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::needs::asking::{Asking, AskingView, NeedsForm};
use crate::web::once::once;
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use crate::{companies, organisations, people};
use actix_web::{HttpResponse, web};
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
    known: Known,
    needs: AskingView,
}

/// What the form stands on.
struct Ground {
    company_id: i64,
    company_name: String,
    choices: Choices,
    known: Known,
    visibility: Visibility,
}

impl Ground {
    async fn of(page: &Page, viewer: &Viewer, company_id: i64, typed: &NeedsForm) -> Result<Self, Error> {
        let (viewer, now, typed) = (viewer.clone(), page.app.now(), typed.clone());
        let load = move |conn: &mut Conn| {
            let company = companies::store::summary(conn, company_id)?.ok_or(Error::NotFound)?;
            Ok(Self {
                company_id,
                company_name: company.name,
                choices: Choices {
                    people: people::store::choices(conn, company_id)?,
                    topics: organisations::store::topics(conn)?,
                    needs: Asking::load(conn, company_id, viewer.organisation_id, &typed)?,
                },
                known: known(conn, &viewer, company_id, now)?,
                visibility: organisations::sharing::default_of(conn, viewer.organisation_id)?,
            })
        };
        page.app.db.read(load).await
    }

    fn view(self, lang: Lang, form: FormView) -> ContactView {
        let typed = form.values::<ContactForm>().needs;
        ContactView {
            needs: self.choices.needs.view(lang, &typed),
            company_id: self.company_id,
            company_name: self.company_name,
            form,
            kinds: Choice::of_codes(lang, "contact-kind-", Kind::ALL.map(Kind::code)),
            outcomes: Choice::of_codes(lang, "contact-outcome-", Outcome::ALL.map(Outcome::code)),
            visibilities: Choice::of_codes(lang, "contact-visibility-", Visibility::ALL.map(Visibility::code)),
            people: Choice::of_rows(self.choices.people),
            topics: Choice::of_rows(self.choices.topics),
            known: self.known,
        }
    }
}

pub async fn new(viewer: Viewer, page: Page, company_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let ground = Ground::of(&page, &viewer, *company_id, &NeedsForm::default()).await?;
    let needs = NeedsForm::default().filled(&ground.choices.needs);
    let form = page.form(&ContactForm { needs, ..ContactForm::fresh(page.app.now(), ground.visibility) }).await?;
    let view = ground.view(page.lang(), form);
    page.about_company(*company_id).render("contacts/new.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<ContactForm>) -> Result<HttpResponse, Error> {
    let (company_id, mut form, now) = (*company_id, form.into_inner(), page.app.now());
    let ground = Ground::of(&page, &viewer, company_id, &form.needs).await?;
    form.needs = form.needs.filled(&ground.choices.needs);
    let contact = match form.check(&ground.choices, now) {
        Ok(contact) => contact,
        Err(errors) => {
            let view = ground.view(page.lang(), FormView::refused(&form, &errors, page.lang(), &form.once));
            return page.about_company(company_id).render_refused("contacts/new.html", &view);
        }
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
