//! What a reminder says: company, day and link; never a title, a number or a note, which are free text. Who has the item by
//! then is told; of a team's queue its mailbox. A reminder that somebody asked for goes to that person.

use super::store::Reminder;
use crate::app::App;
use crate::callbacks::{self, State};
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::mail::outbox::{self, NewMail};
use crate::organisations::store as organisations;
use crate::routes::WORKERS;
use crate::schema::{callbacks as callback_rows, companies, memberships, staff, tasks};
use crate::staff::muted::{self, Mutable};
use crate::staff::sessions;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

/// What the templates of `templates/mail/task_due` know.
#[derive(Serialize)]
struct DueView {
    task_id: i64,
    /// Empty while the call-back's company is not in the register.
    company: String,
    due_on: NaiveDate,
    /// The team in whose queue it is, or empty.
    team: String,
}

/// Writes the mails about a task; gives their ids: none where nobody is to be told, since it is done, its holder wants no such
/// mail, or who asked for it may not see it any more.
pub fn task(conn: &mut Conn, app: &App, id: i64, reminder: &Reminder) -> Result<Vec<i64>, Error> {
    type Row = (i64, Option<i64>, Option<i64>, NaiveDate, Option<String>);
    let row: Option<Row> = tasks::table
        .left_join(callback_rows::table.on(tasks::callback_id.eq(callback_rows::id.nullable())))
        .left_join(
            companies::table.on(tasks::company_id.eq(companies::id.nullable()).or(callback_rows::company_id.eq(companies::id.nullable()))),
        )
        .filter(tasks::id.eq(id).and(tasks::done_at.is_null()))
        .select((tasks::organisation_id, tasks::owner_id, tasks::team_id, tasks::due_on, companies::name.nullable()))
        .first(conn)
        .optional()?;
    let Some((organisation_id, owner_id, team_id, due_on, company)) = row else { return Ok(Vec::new()) };
    let team = team_id.map(|team_id| organisations::live_team(conn, team_id, app.today())).transpose()?.flatten();
    let mut recipients: Vec<Recipient> = match reminder.asked_by {
        Some(asked_by) => asker(conn, asked_by, organisation_id, app.today())?.into_iter().collect(),
        None => Vec::new(),
    };
    if reminder.by_itself {
        let holder = match (owner_id, &team) {
            (Some(owner_id), _) => owner(conn, owner_id, organisation_id, app.today())?,
            (None, Some(team)) => Some((team.name.clone(), team.mailbox.clone(), team.language)),
            (None, None) => None,
        };
        recipients.extend(holder.filter(|holder| recipients.iter().all(|known| known.1 != holder.1)));
    }
    let view = DueView { task_id: id, company: company.unwrap_or_default(), due_on, team: team.map(|team| team.name).unwrap_or_default() };
    let mut sent = Vec::new();
    for (name, address, language) in recipients.iter().filter(|recipient| !recipient.1.is_empty()) {
        let mail = NewMail {
            kind: Mutable::TaskDue.code(),
            to_name: name,
            to_address: address,
            reply_to: "",
            language: *language,
            callback_id: None,
            windowed: true,
            view: &view,
        };
        sent.push(outbox::put(conn, app, &mail, app.now())?);
    }
    Ok(sent)
}

/// Name, address, language.
type Recipient = (String, String, Lang);

/// Who asked for it, as long as that person may see the organisation's tasks. Asked for is wanted, whatever mails the person
/// has turned off.
fn asker(conn: &mut Conn, staff_id: i64, organisation_id: i64, today: NaiveDate) -> QueryResult<Option<Recipient>> {
    let membership: Option<i64> = memberships::table
        .filter(memberships::staff_id.eq(staff_id).and(memberships::organisation_id.eq(organisation_id)))
        .select(memberships::id)
        .first(conn)
        .optional()?;
    let reader = membership.map(|id| sessions::reader(conn, id, today)).transpose()?.flatten();
    if !reader.is_some_and(|reader| WORKERS.allows(&reader)) {
        return Ok(None);
    }
    active(conn, staff_id)
}

/// An owner who wants such mails, as long as that person may work on the organisation's tasks.
fn owner(conn: &mut Conn, staff_id: i64, organisation_id: i64, today: NaiveDate) -> QueryResult<Option<Recipient>> {
    if muted::by(conn, Mutable::TaskDue.code(), &[staff_id])?.contains(&staff_id) {
        return Ok(None);
    }
    asker(conn, staff_id, organisation_id, today)
}

fn active(conn: &mut Conn, staff_id: i64) -> QueryResult<Option<Recipient>> {
    let active = staff::table.find(staff_id).filter(staff::deactivated_at.is_null());
    let row: Option<(String, String, String)> = active.select((staff::name, staff::email, staff::language)).first(conn).optional()?;
    Ok(row.map(|(name, address, language)| (name, address, Lang::from_code(&language).unwrap_or_default())))
}

/// Writes the mail about a call that was agreed upon for this moment; gives its id, or none where nobody holds it any more.
pub fn callback(conn: &mut Conn, app: &App, id: i64, agreed: NaiveDateTime) -> Result<Option<i64>, Error> {
    let callback = callbacks::store::find(conn, id)?;
    let holder = callback.holder_id.filter(|_| callback.state() == State::Taken);
    match holder {
        Some(holder) => callbacks::mails::agreed_call(conn, app, &callback, holder, agreed),
        None => Ok(None),
    }
}
