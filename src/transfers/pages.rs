//! The page of imports from files, and what is done with one: its columns are told, it is confirmed, given up, taken back.

use super::check::{keep, plan_all};
use super::confirmation::{Confirmed, confirm};
use super::mapping::Mapping;
use super::store::{self, NewTransfer, Transfer, deeds, lines};
use super::undoing::{self, Undone};
use super::view::{ListView, MappingView};
use super::{Kind, State, show, upload};
use crate::app::App;
use crate::audit;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::sync::Arc;

const LIST: &str = "transfers/list.html";

#[derive(Default, Serialize)]
struct UploadValues {
    kind: String,
}

pub async fn list(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let view = list_view(viewer, &page, FormView::fresh(&UploadValues::default()), None).await?;
    page.render(LIST, &view)
}

async fn list_view(viewer: Viewer, page: &Page, form: FormView, wrong_file: Option<String>) -> Result<ListView, Error> {
    let transfers = page.app.db.read(move |conn| Ok(store::latest(conn, &viewer)?)).await?;
    Ok(ListView::of(form, wrong_file, transfers, page.lang()))
}

/// Takes a file in; what its columns hold is asked next.
pub async fn create(viewer: Viewer, page: Page, form: Multipart) -> Result<HttpResponse, Error> {
    let received = upload::receive(form).await;
    let (kind, file_name, today, now) = (received.kind, received.file_name(page.app.today()), page.app.today(), page.app.now());
    let (kind, table) = match (kind, received.table(today).await?) {
        (Some(kind), Ok(table)) => (kind, table),
        (kind, table) => return refuse_file(viewer, &page, kind, table.err()).await,
    };
    let added = page.app.db.write(move |conn| {
        let author = (viewer.organisation_id, viewer.staff_id);
        let id = store::add(conn, &NewTransfer { author, kind, file_name: &file_name, table: &table }, now)?;
        audit::by(conn, &viewer, now, "upload", "transfers", id)?;
        Ok(id)
    });
    Ok(page.redirect(&format!("/transfers/{}/columns", added.await?), None))
}

async fn refuse_file(viewer: Viewer, page: &Page, kind: Option<Kind>, wrong: Option<String>) -> Result<HttpResponse, Error> {
    let mut errors = Errors::default();
    if kind.is_none() {
        errors.add("kind", "error-choose");
    }
    if wrong.is_some() {
        errors.add("file", "error-transfer-file");
    }
    let values = UploadValues { kind: kind.map(Kind::code).unwrap_or_default().to_owned() };
    let form = FormView::refused(&values, &errors, page.lang(), "");
    let view = list_view(viewer, page, form, wrong.map(|key| i18n::text(page.lang(), &key))).await?;
    page.render_refused(LIST, &view)
}

/// A transfer that still waits for its confirmation.
fn open(conn: &mut Conn, viewer: &Viewer, id: i64) -> Result<Transfer, Error> {
    let transfer = store::find(conn, viewer, id)?.ok_or(Error::NotFound)?;
    match transfer.state {
        State::Read | State::Checked => Ok(transfer),
        State::Done | State::Undone | State::Dropped => Err(Error::Conflict("error-transfer-closed")),
    }
}

pub async fn columns(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = *id;
    let (transfer, samples) = page.app.db.read(move |conn| Ok((open(conn, &viewer, id)?, lines::page(conn, id, None, (0, 3))?))).await?;
    let form = FormView::fresh(&transfer.mapping);
    page.render("transfers/columns.html", &MappingView::of(form, &transfer, &transfer.mapping, &samples, page.lang()))
}

