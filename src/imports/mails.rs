//! The mail after an import that ran by itself: to the host's administrators, when there is something for them to do.

use super::State;
use crate::app::App;
use crate::db::Conn;
use crate::error::Error;
use crate::i18n::Lang;
use crate::mail::outbox::{self, NewMail};
use crate::schema::{membership_roles, memberships, organisations, staff};
use crate::web::Role;
use diesel::prelude::*;
use serde::Serialize;

/// What the templates of `templates/mail/register_refreshed` know.
#[derive(Serialize)]
struct RefreshedView {
    id: i64,
    /// Hand edits of which the register tells something new.
    hand_edits: i64,
    is_whole: bool,
}

/// Nobody is written to when all went well and nothing waits for a decision.
pub fn refreshed(conn: &mut Conn, app: &App, id: i64, state: State, hand_edits: i64) -> Result<(), Error> {
    let is_whole = state == State::Done;
    if is_whole && hand_edits == 0 {
        return Ok(());
    }
    let view = RefreshedView { id, hand_edits, is_whole };
    for (name, address, language) in administrators(conn)? {
        let mail = NewMail {
            kind: "register_refreshed",
            to_name: &name,
            to_address: &address,
            reply_to: "",
            language: Lang::from_code(&language).unwrap_or_default(),
            callback_id: None,
            windowed: true,
            view: &view,
        };
        outbox::put(conn, app, &mail, app.now())?;
    }
    Ok(())
}

/// Names, addresses and languages of the host's administrators who can sign in.
fn administrators(conn: &mut Conn) -> QueryResult<Vec<(String, String, String)>> {
    staff::table
        .inner_join(memberships::table.inner_join(membership_roles::table).inner_join(organisations::table))
        .filter(organisations::is_host.eq(true).and(membership_roles::role.eq(Role::Administrator.code())))
        .filter(staff::deactivated_at.is_null())
        .order(staff::id)
        .select((staff::name, staff::email, staff::language))
        .load(conn)
}
