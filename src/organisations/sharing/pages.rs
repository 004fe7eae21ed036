//! The page on which an administrator says what the texts of the own organisation begin with.

use super::{Visibility, default_of, set_default, tick};
use crate::audit;
use crate::error::Error;
use crate::web::{Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SharingForm {
    /// Ticked: for the own organisation only.
    own_texts: String,
}

#[derive(Serialize)]
struct SharingView {
    form: FormView,
    organisation: String,
}

pub async fn show(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let organisation_id = viewer.organisation_id;
    let default = page.app.db.read(move |conn| Ok(default_of(conn, organisation_id)?)).await?;
    let form = FormView::fresh(&SharingForm { own_texts: tick(default.code()) });
    page.render("organisations/sharing.html", &SharingView { form, organisation: viewer.organisation })
}

pub async fn change(viewer: Viewer, page: Page, form: web::Form<SharingForm>) -> Result<HttpResponse, Error> {
    let (now, wanted) = (page.app.now(), Visibility::of_tick(&form.own_texts));
    page.app
        .db
        .write(move |conn| {
            if default_of(conn, viewer.organisation_id)? == wanted {
                return Ok(());
            }
            set_default(conn, viewer.organisation_id, wanted)?;
            Ok(audit::by(conn, &viewer, now, "change", "organisations", viewer.organisation_id)?)
        })
        .await?;
    Ok(page.redirect("/admin/sharing", Some(Flash::success("flash-sharing-saved"))))
}
