//! Every mail has one cause, and no cause writes twice to one address: the causes are named here once more.

use chrono::NaiveDateTime;
use diesel::dsl::exists;
use diesel::prelude::*;
use kohtaanto::db::Conn;
use kohtaanto::schema::{callback_moves, callback_steps, callbacks, mails, reminders};
use std::collections::HashSet;

/// What is known of the mails so far.
#[derive(Default)]
pub struct Ledger {
    last: i64,
    known: HashSet<(String, String)>,
}

#[derive(Queryable)]
struct Mail {
    id: i64,
    kind: String,
    address: String,
    callback_id: Option<i64>,
    created_at: NaiveDateTime,
}

impl Ledger {
    /// Looks for the cause of each new mail.
    pub fn enter(&mut self, conn: &mut Conn) -> QueryResult<()> {
        let new: Vec<Mail> = mails::table
            .filter(mails::id.gt(self.last))
            .order(mails::id)
            .select((mails::id, mails::kind, mails::recipient_address, mails::callback_id, mails::created_at))
            .load(conn)?;
        for mail in new {
            self.last = mail.id;
            let cause = cause(conn, &mail)?.unwrap_or_else(|| panic!("mail {} ({}) has no cause", mail.id, mail.kind));
            let fresh = self.known.insert((cause, mail.address));
            assert!(fresh, "mail {} ({}) is the second of its cause to its address", mail.id, mail.kind);
        }
        Ok(())
    }
}

/// The row that made somebody write this mail.
fn cause(conn: &mut Conn, mail: &Mail) -> QueryResult<Option<String>> {
    let step = |conn: &mut Conn, step: &str| {
        let row = callback_steps::table
            .filter(callback_steps::callback_id.eq(mail.callback_id.unwrap_or_default()))
            .filter(callback_steps::recorded_at.eq(mail.created_at).and(callback_steps::told.eq("mailed")))
            .filter(callback_steps::step.eq(step.to_owned()));
        row.select(callback_steps::id).first::<i64>(conn).optional().map(|id| id.map(|id| format!("step {id}")))
    };
    let moved = |conn: &mut Conn, kinds: &[&str]| {
        let row = callback_moves::table.filter(callback_moves::callback_id.eq(mail.callback_id.unwrap_or_default())).filter(
            callback_moves::moved_at
                .eq(mail.created_at)
                .and(callback_moves::kind.eq_any(kinds.iter().map(|kind| (*kind).to_owned()).collect::<Vec<_>>())),
        );
        row.select(callback_moves::id).first::<i64>(conn).optional().map(|id| id.map(|id| format!("move {id}")))
    };
    match mail.kind.as_str() {
        "callback_arrived" => {
            let logged = callbacks::table
                .filter(callbacks::id.eq(mail.callback_id.unwrap_or_default()).and(callbacks::created_at.eq(mail.created_at)));
            if diesel::select(exists(logged)).get_result(conn)? {
                return Ok(Some(format!("logged {:?}", mail.callback_id)));
            }
            moved(conn, &["handover", "holder_left"])
        }
        "callback_closed" => moved(conn, &["closure", "cancellation"]),
        "callback_reopened" => moved(conn, &["reopening"]),
        "callback_not_reached" => Ok(moved(conn, &["closure"])?.map(|cause| format!("the employer of {cause}"))),
        "callback_not_taken" => step(conn, "not_taken"),
        "answer_asked" => {
            let logged = callbacks::table
                .filter(callbacks::id.eq(mail.callback_id.unwrap_or_default()).and(callbacks::created_at.eq(mail.created_at)));
            let is_logged: bool = diesel::select(exists(logged)).get_result(conn)?;
            if is_logged {
                Ok(Some(format!("asked {:?}", mail.callback_id)))
            } else {
                moved(conn, &["handover", "reopening", "release", "expired", "holder_left"])
            }
        }
        "answer_reminder" => step(conn, "partner_reminded"),
        "callback_still_not_taken" => step(conn, "still_not_taken"),
        "callback_partner_silent" => step(conn, "partner_silent"),
        "callback_no_attempt" => step(conn, "no_attempt"),
        "callback_expired" => step(conn, "expired"),
        "callback_call_again" | "task_due" => {
            let row = reminders::table.filter(reminders::mail_id.eq(mail.id));
            row.select(reminders::id).first::<i64>(conn).optional().map(|id| id.map(|id| format!("reminder {id}")))
        }
        _ => Ok(None),
    }
}
