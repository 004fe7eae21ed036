//! Who is told of a step, in mails that wait for the sending window.

use super::rules::Step;
use crate::answers::{self, Asking};
use crate::app::App;
use crate::callbacks::mails;
use crate::callbacks::recipients::{Recipient, in_charge, mailbox, people};
use crate::callbacks::store::Callback;
use crate::db::Conn;
use crate::error::Error;
use crate::organisations::store as organisations;
use crate::schema::{membership_roles, memberships};
use crate::web::Role;
use diesel::prelude::*;

/// Writes the mails of a step; gives how many. `before` had the step, `after` is what it is now.
pub fn tell(conn: &mut Conn, app: &App, step: Step, before: &Callback, after: &Callback) -> Result<usize, Error> {
    let (kind, recipients) = match step {
        Step::NotTaken => ("callback_not_taken", in_charge(conn, app, after.team_id)?),
        Step::StillNotTaken => {
            let mut recipients = coordinators(conn, app)?;
            if let Some(backup) = after.backup_team_id.filter(|backup| *backup != after.team_id) {
                recipients.extend(mailbox(conn, app, backup)?);
                recipients.extend(in_charge(conn, app, backup)?);
            }
            ("callback_still_not_taken", recipients)
        }
        Step::PartnerReminded => {
            return Ok(usize::from(answers::remind(conn, app, after, Asking::Reminded)?));
        }
        Step::PartnerSilent => ("callback_partner_silent", coordinators(conn, app)?),
        Step::NoAttempt => ("callback_no_attempt", people(conn, app, before.holder_id.as_slice())?),
        Step::Expired => {
            // A partner by mail is asked by an answer link; here the coordinators are in charge of it.
            let by_mail = answers::mails::is_by_mail(conn, after.team_id)?;
            let mut recipients = if by_mail { coordinators(conn, app)? } else { in_charge(conn, app, after.team_id)? };
            recipients.extend(people(conn, app, before.holder_id.as_slice())?);
            ("callback_expired", recipients)
        }
        Step::UnansweredAttempts => return Ok(0),
    };
    let told = mails::Told { kind, next_at: after.next_step_at.filter(|_| step == Step::NoAttempt), windowed: true };
    Ok(mails::send(conn, app, after, told, recipients)?.len())
}

/// The host's.
fn coordinators(conn: &mut Conn, app: &App) -> QueryResult<Vec<Recipient>> {
    let Some(host) = organisations::host(conn)? else { return Ok(Vec::new()) };
    let ids: Vec<i64> = memberships::table
        .inner_join(membership_roles::table)
        .filter(memberships::organisation_id.eq(host).and(membership_roles::role.eq(Role::Coordinator.code())))
        .order(memberships::staff_id)
        .select(memberships::staff_id)
        .load(conn)?;
    people(conn, app, &ids)
}
