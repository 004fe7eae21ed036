//! The list of closing days, with the form of a new one. Holidays stand beside them, so that nobody types Christmas.

use super::form::ClosingDayForm;
use super::store::{self, Listed, Scope};
use crate::audit;
use crate::calendar::{Closing, Holiday};
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::organisations::store::{live, live_teams};
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::{Months, NaiveDate};
use serde::Serialize;

const LIST: &str = "/admin/closing-days";
const KNOWN: &str = "error-closing-known";

#[derive(Serialize)]
struct ListView {
    form: FormView,
    scopes: Vec<Choice>,
    /// From today on.
    coming: Vec<Line>,
    /// Those of the next twelve months.
    holidays: Vec<Line>,
    /// The latest first.
    past: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    /// With its weekday.
    days: String,
    name: String,
    /// None for a holiday, which nobody enters or removes.
    closing: Option<Listed>,
}

impl Line {
    fn of(closing: Listed, lang: Lang) -> Self {
        let one_day = || format!("{} {}", i18n::weekday(lang, closing.first), i18n::date(closing.first));
        let days = if closing.first == closing.last { one_day() } else { i18n::span(closing.first, closing.last) };
        Self { days, name: closing.name.clone(), closing: Some(closing) }
    }

    fn of_holiday((day, holiday): (NaiveDate, Holiday), lang: Lang) -> Self {
        let days = format!("{} {}", i18n::weekday(lang, day), i18n::date(day));
        Self { days, name: holiday.name(lang), closing: None }
    }
}

/// Every organisation with all its teams, and every team: what a closing day may be for. The host comes first.
fn scopes(conn: &mut Conn, today: NaiveDate, lang: Lang) -> Result<Vec<Choice>, Error> {
    let mut scopes = Vec::new();
    let all_teams = i18n::text(lang, "closing-all-teams");
    let organisations = live(conn, today)?.into_iter();
    scopes
        .extend(organisations.map(|(id, name, _)| Choice { value: Scope::Organisation(id).code(), label: format!("{name}: {all_teams}") }));
    let teams = live_teams(conn, today)?.into_iter();
    scopes.extend(teams.map(|(id, team, organisation)| Choice { value: Scope::Team(id).code(), label: format!("{organisation}: {team}") }));
    Ok(scopes)
}

async fn list_view(page: &Page, form: FormView) -> Result<ListView, Error> {
    let (today, lang) = (page.app.today(), page.lang());
    let (listed, scopes) = page.app.db.read(move |conn| Ok((store::listed(conn)?, scopes(conn, today, lang)?))).await?;
    let (past, coming): (Vec<_>, Vec<_>) = listed.into_iter().partition(|closing| closing.last < today);
    let in_a_year = today + Months::new(12);
    let holidays: Vec<Line> =
        Holiday::from_day(today).take_while(|(day, _)| *day < in_a_year).map(|holiday| Line::of_holiday(holiday, lang)).collect();
    let coming = coming.into_iter().map(|closing| Line::of(closing, lang)).collect();
    Ok(ListView { form, scopes, coming, holidays, past: past.into_iter().rev().map(|closing| Line::of(closing, lang)).collect() })
}

pub async fn list(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let scope = Scope::Organisation(viewer.organisation_id).code();
    let form = page.form(&ClosingDayForm { scope, ..ClosingDayForm::default() }).await?;
    let view = list_view(&page, form).await?;
    page.render("closing_days/list.html", &view)
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<ClosingDayForm>) -> Result<HttpResponse, Error> {
    let (form, today, lang) = (form.into_inner(), page.app.today(), page.lang());
    let offered = page.app.db.read(move |conn| scopes(conn, today, lang)).await?;
    let offered: Vec<String> = offered.into_iter().map(|scope| scope.value).collect();
    let errors = match form.typed(&offered, today) {
        Ok(typed) => match add(&viewer, &page, form.once.clone(), typed).await {
            Ok(location) => return Ok(page.redirect(&location, Some(Flash::success("flash-closing-added")))),
            Err(Error::Conflict(KNOWN)) => Errors::one("first_day", KNOWN),
            Err(error) => return Err(error),
        },
        Err(errors) => errors,
    };
    let view = list_view(&page, FormView::refused(&form, &errors, lang, &form.once)).await?;
    page.render_refused("closing_days/list.html", &view)
}

async fn add(viewer: &Viewer, page: &Page, key: String, (scope, closing): (Scope, Closing)) -> Result<String, Error> {
    let (viewer, now) = (viewer.clone(), page.app.now());
    let add = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            hold_off_writers(conn, "closing_days")?;
            if store::is_known(conn, scope, &closing)? {
                return Err(Error::Conflict(KNOWN));
            }
            let id = store::add(conn, scope, &closing)?;
            audit::by(conn, &viewer, now, "add", "closing_days", id)?;
            Ok(LIST.to_owned())
        })
    };
    page.app.db.write(add).await
}

pub async fn remove(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let remove = move |conn: &mut Conn| {
        store::remove(conn, id)?;
        Ok(audit::by(conn, &viewer, now, "remove", "closing_days", id)?)
    };
    page.app.db.write(remove).await?;
    Ok(page.redirect(LIST, Some(Flash::success("flash-closing-removed"))))
}
