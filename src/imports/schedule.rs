//! When the register is brought up to date by itself: what an administrator chose, and the job that begins it.

use super::{State, download, store, work};
use crate::app::App;
use crate::calendar::clock;
use crate::codes::codes;
use crate::db::{Conn, in_transaction};
use crate::error::Error;
use crate::i18n::helsinki;
use crate::jobs::Done;
use crate::organisations;
use crate::schema::register_schedules;
use chrono::{Datelike, Days, NaiveDateTime, Weekday};
use diesel::prelude::*;

/// When nobody works: at three in the morning, in minutes.
const AT: u32 = 3 * 60;

/// The code that stands for no schedule.
pub const NEVER: &str = "never";

codes! {
    pub Every {
        Day = "day",
        /// In the night to Sunday.
        Week = "week",
    }
}

impl Every {
    /// The next time after this instant, in UTC.
    pub fn next(self, now: NaiveDateTime) -> NaiveDateTime {
        let today = helsinki(now).date_naive();
        let nights = (0..=7).map(|days| today + Days::new(days)).filter(|day| self == Self::Day || day.weekday() == Weekday::Sun);
        nights.map(|day| clock::instant(day, AT)).find(|at| *at > now).unwrap_or(now)
    }
}

/// What was chosen. No row means never.
#[derive(Clone, Debug)]
pub struct Schedule {
    pub every: Every,
    pub area_only: bool,
    pub next_run_at: NaiveDateTime,
    /// In whose name the imports are.
    pub set_by: i64,
}

pub fn find(conn: &mut Conn) -> QueryResult<Option<Schedule>> {
    use register_schedules as s;
    let row: Option<(String, bool, NaiveDateTime, i64)> =
        s::table.order(s::id).select((s::every, s::area_only, s::next_run_at, s::set_by)).first(conn).optional()?;
    Ok(row.and_then(|(every, area_only, next_run_at, set_by)| {
        Some(Schedule { every: Every::from_code(&every)?, area_only, next_run_at, set_by })
    }))
}

/// `every`: none for never.
pub fn set(conn: &mut Conn, every: Option<Every>, area_only: bool, set_by: i64, now: NaiveDateTime) -> QueryResult<()> {
    crate::db::hold_off_writers(conn, "register_schedules")?;
    diesel::delete(register_schedules::table).execute(conn)?;
    if let Some(every) = every {
        diesel::insert_into(register_schedules::table)
            .values((
                register_schedules::every.eq(every.code()),
                register_schedules::area_only.eq(area_only),
                register_schedules::next_run_at.eq(every.next(now)),
                register_schedules::set_by.eq(set_by),
                register_schedules::set_at.eq(now),
            ))
            .execute(conn)?;
    }
    Ok(())
}

fn put_off(conn: &mut Conn, until: NaiveDateTime) -> QueryResult<()> {
    diesel::update(register_schedules::table).set(register_schedules::next_run_at.eq(until)).execute(conn)?;
    Ok(())
}

/// A night that brought no file is made up for in the next one.
pub fn try_tomorrow(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<()> {
    put_off(conn, Every::Day.next(now))
}

/// The job: begins an import if it is time for one. The import is a thread of its own, so that no other job waits for it.
pub fn run(app: &App) -> Result<Done, Error> {
    let now = app.now();
    let source = download::source(&app.config);
    let begun = in_transaction(&mut *app.db.writer()?, |conn| begin(conn, &source, now))?;
    let Some((id, municipalities)) = begun else { return Ok(Done::default()) };
    let app = app.shared().ok_or_else(|| Error::internal("the service ends"))?;
    work::start(app, id, work::Source::OpenData, municipalities)?;
    Ok(Done::of(1))
}

/// One that runs already is waited for: the job comes again.
fn begin(conn: &mut Conn, source: &str, now: NaiveDateTime) -> Result<Option<(i64, Vec<String>)>, Error> {
    let Some(schedule) = find(conn)?.filter(|schedule| schedule.next_run_at <= now) else { return Ok(None) };
    let municipalities = if schedule.area_only { organisations::store::municipalities(conn)? } else { Vec::new() };
    let new = store::NewImport {
        source,
        total_bytes: 0,
        municipalities: &municipalities,
        started_by: schedule.set_by,
        state: State::Downloading,
        is_scheduled: true,
    };
    let Some(id) = store::begin(conn, &new, now)? else { return Ok(None) };
    put_off(conn, schedule.every.next(now))?;
    Ok(Some((id, municipalities)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Friday 20.11.2026 at 10.00 in Finland.
    #[test]
    fn the_next_night_and_the_next_sunday() {
        let at = |text: &str| text.parse::<NaiveDateTime>().expect("an instant");
        let friday = at("2026-11-20T08:00:00");
        assert_eq!(Every::Day.next(friday), at("2026-11-21T01:00:00"));
        assert_eq!(Every::Week.next(friday), at("2026-11-22T01:00:00"));
        assert_eq!(Every::Week.next(at("2026-11-22T01:00:00")), at("2026-11-29T01:00:00"));
        // In summer time three o'clock is midnight in UTC.
        assert_eq!(Every::Day.next(at("2026-06-30T23:59:00")), at("2026-07-01T00:00:00"));
    }
}
