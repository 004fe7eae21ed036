//! The forgotten password. Whoever asks gets the same answer and causes the same work: one row. A job looks whether there is
//! such an account (`password_requests`).

use super::{password_requests, store};
use crate::error::Error;
use crate::web::forms::Fields;
use crate::web::{Errors, FormView, Page, peer};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct RequestForm {
    pub email: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Query {
    sent: String,
}

#[derive(Serialize)]
struct RequestView {
    form: FormView,
    /// It has been asked for: look into the mail.
    sent: bool,
}

pub async fn show(page: Page, query: web::Query<Query>) -> Result<HttpResponse, Error> {
    let form = FormView::fresh(&RequestForm::default());
    page.render("staff/forgotten.html", &RequestView { form, sent: query.sent == "yes" })
}

pub async fn request(page: Page, request: HttpRequest, form: web::Form<RequestForm>) -> Result<HttpResponse, Error> {
    let now = page.app.now();
    if !page.app.sign_in_limit.take(&peer::address(&request, &page.app.config.proxies), now) {
        return refuse(&page, &form, &Errors::one("email", "error-sign-in-too-many"));
    }
    let mut fields = Fields::new(page.app.today());
    let email = fields.required_email("email", &form.email);
    let email = match fields.errors.finish(Some(store::normal_email(&email)), "yes") {
        Ok(email) => email,
        Err(errors) => return refuse(&page, &form, &errors),
    };
    page.app.db.write(move |conn| Ok(password_requests::record(conn, &email, now)?)).await?;
    page.app.jobs.notify_one();
    Ok(page.redirect("/password?sent=yes", None))
}

fn refuse(page: &Page, form: &RequestForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), "");
    page.render_refused("staff/forgotten.html", &RequestView { form, sent: false })
}
