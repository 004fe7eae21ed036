//! The list of teams and the page of one.

use super::form::TeamForm;
use super::store::{self, Listed};
use crate::app::App;
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::Lang;
use crate::organisations::phone_lines::store::{self as phone_lines, PhoneLine};
use crate::organisations::seasons::view::SeasonView;
use crate::organisations::store::{self as organisations, NewTeam, Opens, Team};
use crate::organisations::{hours, seasons};
use crate::web::edits;
use crate::web::once::once;
use crate::web::{Choice, Errors, Flash, FormView, Page, Viewer};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

const LIST: &str = "/admin/teams";
const FORM: &str = "teams/new.html";

#[derive(Serialize)]
struct ListView {
    teams: Vec<Listed>,
    at_host: bool,
}

pub async fn list(viewer: Viewer, page: Page) -> Result<HttpResponse, Error> {
    let at_host = viewer.at_host;
    let teams = page.app.db.read(move |conn| Ok(store::listed(conn, &viewer)?)).await?;
    page.render("teams/list.html", &ListView { teams, at_host })
}

#[derive(Serialize)]
struct NewPage {
    form: FormView,
    /// None to choose from when there is only one.
    organisations: Vec<Choice>,
    may_be_by_mail: bool,
    languages: Vec<Choice>,
}

