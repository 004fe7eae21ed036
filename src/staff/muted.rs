//! Mails that a person does not want. A team's mailbox and the person on duty are always told.

use crate::codes::codes;
use crate::db::{AmongMethods, Conn};
use crate::schema::muted_mails;
use diesel::prelude::*;

codes! {
    /// A kind of mail that goes to a person and can be turned off. Stored by its `code`, which is the mail's kind.
    pub Mutable {
        /// A call-back came to a team of theirs, and nobody is on duty.
        CallbackArrived = "callback_arrived",
        /// A call-back of their team was opened again, and nobody is on duty.
        CallbackReopened = "callback_reopened",
        /// A call-back that they logged or added to has ended.
        CallbackClosed = "callback_closed",
        /// A task of theirs falls due.
        TaskDue = "task_due",
        /// A duty shift of theirs changed hands.
        DutySwapped = "duty_swapped",
    }
}

/// Which of these people don't want this kind of mail.
pub fn by(conn: &mut Conn, kind: &str, staff_ids: &[i64]) -> QueryResult<Vec<i64>> {
    muted_mails::table
        .filter(muted_mails::kind.eq(kind))
        .filter(muted_mails::staff_id.among(staff_ids))
        .select(muted_mails::staff_id)
        .load(conn)
}

/// What a person has turned off.
pub fn of(conn: &mut Conn, staff_id: i64) -> QueryResult<Vec<Mutable>> {
    let kinds: Vec<String> = muted_mails::table.filter(muted_mails::staff_id.eq(staff_id)).select(muted_mails::kind).load(conn)?;
    Ok(kinds.iter().filter_map(|kind| Mutable::from_code(kind)).collect())
}

/// Turns one kind off or on. Doing it twice changes nothing.
pub fn set(conn: &mut Conn, staff_id: i64, kind: Mutable, muted: bool) -> QueryResult<()> {
    let is_muted = of(conn, staff_id)?.contains(&kind);
    if muted && !is_muted {
        diesel::insert_into(muted_mails::table)
            .values((muted_mails::staff_id.eq(staff_id), muted_mails::kind.eq(kind.code())))
            .execute(conn)?;
    }
    if !muted {
        let row = muted_mails::table.filter(muted_mails::staff_id.eq(staff_id)).filter(muted_mails::kind.eq(kind.code()));
        diesel::delete(row).execute(conn)?;
    }
    Ok(())
}
