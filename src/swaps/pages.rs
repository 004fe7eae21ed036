//! The page on which a shift changes hands.

use super::form::SwapForm;
use super::offers::{self, Offer, day_of};
use super::store::{self, CHANGED};
use crate::db::Conn;
use crate::error::Error;
use crate::organisations::duty::pages::is_near;
use crate::organisations::duty::{Shift, reach};
use crate::web::once::once;
use crate::web::{Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
struct SwapView {
    form: FormView,
    team_id: i64,
    team: String,
    date: NaiveDate,
    day: String,
    holder_id: i64,
    holder: String,
    is_own: bool,
    offers: Vec<Offer>,
    back: String,
}

struct Found {
    team: String,
    shift: Shift,
    offers: Vec<Offer>,
}

/// A team and a day of its roster.
type Place = (i64, NaiveDate);

fn load(conn: &mut Conn, viewer: &Viewer, (team_id, day): Place, today: NaiveDate) -> Result<Found, Error> {
    let shift = store::find(conn, viewer, team_id, day, today)?;
    let offers = offers::offers(conn, &shift, today, viewer)?;
    Ok(Found { team: reach::team(conn, viewer, team_id)?, shift, offers })
}

fn read(page: &Page, path: &(i64, String)) -> Result<Place, Error> {
    let day = path.1.parse().ok().filter(|day| is_near(*day, page.app.today())).ok_or(Error::NotFound)?;
    Ok((path.0, day))
}

fn back((team_id, day): Place) -> String {
    format!("/duty?team={team_id}&from={day}")
}

async fn render(page: Page, viewer: Viewer, place: Place, status: StatusCode, form: Option<FormView>) -> Result<HttpResponse, Error> {
    let (today, staff_id) = (page.app.today(), viewer.staff_id);
    let found = page.app.db.read(move |conn| load(conn, &viewer, place, today)).await;
    // Whoever sent the form had the shift, and someone else has it now, or nobody.
    let Found { team, shift, offers } = match found {
        Err(Error::Forbidden | Error::NotFound) if status == StatusCode::CONFLICT => return Err(Error::Conflict(CHANGED)),
        found => found?,
    };
    let form = match form {
        Some(form) => form,
        None => page.form(&SwapForm::default()).await?,
    };
    let view = SwapView {
        form,
        team_id: place.0,
        team,
        date: place.1,
        day: day_of(page.lang(), place.1),
        is_own: shift.staff_id == staff_id,
        holder_id: shift.staff_id,
        holder: shift.name,
        offers,
        back: back(place),
    };
    page.render_with(status, "swaps/new.html", &view)
}

pub async fn new(viewer: Viewer, page: Page, path: web::Path<(i64, String)>) -> Result<HttpResponse, Error> {
    let place = read(&page, &path)?;
    render(page, viewer, place, StatusCode::OK, None).await
}

pub async fn create(viewer: Viewer, page: Page, path: web::Path<(i64, String)>, form: web::Form<SwapForm>) -> Result<HttpResponse, Error> {
    let place = read(&page, &path)?;
    let (app, form, doer) = (page.app.clone(), form.into_inner(), viewer.clone());
    let with = match form.finish(app.today()) {
        Ok(with) => with,
        Err(errors) => {
            let refused = FormView::refused(&form, &errors, page.lang(), &form.once);
            return render(page, viewer, place, StatusCode::UNPROCESSABLE_ENTITY, Some(refused)).await;
        }
    };
    let (key, from) = (form.once.clone(), form.from.parse().unwrap_or_default());
    let swapped = page.app.db.write(move |conn| {
        once(conn, &key, doer.staff_id, app.now(), |conn| {
            store::swap(conn, &app, &doer, (place.0, place.1, from), with)?;
            Ok(back(place))
        })
    });
    match swapped.await {
        Ok(location) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&location, Some(Flash::success("flash-swapped"))))
        }
        Err(Error::Conflict(CHANGED)) => {
            let refused = FormView::refused(&form, &Errors::one("with", CHANGED), page.lang(), &form.once);
            render(page, viewer, place, StatusCode::CONFLICT, Some(refused)).await
        }
        Err(error) => Err(error),
    }
}
