//! What an import changed in companies that were in the register before it, kept for its report: written set by set as the
//! import itself, so that a fresh register and an unchanged one cost nothing.

use super::hand_edits::{self, Wording};
use crate::codes::codes;
use crate::db::Conn;
use crate::schema::register_changes;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;

/// Rows of one import's report. A new classification in the register changes every company: nobody reads that one by one.
pub const MOST: u64 = 100_000;

/// The code of the field that says whether a company is in business, beside those of `companies::Field` and `SITUATION`.
pub const ALIVE: &str = "alive";
pub const SITUATION: &str = "situation";
/// The values of `ALIVE`.
pub const IN_BUSINESS: &str = "yes";
pub const ENDED: &str = "no";

codes! {
    /// What a row of the report says.
    pub Kind {
        /// The register's new value is the one shown.
        Change = "change",
        /// A person corrected the field: theirs is shown, and the register tells something new.
        HandEdit = "hand_edit",
    }
}

codes! {
    /// What somebody decided about a hand edit and the register's new value.
    pub Decision {
        Kept = "kept",
        Taken = "taken",
    }
}

const COLUMNS: &str = "(import_id, company_id, kind, field, old_value, new_value, decision)";

/// Notes what is about to change, company by company. Within the slice's transaction, after the comparison.
pub(super) fn note(conn: &mut Conn, import_id: i64) -> QueryResult<usize> {
    let alive = |table: &str| format!("CASE WHEN {table}.alive THEN '{IN_BUSINESS}' ELSE '{ENDED}' END");
    let same_name = |column: &str| (format!("c.{column}"), format!("s.{column}"));
    let plain = hand_edits::fields().map(|field| field.code()).chain([SITUATION]).map(|code| (code, same_name(code)));
    let each = plain.chain([(ALIVE, (alive("c"), alive("s")))]).map(|(code, (old, new))| {
        format!(
            "SELECT c.id AS company_id, '{code}' AS field, {old} AS old_value, {new} AS new_value \
             FROM ytj_stage s JOIN companies c ON c.id = s.company_id WHERE s.is_changed AND {old} <> {new}"
        )
    });
    let each = each.collect::<Vec<_>>().join(" UNION ALL ");
    sql_query(format!(
        "INSERT INTO register_changes {COLUMNS} SELECT $1, company_id, '{}', field, old_value, new_value, '' FROM ({each}) told \
         ORDER BY company_id",
        Kind::Change.code()
    ))
    .bind::<BigInt, _>(import_id)
    .execute(conn)
}

/// Notes the hand edits of which the register tells something new. Before its value is put beside them.
pub(super) fn note_hand_edits(conn: &mut Conn, import_id: i64, wording: &Wording) -> QueryResult<usize> {
    let Wording { edits, ours, theirs, names } = wording;
    sql_query(format!(
        "INSERT INTO register_changes {COLUMNS} SELECT $1, c.id, '{}', e.field, e.register_value, {theirs}, '' {edits} \
         WHERE e.field IN ({names}) AND {theirs} <> e.register_value AND {ours} <> {theirs} ORDER BY c.id, e.id",
        Kind::HandEdit.code()
    ))
    .bind::<BigInt, _>(import_id)
    .execute(conn)
}

/// Keeps what somebody decided about a hand edit. False if somebody had before.
pub fn decide(conn: &mut Conn, id: i64, decision: Decision, staff_id: i64, now: NaiveDateTime) -> QueryResult<bool> {
    let open = register_changes::table.find(id).filter(register_changes::decision.eq(""));
    let decided = diesel::update(open).set((
        register_changes::decision.eq(decision.code()),
        register_changes::decided_by.eq(staff_id),
        register_changes::decided_at.eq(now),
    ));
    Ok(decided.execute(conn)? == 1)
}

/// Puts the report's rows of an import away; its counts stay.
pub fn forget(conn: &mut Conn, import_id: i64) -> QueryResult<usize> {
    diesel::delete(register_changes::table.filter(register_changes::import_id.eq(import_id))).execute(conn)
}
