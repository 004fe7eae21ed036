//! An import of the register and a row of its report.

use crate::support::Cast;
use diesel::prelude::*;
use kohtaanto::companies::ytj::changes::Kind;
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::imports;
use kohtaanto::schema::register_changes as rows;

pub fn change(conn: &mut Conn, import_id: i64, company_id: i64) -> Result<i64, Error> {
    let about = (rows::import_id.eq(import_id), rows::company_id.eq(company_id), rows::kind.eq(Kind::HandEdit.code()));
    let told = (rows::field.eq("website"), rows::old_value.eq(""), rows::new_value.eq("esimerkki.example"), rows::decision.eq(""));
    Ok(diesel::insert_into(rows::table).values((about, told)).returning(rows::id).get_result(conn)?)
}

/// One that was interrupted, so that another may begin.
pub fn add(conn: &mut Conn, cast: &Cast) -> Result<i64, Error> {
    let new = imports::store::NewImport {
        source: "ytj.zip",
        total_bytes: 0,
        municipalities: &[],
        started_by: cast.administrator.id,
        state: imports::State::Running,
        is_scheduled: false,
    };
    let now = crate::support::friday_morning();
    // A download that a test began may still be trying.
    if let Some(running) = imports::store::running(conn)? {
        imports::store::interrupt(conn, running, now)?;
    }
    let id = imports::store::begin(conn, &new, now)?.expect("no other is running");
    imports::store::interrupt(conn, id, now)?;
    Ok(id)
}
