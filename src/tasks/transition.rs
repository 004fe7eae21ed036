//! The one function that changes a task. It writes the row, the history, the audit entry and the mail in the caller's
//! transaction.

use super::store::{self, Task};
use super::{Holder, Move, Reach, due, holders, mails};
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::reminders;
use crate::staff::memberships::hold_worker;
use crate::staff::store::hold_active;
use crate::web::Viewer;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::QueryResult;

/// The task is with someone else than its page said.
pub const ELSEWHERE: &str = "error-task-elsewhere";
pub const DONE: &str = "error-task-done";
pub const SAME_HOLDER: &str = "error-task-same-holder";
/// Not among those who can be given a task.
pub const NO_HOLDER: &str = "error-choose";

/// What is to be done. `from` is who had the task when the page was shown.
#[derive(Clone, Debug)]
pub enum Deed {
    Complete,
    Reopen,
    /// To oneself.
    Claim {
        from: Option<Holder>,
    },
    HandOver {
        from: Option<Holder>,
        to: Holder,
        note: String,
    },
    Reschedule {
        due_on: NaiveDate,
        note: String,
    },
    Rename {
        title: String,
    },
}

impl Deed {
    fn kind(&self) -> Move {
        match self {
            Self::Complete => Move::Done,
            Self::Reopen => Move::Reopened,
            Self::Claim { .. } => Move::Taken,
            Self::HandOver { .. } => Move::HandedOver,
            Self::Reschedule { .. } => Move::Moved,
            Self::Rename { .. } => Move::Renamed,
        }
    }

    /// What the audit calls it.
    fn verb(&self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Reopen => "reopen",
            Self::Claim { .. } => "claim",
            Self::HandOver { .. } => "hand_over",
            Self::Reschedule { .. } => "reschedule",
            Self::Rename { .. } => "rename",
        }
    }
}

/// A person does it; false if it was so already. Not visible is not found; visible but out of reach is forbidden; done or
/// with someone else by now is a conflict.
pub fn make(conn: &mut Conn, app: &App, viewer: &Viewer, id: i64, deed: &Deed) -> Result<bool, Error> {
    let Some((after, _)) = make_quietly(conn, app, viewer, id, deed)? else { return Ok(false) };
    if matches!(deed, Deed::HandOver { .. }) {
        mails::given(conn, app, viewer, &after)?;
    }
    Ok(true)
}

/// The same without a mail to who gets it, which is the caller's. Gives the task and the row that keeps the move, or none
/// if it was so already.
pub fn make_quietly(conn: &mut Conn, app: &App, viewer: &Viewer, id: i64, deed: &Deed) -> Result<Option<(Task, i64)>, Error> {
    let before = store::find_visible(conn, viewer, id)?;
    let reach = check(conn, viewer, &before)?;
    let now = app.now();
    let after = apply(conn, viewer, &reach, &before, deed, now)?;
    let same =
        (before.holder(), before.due_on, before.done_at, &before.title) == (after.holder(), after.due_on, after.done_at, &after.title);
    if same {
        return Ok(None);
    }
    if !store::write(conn, &before, &after)? {
        return Err(Error::Conflict(ELSEWHERE));
    }
    let note = match deed {
        Deed::HandOver { note, .. } | Deed::Reschedule { note, .. } => note.as_str(),
        // What it was called before is kept.
        Deed::Rename { .. } => before.title.as_str(),
        Deed::Complete | Deed::Reopen | Deed::Claim { .. } => "",
    };
    let move_id = store::add_move(conn, deed.kind(), Some(viewer.staff_id), (&before, &after), note, now)?;
    crate::audit::by(conn, viewer, now, deed.verb(), "tasks", id)?;
    remind(conn, deed, &after, now)?;
    Ok(Some((after, move_id)))
}

