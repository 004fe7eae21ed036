//! The page of imports, and the page of one, which tells how far it is.

use super::schedule::{self, Every};
use super::upload::{self, Received};
use super::view::{ImportView, ScheduleView};
use super::work::{self, Source};
use super::{State, changes, download, store};
use crate::audit;
use crate::classifications::municipalities;
use crate::error::Error;
use crate::organisations;
use crate::web::paging::Pager;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_multipart::Multipart;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const LIST: &str = "imports/list.html";
/// Imports on a page of the list.
const AT_ONCE: usize = 10;

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
    pager: Pager,
    schedule: ScheduleView,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Paged {
    /// The import before which the page begins.
    before: String,
}

pub async fn list(page: Page, paged: web::Query<Paged>) -> Result<HttpResponse, Error> {
    let form = FormView::fresh(&Values { area_only: "true" });
    page.render(LIST, &list_view(&page, form, paged.before.parse().ok()).await?)
}

async fn list_view(page: &Page, form: FormView, before: Option<i64>) -> Result<ListView, Error> {
    let lang = page.lang();
    let (codes, running, mut imports, schedule) = page
        .app
        .db
        .read(move |conn| {
            let imports = store::before(conn, before.unwrap_or(i64::MAX), AT_ONCE as i64 + 1)?;
            Ok((organisations::store::municipalities(conn)?, store::running(conn)?, imports, schedule::find(conn)?))
        })
        .await?;
    let area: Vec<&str> = codes.iter().filter_map(|code| municipalities::name(code, lang)).collect();
    let more = imports.len() > AT_ONCE;
    imports.truncate(AT_ONCE);
    let next = imports.last().filter(|_| more).map(|last| format!("/admin/imports?before={}#earlier", last.id));
    let previous = before.map(|_| "/admin/imports#earlier".to_owned());
    Ok(ListView {
        form,
        area: area.join(", "),
        source: download::source(&page.app.config),
        running,
        imports: imports.into_iter().map(|import| ImportView::of(import, lang)).collect(),
        pager: Pager { previous, next, shown: String::new() },
        schedule: ScheduleView::of(schedule, lang),
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Scheduled {
    /// The code of an `Every`, or `schedule::NEVER`.
    every: String,
    area_only: String,
}

/// Says how often the register is brought up to date by itself.
pub async fn set_schedule(viewer: Viewer, page: Page, form: web::Form<Scheduled>) -> Result<HttpResponse, Error> {
    let every = Every::from_code(&form.every);
    if every.is_none() && form.every != schedule::NEVER {
        return Err(Error::Invalid("error-form-key"));
    }
    let (now, area_only) = (page.app.now(), form.area_only == "true");
    page.app
        .db
        .write(move |conn| {
            schedule::set(conn, every, area_only, viewer.staff_id, now)?;
            Ok(audit::by(conn, &viewer, now, "change", "register_schedules", 0)?)
        })
        .await?;
    Ok(page.redirect("/admin/imports", Some(Flash::success("flash-import-schedule-saved"))))
}

pub async fn create(viewer: Viewer, page: Page, form: Multipart) -> Result<HttpResponse, Error> {
    let Received { file, area_only, wrong } = upload::receive(&page.app.config, form).await?;
    match (file, wrong) {
        (Some(file), None) => begin(viewer, page, Source::Upload(file), area_only).await,
        (_, wrong) => {
            let values = Values { area_only: if area_only { "true" } else { "" } };
            let errors = Errors::one("file", wrong.unwrap_or("error-import-no-file"));
            let form = FormView::refused(&values, &errors, page.lang(), "");
            page.render_refused(LIST, &list_view(&page, form, None).await?)
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
        let new = store::NewImport { source: &name, total_bytes, municipalities: &municipalities, started_by, state, is_scheduled: false };
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
    /// Whether there is a report of what it changed, and how many hand edits in it wait for a decision.
    has_changes: bool,
    open: i64,
}

/// The whole page, or the part of it that changes.
pub async fn show(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let id = *id;
    let found = page.app.db.read(move |conn| {
        let import = store::find(conn, id)?.ok_or(Error::NotFound)?;
        Ok((import, changes::store::is_any(conn, id)?, changes::store::open(conn, id)?))
    });
    let (import, has_changes, open) = found.await?;
    let view = ShowView { import: ImportView::of(import, page.lang()), has_changes, open };
    if page.is_fragment() {
        return page.render_fragment("imports/show.html", "import", &view);
    }
    page.render("imports/show.html", &view)
}
