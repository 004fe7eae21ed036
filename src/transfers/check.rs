//! The dry run: what each row would do, without doing it.

use super::State;
use super::rows::{Ground, Planned, Problem, plan, problem};
use super::store::{self, Transfer, lines};
use crate::app::App;
use crate::db::Conn;
use crate::i18n::{self, Args};
use crate::organisations;
use crate::web::Viewer;
use diesel::QueryResult;
use std::collections::HashMap;

/// Checks every row and keeps what it said.
pub fn check(conn: &mut Conn, app: &App, viewer: &Viewer, transfer: &Transfer) -> QueryResult<()> {
    let planned = plan_all(conn, app, viewer, transfer, false)?;
    keep(conn, transfer, &planned)
}

/// Keeps what a check said of every row, by line.
pub fn keep(conn: &mut Conn, transfer: &Transfer, planned: &[(i64, Planned)]) -> QueryResult<()> {
    for (line, planned) in planned {
        lines::tell(conn, transfer.id, *line, planned)?;
    }
    store::set_state(conn, transfer.id, State::Checked)
}

/// What each row does, in the file's order. `holds`: it will be written at once.
pub fn plan_all(conn: &mut Conn, app: &App, viewer: &Viewer, transfer: &Transfer, holds: bool) -> QueryResult<Vec<(i64, Planned)>> {
    let topics = organisations::store::topics(conn)?;
    let ground = Ground {
        kind: transfer.kind,
        mapping: &transfer.mapping,
        author: (viewer.organisation_id, viewer.staff_id),
        lang: viewer.lang,
        today: app.today(),
        now: app.now(),
        topics: &topics,
        holds,
    };
    let mut seen: HashMap<String, i64> = HashMap::new();
    let mut planned = Vec::new();
    for row in lines::all(conn, transfer.id)? {
        // A row that held a personal identity code was emptied when the file came.
        let is_emptied = row.cells.is_empty();
        let mut one = if is_emptied { refused(&ground) } else { plan(conn, &ground, &row.cells)? };
        if let Some(earlier) = one.about.iter().find_map(|about| seen.get(about)) {
            one = twice(&ground, one, *earlier);
        }
        seen.extend(one.about.iter().map(|about| (about.clone(), row.line)));
        planned.push((row.line, one));
    }
    Ok(planned)
}

fn refused(ground: &Ground) -> Planned {
    Planned::refused("", vec![problem(ground, "", "error-transfer-personal-identity-code")])
}

fn twice(ground: &Ground, planned: Planned, earlier: i64) -> Planned {
    let text = i18n::text_with(ground.lang, "error-transfer-twice", &Args::from([("line".into(), earlier.into())]));
    let mut refused = Planned::refused(&planned.told.title, vec![Problem { field: String::new(), text }]);
    refused.told.company_id = planned.told.company_id;
    refused
}
