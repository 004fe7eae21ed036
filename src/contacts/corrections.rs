//! The owner of a contact's text corrects it, or changes for whom it is.

use super::form::TextForm;
use super::ownership::Ownership;
use super::show::{self, Ground};
use super::store::{self, Contact};
use super::visibility::Visibility;
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::people;
use crate::web::edits;
use crate::web::{Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

pub async fn correct(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<TextForm>) -> Result<HttpResponse, Error> {
    let (id, form, now, today) = (*id, form.into_inner(), page.app.now(), page.app.today());
    let (author, typed) = (viewer.clone(), form.clone());
    let save = move |conn: &mut Conn| {
        let contact = owned(conn, &author, id)?;
        let people = people::store::choices(conn, contact.company_id)?;
        let merged = edits::settle(conn, ("contacts", id), &typed, &TextForm::of(&contact))?;
        let text = match merged.and_then(|merged| Ok(merged.finish(&contact, &people, today)?)) {
            Ok(text) => text,
            Err(unsaved) => return Ok(Err(unsaved)),
        };
        if store::correct(conn, &contact, &text)? {
            audit::by(conn, &author, now, "correct", "contacts", id)?;
        }
        Ok(Ok(()))
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(&show::address(id), Some(Flash::success("flash-contact-corrected")))),
        Err(unsaved) => {
            let form = FormView::unsaved(&form, &unsaved, page.lang(), &form.once);
            let ground = page.app.db.read(move |conn| Ground::load(conn, &viewer, id)).await?;
            page.render_with(unsaved.status(), show::PAGE, &ground.view(page.lang(), form))
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The code of a `Visibility`.
    visibility: String,
}

/// `POST /contacts/{id}/visibility`: the page that follows says who could read it meanwhile.
pub async fn change_visibility(viewer: Viewer, page: Page, id: web::Path<i64>, wanted: web::Form<Wanted>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let wanted = Visibility::from_code(&wanted.visibility).ok_or(Error::Invalid("error-form-key"))?;
    let change = move |conn: &mut Conn| {
        let contact = owned(conn, &viewer, id)?;
        if store::set_visibility(conn, &contact, wanted)? {
            let action = if wanted == Visibility::Shared { show::SHARE } else { show::RESTRICT };
            audit::by(conn, &viewer, now, action, "contacts", id)?;
        }
        Ok(())
    };
    page.app.db.write(change).await?;
    let told = if wanted == Visibility::Shared { "flash-contact-shared" } else { "flash-contact-restricted" };
    Ok(page.redirect(&show::address(id), Some(Flash::success(told))))
}

/// Held for the write.
fn owned(conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<Contact, Error> {
    let contact = store::hold_readable(conn, viewer, id)?;
    let owns = Ownership::of(conn, viewer)?.covers(contact.staff_id, contact.organisation_id);
    if owns { Ok(contact) } else { Err(Error::Forbidden) }
}
