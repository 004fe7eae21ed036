//! The decision about a hand edit and the register's new value.

use super::{Show, store};
use crate::audit;
use crate::companies::Field;
use crate::companies::restorations::restore;
use crate::companies::ytj::changes::{self, Decision};
use crate::error::Error;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Decided {
    /// The code of a `Decision`.
    decision: String,
}

pub async fn create(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>, form: web::Form<Decided>) -> Result<HttpResponse, Error> {
    let decision = Decision::from_code(&form.decision).ok_or(Error::Invalid("error-form-key"))?;
    let ((import_id, id), now) = (*ids, page.app.now());
    let decided = page.app.db.write(move |conn| {
        let change = store::find(conn, import_id, id)?.ok_or(Error::NotFound)?;
        let Some(field) = Field::from_code(&change.field).filter(|_| change.is_open) else { return Ok(false) };
        if !changes::decide(conn, id, decision, viewer.staff_id, now)? {
            return Ok(false);
        }
        if decision == Decision::Taken {
            restore(conn, change.company_id, field, (viewer.organisation_id, viewer.staff_id), now)?;
        }
        audit::by(conn, &viewer, now, "decide", "register_changes", id)?;
        Ok(true)
    });
    let flash = match (decided.await?, decision) {
        (true, Decision::Taken) => Flash::success("flash-import-taken"),
        (true, Decision::Kept) => Flash::success("flash-import-kept"),
        (false, _) => Flash::warning("flash-import-decided-already"),
    };
    Ok(page.redirect(&format!("/admin/imports/{import_id}/changes?show={}#change-{id}", Show::HandEdits.code()), Some(flash)))
}
