//! The list of routing rows and the form of one.

use super::form::RowForm;
use super::rules::{Row, Verdict};
use super::store;
use super::trial::{self, TrialForm};
use super::view::{self, Names, Options, RowView};
use crate::audit;
use crate::db::hold_off_writers;
use crate::error::Error;
use crate::i18n::Lang;
use crate::web::edits;
use crate::web::once::once;
use crate::web::order::Shift;
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const LIST: &str = "/admin/routing";
const FORM: &str = "routing/form.html";

#[derive(Serialize)]
struct ListView {
    rows: Vec<RowView>,
    /// Of the trial.
    form: FormView,
    topics: Vec<Choice>,
    languages: Vec<Choice>,
    trial: Option<trial::Outcome>,
}

/// The rows in their order; with a trial in the address also who would get that call-back, and why.
pub async fn list(page: Page, asked: web::Query<TrialForm>) -> Result<HttpResponse, Error> {
    let (today, now, lang, asked) = (page.app.today(), page.app.now(), page.lang(), asked.into_inner());
    let load = move |conn: &mut crate::db::Conn| {
        let (rows, names) = (store::rows(conn)?, Names::load(conn, today)?);
        let offer = names.offer(None);
        let (form, trial) = match asked.typed(&offer.topics, today) {
            _ if asked.is_empty() => (FormView::fresh(&TrialForm { language: Lang::Fi.code().to_owned(), ..asked }), None),
            Ok(typed) => {
                let trial = trial::run(conn, (&asked, typed), (&rows, &names), lang, now)?;
                (FormView::fresh(&asked), trial)
            }
            Err(errors) => (FormView::refused(&asked, &errors, lang, ""), None),
        };
        let mut rows = view::rows(&rows, &names, lang);
        if let Some(trial) = &trial {
            for (row, (verdict, reason)) in rows.iter_mut().zip(trial.verdicts.iter().zip(&trial.reasons)) {
                row.decides = *verdict == Verdict::Decides;
                row.passed_over.clone_from(reason);
            }
        }
        let topics = Choice::of_rows(offer.topics.iter().map(|id| (*id, names.topic(*id).to_owned())).collect());
        Ok(ListView { rows, form, topics, languages: Choice::languages(lang), trial })
    };
    let view = page.app.db.read(load).await?;
    page.render("routing/list.html", &view)
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
    /// A form of a row that isn't there yet; `industry` is the one that was chosen.
    fn of_new(page: &Page, form: FormView, names: &Names, industry: &str) -> Self {
        Self { form, id: None, catches_all: false, options: Options::new(names, (None, industry), page.lang()) }
    }

    fn of(page: &Page, form: FormView, names: &Names, (row, catches_all): (&Row, bool), industry: &str) -> Self {
        Self { form, id: Some(row.id), catches_all, options: Options::new(names, (row.topic_id, industry), page.lang()) }
    }
}

pub async fn new_form(page: Page) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let names = page.app.db.read(move |conn| Ok(Names::load(conn, today)?)).await?;
    let form = page.form(&RowForm { response: "4 h".to_owned(), urgent_response: "1 h".to_owned(), ..RowForm::default() }).await?;
    page.render(FORM, &FormPage::of_new(&page, form, &names, ""))
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<RowForm>) -> Result<HttpResponse, Error> {
    let form = form.into_inner();
    let today = page.app.today();
    let names = page.app.db.read(move |conn| Ok(Names::load(conn, today)?)).await?;
    match form.typed(&names.offer(None), false, today) {
        Ok(row) => {
            let now = page.app.now();
            let add = move |conn: &mut crate::db::Conn| {
                hold_off_writers(conn, "routing_rows")?;
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
            page.render_refused(FORM, &FormPage::of_new(&page, again, &names, &form.industry))
        }
    }
}

/// The row, and whether it is the catch-all.
async fn find(page: &Page, id: i64) -> Result<(Row, bool, Names), Error> {
    let today = page.app.today();
    let (mut rows, names) = page.app.db.read(move |conn| Ok((store::rows(conn)?, Names::load(conn, today)?))).await?;
    let place = rows.iter().position(|row| row.id == id).ok_or(Error::NotFound)?;
    let is_last = place + 1 == rows.len();
    Ok((rows.swap_remove(place), is_last, names))
}

pub async fn edit_form(page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (row, catches_all, names) = find(&page, *id).await?;
    let form = RowForm::of(&row);
    page.render(FORM, &FormPage::of(&page, page.edit_form(&form).await?, &names, (&row, catches_all), &form.industry))
}

pub async fn change(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<RowForm>) -> Result<HttpResponse, Error> {
    let (id, form) = (*id, form.into_inner());
    let (before, catches_all, names) = find(&page, id).await?;
    let (now, today, typed, offer) = (page.app.now(), page.app.today(), form.clone(), names.offer(before.topic_id));
    let saved = page.app.db.write(move |conn| {
        hold_off_writers(conn, "routing_rows")?;
        let row = store::rows(conn)?.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
        let merged = edits::settle(conn, ("routing_rows", id), &typed, &RowForm::of(&row))?;
        Ok(match merged.and_then(|merged| Ok(merged.typed(&offer, catches_all, today)?)) {
            Ok(row) => {
                store::update(conn, id, &row)?;
                Ok(audit::by(conn, &viewer, now, "change", "routing_rows", id)?)
            }
            Err(refusal) => Err(refusal),
        })
    });
    match saved.await? {
        Ok(()) => Ok(page.redirect(LIST, Some(Flash::success("flash-routing-saved")))),
        Err(refusal) => {
            let again = FormView::unsaved(&form, &refusal, page.lang(), &form.once);
            page.render_with(refusal.status(), FORM, &FormPage::of(&page, again, &names, (&before, catches_all), &form.industry))
        }
    }
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            hold_off_writers(conn, "routing_rows")?;
            store::remove(conn, id)?;
            Ok(audit::by(conn, &viewer, now, "remove", "routing_rows", id)?)
        })
        .await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-routing-removed"))))
}

pub async fn shift(viewer: Viewer, page: Page, id: web::Path<i64>, form: web::Form<Shift>) -> Result<HttpResponse, Error> {
    let direction = form.direction()?;
    let (id, now) = (*id, page.app.now());
    page.app
        .db
        .write(move |conn| {
            hold_off_writers(conn, "routing_rows")?;
            store::shift(conn, id, direction)?;
            Ok(audit::by(conn, &viewer, now, "move", "routing_rows", id)?)
        })
        .await?;
    Ok(page.redirect(LIST, None))
}