/// Takes the viewer's own last move of a task back. False if it is done by now, or if who had it can't have it any more.
pub fn take_back(conn: &mut Conn, app: &App, viewer: &Viewer, id: i64, move_id: i64) -> Result<bool, Error> {
    let now = app.now();
    let task = store::find_visible(conn, viewer, id)?;
    let former = store::before_move(conn, &task, move_id)?;
    let reach = Reach::of(conn, viewer)?;
    if task.done_at.is_some() || !can_hold(conn, viewer, &reach, former.holder())? || !store::write(conn, &task, &former)? {
        return Ok(false);
    }
    let kind = if former.holder() == task.holder() { Move::Moved } else { Move::HandedOver };
    store::add_move(conn, kind, Some(viewer.staff_id), (&task, &former), "", now)?;
    crate::audit::by(conn, viewer, now, "take_back", "tasks", id)?;
    due::set(conn, id, former.due_on, now)?;
    Ok(true)
}

/// A task that is done is reminded of no more, a moved one on its new day, and one with someone else not when its former
/// holder wished.
fn remind(conn: &mut Conn, deed: &Deed, after: &Task, now: NaiveDateTime) -> QueryResult<()> {
    let item = reminders::Item::Task(after.id);
    match deed {
        Deed::Complete => reminders::store::cancel(conn, item, now),
        Deed::Reopen | Deed::Reschedule { .. } => due::set(conn, after.id, after.due_on, now),
        Deed::Claim { .. } | Deed::HandOver { .. } => reminders::store::cancel_asked(conn, item, now).map(drop),
        Deed::Rename { .. } => Ok(()),
    }
}

/// The task is within the viewer's reach, else forbidden.
pub fn check(conn: &mut Conn, viewer: &Viewer, task: &Task) -> Result<Reach, Error> {
    let reach = Reach::of(conn, viewer)?;
    if reach.covers(task.holder()) { Ok(reach) } else { Err(Error::Forbidden) }
}

/// The row after the deed.
fn apply(conn: &mut Conn, viewer: &Viewer, reach: &Reach, before: &Task, deed: &Deed, now: NaiveDateTime) -> Result<Task, Error> {
    let mut after = before.clone();
    let open = if before.done_at.is_none() { Ok(()) } else { Err(Error::Conflict(DONE)) };
    match deed {
        Deed::Complete => after.done_at = before.done_at.or(Some(now)),
        Deed::Reopen => {
            after.done_at = None;
            // Who did it may have left since.
            if before.done_at.is_some() && !can_hold(conn, viewer, reach, before.holder())? {
                after.set_holder(Holder::Person(viewer.staff_id));
            }
        }
        Deed::Claim { from } => {
            let me = Holder::Person(viewer.staff_id);
            open?;
            if before.holder() != me && Some(before.holder()) != *from {
                return Err(Error::Conflict(ELSEWHERE));
            }
            if !hold_worker(conn, viewer.staff_id, viewer.organisation_id)? {
                return Err(Error::Forbidden);
            }
            after.set_holder(me);
        }
        Deed::HandOver { from, to, .. } => {
            open?;
            if Some(before.holder()) != *from {
                return Err(Error::Conflict(ELSEWHERE));
            }
            if before.holder() == *to {
                return Err(Error::Conflict(SAME_HOLDER));
            }
            check_receiver(conn, viewer, reach, *to)?;
            after.set_holder(*to);
        }
        Deed::Reschedule { due_on, .. } => {
            open?;
            after.due_on = *due_on;
        }
        Deed::Rename { title } => {
            open?;
            after.title.clone_from(title);
        }
    }
    Ok(after)
}

/// Someone who can be given a task, and who stays so until the transaction ends.
pub fn check_receiver(conn: &mut Conn, viewer: &Viewer, reach: &Reach, to: Holder) -> Result<(), Error> {
    if can_hold(conn, viewer, reach, to)? { Ok(()) } else { Err(Error::Conflict(NO_HOLDER)) }
}

/// Neither account nor membership nor team has ended. The account is held first: whoever is leaving is waited for, and not
/// among the holders afterwards.
fn can_hold(conn: &mut Conn, viewer: &Viewer, reach: &Reach, holder: Holder) -> QueryResult<bool> {
    let is_active = match holder {
        Holder::Person(id) => hold_active(conn, id)?,
        Holder::Team(_) => true,
    };
    Ok(is_active && holders::holders(conn, viewer, reach)?.iter().any(|(offered, _)| *offered == holder))
}
