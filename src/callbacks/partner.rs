//! What a team that works by mail answers about a call-back, through a link and without an account. The deeds go through
//! `transition` like everyone's.

use super::rules::{Move, Relation};
use super::store::{self, Callback};
use super::transition::{self, Deed};
use super::{Outcome, State, receiver};
use crate::app::App;
use crate::codes::codes;
use crate::db::Conn;
use crate::error::Error;
use crate::organisations;
use crate::schema::{callback_answers, callback_moves, organisations as organisation_rows, teams};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

codes! {
    /// What a partner answers. Stored by its `code`.
    pub Answer {
        /// They take care of it and tell the outcome later.
        Care = "care",
        Helped = "helped",
        NoHelpNeeded = "no_help_needed",
        NotReached = "not_reached",
        /// It goes back to whom it came from.
        NotOurs = "not_ours",
    }
}

impl Answer {
    fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Helped => Some(Outcome::Helped),
            Self::NoHelpNeeded => Some(Outcome::NoHelpNeeded),
            Self::NotReached => Some(Outcome::NotReached),
            Self::Care | Self::NotOurs => None,
        }
    }
}

/// Carries out the team's answer. That they take care of it is said once: saying it again changes nothing.
///
/// # Errors
/// A conflict when the call-back does not wait in the team's queue any more.
pub fn answer(conn: &mut Conn, app: &App, (callback_id, team_id): (i64, i64), answer: Answer, note: &str) -> Result<(), Error> {
    let before = store::find(conn, callback_id)?;
    if before.team_id != team_id || before.state() != State::New {
        return Err(Error::Conflict("error-callback-moved"));
    }
    let deed = match (answer, answer.outcome()) {
        (_, Some(outcome)) => Deed::Answer { outcome },
        (Answer::NotOurs, _) => {
            let to_team_id = receiver::of_declined(conn, &before, app.now())?.ok_or(Error::Conflict("error-answer-nobody"))?;
            Deed::Decline { to_team_id, note: note.to_owned() }
        }
        _ if acknowledged_at(conn, callback_id)?.is_some() => return Ok(()),
        _ => Deed::Acknowledge,
    };
    transition::answer(conn, app, &before, &deed)?;
    // The reason for giving it back is the hand-over's.
    let note = if answer == Answer::NotOurs { "" } else { note };
    diesel::insert_into(callback_answers::table)
        .values((
            callback_answers::callback_id.eq(callback_id),
            callback_answers::team_id.eq(team_id),
            callback_answers::kind.eq(answer.code()),
            callback_answers::note.eq(note),
            callback_answers::answered_at.eq(app.now()),
        ))
        .execute(conn)?;
    Ok(())
}

/// When the partner that has it said that they take care of it; none if they haven't since it came to them.
pub fn acknowledged_at(conn: &mut Conn, callback_id: i64) -> QueryResult<Option<NaiveDateTime>> {
    let latest: Option<(String, NaiveDateTime)> = callback_moves::table
        .filter(callback_moves::callback_id.eq(callback_id))
        .order(callback_moves::id.desc())
        .select((callback_moves::kind, callback_moves::moved_at))
        .first(conn)
        .optional()?;
    Ok(latest.filter(|(kind, _)| kind == Move::Acknowledge.code()).map(|(_, at)| at))
}

/// Who may send the partner another link: who coordinates, and who logged it and waits for the answer.
pub fn may_ask(relation: Relation) -> bool {
    relation.coordinator || relation.logger
}

/// An answer as the call-back's page shows it.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Row {
    /// The code of an [`Answer`].
    pub kind: String,
    pub note: String,
    pub team: String,
    pub organisation: String,
    pub answered_at: NaiveDateTime,
}

/// All answers about a call-back, in order.
pub fn of_callback(conn: &mut Conn, id: i64) -> QueryResult<Vec<Row>> {
    callback_answers::table
        .inner_join(teams::table.inner_join(organisation_rows::table))
        .filter(callback_answers::callback_id.eq(id))
        .order(callback_answers::id)
        .select((callback_answers::kind, callback_answers::note, teams::name, organisation_rows::name, callback_answers::answered_at))
        .load(conn)
}

/// What this team answered last about it, and when: the code of an [`Answer`].
pub fn latest_of(conn: &mut Conn, id: i64, team_id: i64) -> QueryResult<Option<(String, NaiveDateTime)>> {
    callback_answers::table
        .filter(callback_answers::callback_id.eq(id).and(callback_answers::team_id.eq(team_id)))
        .order(callback_answers::id.desc())
        .select((callback_answers::kind, callback_answers::answered_at))
        .first(conn)
        .optional()
}

/// Whom a partner asks when something is unclear: the team that it would give the call-back back to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Asker {
    pub team: String,
    pub organisation: String,
    pub mailbox: String,
    /// The team's first telephone line, as a person reads it and as a telephone dials it.
    pub phone: String,
    pub phone_e164: String,
}

pub fn asker(conn: &mut Conn, callback: &Callback, now: NaiveDateTime) -> QueryResult<Asker> {
    let Some(team_id) = receiver::of_declined(conn, callback, now)? else { return Ok(Asker::default()) };
    let Some(team) = organisations::store::team(conn, team_id)? else { return Ok(Asker::default()) };
    let line = organisations::phone_lines::store::of_team(conn, team_id)?.into_iter().next();
    let (phone, phone_e164) = line.map(|line| (line.phone, line.phone_e164)).unwrap_or_default();
    Ok(Asker { team: team.name, organisation: team.organisation, mailbox: team.mailbox, phone, phone_e164 })
}
