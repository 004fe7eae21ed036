//! Back to the register's value: a correction by hand is taken back.

use super::{Field, store};
use crate::db::Conn;
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::NaiveDateTime;
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The code of a `Field`.
    field: String,
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, wanted: web::Form<Wanted>) -> Result<HttpResponse, Error> {
    let field = Field::from_code(&wanted.field).ok_or(Error::Invalid("error-form-key"))?;
    let (id, now, author) = (id.into_inner(), page.app.now(), (viewer.organisation_id, viewer.staff_id));
    let restored = page.app.db.write(move |conn| restore(conn, id, field, author, now)).await?;
    Ok(page.redirect(&format!("/companies/{id}"), restored.then(|| Flash::success("flash-company-restored"))))
}

/// Shows what the register says of the field; `author` is organisation and person. False if nobody had corrected it.
pub fn restore(conn: &mut Conn, id: i64, field: Field, author: (i64, i64), now: NaiveDateTime) -> Result<bool, Error> {
    let company = store::hold(conn, id)?.ok_or(Error::NotFound)?;
    let edit = store::field_edits(conn, id)?.into_iter().find(|edit| edit.field == field.code());
    let Some(edit) = edit else { return Ok(false) };
    let mut facts = company.facts();
    *facts.get_mut(field) = edit.register_value;
    Ok(store::edit(conn, &company, &facts, author, now)?)
}
