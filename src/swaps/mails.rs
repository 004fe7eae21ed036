//! Both are told that a shift changed hands: team, days, and who did it.

use super::{With, offers::day_of};
use crate::app::App;
use crate::db::{AmongMethods, Conn};
use crate::error::Error;
use crate::i18n::Lang;
use crate::mail::outbox::{self, NewMail};
use crate::organisations::{duty::Shift, store as organisations};
use crate::schema::staff;
use crate::staff::muted;
use crate::web::Viewer;
use diesel::prelude::*;
use serde::Serialize;

const KIND: &str = "duty_swapped";

/// What the templates of `templates/mail/duty_swapped` know.
#[derive(Serialize)]
struct SwappedView {
    team: String,
    team_id: i64,
    /// The day that changed hands, for the link.
    day: String,
    shifts: Vec<ShiftView>,
    by: String,
}

/// A day and who does it now.
#[derive(Serialize)]
struct ShiftView {
    day: String,
    name: String,
}

/// `shift` is as it was. Who doesn't want such mails gets none.
pub fn swapped(conn: &mut Conn, app: &App, by: &Viewer, shift: &Shift, with: With) -> Result<(), Error> {
    let team = organisations::team(conn, shift.team_id)?.ok_or(Error::NotFound)?;
    let both = [shift.staff_id, with.staff_id()];
    let muted = muted::by(conn, KIND, &both)?;
    let people: Vec<(i64, String, String, String)> = staff::table
        .filter(staff::id.among(both))
        .order(staff::id)
        .select((staff::id, staff::name, staff::email, staff::language))
        .load(conn)?;
    let taker = people.iter().find(|person| person.0 == with.staff_id()).map(|person| person.1.clone()).unwrap_or_default();
    for (_, name, address, language) in people.iter().filter(|person| !muted.contains(&person.0)) {
        let language = Lang::from_code(language).unwrap_or_default();
        let mut shifts = vec![ShiftView { day: day_of(language, shift.duty_on), name: taker.clone() }];
        if let With::Exchange(_, other) = with {
            shifts.push(ShiftView { day: day_of(language, other), name: shift.name.clone() });
        }
        let view = SwappedView { team: team.name.clone(), team_id: team.id, day: shift.duty_on.to_string(), shifts, by: by.name.clone() };
        let mail = NewMail {
            kind: KIND,
            to_name: name,
            to_address: address,
            reply_to: &team.mailbox,
            language,
            callback_id: None,
            windowed: false,
            view: &view,
        };
        outbox::put(conn, app, &mail, app.now())?;
    }
    Ok(())
}
