//! A call-back that was logged with free text gets its company afterwards.

use super::form::CompanyLinkForm;
use super::{closures, record, store, visibility};
use crate::companies;
use crate::error::Error;
use crate::identifiers::name;
use crate::schema::callbacks;
use crate::web::{Flash, Page, Viewer};
use actix_web::{HttpResponse, web};
use diesel::prelude::*;

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<CompanyLinkForm>) -> Result<HttpResponse, Error> {
    let (id, now) = (id.into_inner(), page.app.now());
    let (company_id, typed) = (form.company_id.trim().parse::<i64>().ok(), form.company.clone());
    let linked = page
        .app
        .db
        .write(move |conn| {
            let mut callback = store::find_visible(conn, &viewer, id)?;
            let relation = visibility::relation(&viewer, &callback);
            if !(relation.member || relation.holder || relation.coordinator) {
                return Err(Error::Forbidden);
            }
            let company = company_id.map(|company_id| companies::store::summary(conn, company_id)).transpose()?.flatten();
            let Some(company) = company.filter(|company| name::fold(&company.name) == name::fold(&typed)) else { return Ok(false) };
            let unlinked = callbacks::table.find(id).filter(callbacks::company_id.is_null());
            if diesel::update(unlinked).set(callbacks::company_id.eq(company.id)).execute(conn)? == 0 {
                return Ok(false);
            }
            callback.company_id = Some(company.id);
            record::whole_story(conn, &callback)?;
            closures::log_afterwards(conn, &callback, company.id, now)?;
            crate::audit::by(conn, &viewer, now, "link", "callbacks", id)?;
            Ok(true)
        })
        .await?;
    let flash = if linked { Flash::success("flash-callback-linked") } else { Flash::warning("flash-callback-not-linked") };
    Ok(page.redirect(&format!("/callbacks/{id}"), Some(flash)))
}
