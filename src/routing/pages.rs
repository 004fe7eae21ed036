//! The list of routing rows and the form of one.

use super::form::RowForm;
use super::rules::Row;
use super::store::{self, Direction};
use super::view::{self, Names, Options, RowView};
use crate::audit;
use crate::error::Error;
use crate::web::once::once;
use crate::web::{Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const LIST: &str = "/admin/routing";
const FORM: &str = "routing/form.html";

#[derive(Serialize)]
struct ListView {
    rows: Vec<RowView>,
}

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let (rows, names) = page.app.db.read(|conn| Ok((store::rows(conn)?, Names::load(conn)?))).await?;
    page.render("routing/list.html", &ListView { rows: view::rows(&rows, &names, page.lang()) })
}

#[derive(Serialize)]
struct FormPage {
    form: FormView,
    /// None for a new row.
    id: Option<i64>,
    catches_all: bool,
    #[serde(flatten)]
    options: Options,
}

impl FormPage {
    fn new(page: &Page, form: FormView, names: &Names, id: Option<i64>, catches_all: bool, industry: &str) -> Self {
        Self { form, id, catches_all, options: Options::new(names, industry, page.lang()) }
    }
}

pub async fn new_form(page: Page) -> Result<HttpResponse, Error> {
    let names = page.app.db.read(|conn| Ok(Names::load(conn)?)).await?;
    let form = FormView::fresh(&RowForm { response: "4 h".to_owned(), urgent_response: "1 h".to_owned(), ..RowForm::default() });
    page.render(FORM, &FormPage::new(&page, form, &names, None, false, ""))
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<RowForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let names = page.app.db.read(|conn| Ok(Names::load(conn)?)).await?;
    match form.typed(&names.topic_ids(), &names.team_ids(), false, page.app.today()) {
        Ok(row) => {
            let now = page.app.now();
            let add = move |conn: &mut crate::db::Conn| {
                once(conn, &form.once, viewer.staff_id, now, |conn| {
                    let id = store::add(conn, &row)?;
                    audit::by(conn, &viewer, now, "add", "routing_rows", id)?;
                    Ok(LIST.to_owned())
                })
            };
            let location = page.app.db.write(add).await?;
            Ok(page.redirect(&location, Some(Flash::success("flash-routing-saved"))))
        }
        Err(errors) => {
            let again = FormView::refused(&form, &errors, page.lang(), &form.once);
            page.render_refused(FORM, &FormPage::new(&page, again, &names, None, false, &form.industry))
        }
    }
}

/// The row, and whether it is the catch-all.
async fn find(page: &Page, id: i64) -> Result<(Row, bool, Names), Error> {
    let (mut rows, names) = page.app.db.read(|conn| Ok((store::rows(conn)?, Names::load(conn)?))).await?;
    let place = rows.iter().position(|row| row.id == id).ok_or(Error::NotFound)?;
    let is_last = place + 1 == rows.len();
    Ok((rows.swap_remove(place), is_last, names))
}

pub async fn edit_form(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (row, catches_all, names) = find(&page, *id).await?;
    let form = RowForm::of(&row);
    page.render(FORM, &FormPage::new(&page, FormView::fresh(&form), &names, Some(row.id), catches_all, &form.industry))
}

pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<RowForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (*id, form.into_inner());
    let (_, catches_all, names) = find(&page, id).await?;
    match form.typed(&names.topic_ids(), &names.team_ids(), catches_all, page.app.today()) {
        Ok(row) => {
            let now = page.app.now();
            page.app
                .db
                .write(move |conn| {
                    store::update(conn, id, &row)?;
                    Ok(audit::by(conn, &viewer, now, "change", "routing_rows", id)?)
                })
                .await?;
            Ok(page.redirect(LIST, Some(Flash::success("flash-routing-saved"))))
        }
        Err(errors) => {
            let again = FormView::refused(&form, &errors, page.lang(), &form.once);
            page.render_refused(FORM, &FormPage::new(&page, again, &names, Some(id), catches_all, &form.industry))
        }
    }
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            store::remove(conn, id)?;
            Ok(audit::by(conn, &viewer, now, "remove", "routing_rows", id)?)
        })
        .await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-routing-removed"))))
}

#[derive(Deserialize)]
pub struct Shift {
    direction: String,
}

pub async fn shift(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<Shift>) -> Result<HttpResponse, Error> {
    let direction = match form.direction.as_str() {
        "up" => Direction::Up,
        "down" => Direction::Down,
        _ => return Err(Error::Invalid("error-bad-request")),
    };
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            store::shift(conn, id, direction)?;
            Ok(audit::by(conn, &viewer, now, "move", "routing_rows", id)?)
        })
        .await?;
    Ok(page.redirect(LIST, None))
}
