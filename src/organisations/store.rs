//! Rows of organisations, teams, members, phone lines and topics.

pub use super::opening_hours::{Opens, add_opening_hours, office_hours, periods, set_periods};
use crate::db::Conn;
use crate::i18n::Lang;
use crate::identifiers::name;
use crate::schema::{organisation_municipalities, organisations, phone_lines, staff, team_members, teams, topics};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

pub fn add(conn: &mut Conn, title: &str, is_host: bool, ends_on: Option<NaiveDate>, now: NaiveDateTime) -> QueryResult<i64> {
    diesel::insert_into(organisations::table)
        .values((
            organisations::name.eq(title),
            organisations::is_host.eq(is_host),
            organisations::ends_on.eq(ends_on),
            organisations::created_at.eq(now),
        ))
        .returning(organisations::id)
        .get_result(conn)
}

/// The employment area itself, if it is set up.
pub fn host(conn: &mut Conn) -> QueryResult<Option<i64>> {
    organisations::table.filter(organisations::is_host.eq(true)).select(organisations::id).first(conn).optional()
}

/// The codes of the host's municipalities: the employment area. Empty until they are set.
pub fn municipalities(conn: &mut Conn) -> QueryResult<Vec<String>> {
    organisation_municipalities::table
        .inner_join(organisations::table)
        .filter(organisations::is_host.eq(true))
        .order(organisation_municipalities::id)
        .select(organisation_municipalities::municipality)
        .load(conn)
}

/// Sets the municipalities that an organisation answers for, in this order.
pub fn set_municipalities(conn: &mut Conn, organisation_id: i64, codes: &[String]) -> QueryResult<()> {
    let its_own = organisation_municipalities::table.filter(organisation_municipalities::organisation_id.eq(organisation_id));
    diesel::delete(its_own).execute(conn)?;
    for code in codes {
        diesel::insert_into(organisation_municipalities::table)
            .values((organisation_municipalities::organisation_id.eq(organisation_id), organisation_municipalities::municipality.eq(code)))
            .execute(conn)?;
    }
    Ok(())
}

/// The organisations whose access hasn't ended, each with whether it is the employment area itself; that first.
pub fn live(conn: &mut Conn, today: NaiveDate) -> QueryResult<Vec<(i64, String, bool)>> {
    organisations::table
        .filter(organisations::ends_on.is_null().or(organisations::ends_on.ge(today)))
        .order((organisations::is_host.desc(), organisations::name, organisations::id))
        .select((organisations::id, organisations::name, organisations::is_host))
        .load(conn)
}

pub struct NewTeam<'a> {
    pub organisation_id: i64,
    pub name: &'a str,
    /// Where its mails go and where answers to them go.
    pub mailbox: &'a str,
    pub language: Lang,
    /// It works by mail and answer link only.
    pub by_mail: bool,
}

pub fn add_team(conn: &mut Conn, new: &NewTeam) -> QueryResult<i64> {
    diesel::insert_into(teams::table)
        .values((
            teams::organisation_id.eq(new.organisation_id),
            teams::name.eq(new.name),
            teams::name_sort.eq(name::sort_key(new.name)),
            teams::mailbox.eq(new.mailbox),
            teams::language.eq(new.language.code()),
            teams::by_mail.eq(new.by_mail),
        ))
        .returning(teams::id)
        .get_result(conn)
}

pub fn add_member(conn: &mut Conn, team_id: i64, staff_id: i64, is_lead: bool) -> QueryResult<()> {
    diesel::insert_into(team_members::table)
        .values((team_members::team_id.eq(team_id), team_members::staff_id.eq(staff_id), team_members::is_lead.eq(is_lead)))
        .execute(conn)?;
    Ok(())
}

/// A line of the telephone exchange; its opening hours are rows of their own.
pub fn add_phone_line(conn: &mut Conn, team_id: i64, title: &str, phone: &str, phone_e164: &str) -> QueryResult<i64> {
    diesel::insert_into(phone_lines::table)
        .values((
            phone_lines::team_id.eq(team_id),
            phone_lines::name.eq(title),
            phone_lines::phone.eq(phone),
            phone_lines::phone_e164.eq(phone_e164),
        ))
        .returning(phone_lines::id)
        .get_result(conn)
}

pub fn add_topic(conn: &mut Conn, title: &str, position: i32) -> QueryResult<i64> {
    diesel::insert_into(topics::table)
        .values((topics::name.eq(title), topics::position.eq(position)))
        .returning(topics::id)
        .get_result(conn)
}

