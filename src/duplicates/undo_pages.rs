//! Undoing a merge: what will be, one button, and what hinders it.

use super::fields::parts;
use super::store::{self, Merge};
use super::undo::{Hindrance, Undone, undo};
use crate::companies::words::label;
use crate::error::Error;
use crate::i18n::{self, Args, Lang};
use crate::web::{Flash, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct UndoView {
    #[serde(flatten)]
    merge: Merge,
    last_day: String,
    can_be_undone: bool,
    /// Fields that somebody edited since: they stay with the company that stayed.
    edited: Vec<String>,
    /// Why it can't be undone, and the page where that is.
    hindrances: Vec<(String, String)>,
}

impl UndoView {
    fn of(merge: Merge, now: chrono::NaiveDateTime) -> Self {
        let last_day = i18n::date(i18n::helsinki(merge.merged_at + super::UNDO_FOR).date_naive());
        Self { last_day, can_be_undone: merge.can_be_undone(now), merge, edited: Vec::new(), hindrances: Vec::new() }
    }
}

pub async fn new(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, lang) = (id.into_inner(), page.app.now(), page.lang());
    let view = page
        .app
        .db
        .read(move |conn| {
            let merge = store::find(conn, id)?.ok_or(Error::NotFound)?;
            let mut edited = Vec::new();
            for part in parts(store::changes(conn, id)?, merge.kept_id) {
                let Some(field) = part.field else { continue };
                for change in &part.changes {
                    let text = label(field, lang);
                    if !change.is_as_left(conn)? && !edited.contains(&text) {
                        edited.push(text);
                    }
                }
            }
            Ok(UndoView { edited, ..UndoView::of(merge, now) })
        })
        .await?;
    page.render("duplicates/undoing.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now, lang) = (id.into_inner(), page.app.now(), page.lang());
    match page.app.db.write(move |conn| undo(conn, &viewer, id, now)).await? {
        Undone::Back(merge, edited) => {
            let key = if edited.is_empty() { "flash-merge-undone" } else { "flash-merge-undone-edited" };
            Ok(page.redirect(&format!("/companies/{}", merge.merged_id), Some(Flash::success(key))))
        }
        Undone::Already(merge) => Ok(page.redirect(&format!("/companies/{}", merge.merged_id), None)),
        Undone::Hindered(merge, hindrances) => {
            let company = format!("/companies/{}", merge.kept_id);
            let hindrances = hindrances.into_iter().map(|hindrance| words(hindrance, &company, lang)).collect();
            let view = UndoView { hindrances, ..UndoView::of(merge, now) };
            page.render_with(StatusCode::CONFLICT, "duplicates/undoing.html", &view)
        }
    }
}

fn words(hindrance: Hindrance, company: &str, lang: Lang) -> (String, String) {
    match hindrance {
        Hindrance::MergedOn(other) => {
            let args = Args::from([("name".into(), other.name.into())]);
            (i18n::text_with(lang, "merge-hindered-merged-on", &args), "/companies/merges".to_owned())
        }
        Hindrance::Contact(at, who) => {
            let args = Args::from([("at".into(), i18n::date_time(lang, at).into()), ("who".into(), who.into())]);
            (i18n::text_with(lang, "merge-hindered-contact", &args), format!("{company}#timeline"))
        }
        Hindrance::Person(person, site) => {
            let args = Args::from([("person".into(), person.into()), ("site".into(), site.into())]);
            (i18n::text_with(lang, "merge-hindered-person", &args), company.to_owned())
        }
        Hindrance::Row(table, id) => {
            let args = Args::from([("table".into(), table.into()), ("id".into(), id.to_string().into())]);
            (i18n::text_with(lang, "merge-hindered-row", &args), format!("{company}#timeline"))
        }
    }
}
