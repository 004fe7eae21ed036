//! The page of imports, and the page of one, which tells how far it is.

use super::upload::{self, Received};
use super::view::ImportView;
use super::work::{self, Source};
use super::{State, download, store};
use crate::audit;
use crate::classifications::municipalities;
use crate::error::Error;
use crate::organisations;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const LIST: &str = "imports/list.html";

/// What a form holds that a file goes with: a browser sends no file twice.
#[derive(Serialize)]
struct Values {
    area_only: &'static str,
}

#[derive(Serialize)]
struct ListView {
    form: FormView,
    /// The area's municipalities by name; empty while it has none.
    area: String,
    /// Where a download comes from.
    source: String,
    running: Option<i64>,
    imports: Vec<ImportView>,
}

pub async fn list(page: Page) -> Result<HttpResponse, Error> {
    let form = FormView::fresh(&Values { area_only: "true" });
    page.render(LIST, &list_view(&page, form).await?)
}

async fn list_view(page: &Page, form: FormView) -> Result<ListView, Error> {
    let lang = page.lang();
    let (codes, running, imports) =
        page.app.db.read(|conn| Ok((organisations::store::municipalities(conn)?, store::running(conn)?, store::latest(conn)?))).await?;
    let area: Vec<&str> = codes.iter().filter_map(|code| municipalities::name(code, lang)).collect();
    let imports = imports.into_iter().map(|import| ImportView::of(import, lang)).collect();
    Ok(ListView { form, area: area.join(", "), source: download::source(&page.app.config), running, imports })
}

pub async fn create(viewer: Viewer, page: Page, form: Multipart) -> Result<HttpResponse, Error> {
    let Received { file, area_only, wrong } = upload::receive(&page.app.config, form).await?;
    match (file, wrong) {
        (Some(file), None) => begin(viewer, page, Source::Upload(file), area_only).await,
        (_, wrong) => {
            let values = Values { area_only: if area_only { "true" } else { "" } };
            let errors = Errors::one("file", wrong.unwrap_or("error-import-no-file"));
            let form = FormView::refused(&values, &errors, page.lang(), "");
            page.render_refused(LIST, &list_view(&page, form).await?)
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    area_only: String,
}

/// Fetches the file from the open data and imports it.
pub async fn download(viewer: Viewer, page: Page, wanted: web::Form<Wanted>) -> Result<HttpResponse, Error> {
    begin(viewer, page, Source::OpenData, wanted.area_only == "true").await
}

/// Begins, unless another import is running: that one is shown then.
async fn begin(viewer: Viewer, page: Page, source: Source, area_only: bool) -> Result<HttpResponse, Error> {
    let (now, app) = (page.app.now(), page.app.clone());
    let (name, total_bytes, state) = match &source {
        Source::Upload(file) => (file.name.clone(), file.bytes, State::Running),
        Source::OpenData => (download::source(&app.config), 0, State::Downloading),
    };
    let begin = move |conn: &mut crate::db::Conn| {
        let municipalities = if area_only { organisations::store::municipalities(conn)? } else { Vec::new() };
        let started_by = viewer.staff_id;
        let new = store::NewImport { source: &name, total_bytes, municipalities: &municipalities, started_by, state };
        let Some(id) = store::begin(conn, &new, now)? else { return Ok((store::running(conn)?, None)) };
        audit::by(conn, &viewer, now, "import", "register_imports", id)?;
        Ok((Some(id), Some((source, municipalities))))
    };
    let (id, begun) = page.app.db.write(begin).await?;
    let location = id.map_or_else(|| "/admin/imports".to_owned(), |id| format!("/admin/imports/{id}"));
    match (id, begun) {
        (Some(id), Some((source, municipalities))) => {
            work::start(app, id, source, municipalities)?;
            Ok(page.redirect(&location, None))
        }
        _ => Ok(page.redirect(&location, Some(Flash::warning("flash-import-runs-already")))),
    }
}

#[derive(Serialize)]
struct ShowView {
    import: ImportView,
}

/// The whole page, or the part of it that changes.
pub async fn show(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = *id;
    let import = page.app.db.read(move |conn| store::find(conn, id)?.ok_or(Error::NotFound)).await?;
    let view = ShowView { import: ImportView::of(import, page.lang()) };
    if page.is_fragment() {
        return page.render_fragment("imports/show.html", "import", &view);
    }
    page.render("imports/show.html", &view)
}
