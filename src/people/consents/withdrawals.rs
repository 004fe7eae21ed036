//! `/people/{id}/consents/{consent}/withdrawal`: the person withdrew a consent.

use super::form::WithdrawalForm;
use super::store::{self, Consent};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::people::store::{self as people, Person};
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct WithdrawalView {
    form: FormView,
    person: Person,
    consent: Consent,
}

async fn load(page: &Page, ids: (i64, i64)) -> Result<(Person, Consent), Error> {
    let load = move |conn: &mut Conn| {
        let person = people::find(conn, ids.0)?.ok_or(Error::NotFound)?;
        Ok((person, store::find(conn, ids)?.ok_or(Error::NotFound)?))
    };
    page.app.db.read(load).await
}

pub async fn new(page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let (person, consent) = load(&page, *ids).await?;
    let form = WithdrawalForm { withdrawn_on: i18n::date(page.app.today()), ..WithdrawalForm::default() };
    let view = WithdrawalView { form: page.form(&form).await?, consent, person };
    page.render("people/withdrawal.html", &view)
}

pub async fn create(
    viewer: Viewer,
    page: Page,
    ids: web::Path<(i64, i64)>,
    form: web::Form<WithdrawalForm>,
) -> Result<HttpResponse, Error> {
    let ((person_id, id), form, now) = (ids.into_inner(), form.into_inner(), page.app.now());
    let (person, consent) = load(&page, (person_id, id)).await?;
    let day = match form.finish(consent.given_on, page.app.today()) {
        Ok(day) => day,
        Err(errors) => return refuse(&page, person, consent, &form, &errors),
    };
    let withdrawn = page.app.db.write(move |conn| Ok(store::withdraw(conn, &viewer, id, day, now)?)).await?;
    let flash = withdrawn.then(|| Flash::success("flash-consent-withdrawn"));
    Ok(page.redirect(&format!("/people/{person_id}/consents"), flash))
}

fn refuse(page: &Page, person: Person, consent: Consent, form: &WithdrawalForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), &form.once);
    page.render_refused("people/withdrawal.html", &WithdrawalView { form, person, consent })
}
