//! The quick form of the routing: one team gets every call-back unless another row says otherwise.

use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::organisations;
use crate::routing::form::{Offer, RowForm};
use crate::routing::store::{self, Row};
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

const FORM: &str = "set_up/routing.html";
/// Office time that suits most: half a day, and one hour when it is urgent.
const RESPONSE: (&str, &str) = ("4 h", "1 h");

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct CatchAllForm {
    #[serde(flatten)]
    row: RowForm,
    /// The row as it was when the form was opened: two who set it up at once don't overwrite each other unseen.
    seen: String,
}

#[derive(Serialize)]
struct RoutingView {
    form: FormView,
    teams: Vec<Choice>,
    /// Rows beside this one.
    others: usize,
}

/// The catch-all row, the other rows, and the teams that can get something.
struct Found {
    row: Option<Row>,
    others: usize,
    teams: Vec<(i64, String)>,
}

fn find(conn: &mut Conn, today: chrono::NaiveDate) -> diesel::QueryResult<Found> {
    let mut rows = store::rows(conn)?;
    let row = rows.pop();
    let teams = organisations::store::live_teams(conn, today)?;
    Ok(Found { row, others: rows.len(), teams: teams.into_iter().map(|(id, name, _)| (id, name)).collect() })
}

fn seen(row: Option<&Row>) -> String {
    row.map(|row| format!("{}-{}-{}", row.team_id, row.response_minutes, row.urgent_response_minutes)).unwrap_or_default()
}

pub async fn form(page: Page) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let found = page.app.db.read(move |conn| Ok(find(conn, today)?)).await?;
    let seen = seen(found.row.as_ref());
    let row = match &found.row {
        Some(row) => RowForm::of(row),
        None => {
            let only = if let [team] = found.teams.as_slice() { team.0.to_string() } else { String::new() };
            RowForm { team: only, response: RESPONSE.0.to_owned(), urgent_response: RESPONSE.1.to_owned(), ..RowForm::default() }
        }
    };
    let form = page.form(&CatchAllForm { row, seen }).await?;
    page.render(FORM, &RoutingView { form, others: found.others, teams: Choice::of_rows(found.teams) })
}

pub async fn save(viewer: Viewer, page: Page, form: web::Form<CatchAllForm>) -> Result<HttpResponse, Error> {
    let (today, now, form) = (page.app.today(), page.app.now(), form.into_inner());
    let found = page.app.db.read(move |conn| Ok(find(conn, today)?)).await?;
    let offer = Offer { teams: found.teams.iter().map(|team| team.0).collect(), ..Offer::default() };
    let row = match form.row.typed(&offer, true, today) {
        Ok(row) => Row { topic_id: None, municipality: None, industry: None, language: None, ..row },
        Err(errors) => return again(&page, StatusCode::UNPROCESSABLE_ENTITY, found, &form, &errors),
    };
    let was_seen = form.seen.clone();
    let set = move |conn: &mut Conn| {
        hold_off_writers(conn, "routing_rows")?;
        let current = store::rows(conn)?.pop();
        if seen(current.as_ref()) == seen(Some(&row)) {
            return Ok(());
        }
        if seen(current.as_ref()) != was_seen {
            return Err(Error::Conflict("error-set-up-routing-changed"));
        }
        // The backup is chosen on the row's own page; this one leaves it.
        let backup_team_id = current.and_then(|current| current.backup_team_id).filter(|backup| *backup != row.team_id);
        let id = store::add(conn, &Row { backup_team_id, ..row })?;
        Ok(audit::by(conn, &viewer, now, "set_up", "routing_rows", id)?)
    };
    match page.app.db.write(set).await {
        Ok(()) => Ok(page.redirect("/setup", Some(Flash::success("flash-routing-saved")))),
        Err(Error::Conflict(key)) => {
            let found = page.app.db.read(move |conn| Ok(find(conn, today)?)).await?;
            // The next time it is saved over what is told now.
            let form = CatchAllForm { seen: seen(found.row.as_ref()), ..form };
            again(&page, StatusCode::CONFLICT, found, &form, &Errors::one("team", key))
        }
        Err(error) => Err(error),
    }
}

fn again(page: &Page, status: StatusCode, found: Found, form: &CatchAllForm, errors: &Errors) -> Result<HttpResponse, Error> {
    let form = FormView::refused(form, errors, page.lang(), &form.row.once);
    page.render_with(status, FORM, &RoutingView { form, others: found.others, teams: Choice::of_rows(found.teams) })
}
