//! What is no longer needed: files that nobody confirmed, and the rows of imports that can't be taken back any more.

use super::store::{self, deeds, lines};
use super::{State, UNCONFIRMED, UNDOABLE};
use crate::app::App;
use crate::error::Error;
use crate::jobs::{self, Done};

/// The job.
pub fn forget(app: &App) -> Result<Done, Error> {
    let now = app.now();
    let mut conn = app.db.writer()?;
    let unconfirmed = store::settled_before(&mut conn, &[State::Read, State::Checked], now - UNCONFIRMED)?;
    let old = store::settled_before(&mut conn, &[State::Done, State::Undone], now - UNDOABLE)?;
    drop(conn);
    let pieces = unconfirmed.into_iter().map(|id| (id, true)).chain(old.into_iter().map(|id| (id, false))).collect();
    Ok(jobs::each(app, pieces, |conn, (id, drops)| {
        lines::remove(conn, *id)?;
        deeds::remove(conn, *id)?;
        if *drops {
            store::set_state(conn, *id, State::Dropped)?;
        }
        Ok(true)
    }))
}
