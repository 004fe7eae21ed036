//! `/admin/tags`: the vocabulary of tags in order: a better name, two that are one, and what nobody needs.

use super::form::TagForm;
use super::store::{self, Tag};
use crate::db::Conn;
use crate::error::Error;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct ListView {
    tags: Vec<Tag>,
}

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let tags = page.app.db.read(|conn| Ok(store::counted(conn)?)).await?;
    page.render("companies/tags.html", &ListView { tags })
}

#[derive(Serialize)]
struct EditView {
    form: FormView,
    tag: Tag,
    others: Vec<Choice>,
}

/// The tag and the ids and names of the others.
struct Ground(Tag, Vec<(i64, String)>);

impl Ground {
    async fn of(page: &Page, id: i64) -> Result<Self, Error> {
        let load = move |conn: &mut Conn| {
            let mut others = store::all(conn)?;
            others.retain(|other| other.0 != id);
            Ok(Self(store::find(conn, id)?.ok_or(Error::NotFound)?, others))
        };
        page.app.db.read(load).await
    }

    fn view(self, form: FormView) -> EditView {
        EditView { form, tag: self.0, others: Choice::of_rows(self.1) }
    }
}

pub async fn edit(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let ground = Ground::of(&page, *id).await?;
    let form = page.form(&TagForm { tag: ground.0.name.clone(), ..TagForm::default() }).await?;
    page.render("companies/tag_edit.html", &ground.view(form))
}

pub async fn rename(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<TagForm>) -> Result<HttpResponse, Error> {
    let (id, form, now) = (*id, form.into_inner(), page.app.now());
    let ground = Ground::of(&page, id).await?;
    let refuse = |errors: &Errors| {
        let form = FormView::refused(&form, errors, page.lang(), &form.once);
        page.render_refused("companies/tag_edit.html", &ground.view(form))
    };
    let name = match form.finish(page.app.today()) {
        Ok(name) => name,
        Err(errors) => return refuse(&errors),
    };
    match page.app.db.write(move |conn| store::rename(conn, &viewer, id, &name, now)).await {
        Ok(()) => Ok(page.redirect("/admin/tags", Some(Flash::success("flash-tag-saved")))),
        Err(Error::Conflict(key)) => refuse(&Errors::one("tag", key)),
        Err(error) => Err(error),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Other {
    into: String,
}

/// `POST /admin/tags/{id}/merging`
pub async fn merge(viewer: Viewer, page: Page, id: web::Path<i64>, other: web::Form<Other>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let ground = Ground::of(&page, id).await?;
    let Some(into) = other.into.parse().ok().filter(|into| ground.1.iter().any(|other| other.0 == *into)) else {
        let form = TagForm { tag: ground.0.name.clone(), ..TagForm::default() };
        let form = FormView::refused(&form, &Errors::one("into", "error-choose"), page.lang(), "");
        return page.render_refused("companies/tag_edit.html", &ground.view(form));
    };
    page.app.db.write(move |conn| store::merge(conn, &viewer, (id, into), now)).await?;
    Ok(page.redirect("/admin/tags", Some(Flash::success("flash-tags-merged"))))
}

/// `POST /admin/tags/{id}/removal`
pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let write = move |conn: &mut Conn| {
        store::find(conn, id)?.ok_or(Error::NotFound)?;
        Ok(store::erase(conn, &viewer, id, now)?)
    };
    page.app.db.write(write).await?;
    Ok(page.redirect("/admin/tags", Some(Flash::success("flash-tag-erased"))))
}
