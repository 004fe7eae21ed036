//! A file that the coordinator sent.

use super::viewer;
use crate::support::Cast;
use kohtaanto::app::App;
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::transfers::store::{self, NewTransfer};
use kohtaanto::transfers::{Kind, check, table};

/// Checked, and not confirmed.
pub fn add(conn: &mut Conn, app: &App, cast: &Cast) -> Result<i64, Error> {
    let coordinator = viewer(conn, app, cast.coordinator.membership_id)?;
    let table = table::read(b"Nimi\nRivi Oy\n", &table::LIMITS).expect("a table");
    let author = (cast.host, cast.coordinator.id);
    let new = NewTransfer { author, kind: Kind::Companies, file_name: "rivit.csv", table: &table };
    let id = store::add(conn, &new, app.now())?;
    let transfer = store::find(conn, &coordinator, id)?.expect("the coordinator's");
    check::check(conn, app, &coordinator, &transfer)?;
    Ok(id)
}
