//! From a probable pair to one company: both side by side, one button.

use super::compare::compare;
use super::merge::{Merged, merge};
use super::{compare::CompareView, store};
use crate::companies;
use crate::companies::store as rows;
use crate::error::Error;
use crate::web::forms::clean;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Wanted {
    /// The other company's id.
    other: String,
    /// Its name or business id, as typed.
    company: String,
}

#[derive(Serialize)]
struct ChoiceView {
    id: i64,
    name: String,
    form: FormView,
}

/// What to show.
enum Shown {
    Compared(Box<CompareView>),
    /// Which one? The company's name, and whether something was typed that is no company.
    Asked(String, bool),
    One,
}

pub async fn new(viewer: Viewer, page: Page, id: web::Path<i64>, wanted: web::Query<Wanted>) -> Result<HttpResponse, Error> {
    let (id, lang) = (id.into_inner(), page.lang());
    let wanted = Wanted { other: clean(&wanted.other), company: clean(&wanted.company) };
    let asked = wanted.clone();
    let shown = page
        .app
        .db
        .read(move |conn| {
            let one = rows::find(conn, id)?.ok_or(Error::NotFound)?;
            let other = match asked.other.trim().parse().ok().filter(|_| asked.company.trim().is_empty()) {
                Some(other) => Some(other),
                None => companies::chosen(conn, &asked.other, &asked.company)?,
            };
            let Some(other) = other else { return Ok(Shown::Asked(one.name, !asked.company.trim().is_empty())) };
            let other = store::forward(conn, other)?.unwrap_or(other);
            if other == one.id {
                return Ok(Shown::One);
            }
            let other = rows::find(conn, other)?.ok_or(Error::NotFound)?;
            Ok(Shown::Compared(Box::new(compare(conn, &viewer, one, other, lang)?)))
        })
        .await?;
    match shown {
        Shown::Compared(view) => page.render("duplicates/compare.html", &*view),
        Shown::One => Ok(page.redirect(&format!("/companies/{id}"), Some(Flash::warning("flash-merge-one-already")))),
        Shown::Asked(name, false) => page.render("duplicates/choice.html", &ChoiceView { id, name, form: FormView::fresh(&wanted) }),
        Shown::Asked(name, true) => {
            let errors = Errors::one("company", "error-merge-which");
            let form = FormView::refused(&wanted, &errors, lang, "");
            page.render_refused("duplicates/choice.html", &ChoiceView { id, name, form })
        }
    }
}

/// `POST /companies/{id}/merges`: `other`, `seen`, and `gone` for each field where the one that goes is right.
pub async fn create(
    viewer: Viewer,
    page: Page,
    id: web::Path<i64>,
    form: web::Form<HashMap<String, String>>,
) -> Result<HttpResponse, Error> {
    let (id, form, now) = (id.into_inner(), form.into_inner(), page.app.now());
    let other: i64 = form.get("other").and_then(|other| other.parse().ok()).ok_or(Error::Invalid("error-form-key"))?;
    let merged = page
        .app
        .db
        .write(move |conn| {
            let seen = form.get("seen").map(String::as_str).unwrap_or_default();
            let take = |field: companies::Field| form.get(field.code()).is_some_and(|choice| choice == "gone");
            merge(conn, &viewer, [id, other], (seen, &take), now)
        })
        .await?;
    Ok(match merged {
        Merged::Into(kept, _) => page.redirect(&format!("/companies/{kept}"), Some(Flash::success("flash-companies-merged"))),
        Merged::Already(kept) => page.redirect(&format!("/companies/{kept}"), None),
        Merged::Changed => page.redirect(&format!("/companies/{id}/merges/new?other={other}"), Some(Flash::warning("flash-merge-changed"))),
    })
}
