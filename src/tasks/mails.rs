//! Who is told of a task that came to them. A mail carries company, due date and link; never the title or a note, which are
//! free text.

use super::Holder;
use super::store::Task;
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::mail::outbox::{self, NewMail};
use crate::organisations::store as organisations;
use crate::schema::{callbacks, companies, staff};
use crate::web::Viewer;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

/// What the templates of `templates/mail/task_handed_over` know.
#[derive(Serialize)]
struct GivenView {
    task_id: i64,
    /// Empty while the call-back's company is not in the register.
    company: String,
    due_on: NaiveDate,
    by: String,
    /// The queue's team, or empty.
    team: String,
}

#[derive(Serialize)]
struct ReturnedView<'a> {
    team: String,
    team_id: i64,
    count: usize,
    /// The team in whose queue they waited until it ended.
    ended_team: Option<&'a str>,
}

/// The task is now with a colleague, or in a team's queue. Who gave it to oneself knows.
pub fn given(conn: &mut Conn, app: &App, by: &Viewer, task: &Task) -> Result<(), Error> {
    let mut view =
        GivenView { task_id: task.id, company: company(conn, task)?, due_on: task.due_on, by: by.name.clone(), team: String::new() };
    match task.holder() {
        Holder::Person(id) if id == by.staff_id => Ok(()),
        Holder::Person(id) => {
            let (name, address, language): (String, String, String) =
                staff::table.find(id).select((staff::name, staff::email, staff::language)).first(conn)?;
            let reply_to = match by.team_ids.first() {
                Some(team_id) => organisations::team(conn, *team_id)?.map(|team| team.mailbox).unwrap_or_default(),
                None => String::new(),
            };
            let language = Lang::from_code(&language).unwrap_or_default();
            put(conn, app, ("task_handed_over", &view), (&name, &address, language), &reply_to)
        }
        Holder::Team(id) => {
            let team = organisations::team(conn, id)?.ok_or(Error::NotFound)?;
            view.team.clone_from(&team.name);
            put(conn, app, ("task_handed_over", &view), (&team.name, &team.mailbox, team.language), &team.mailbox)
        }
    }
}

/// What the templates of `templates/mail/tasks_given` know.
#[derive(Serialize)]
struct SeveralView {
    count: usize,
    by: String,
    /// The queue's team, or empty.
    team: String,
    team_id: i64,
}

/// So many tasks were given to a colleague or to a team's queue at once.
pub fn given_several(conn: &mut Conn, app: &App, by: &Viewer, to: Holder, count: usize) -> Result<(), Error> {
    let mut view = SeveralView { count, by: by.name.clone(), team: String::new(), team_id: 0 };
    match to {
        _ if count == 0 => Ok(()),
        Holder::Person(id) if id == by.staff_id => Ok(()),
        Holder::Person(id) => {
            let (name, address, language): (String, String, String) =
                staff::table.find(id).select((staff::name, staff::email, staff::language)).first(conn)?;
            put(conn, app, ("tasks_given", &view), (&name, &address, Lang::from_code(&language).unwrap_or_default()), "")
        }
        Holder::Team(id) => {
            let team = organisations::team(conn, id)?.ok_or(Error::NotFound)?;
            (view.team, view.team_id) = (team.name.clone(), id);
            put(conn, app, ("tasks_given", &view), (&team.name, &team.mailbox, team.language), &team.mailbox)
        }
    }
}

/// So many tasks came into the team's queue at once: their holder left, or another team ended.
pub fn returned(conn: &mut Conn, app: &App, team_id: i64, count: usize, ended_team: Option<&str>) -> Result<(), Error> {
    let team = organisations::team(conn, team_id)?.ok_or(Error::NotFound)?;
    let view = ReturnedView { team: team.name.clone(), team_id, count, ended_team };
    put(conn, app, ("tasks_returned", &view), (&team.name, &team.mailbox, team.language), &team.mailbox)
}

fn put<V: Serialize>(
    conn: &mut Conn,
    app: &App,
    (kind, view): (&str, &V),
    (to_name, to_address, language): (&str, &str, Lang),
    reply_to: &str,
) -> Result<(), Error> {
    // A team without a mailbox sees it in its list.
    if !to_address.is_empty() {
        outbox::put(
            conn,
            app,
            &NewMail { kind, to_name, to_address, reply_to, language, callback_id: None, windowed: false, view },
            app.now(),
        )?;
    }
    Ok(())
}

fn company(conn: &mut Conn, task: &Task) -> QueryResult<String> {
    let of_callback = match task.callback_id {
        Some(id) => callbacks::table.find(id).select(callbacks::company_id).first(conn)?,
        None => None,
    };
    match task.company_id.or(of_callback) {
        Some(id) => companies::table.find(id).select(companies::name).first(conn),
        None => Ok(String::new()),
    }
}
