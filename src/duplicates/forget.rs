//! After 30 days a merge can't be undone any more: what was kept for that goes.

use super::store;
use crate::app::App;
use crate::error::Error;
use crate::jobs::{Done, each};

pub fn run(app: &App) -> Result<Done, Error> {
    let outdated = store::outdated(&mut *app.db.writer()?, app.now())?;
    Ok(each(app, outdated, |conn, merge_id| Ok(store::remove(conn, *merge_id)?)))
}
