//! The duty roster: who is on duty for a team, this week and the next.

use super::DutyPerson;
use super::form::Roster;
use super::view::{self, TeamDuty, WEEKS, Week};
use crate::audit;
use crate::db::Conn;
use crate::db::hold_off_writers;
use crate::error::Error;
use crate::organisations::{duty, store};
use crate::web::{Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DutyQuery {
    team: String,
    from: String,
}

#[derive(Serialize)]
struct DutyView {
    team_id: i64,
    team: String,
    teams: Vec<TeamChoice>,
    has_members: bool,
    /// Who is on duty today; none means the whole team.
    today: Option<String>,
    open_today: bool,
    form: FormView,
    weeks: Vec<Week>,
    from: String,
    previous: String,
    next: String,
}

#[derive(Serialize)]
struct TeamChoice {
    value: i64,
    label: String,
}

struct Found {
    team_id: i64,
    teams: Vec<(i64, String)>,
    duty: TeamDuty,
    on_duty: Option<DutyPerson>,
}

pub async fn show(viewer: Viewer, page: Page, query: web::Query<DutyQuery>) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let monday = monday_of(query.from.parse().ok().filter(|day| is_near(*day, today)).unwrap_or(today));
    let found = page.app.db.read(move |conn| find(conn, &viewer, &query.team, monday, today)).await?;
    let Some(found) = found else { return page.render("duty/no_team.html", &serde_json::json!({})) };
    let team = found.teams.iter().find(|team| team.0 == found.team_id).map(|team| team.1.clone()).unwrap_or_default();
    let weeks = view::weeks(&found.duty, monday, today, page.lang());
    // Its base tells a restored draft which days its author chose; the others are shown as they are now.
    let form = page.edit_form(&view::values(&weeks)).await?;
    let view = DutyView {
        form,
        team_id: found.team_id,
        team,
        teams: found.teams.into_iter().map(|(value, label)| TeamChoice { value, label }).collect(),
        has_members: !found.duty.members.is_empty(),
        today: found.on_duty.map(|person| person.name),
        open_today: found.duty.hours.opens_on(today),
        weeks,
        from: monday.to_string(),
        previous: address(found.team_id, monday - Days::new(7)),
        next: address(found.team_id, monday + Days::new(7)),
    };
    page.render("duty/duty.html", &view)
}

/// The team that was asked for, else the viewer's own, else the organisation's first. None if there is none at all.
fn find(conn: &mut Conn, viewer: &Viewer, wanted: &str, monday: NaiveDate, today: NaiveDate) -> Result<Option<Found>, Error> {
    let teams = store::teams_of(conn, viewer.organisation_id)?;
    let own = teams.iter().map(|team| team.0).find(|id| viewer.team_ids.contains(id));
    let Some(team_id) = (if wanted.is_empty() { own.or(teams.first().map(|team| team.0)) } else { wanted.parse().ok() }) else {
        return if wanted.is_empty() { Ok(None) } else { Err(Error::NotFound) };
    };
    if teams.iter().all(|team| team.0 != team_id) {
        return Err(Error::NotFound);
    }
    let duty = TeamDuty {
        hours: store::office_hours(conn, team_id)?,
        members: store::members(conn, team_id)?,
        shifts: duty::shifts(conn, &[team_id], monday, monday + Days::new(7 * WEEKS - 1))?,
    };
    Ok(Some(Found { team_id, teams, duty, on_duty: duty::on_duty(conn, team_id, today)? }))
}

pub async fn save(viewer: Viewer, page: Page, fields: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let roster = Roster::read(&fields).ok_or(Error::Invalid("error-bad-request"))?;
    let (now, today) = (page.app.now(), page.app.today());
    let location = address(roster.team_id, roster.from);
    page.app
        .db
        .write(move |conn| {
            hold_off_writers(conn, "duty_shifts")?;
            if store::teams_of(conn, viewer.organisation_id)?.iter().all(|team| team.0 != roster.team_id) {
                return Err(Error::NotFound);
            }
            let members = store::members(conn, roster.team_id)?;
            for (day, holder) in &roster.changes {
                if *day < today || !is_near(*day, today) {
                    return Err(Error::Conflict("error-duty-past"));
                }
                match holder {
                    Some(id) if members.iter().all(|member| member.staff_id != *id) => return Err(Error::Conflict("error-duty-member")),
                    Some(id) => duty::assign(conn, roster.team_id, *day, *id)?,
                    None => duty::clear(conn, roster.team_id, *day)?,
                }
            }
            Ok(audit::by(conn, &viewer, now, "plan_duty", "teams", roster.team_id)?)
        })
        .await?;
    Ok(page.redirect(&location, Some(Flash::success("flash-duty-saved"))))
}

fn address(team_id: i64, monday: NaiveDate) -> String {
    format!("/duty?team={team_id}&from={monday}")
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// Within ten years: further off nobody plans, and the calendar ends somewhere.
fn is_near(day: NaiveDate, today: NaiveDate) -> bool {
    (day.year() - today.year()).abs() <= 10
}
