//! One's own calendar.

use super::Subject;
use super::address::{self, MakeForm, Place};
use crate::error::Error;
use crate::web::{Page, Viewer};
use actix_web::{HttpResponse, web};

fn place(viewer: &Viewer) -> Place {
    Place {
        subject: Subject::Membership(viewer.membership_id),
        path: "/settings/calendar".to_owned(),
        team: String::new(),
        back: "/settings".to_owned(),
    }
}

pub async fn show(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    address::show(page, place(&viewer)).await
}

pub async fn make(viewer: Viewer, page: Page, form: web::Form<MakeForm>) -> Result<HttpResponse, Error> {
    let place = place(&viewer);
    address::make(viewer, page, place, form).await
}

pub async fn remove(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let place = place(&viewer);
    address::remove(viewer, page, place).await
}
