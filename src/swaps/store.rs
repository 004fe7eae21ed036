//! The one function that swaps shifts, and which of them changed hands.

use super::{With, mails, offers};
use crate::app::App;
use crate::audit;
use crate::db::{Conn, hold_off_writers};
use crate::error::Error;
use crate::i18n::{self, Lang};
use crate::organisations::duty::{self, Shift, reach};
use crate::schema::{duty_swaps, staff};
use crate::web::Viewer;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

/// The roster is not what the page showed.
pub const CHANGED: &str = "error-swap-changed";
/// The page of the roster shows the latest so many.
const SHOWN: i64 = 10;

/// The shift of a coming day, if it is this viewer's to give away.
///
/// # Errors
/// Not found, when the roster is not the viewer's to read or nobody has the day; a conflict, when the day is over; forbidden,
/// when the shift is someone else's and the viewer doesn't plan.
pub fn find(conn: &mut Conn, viewer: &Viewer, team_id: i64, day: NaiveDate, today: NaiveDate) -> Result<Shift, Error> {
    reach::team(conn, viewer, team_id)?;
    if day < today {
        return Err(Error::Conflict("error-duty-past"));
    }
    let shift = duty::shifts(conn, &[team_id], day, day)?.into_iter().next().ok_or(Error::NotFound)?;
    let is_theirs = shift.staff_id == viewer.staff_id || reach::plans(viewer);
    if is_theirs { Ok(shift) } else { Err(Error::Forbidden) }
}

/// Swaps. `from` is who had the shift when the page was shown.
///
/// # Errors
/// Those of `find`, and a conflict when the roster has changed meanwhile, or the other can't take the shift any more.
pub fn swap(conn: &mut Conn, app: &App, viewer: &Viewer, (team_id, day, from): (i64, NaiveDate, i64), with: With) -> Result<(), Error> {
    // Who is away or leaves meanwhile needs no lock: what that means for a day is reckoned whenever the day is read.
    hold_off_writers(conn, "duty_shifts")?;
    reach::team(conn, viewer, team_id)?;
    let shift = match find(conn, viewer, team_id, day, app.today()) {
        Err(Error::NotFound) => return Err(Error::Conflict(CHANGED)),
        Err(Error::Forbidden) if from == viewer.staff_id => return Err(Error::Conflict(CHANGED)),
        found => found?,
    };
    let offered = offers::offers(conn, &shift, app.today(), viewer)?;
    if shift.staff_id != from || offered.iter().all(|offer| offer.with != with) {
        return Err(Error::Conflict(CHANGED));
    }
    duty::assign(conn, team_id, day, with.staff_id())?;
    let exchanged_on = match with {
        With::Gift(_) => None,
        With::Exchange(_, other) => {
            duty::assign(conn, team_id, other, from)?;
            Some(other)
        }
    };
    diesel::insert_into(duty_swaps::table)
        .values((
            duty_swaps::team_id.eq(team_id),
            duty_swaps::duty_on.eq(day),
            duty_swaps::from_id.eq(from),
            duty_swaps::to_id.eq(with.staff_id()),
            duty_swaps::exchanged_on.eq(exchanged_on),
            duty_swaps::swapped_by.eq(viewer.staff_id),
            duty_swaps::swapped_at.eq(app.now()),
        ))
        .execute(conn)?;
    audit::by(conn, viewer, app.now(), "swap_duty", "teams", team_id)?;
    mails::swapped(conn, app, viewer, &shift, with)
}

/// A swap, as the page of the roster shows it.
#[derive(Serialize)]
pub struct Swapped {
    day: String,
    from: String,
    to: String,
    /// The day of the other's shift, in an exchange.
    exchanged: Option<String>,
    by: String,
    at: NaiveDateTime,
}

/// The latest swaps of a team, the newest first.
pub fn of_team(conn: &mut Conn, team_id: i64, lang: Lang) -> QueryResult<Vec<Swapped>> {
    let (giver, taker, doer) = diesel::alias!(staff as giver, staff as taker, staff as doer);
    type Columns = (NaiveDate, Option<NaiveDate>, String, String, String, NaiveDateTime);
    let rows: Vec<Columns> = duty_swaps::table
        .inner_join(giver.on(giver.field(staff::id).eq(duty_swaps::from_id)))
        .inner_join(taker.on(taker.field(staff::id).eq(duty_swaps::to_id)))
        .inner_join(doer.on(doer.field(staff::id).eq(duty_swaps::swapped_by)))
        .filter(duty_swaps::team_id.eq(team_id))
        .order(duty_swaps::id.desc())
        .limit(SHOWN)
        .select((
            duty_swaps::duty_on,
            duty_swaps::exchanged_on,
            giver.field(staff::name),
            taker.field(staff::name),
            doer.field(staff::name),
            duty_swaps::swapped_at,
        ))
        .load(conn)?;
    let day = |day| format!("{} {}", i18n::weekday(lang, day), i18n::date(day));
    let swapped = |(duty_on, exchanged_on, from, to, by, at): Columns| Swapped {
        day: day(duty_on),
        from,
        to,
        exchanged: exchanged_on.map(day),
        by,
        at,
    };
    Ok(rows.into_iter().map(swapped).collect())
}
