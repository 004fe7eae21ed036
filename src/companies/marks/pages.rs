//! Setting a mark on a company, and ending it.

use super::form::MarkForm;
use super::{Kind, store};
use crate::companies::store::{Summary, summary};
use crate::db::Conn;
use crate::error::Error;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct MarkView {
    form: FormView,
    company: Summary,
    kinds: Vec<Choice>,
    people: Vec<Choice>,
}

/// The company and whom a mark may name.
struct Ground {
    company: Summary,
    people: Vec<(i64, String)>,
}

impl Ground {
    async fn of(page: &Page, viewer: &Viewer, company_id: i64) -> Result<Self, Error> {
        let (viewer, today) = (viewer.clone(), page.app.today());
        let load = move |conn: &mut Conn| {
            let company = summary(conn, company_id)?.ok_or(Error::NotFound)?;
            Ok(Self { company, people: store::people(conn, &viewer, today)? })
        };
        page.app.db.read(load).await
    }

    fn view(self, page: &Page, form: FormView) -> MarkView {
        MarkView {
            form,
            company: self.company,
            kinds: Choice::of_codes(page.lang(), "company-mark-choice-", Kind::ALL.map(Kind::code)),
            people: Choice::of_rows(self.people),
        }
    }
}

pub async fn new(viewer: Viewer, page: Page, company_id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let ground = Ground::of(&page, &viewer, *company_id).await?;
    let form = page.form(&MarkForm { person: viewer.staff_id.to_string(), ..MarkForm::default() }).await?;
    let view = ground.view(&page, form);
    page.about_company(*company_id).render("companies/mark.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, company_id: web::Path<i64>, form: web::Form<MarkForm>) -> Result<HttpResponse, Error> {
    let (company_id, form, now) = (*company_id, form.into_inner(), page.app.now());
    let ground = Ground::of(&page, &viewer, company_id).await?;
    let refuse = |ground: Ground, errors: &Errors| {
        let view = ground.view(&page, FormView::refused(&form, errors, page.lang(), &form.once));
        page.render_refused("companies/mark.html", &view)
    };
    let mark = match form.finish(&ground.people, page.app.today()) {
        Ok(mark) => mark,
        Err(errors) => return refuse(ground, &errors),
    };
    let key = form.once.clone();
    let set = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            store::set(conn, &viewer, company_id, &mark, now)?;
            Ok(format!("/companies/{company_id}"))
        })
    };
    match page.app.db.write(set).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-company-mark-set")))),
        Err(Error::Conflict(key)) => refuse(ground, &Errors::one("kind", key)),
        Err(error) => Err(error),
    }
}

/// `POST /companies/{id}/marks/{mark}/ending`
pub async fn end(viewer: Viewer, page: Page, ids: web::Path<(i64, i64)>) -> Result<HttpResponse, Error> {
    let (ids, now) = (ids.into_inner(), page.app.now());
    let ended = page.app.db.write(move |conn| store::end(conn, &viewer, ids, now)).await?;
    Ok(page.redirect(&format!("/companies/{}", ids.0), ended.then(|| Flash::success("flash-company-mark-ended"))))
}
