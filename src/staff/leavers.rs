//! Mails about work that wait for the morning when their reader's access ends: they stay here.

use super::store::with_access;
use crate::app::App;
use crate::db::{AmongMethods, in_transaction};
use crate::error::Error;
use crate::jobs::Done;
use crate::mail::outbox;
use crate::schema::staff;
use diesel::prelude::*;
use std::collections::HashMap;

/// Stands where a server's reply would, for an administrator.
const LEFT: &str = "not sent: the recipient has no access any more";

/// A job. Who is nobody's account, such as a team's mailbox, is written to as before.
pub fn keep_mails_back(app: &App) -> Result<Done, Error> {
    in_transaction(&mut *app.db.writer()?, |conn| -> Result<Done, Error> {
        let waiting = outbox::waiting_for_morning(conn, app.now())?;
        let addresses = waiting.iter().map(|(_, address)| address);
        let accounts: HashMap<String, i64> =
            staff::table.filter(staff::email.among(addresses)).select((staff::email, staff::id)).load(conn)?.into_iter().collect();
        let present = with_access(conn, &accounts.values().copied().collect::<Vec<_>>(), app.today())?;
        let is_theirs = |address: &String| accounts.get(address).is_some_and(|id| !present.contains(id));
        let theirs: Vec<i64> = waiting.into_iter().filter(|(_, address)| is_theirs(address)).map(|(id, _)| id).collect();
        Ok(Done::of(outbox::keep_back(conn, &theirs, LEFT)?))
    })
}
