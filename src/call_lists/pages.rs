//! The list of call lists, and changing one.

use super::form::ListForm;
use super::listing::{Row, rows};
use super::{address, making, store};
use crate::db::Conn;
use crate::error::Error;
use crate::routes::WORKERS;
use crate::web::edits::{self, Unsaved};
use crate::web::paging::{Cursor, Pager, Slice};
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const PATH: &str = "/call-lists";

#[derive(Serialize)]
struct IndexView {
    lists: Vec<Row>,
    pager: Pager,
    may_work: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    after: String,
}

pub async fn index(viewer: Viewer, page: Page, asked: web::Query<Asked>) -> Result<HttpResponse, Error> {
    let (after, may_work) = (Cursor::decode(&asked.after), WORKERS.allows(&viewer));
    let is_continued = after.is_some();
    let Slice { rows, next } = page.app.db.read(move |conn| Ok(rows(conn, &viewer, after)?)).await?;
    let pager = Pager {
        previous: is_continued.then(|| PATH.to_owned()),
        next: next.map(|next| format!("{PATH}?after={next}")),
        shown: String::new(),
    };
    page.render("call_lists/index.html", &IndexView { lists: rows, pager, may_work })
}

#[derive(Serialize)]
struct EditView {
    id: i64,
    name: String,
    form: FormView,
    purposes: Vec<Choice>,
    topics: Vec<Choice>,
    people: Vec<Choice>,
}

async fn view(page: &Page, viewer: Viewer, id: i64, form: FormView) -> Result<EditView, Error> {
    let lang = page.lang();
    let load = move |conn: &mut Conn| {
        let (name, offer) = (store::find(conn, &viewer, id)?.name, making::offer(conn, &viewer)?);
        let (topics, people) = (Choice::of_rows(offer.topics), Choice::of_rows(offer.people));
        Ok(EditView { id, name, form, purposes: making::purposes(lang), topics, people })
    };
    page.app.db.read(load).await
}

pub async fn edit(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, reader) = (*id, viewer.clone());
    let load = move |conn: &mut Conn| {
        let list = store::find(conn, &reader, id)?;
        Ok(ListForm::of(&list, &store::callers(conn, id)?))
    };
    let form = page.app.db.read(load).await?;
    let form = page.edit_form(&form).await?;
    let view = view(&page, viewer, id, form).await?;
    page.render("call_lists/edit.html", &view)
}

pub async fn update(viewer: Viewer, page: Page, id: web::Path<i64>, sent: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let (id, form, now, today) = (*id, ListForm::read(&sent), page.app.now(), page.app.today());
    let (author, typed) = (viewer.clone(), form.clone());
    let save = move |conn: &mut Conn| {
        let list = store::hold(conn, &author, id)?;
        let now_so = ListForm::of(&list, &store::callers(conn, id)?);
        let offer = making::offer(conn, &author)?;
        let merged = edits::settle(conn, ("call_lists", id), &typed, &now_so)?;
        match merged.and_then(|merged| Ok::<_, Unsaved>(merged.finish(&offer, today)?)) {
            Ok(details) => store::change(conn, &author, id, &details, now)?,
            Err(unsaved) => return Ok(Err(unsaved)),
        }
        Ok(Ok(()))
    };
    match page.app.db.write(save).await? {
        Ok(()) => Ok(page.redirect(&address(id), Some(Flash::success("flash-call-list-saved")))),
        Err(unsaved) => {
            let form = FormView::unsaved(&form, &unsaved, page.lang(), &form.once);
            let view = view(&page, viewer, id, form).await?;
            page.render_with(unsaved.status(), "call_lists/edit.html", &view)
        }
    }
}
