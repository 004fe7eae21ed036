//! Who is told of a step, in mails that wait for the sending window.

use super::rules::Step;
use crate::answers::{self, Asking};
use crate::app::App;
use crate::callbacks::mails::{self, Recipient};
use crate::callbacks::store::Callback;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::helsinki;
use crate::organisations::{duty, store as organisations};
use crate::schema::{membership_roles, memberships};
use crate::settings;
use crate::staff::muted;
use crate::web::Role;
use diesel::prelude::*;

/// Writes the mails of a step; gives how many. `before` had the step, `after` is what it is now.
pub fn tell(conn: &mut Conn, app: &App, step: Step, before: &Callback, after: &Callback) -> Result<usize, Error> {
    let (kind, recipients) = match step {
        Step::NotTaken => ("callback_not_taken", in_charge(conn, app, after.team_id)?),
        Step::StillNotTaken => {
            let mut recipients = coordinators(conn)?;
            if let Some(backup) = after.backup_team_id.filter(|backup| *backup != after.team_id) {
                recipients.extend(mailbox(conn, app, backup)?);
                recipients.extend(in_charge(conn, app, backup)?);
            }
            ("callback_still_not_taken", recipients)
        }
        Step::PartnerReminded => {
            return Ok(usize::from(answers::remind(conn, app, after, Asking::Reminded)?));
        }
        Step::PartnerSilent => ("callback_partner_silent", coordinators(conn)?),
        Step::NoAttempt => ("callback_no_attempt", mails::people(conn, before.holder_id.as_slice())?),
        Step::Expired => {
            // A partner by mail is asked by an answer link; here the coordinators are in charge of it.
            let by_mail = answers::mails::is_by_mail(conn, after.team_id)?;
            let mut recipients = if by_mail { coordinators(conn)? } else { in_charge(conn, app, after.team_id)? };
            recipients.extend(mails::people(conn, before.holder_id.as_slice())?);
            ("callback_expired", recipients)
        }
        Step::ThreeAttempts => return Ok(0),
    };
    let told = mails::Told { kind, next_at: after.next_step_at.filter(|_| step == Step::NoAttempt), windowed: true };
    Ok(mails::send(conn, app, after, told, recipients)?.len())
}

/// Who is on duty on the day that the mail leaves, and the team's leads; nobody of a team that has ended or has no access. With nobody on duty the whole team, its mailbox among them, but for those who
/// don't want to hear of its queue.
fn in_charge(conn: &mut Conn, app: &App, team_id: i64) -> QueryResult<Vec<Recipient>> {
    if organisations::live_team(conn, team_id, app.today())?.is_none() {
        return Ok(Vec::new());
    }
    let members = organisations::members(conn, team_id)?;
    let leaves_on = helsinki(settings::load(conn)?.sending.next(app.now())).date_naive();
    let on_duty = duty::on_duty(conn, team_id, leaves_on)?;
    let muted = muted::by(conn, "callback_arrived", &members.iter().map(|member| member.staff_id).collect::<Vec<_>>())?;
    let whole_team = on_duty.is_none();
    let mut recipients = if whole_team { mailbox(conn, app, team_id)? } else { Vec::new() };
    recipients.extend(on_duty.map(|person| Recipient { name: person.name, address: person.email, lang: person.language }));
    let told = members.into_iter().filter(|member| member.is_lead || whole_team && !muted.contains(&member.staff_id));
    recipients.extend(told.map(|member| Recipient { name: member.name, address: member.email, lang: member.language }));
    Ok(recipients)
}

fn mailbox(conn: &mut Conn, app: &App, team_id: i64) -> QueryResult<Vec<Recipient>> {
    let team = organisations::live_team(conn, team_id, app.today())?;
    Ok(team.map(|team| Recipient { name: team.name, address: team.mailbox, lang: team.language }).into_iter().collect())
}

/// The host's.
fn coordinators(conn: &mut Conn) -> QueryResult<Vec<Recipient>> {
    let Some(host) = organisations::host(conn)? else { return Ok(Vec::new()) };
    let ids: Vec<i64> = memberships::table
        .inner_join(membership_roles::table)
        .filter(memberships::organisation_id.eq(host).and(membership_roles::role.eq(Role::Coordinator.code())))
        .order(memberships::staff_id)
        .select(memberships::staff_id)
        .load(conn)?;
    mails::people(conn, &ids)
}
