//! Rows of teams and of who belongs to them, as far as an administrator may reach.

use crate::calendar::Period;
use crate::db::{AmongMethods, Condition, Conn};
use crate::i18n::Lang;
use crate::identifiers::name;
use crate::organisations::store::{self, Opens, Team};
use crate::schema::{memberships, organisations, staff, team_members, teams};
use crate::web::Viewer;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::result::Error::NotFound;
use serde::Serialize;

/// What an administrator may change of a team.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub mailbox: String,
    pub language: Lang,
    /// It works by mail and answer link only: a partner's team whose people have no account.
    pub by_mail: bool,
    pub periods: Vec<Period>,
}

/// The teams in reach: the host's administrator has all, a partner's those of the own organisation.
pub fn administered_by(viewer: &Viewer) -> Condition<teams::table> {
    if viewer.at_host { Box::new(teams::id.is_not_null()) } else { Box::new(teams::organisation_id.eq(viewer.organisation_id)) }
}

/// Where this administrator may add a team: organisations whose access goes on.
pub fn organisations_of(conn: &mut Conn, viewer: &Viewer, today: NaiveDate) -> QueryResult<Vec<(i64, String)>> {
    let has_access = organisations::ends_on.is_null().or(organisations::ends_on.ge(today));
    let found: Vec<(i64, String)> = organisations::table
        .filter(has_access)
        .order((organisations::is_host.desc(), organisations::name, organisations::id))
        .select((organisations::id, organisations::name))
        .load(conn)?;
    Ok(found.into_iter().filter(|(id, _)| viewer.at_host || *id == viewer.organisation_id).collect())
}

#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    id: i64,
    name: String,
    organisation: String,
    mailbox: String,
    by_mail: bool,
    ended_on: Option<NaiveDate>,
    members: usize,
    leads: Vec<String>,
}

/// Teams in reach: the host's first, those that ended last.
pub fn listed(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<Listed>> {
    type Columns = (i64, String, String, String, bool, Option<NaiveDate>);
    let rows: Vec<Columns> = teams::table
        .inner_join(organisations::table)
        .filter(teams::id.among(ids(conn, viewer)?))
        .order((organisations::is_host.desc(), organisations::name, organisations::id, teams::name_sort, teams::id))
        .select((teams::id, teams::name, organisations::name, teams::mailbox, teams::by_mail, teams::ended_on))
        .load(conn)?;
    let people: Vec<(i64, String, bool)> = team_members::table
        .inner_join(staff::table)
        .filter(staff::deactivated_at.is_null())
        .order((staff::name_sort, staff::id))
        .select((team_members::team_id, staff::name, team_members::is_lead))
        .load(conn)?;
    let line = |(id, name, organisation, mailbox, by_mail, ended_on): Columns| {
        let own = || people.iter().filter(move |person| person.0 == id);
        let leads = own().filter(|person| person.2).map(|person| person.1.clone()).collect();
        Listed { id, name, organisation, mailbox, by_mail, ended_on, members: own().count(), leads }
    };
    let (ended, live): (Vec<Listed>, Vec<Listed>) = rows.into_iter().map(line).partition(|team| team.ended_on.is_some());
    Ok(live.into_iter().chain(ended).collect())
}

fn ids(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<i64>> {
    teams::table.filter(administered_by(viewer)).select(teams::id).load(conn)
}

/// A team in reach; `NotFound` for any other.
pub fn find(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Team> {
    if !ids(conn, viewer)?.contains(&id) {
        return Err(NotFound);
    }
    store::team(conn, id)?.ok_or(NotFound)
}

/// A team in reach that hasn't ended.
pub fn find_live(conn: &mut Conn, viewer: &Viewer, id: i64) -> QueryResult<Team> {
    Some(find(conn, viewer, id)?).filter(|team| team.ended_on.is_none()).ok_or(NotFound)
}

/// The organisation has a team of that name, whatever its spelling, other than this one.
pub fn is_name_taken(conn: &mut Conn, organisation_id: i64, wanted: &str, but: Option<i64>) -> QueryResult<bool> {
    let wanted = name::fold(wanted);
    let known = store::teams_of(conn, organisation_id)?;
    Ok(known.iter().any(|(id, known)| Some(*id) != but && name::fold(known) == wanted))
}

pub fn change(conn: &mut Conn, id: i64, details: &Details) -> QueryResult<()> {
    diesel::update(teams::table.find(id))
        .set((
            teams::name.eq(&details.name),
            teams::name_sort.eq(name::sort_key(&details.name)),
            teams::mailbox.eq(&details.mailbox),
            teams::language.eq(details.language.code()),
            teams::by_mail.eq(details.by_mail),
        ))
        .execute(conn)?;
    store::set_periods(conn, Opens::Team(id), &details.periods)
}

/// Active people of the team's organisation who are not in it yet, in Finnish order.
pub fn candidates(conn: &mut Conn, team: &Team) -> QueryResult<Vec<(i64, String)>> {
    let members: Vec<i64> = team_members::table.filter(team_members::team_id.eq(team.id)).select(team_members::staff_id).load(conn)?;
    memberships::table
        .inner_join(staff::table)
        .filter(memberships::organisation_id.eq(team.organisation_id).and(staff::deactivated_at.is_null()))
        .filter(diesel::dsl::not(staff::id.among(members)))
        .order((staff::name_sort, staff::id))
        .select((staff::id, staff::name))
        .load(conn)
}

/// Makes a member the lead, or not. `NotFound` if the person is no member. Doing it twice changes nothing.
pub fn set_lead(conn: &mut Conn, team_id: i64, staff_id: i64, is_lead: bool) -> QueryResult<()> {
    let member = team_members::table.filter(team_members::team_id.eq(team_id).and(team_members::staff_id.eq(staff_id)));
    let changed = diesel::update(member).set(team_members::is_lead.eq(is_lead)).execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(NotFound) }
}

/// True if the person was a member until now.
pub fn remove_member(conn: &mut Conn, team_id: i64, staff_id: i64) -> QueryResult<bool> {
    let member = team_members::table.filter(team_members::team_id.eq(team_id).and(team_members::staff_id.eq(staff_id)));
    Ok(diesel::delete(member).execute(conn)? == 1)
}

/// Ends a team from today on. False if it had ended.
pub fn end(conn: &mut Conn, id: i64, today: NaiveDate) -> QueryResult<bool> {
    let live = teams::table.filter(teams::id.eq(id).and(teams::ended_on.is_null()));
    Ok(diesel::update(live).set(teams::ended_on.eq(today)).execute(conn)? == 1)
}

/// Opens an ended team again. False if it was open.
pub fn reopen(conn: &mut Conn, id: i64) -> QueryResult<bool> {
    let ended = teams::table.filter(teams::id.eq(id).and(teams::ended_on.is_not_null()));
    Ok(diesel::update(ended).set(teams::ended_on.eq(None::<NaiveDate>)).execute(conn)? == 1)
}
