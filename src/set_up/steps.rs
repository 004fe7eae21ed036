//! The steps of the set-up and where each stands. Nothing is remembered of them but that an optional one isn't needed:
//! whether a step is done is read from the rows it is about, so that a page elsewhere can do it or undo it.

use super::store;
use crate::app::App;
use crate::codes::codes;
use crate::config::Transport;
use crate::db::{AmongMethods, Conn};
use crate::i18n::Lang;
use crate::schema::{companies, organisations, phone_lines, staff, team_members, teams};
use crate::{mail, organisations as areas, routing};
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;

codes! {
    /// In the order in which they are best done.
    pub Step {
        Area = "area",
        Teams = "teams",
        Topics = "topics",
        Routing = "routing",
        Mail = "mail",
        PhoneLines = "phone_lines",
        Import = "import",
        Invitations = "invitations",
    }
}

impl Step {
    /// Without it call-backs don't find their way.
    pub fn is_required(self) -> bool {
        !matches!(self, Self::PhoneLines | Self::Import | Self::Invitations)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Done,
    Missing,
    /// Optional, and not needed here.
    Skipped,
}

/// One step as the data has it.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub step: Step,
    pub state: State,
    /// The text that says what is there, or what to do.
    pub says: &'static str,
    /// The number in that text.
    pub count: i64,
}

/// How many steps are neither done nor left out. Optional ones count too: the band is the only way back to them.
pub fn missing(conn: &mut Conn, app: &App) -> QueryResult<usize> {
    Ok(all(conn, app)?.iter().filter(|standing| standing.state == State::Missing).count())
}

/// Every step, in order.
pub fn all(conn: &mut Conn, app: &App) -> QueryResult<Vec<Standing>> {
    let skipped = store::skipped(conn)?;
    let mut all = Vec::new();
    for step in Step::ALL {
        let mut standing = standing(conn, app, step)?;
        if standing.state == State::Missing && skipped.contains(&step) {
            standing = Standing { state: State::Skipped, says: "set-up-skipped", ..standing };
        }
        all.push(standing);
    }
    Ok(all)
}

fn standing(conn: &mut Conn, app: &App, step: Step) -> QueryResult<Standing> {
    let (state, says, count) = match step {
        Step::Area => area(conn)?,
        Step::Teams => teams_with_people(conn, app)?,
        Step::Topics => told(areas::store::topics(conn)?.len() as i64, "set-up-topics-done", "set-up-topics-missing"),
        Step::Routing => catch_all(conn, app)?,
        Step::Mail => mail(conn, app)?,
        Step::PhoneLines => told(phone_lines::table.select(count_star()).first(conn)?, "set-up-phones-done", "set-up-phones-missing"),
        Step::Import => {
            let has_companies: bool = diesel::select(exists(companies::table.select(companies::id))).get_result(conn)?;
            told(has_companies.into(), "set-up-import-done", "set-up-import-missing")
        }
        Step::Invitations => {
            let people: i64 = staff::table.filter(staff::deactivated_at.is_null()).select(count_star()).first(conn)?;
            // One of them is the first administrator.
            told(people - 1, "set-up-invitations-done", "set-up-invitations-missing")
        }
    };
    Ok(Standing { step, state, says, count })
}

type Told = (State, &'static str, i64);

fn told(count: i64, done: &'static str, missing: &'static str) -> Told {
    if count > 0 { (State::Done, done, count) } else { (State::Missing, missing, 0) }
}

/// The area has a name of its own, and municipalities.
fn area(conn: &mut Conn) -> QueryResult<Told> {
    let host = organisations::table.filter(organisations::is_host.eq(true));
    let name: String = host.select(organisations::name).first(conn).optional()?.unwrap_or_default();
    if name.trim().is_empty() || Lang::ALL.iter().any(|lang| super::unnamed_area(*lang) == name) {
        return Ok((State::Missing, "set-up-area-unnamed", 0));
    }
    let municipalities = areas::store::municipalities(conn)?.len() as i64;
    Ok(told(municipalities, "set-up-area-done", "set-up-area-missing"))
}

/// At least one team that can be told of a call-back and has somebody to take it.
fn teams_with_people(conn: &mut Conn, app: &App) -> QueryResult<Told> {
    let live: Vec<i64> = areas::store::live_teams(conn, app.today())?.iter().map(|team| team.0).collect();
    let with_mailbox = teams::table.filter(teams::id.among(&live)).filter(teams::mailbox.ne(""));
    let with_mailbox: Vec<i64> = with_mailbox.select(teams::id).load(conn)?;
    let manned = team_members::table
        .inner_join(staff::table)
        .filter(team_members::team_id.among(&with_mailbox))
        .filter(staff::deactivated_at.is_null())
        .select(team_members::id);
    let is_manned: bool = diesel::select(exists(manned)).get_result(conn)?;
    Ok(match (live.is_empty(), with_mailbox.is_empty(), is_manned) {
        (_, _, true) => (State::Done, "set-up-teams-done", live.len() as i64),
        (true, ..) => (State::Missing, "set-up-teams-missing", 0),
        (_, true, _) => (State::Missing, "set-up-teams-no-mailbox", 0),
        _ => (State::Missing, "set-up-teams-no-members", 0),
    })
}

/// What no other row catches goes to a team that is there.
fn catch_all(conn: &mut Conn, app: &App) -> QueryResult<Told> {
    let rows = routing::store::rows(conn)?;
    let Some(last) = rows.last() else { return Ok((State::Missing, "set-up-routing-missing", 0)) };
    let is_live = areas::store::live_teams(conn, app.today())?.iter().any(|team| team.0 == last.team_id);
    Ok(if is_live { (State::Done, "set-up-routing-done", rows.len() as i64) } else { (State::Missing, "set-up-routing-ended", 0) })
}

/// A mail server has taken a mail of ours. The demo needs none.
fn mail(conn: &mut Conn, app: &App) -> QueryResult<Told> {
    if app.config.demo {
        return Ok((State::Done, "set-up-mail-done", 1));
    }
    Ok(match &app.config.mail.transport {
        Transport::Folder(_) => (State::Missing, "set-up-mail-no-server", 0),
        Transport::Smtp(_) => told(mail::listing::server_took_one(conn)?.into(), "set-up-mail-done", "set-up-mail-missing"),
    })
}