/// Keeps what the columns hold, and checks every row by it.
pub async fn set_columns(
    viewer: Viewer,
    page: Page,
    id: web::Path<i64>,
    sent: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let (id, actor) = (*id, viewer.clone());
    let (transfer, samples) = page.app.db.read(move |conn| Ok((open(conn, &actor, id)?, lines::page(conn, id, None, (0, 3))?))).await?;
    let mapping = said(&transfer, &sent);
    if let Some(wrong) = mapping.wrong(transfer.kind) {
        let form = FormView::refused(&mapping, &Errors::one("columns", wrong), page.lang(), "");
        return page.render_refused("transfers/columns.html", &MappingView::of(form, &transfer, &mapping, &samples, page.lang()));
    }
    let (app, transfer, actor) = (page.app.clone(), Transfer { mapping, ..transfer }, viewer.clone());
    let kept = transfer.clone();
    page.app.db.write(move |conn| Ok(store::set_mapping(conn, &kept, &kept.mapping)?)).await?;
    // Only reads, so that nobody waits meanwhile who writes.
    let checked = page.app.db.read(move |conn| {
        let planned = plan_all(conn, &app, &actor, &transfer, false)?;
        Ok((transfer, planned))
    });
    let (transfer, planned) = checked.await?;
    page.app
        .db
        .write(move |conn| {
            open(conn, &viewer, id)?;
            Ok(keep(conn, &transfer, &planned)?)
        })
        .await?;
    Ok(page.redirect(&format!("/transfers/{id}"), None))
}

fn said(transfer: &Transfer, sent: &[(String, String)]) -> Mapping {
    let value = |name: &str| sent.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default();
    let or = |name: &str, default: &String| if value(name).is_empty() { default.clone() } else { value(name).to_owned() };
    Mapping {
        fields: (0..transfer.headings.len()).map(|at| value(&format!("column-{at}")).to_owned()).collect(),
        overrides: value("overrides") == "true",
        kind: or("kind", &transfer.mapping.kind),
        outcome: or("outcome", &transfer.mapping.outcome),
        visibility: or("visibility", &transfer.mapping.visibility),
    }
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Confirming {
    /// `good`: what is refused stays out.
    rows: String,
}

pub async fn confirmation(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<Confirming>) -> Result<HttpResponse, Error> {
    let (id, app, only_good) = (*id, page.app.clone(), form.rows == "good");
    let confirmed = page.app.db.write(move |conn| {
        let transfer = store::hold(conn, &viewer, id)?.ok_or(Error::NotFound)?;
        confirm(conn, &app, &viewer, &transfer, only_good)
    });
    let flash = match confirmed.await? {
        Confirmed::Written(_) => Some(Flash::success("flash-transfer-done")),
        Confirmed::Meanwhile(_) => Some(Flash::warning("flash-transfer-meanwhile")),
        Confirmed::NotAllGood => Some(Flash::warning("flash-transfer-not-all-good")),
        Confirmed::Already => None,
    };
    Ok(page.redirect(&format!("/transfers/{id}"), flash))
}

/// Gives an unconfirmed file up.
pub async fn removal(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let given_up = page.app.db.write(move |conn| {
        let transfer = store::hold(conn, &viewer, id)?.ok_or(Error::NotFound)?;
        if !matches!(transfer.state, State::Read | State::Checked) {
            return Ok(false);
        }
        lines::remove(conn, id)?;
        deeds::remove(conn, id)?;
        store::set_state(conn, id, State::Dropped)?;
        audit::by(conn, &viewer, now, "drop", "transfers", id)?;
        Ok(true)
    });
    let flash = given_up.await?.then(|| Flash::success("flash-transfer-dropped"));
    Ok(page.redirect("/transfers", flash))
}

pub async fn undoing(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, app, actor) = (*id, page.app.clone(), viewer.clone());
    let undone = page.app.db.write(move |conn| take_back(conn, &app, &actor, id)).await?;
    match undone {
        Undone::Touched(touched) => show::refused(viewer, page, id, touched).await,
        Undone::Whole => Ok(page.redirect(&format!("/transfers/{id}"), Some(Flash::success("flash-transfer-undone")))),
        Undone::TooLate => Ok(page.redirect(&format!("/transfers/{id}"), None)),
    }
}

fn take_back(conn: &mut Conn, app: &Arc<App>, viewer: &Viewer, id: i64) -> Result<Undone, Error> {
    let transfer = store::hold(conn, viewer, id)?.ok_or(Error::NotFound)?;
    undoing::undo(conn, app, viewer, &transfer)
}
