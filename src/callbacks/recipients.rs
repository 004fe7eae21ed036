//! Who is written to: the people of a team's queue, who is in charge of it, and single people.

use crate::app::App;
use crate::db::{AmongMethods, Conn};
use crate::i18n::{Lang, helsinki};
use crate::organisations::duty::{self, DutyPerson};
use crate::organisations::store::{self as organisations, Member, Team};
use crate::schema::staff;
use crate::settings;
use crate::staff::muted::{self, Mutable};
use crate::staff::store::with_access;
use diesel::prelude::*;

pub(super) struct Recipient {
    pub name: String,
    pub address: String,
    pub lang: Lang,
}

impl From<DutyPerson> for Recipient {
    fn from(person: DutyPerson) -> Self {
        Self { name: person.name, address: person.email, lang: person.language }
    }
}

impl From<Member> for Recipient {
    fn from(member: Member) -> Self {
        Self { name: member.name, address: member.email, lang: member.language }
    }
}

impl From<Team> for Recipient {
    fn from(team: Team) -> Self {
        Self { name: team.name, address: team.mailbox, lang: team.language }
    }
}

/// Something came to the team's queue: its mailbox and today's duty person; without one, its people but for those who don't
/// want this kind of mail.
pub(super) fn of_queue(conn: &mut Conn, app: &App, team_id: i64, kind: Mutable) -> QueryResult<Vec<Recipient>> {
    let mut recipients = mailbox(conn, app, team_id)?;
    match duty::on_duty(conn, team_id, app.today())? {
        Some(person) => recipients.push(person.into()),
        None => recipients.extend(willing(conn, app, team_id, kind)?),
    }
    Ok(recipients)
}

/// Something stays behind in the team's queue: who is on duty on the day that the mail leaves, and the team's leads. With
/// nobody on duty the mailbox and the whole team, but for those who don't want to hear of its queue. Nobody of a team that
/// has ended or has no access.
pub(super) fn in_charge(conn: &mut Conn, app: &App, team_id: i64) -> QueryResult<Vec<Recipient>> {
    if organisations::live_team(conn, team_id, app.today())?.is_none() {
        return Ok(Vec::new());
    }
    let leaves_on = helsinki(settings::load(conn)?.sending.next(app.now())).date_naive();
    let mut recipients = match duty::on_duty(conn, team_id, leaves_on)? {
        Some(person) => vec![person.into()],
        None => {
            let mut team = mailbox(conn, app, team_id)?;
            team.extend(willing(conn, app, team_id, Mutable::CallbackArrived)?);
            team
        }
    };
    let leads = organisations::members(conn, team_id)?.into_iter().filter(|member| member.is_lead);
    recipients.extend(leads.map(Recipient::from));
    Ok(recipients)
}

pub(super) fn mailbox(conn: &mut Conn, app: &App, team_id: i64) -> QueryResult<Vec<Recipient>> {
    Ok(organisations::live_team(conn, team_id, app.today())?.map(Recipient::from).into_iter().collect())
}

/// The team's people who can sign in and want this kind of mail.
fn willing(conn: &mut Conn, app: &App, team_id: i64, kind: Mutable) -> QueryResult<Vec<Recipient>> {
    let members = organisations::members(conn, team_id)?;
    let ids: Vec<i64> = members.iter().map(|member| member.staff_id).collect();
    let (muted, able) = (muted::by(conn, kind.code(), &ids)?, with_access(conn, &ids, app.today())?);
    let is_willing = |member: &Member| able.contains(&member.staff_id) && !muted.contains(&member.staff_id);
    Ok(members.into_iter().filter(is_willing).map(Recipient::from).collect())
}

/// Those of these people who can sign in.
pub(super) fn people(conn: &mut Conn, app: &App, ids: &[i64]) -> QueryResult<Vec<Recipient>> {
    let able = with_access(conn, ids, app.today())?;
    let rows: Vec<(String, String, String)> =
        staff::table.filter(staff::id.among(able)).order(staff::id).select((staff::name, staff::email, staff::language)).load(conn)?;
    let recipient = |(name, address, language): (String, String, String)| Recipient {
        name,
        address,
        lang: Lang::from_code(&language).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(recipient).collect())
}