impl NewPage {
    fn new(form: FormView, organisations: Vec<(i64, String)>, at_host: bool, lang: Lang) -> Self {
        let has_choice = organisations.len() > 1;
        let organisations = if has_choice { Choice::of_rows(organisations) } else { Vec::new() };
        Self { form, organisations, may_be_by_mail: has_choice || !at_host, languages: Choice::languages(lang) }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Preset {
    organisation: String,
}

pub async fn new(viewer: Viewer, page: Page, preset: web::Query<Preset>) -> Result<HttpResponse, Error> {
    let (today, at_host) = (page.app.today(), viewer.at_host);
    let offered = page.app.db.read(move |conn| Ok(store::organisations_of(conn, &viewer, today)?)).await?;
    let form = TeamForm::fresh(preset.into_inner().organisation);
    let form = page.form(&form).await?;
    page.render(FORM, &NewPage::new(form, offered, at_host, page.lang()))
}

pub async fn create(viewer: Viewer, page: Page, form: web::Form<TeamForm>) -> Result<HttpResponse, Error> {
    let (form, today, at_host) = (form.into_inner(), page.app.today(), viewer.at_host);
    let asker = viewer.clone();
    let offered = move |conn: &mut Conn| Ok((store::organisations_of(conn, &asker, today)?, organisations::host(conn)?));
    let (offered, host) = page.app.db.read(offered).await?;
    let again = |form: &TeamForm, errors: &Errors| FormView::refused(form, errors, page.lang(), &form.once);
    if let Some(copied) = form.copied() {
        return page.render(FORM, &NewPage::new(again(&copied, &Errors::default()), offered, at_host, page.lang()));
    }
    let (organisation_id, details) = match form.typed_new(&offered, host, today) {
        Ok(typed) => typed,
        Err(errors) => return page.render_refused(FORM, &NewPage::new(again(&form, &errors), offered, at_host, page.lang())),
    };
    let (now, key) = (page.app.now(), form.once.clone());
    let add = move |conn: &mut Conn| {
        once(conn, &key, viewer.staff_id, now, |conn| {
            hold_off_writers(conn, "teams")?;
            if store::is_name_taken(conn, organisation_id, &details.name, None)? {
                return Err(Error::Conflict("error-team-exists"));
            }
            let new = NewTeam {
                organisation_id,
                name: &details.name,
                mailbox: &details.mailbox,
                language: details.language,
                by_mail: details.by_mail,
            };
            let id = organisations::add_team(conn, &new)?;
            organisations::set_periods(conn, Opens::Team(id), &details.periods)?;
            audit::by(conn, &viewer, now, "add", "teams", id)?;
            Ok(address(id))
        })
    };
    match page.app.db.write(add).await {
        Ok(location) => Ok(page.redirect(&location, Some(Flash::success("flash-team-added")))),
        Err(Error::Conflict(key)) => {
            let form = again(&form, &Errors::one("name", key));
            page.render_refused(FORM, &NewPage::new(form, offered, at_host, page.lang()))
        }
        Err(error) => Err(error),
    }
}

pub fn address(id: i64) -> String {
    format!("{LIST}/{id}")
}

/// What the page of a team shows beside its form.
struct Ground {
    team: Team,
    form: TeamForm,
    members: Vec<MemberView>,
    candidates: Vec<(i64, String)>,
    lines: Vec<PhoneLine>,
    is_hosts: bool,
    seasons: Vec<seasons::store::Row>,
    today: NaiveDate,
}

#[derive(Serialize)]
struct MemberView {
    id: i64,
    name: String,
    email: String,
    is_lead: bool,
}

#[derive(Serialize)]
struct TeamPage {
    form: FormView,
    team_id: i64,
    name: String,
    organisation_id: i64,
    organisation: String,
    by_mail: bool,
    /// A team of the employment area itself always has accounts.
    may_be_by_mail: bool,
    is_ended: bool,
    ended_on: String,
    members: Vec<MemberView>,
    candidates: Vec<Choice>,
    lines: Vec<LineView>,
    seasons: Vec<SeasonView>,
    languages: Vec<Choice>,
}

#[derive(Serialize)]
struct LineView {
    id: i64,
    name: String,
    phone: String,
    phone_e164: String,
    /// Of today's week.
    hours: Vec<String>,
}

fn load(conn: &mut Conn, viewer: &Viewer, id: i64, today: NaiveDate) -> Result<Ground, Error> {
    let team = store::find(conn, viewer, id)?;
    let form = TeamForm::of(&team, &organisations::periods(conn, Opens::Team(id))?);
    let members = organisations::members(conn, id)?.into_iter();
    let member =
        |member: organisations::Member| MemberView { id: member.staff_id, name: member.name, email: member.email, is_lead: member.is_lead };
    let candidates = store::candidates(conn, &team)?;
    let is_hosts = organisations::host(conn)? == Some(team.organisation_id);
    let mut lines = phone_lines::of_team(conn, id)?;
    for line in &mut lines {
        line.periods = seasons::store::periods_on(conn, Opens::PhoneLine(line.id), today)?;
    }
    let seasons = seasons::store::of(conn, Opens::Team(id))?;
    Ok(Ground { is_hosts, members: members.map(member).collect(), candidates, lines, seasons, today, team, form })
}

impl Ground {
    /// `form` is the own one, or one that was sent.
    fn page(self, form: FormView, lang: Lang) -> TeamPage {
        let line = |line: PhoneLine| LineView {
            hours: hours::in_words(&line.periods, lang),
            id: line.id,
            name: line.name,
            phone: line.phone,
            phone_e164: line.phone_e164,
        };
        TeamPage {
            form,
            team_id: self.team.id,
            name: self.team.name,
            organisation_id: self.team.organisation_id,
            organisation: self.team.organisation,
            by_mail: self.team.by_mail,
            may_be_by_mail: !self.is_hosts,
            is_ended: self.team.ended_on.is_some(),
            ended_on: self.team.ended_on.map(|day| day.to_string()).unwrap_or_default(),
            members: self.members,
            candidates: Choice::of_rows(self.candidates),
            lines: self.lines.into_iter().map(line).collect(),
            seasons: seasons::view::views(&self.seasons, self.today, lang),
            languages: Choice::languages(lang),
        }
    }
}

pub async fn show(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let ground = page.app.db.read(move |conn| load(conn, &viewer, *id, today)).await?;
    let form = page.edit_form(&ground.form).await?;
    page.render("teams/show.html", &ground.page(form, page.lang()))
}

/// The page of the team again, with the form that `draw` makes of its own.
pub(super) async fn again(
    (viewer, page, id): (Viewer, Page, i64),
    status: StatusCode,
    draw: impl FnOnce(&TeamForm, Lang) -> FormView,
) -> Result<HttpResponse, Error> {
    let today = page.app.today();
    let ground = page.app.db.read(move |conn| load(conn, &viewer, id, today)).await?;
    let form = draw(&ground.form, page.lang());
    page.render_with(status, "teams/show.html", &ground.page(form, page.lang()))
}

/// What a change of a team's details brings with it, in the same transaction; the team is as it was before.
pub type Consequences = fn(&mut Conn, &App, &Team) -> Result<(), Error>;

pub async fn change((viewer, page): (Viewer, Page), id: i64, form: TeamForm, follow: Consequences) -> Result<HttpResponse, Error> {
    if let Some(copied) = form.copied() {
        let draw = |_: &TeamForm, lang| FormView::refused(&copied, &Errors::default(), lang, &copied.once);
        return again((viewer, page, id), StatusCode::OK, draw).await;
    }
    let (app, today, asker, typed) = (page.app.clone(), page.app.today(), viewer.clone(), form.clone());
    let save = move |conn: &mut Conn| {
        hold_off_writers(conn, "teams")?;
        let team = store::find_live(conn, &viewer, id)?;
        let current = TeamForm::of(&team, &organisations::periods(conn, Opens::Team(id))?);
        let merged = edits::settle(conn, ("teams", id), &typed, &current)?;
        let is_hosts = organisations::host(conn)? == Some(team.organisation_id);
        let details = match merged.and_then(|merged| Ok(merged.typed(is_hosts, today)?)) {
            Ok(details) => details,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if store::is_name_taken(conn, team.organisation_id, &details.name, Some(id))? {
            return Ok(Err(Errors::one("name", "error-team-exists").into()));
        }
        store::change(conn, id, &details)?;
        follow(conn, &app, &team)?;
        Ok(Ok(audit::by(conn, &viewer, app.now(), "change", "teams", id)?))
    };
    match page.app.db.write(save).await? {
        Ok(()) => {
            page.app.mail.notify_one();
            Ok(page.redirect(&address(id), Some(Flash::success("flash-team-saved"))))
        }
        Err(refusal) => {
            let draw = |_: &TeamForm, lang| FormView::unsaved(&form, &refusal, lang, &form.once);
            again((asker, page, id), refusal.status(), draw).await
        }
    }
}

/// An ended team is opened again as it was.
pub async fn reopen(viewer: Viewer, page: Page, id: web::Path<i64>) -> Result<HttpResponse, Error> {
    let (id, now) = (*id, page.app.now());
    let open = move |conn: &mut Conn| {
        store::find(conn, &viewer, id)?;
        if store::reopen(conn, id)? {
            audit::by(conn, &viewer, now, "reopen", "teams", id)?;
        }
        Ok(())
    };
    page.app.db.write(open).await?;
    Ok(page.redirect(&address(id), Some(Flash::success("flash-team-reopened"))))
}