/// Topics on offer, in the order that the host gave them.
pub fn topics(conn: &mut Conn) -> QueryResult<Vec<(i64, String)>> {
    let offered = topics::table.filter(topics::ended_on.is_null());
    offered.order((topics::position, topics::id)).select((topics::id, topics::name)).load(conn)
}

/// Every team with its organisation's name, the host's first.
pub fn teams(conn: &mut Conn) -> QueryResult<Vec<(i64, String, String)>> {
    teams::table
        .inner_join(organisations::table)
        .order((organisations::is_host.desc(), organisations::id, teams::name_sort, teams::id))
        .select((teams::id, teams::name, organisations::name))
        .load(conn)
}

/// The teams, as `teams` gives them, that haven't ended and whose organisation's access hasn't either: who can be given
/// something.
pub fn live_teams(conn: &mut Conn, today: NaiveDate) -> QueryResult<Vec<(i64, String, String)>> {
    let has_access = organisations::ends_on.is_null().or(organisations::ends_on.ge(today));
    let live = teams::table.inner_join(organisations::table).filter(has_access.and(teams::ended_on.is_null()));
    let live: Vec<i64> = live.select(teams::id).load(conn)?;
    Ok(teams(conn)?.into_iter().filter(|team| live.contains(&team.0)).collect())
}

/// One of these, if it is one.
pub fn live_team(conn: &mut Conn, team_id: i64, today: NaiveDate) -> QueryResult<Option<Team>> {
    let has_access = organisations::ends_on.is_null().or(organisations::ends_on.ge(today));
    let live = teams::table.inner_join(organisations::table).filter(has_access.and(teams::ended_on.is_null()).and(teams::id.eq(team_id)));
    if diesel::select(diesel::dsl::exists(live)).get_result(conn)? { team(conn, team_id) } else { Ok(None) }
}

/// The teams that work by mail and answer link only.
pub fn teams_by_mail(conn: &mut Conn) -> QueryResult<Vec<i64>> {
    teams::table.filter(teams::by_mail.eq(true)).order(teams::id).select(teams::id).load(conn)
}

/// The teams of one organisation that haven't ended, in Finnish order.
pub fn teams_of(conn: &mut Conn, organisation_id: i64) -> QueryResult<Vec<(i64, String)>> {
    teams::table
        .filter(teams::organisation_id.eq(organisation_id).and(teams::ended_on.is_null()))
        .order((teams::name_sort, teams::id))
        .select((teams::id, teams::name))
        .load(conn)
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    pub id: i64,
    pub name: String,
    pub organisation_id: i64,
    pub organisation: String,
    /// Where its mails go and where answers to them go.
    pub mailbox: String,
    pub language: Lang,
    /// It works by mail and answer link only.
    pub by_mail: bool,
    pub ended_on: Option<NaiveDate>,
}

pub fn team(conn: &mut Conn, team_id: i64) -> QueryResult<Option<Team>> {
    type Columns = (String, i64, String, String, String, bool, Option<NaiveDate>);
    let row: Option<Columns> = teams::table
        .inner_join(organisations::table)
        .filter(teams::id.eq(team_id))
        .select((teams::name, organisations::id, organisations::name, teams::mailbox, teams::language, teams::by_mail, teams::ended_on))
        .first(conn)
        .optional()?;
    Ok(row.map(|(name, organisation_id, organisation, mailbox, language, by_mail, ended_on)| Team {
        id: team_id,
        name,
        organisation_id,
        organisation,
        mailbox,
        language: Lang::from_code(&language).unwrap_or_default(),
        by_mail,
        ended_on,
    }))
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub staff_id: i64,
    pub name: String,
    pub email: String,
    pub language: Lang,
    pub is_lead: bool,
}

/// The team's people with an active account, in Finnish order.
pub fn members(conn: &mut Conn, team_id: i64) -> QueryResult<Vec<Member>> {
    let rows: Vec<(i64, String, String, String, bool)> = team_members::table
        .inner_join(staff::table)
        .filter(team_members::team_id.eq(team_id).and(staff::deactivated_at.is_null()))
        .order((staff::name_sort, staff::id))
        .select((staff::id, staff::name, staff::email, staff::language, team_members::is_lead))
        .load(conn)?;
    let member = |(staff_id, name, email, language, is_lead): (i64, String, String, String, bool)| Member {
        staff_id,
        name,
        email,
        language: Lang::from_code(&language).unwrap_or_default(),
        is_lead,
    };
    Ok(rows.into_iter().map(member).collect())
}
