//! Which shifts changed hands, for the page of the roster.

use crate::db::Conn;
use crate::i18n::{self, Lang};
use crate::schema::{duty_swaps, staff};
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

/// The latest so many are shown.
const SHOWN: i64 = 10;

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

/// The latest of a team, the newest first.
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
