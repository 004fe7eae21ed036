//! Saving a filter, and the list of those that are saved.

use super::form::FilterForm;
use super::store::{self, Saved};
use crate::companies::filters::{Chip, Wanted};
use crate::companies::list::holds_personal_identity_code;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const PATH: &str = "/companies/filters";

#[derive(Serialize)]
struct NewView {
    form: FormView,
    /// What it filters, in words.
    chips: Vec<Chip>,
    /// The text that is searched for.
    text: String,
    back: String,
}

impl NewView {
    fn of(query: &str, form: FormView, lang: Lang) -> Self {
        let wanted = Wanted::read(query);
        Self { form, chips: wanted.chips(lang), back: wanted.address(None), text: wanted.q }
    }
}

#[derive(Serialize)]
struct ListView {
    saved: Vec<SavedView>,
}

#[derive(Serialize)]
struct SavedView {
    #[serde(flatten)]
    saved: Saved,
    chips: Vec<Chip>,
    text: String,
}

pub async fn list(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let saved = page.app.db.read(move |conn| Ok(store::visible_to(conn, &viewer)?)).await?;
    let in_words = |saved: Saved| {
        let wanted = Wanted::read(&saved.query);
        SavedView { chips: wanted.chips(page.lang()), text: wanted.q, saved }
    };
    page.render("companies/saved_filters.html", &ListView { saved: saved.into_iter().map(in_words).collect() })
}

/// The address's parameters are those of the company list.
pub async fn new(page: Page, wanted: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let wanted = wanted.into_inner().tidy();
    if holds_personal_identity_code(&page, &wanted.q) {
        return Ok(page.redirect("/companies", Some(Flash::warning("flash-search-personal-identity-code"))));
    }
    let query = wanted.query(None);
    let form = page.form(&FilterForm { query: query.clone(), ..FilterForm::default() }).await?;
    page.render("companies/new_filter.html", &NewView::of(&query, form, page.lang()))
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<FilterForm>) -> Result<HttpResponse, Error> {
    let (form, now) = (form.into_inner(), page.app.now());
    let refuse = |errors: &Errors| {
        let shown = FormView::refused(&form, errors, page.lang(), &form.once);
        page.render_refused("companies/new_filter.html", &NewView::of(&form.query, shown, page.lang()))
    };
    let filter = match form.finish(page.app.today()) {
        Ok(filter) => filter,
        Err(errors) => return refuse(&errors),
    };
    let key = form.once.clone();
    let save = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            store::add(conn, &viewer, &filter, now)?;
            Ok(format!("/companies?{}", filter.query))
        })
    };
    match page.app.db.write(save).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-saved-filter")))),
        Err(Error::Conflict(key)) => refuse(&Errors::one("name", key)),
        Err(error) => Err(error),
    }
}

/// `POST /companies/filters/{id}/removal`
pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app.db.write(move |conn| store::remove(conn, &viewer, id, now)).await?;
    Ok(page.redirect(PATH, Some(Flash::success("flash-saved-filter-removed"))))
}
