//! The duty roster: who is on duty for a team, week by week.

use super::fill::{self, Filling};
use super::form::Roster;
use super::view::{self, Reader, TeamDuty, Week, address, monday_of};
use super::{Absent, reach};
use crate::audit;
use crate::db::Conn;
use crate::db::hold_off_writers;
use crate::error::Error;
use crate::organisations::{duty, store};
use crate::swaps::store::{self as swaps, Swapped};
use crate::web::paging::Tab;
use crate::web::{Choice, Flash, FormView, Page, Viewer};
use actix_web::{HttpResponse, web};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DutyQuery {
    team: String,
    from: String,
    /// The code of a `Filling`, to propose who takes the empty days.
    fill: String,
}

#[derive(Serialize)]
struct DutyView {
    team_id: i64,
    team: String,
    teams: Vec<Choice>,
    plans: bool,
    has_members: bool,
    week: Week,
    weeks: Vec<Tab>,
    form: FormView,
    from: String,
    this: String,
    previous: String,
    next: String,
    /// What a filling proposed; none when the page shows what is saved.
    proposed: Option<usize>,
    /// There are coming days to fill.
    may_fill: bool,
    swaps: Vec<Swapped>,
}

struct Found {
    teams: Vec<(i64, String)>,
    duty: TeamDuty,
    swaps: Vec<Swapped>,
}

pub async fn show(viewer: Viewer, page: Page, query: web::Query<DutyQuery>) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let monday = monday_of(query.from.parse().ok().filter(|day| is_near(*day, today)).unwrap_or(today));
    let filling = Filling::from_code(&query.fill);
    let reader = Reader { staff_id: viewer.staff_id, plans: reach::plans(&viewer), today, lang: page.lang() };
    let found = page.app.db.read(move |conn| find(conn, &viewer, &query.team, monday, today)).await?;
    let Some(Found { teams, duty, swaps }) = found else { return page.render("duty/no_team.html", &serde_json::json!({})) };
    let empty = duty.empty_days(monday, today);
    let filling = filling.filter(|_| reader.plans);
    let proposed = filling.map(|filling| fill::propose(filling, &duty, &empty)).unwrap_or_default();
    // Its base tells a restored draft which days its author chose; the others are shown as they are now.
    let form = page.edit_form(&view::values(&duty, monday, &proposed, today)).await?;
    let team_id = duty.team_id;
    let view = DutyView {
        form,
        team_id,
        team: teams.iter().find(|team| team.0 == team_id).map(|team| team.1.clone()).unwrap_or_default(),
        teams: Choice::of_rows(teams),
        plans: reader.plans,
        has_members: !duty.members.is_empty(),
        week: view::week(&duty, monday, &proposed, &reader),
        weeks: view::weeks_ahead(&duty, monday, &reader),
        from: monday.to_string(),
        this: address(team_id, monday),
        previous: address(team_id, monday - Days::new(7)),
        next: address(team_id, monday + Days::new(7)),
        proposed: filling.map(|_| proposed.len()),
        may_fill: reader.plans && filling.is_none() && !empty.is_empty() && !duty.members.is_empty(),
        swaps,
    };
    page.render("duty/duty.html", &view)
}

/// The team that was asked for, else the viewer's own, else the first. None if there is none at all.
fn find(conn: &mut Conn, viewer: &Viewer, wanted: &str, monday: NaiveDate, today: NaiveDate) -> Result<Option<Found>, Error> {
    let teams = reach::teams(conn, viewer)?;
    let own = teams.iter().map(|team| team.0).find(|id| viewer.team_ids.contains(id));
    let Some(team_id) = (if wanted.is_empty() { own.or(teams.first().map(|team| team.0)) } else { wanted.parse().ok() }) else {
        return if wanted.is_empty() { Ok(None) } else { Err(Error::NotFound) };
    };
    if teams.iter().all(|team| team.0 != team_id) {
        return Err(Error::NotFound);
    }
    let [shown, ahead] = view::known_days(monday, today);
    let mut shifts = duty::shifts(conn, &[team_id], shown.0, shown.1)?;
    let more = duty::shifts(conn, &[team_id], ahead.0, ahead.1)?;
    shifts.extend(more.into_iter().filter(|shift| !(shown.0..=shown.1).contains(&shift.duty_on)));
    let duty = TeamDuty {
        team_id,
        hours: store::office_hours(conn, team_id)?,
        members: store::members(conn, team_id)?,
        shifts,
        absent: Absent::load(conn, &[team_id], shown.0, shown.1)?,
    };
    Ok(Some(Found { teams, duty, swaps: swaps::of_team(conn, team_id, viewer.lang)? }))
}

pub async fn save(viewer: Viewer, page: Page, fields: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Error> {
    let roster = Roster::read(&fields).ok_or(Error::Invalid("error-bad-request"))?;
    let (now, today) = (page.app.now(), page.app.today());
    let location = address(roster.team_id, roster.from);
    page.app
        .db
        .write(move |conn| {
            hold_off_writers(conn, "duty_shifts")?;
            reach::planned_team(conn, &viewer, roster.team_id)?;
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

/// Within ten years: further off nobody plans, and the calendar ends somewhere.
pub fn is_near(day: NaiveDate, today: NaiveDate) -> bool {
    (day.year() - today.year()).abs() <= 10
}
