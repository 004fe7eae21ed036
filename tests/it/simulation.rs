//! A small office at work: people log call-backs, take them, forget them, call, hand over, end and go home, while the jobs of
//! the service run. After each tick it holds that every call-back has one holder or queue, that none is past its ladder, and
//! that every mail has one cause. Four weeks in the gate, a year with `KOHTAANTO_LONG`.

mod causes;
mod office;

use crate::support::{TestApp, is_long, report};
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;
use kohtaanto::db::Conn;
use kohtaanto::schema::{callback_steps, callbacks, mails, reminders};
use kohtaanto::{callbacks as nouns, reminders as reminder_nouns};
use office::Office;

/// Ticks of a working day, in hours of UTC; at night and on free days the jobs run, and nobody is there.
const TICKS: [u32; 16] = [0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 21];

/// What must hold at any time after the jobs have run.
fn check(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<()> {
    let held = callbacks::holder_id.is_not_null();
    let in_two_places = callbacks::state.eq("new").and(held).or(callbacks::state.eq("taken").and(not(held)));
    let count: i64 = callbacks::table.filter(in_two_places).count().get_result(conn)?;
    assert_eq!(count, 0, "call-backs with two holders or none, {now}");
    let open = || callbacks::table.filter(callbacks::state.ne("closed"));
    let past: i64 = open()
        .filter(callbacks::next_step_at.is_not_null().and(callbacks::next_step_at.assume_not_null().le(now)))
        .count()
        .get_result(conn)?;
    assert_eq!(past, 0, "call-backs past their ladder, {now}");
    let told = callback_steps::table
        .filter(callback_steps::callback_id.eq(callbacks::id).and(callback_steps::round.eq(callbacks::round)))
        .filter(callback_steps::step.eq_any(["still_not_taken", "partner_silent"]));
    let at_the_end = callbacks::state.eq("new").and(callbacks::late.eq(true)).and(exists(told));
    let lost: i64 = open().filter(callbacks::next_step_at.is_null().and(not(at_the_end))).count().get_result(conn)?;
    assert_eq!(lost, 0, "open call-backs without a next step, {now}");
    let late: i64 = reminders::table.filter(reminders::state.eq("waiting").and(reminders::remind_at.le(now))).count().get_result(conn)?;
    assert_eq!(late, 0, "reminders that were missed, {now}");
    Ok(())
}

async fn run(weeks: u64) -> (TestApp, String) {
    let test = TestApp::start().await;
    test.leave_mail();
    let first = test.app.today() + Days::new(3);
    let mut office = Office::open(&test).await;
    let begun = std::time::Instant::now();
    let mut ledger = causes::Ledger::default();
    for day in first.iter_days().take(7 * weeks as usize) {
        for hour in TICKS {
            let now = day.and_time(NaiveTime::MIN) + TimeDelta::hours(hour.into()) + TimeDelta::minutes(office.chance.between(0, 50));
            test.set_clock(now);
            office = test
                .write({
                    let app = test.app.clone();
                    move |conn| {
                        office.work(conn, &app, now)?;
                        Ok(office)
                    }
                })
                .await;
            let app = test.app.clone();
            tokio::task::spawn_blocking(move || {
                for run in [nouns::ladder::run, reminder_nouns::run] {
                    let done = run(&app).expect("the job runs");
                    assert_eq!(done.failed, 0, "{:?}", done.failure);
                }
            })
            .await
            .expect("no panic");
            ledger = test
                .read(move |conn| {
                    check(conn, now)?;
                    ledger.enter(conn)?;
                    Ok(ledger)
                })
                .await;
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    let figures = test.read(move |conn| Ok(figures(conn, weeks, seconds)?)).await;
    (test, figures)
}

/// What happened, in one paragraph.
fn figures(conn: &mut Conn, weeks: u64, seconds: f64) -> QueryResult<String> {
    let logged: i64 = callbacks::table.count().get_result(conn)?;
    let open: i64 = callbacks::table.filter(callbacks::state.ne("closed")).count().get_result(conn)?;
    let mails: i64 = mails::table.count().get_result(conn)?;
    let mut steps: Vec<(String, String, i64)> = callback_steps::table
        .group_by((callback_steps::step, callback_steps::told))
        .select((callback_steps::step, callback_steps::told, count_star()))
        .load(conn)?;
    steps.sort();
    let steps: Vec<String> = steps.iter().map(|(step, told, count)| format!("{step} {told} {count}")).collect();
    Ok(format!(
        "an office of {weeks} weeks in {seconds:.0} s: {logged} call-backs, {open} still open, {mails} mails\nsteps: {}\n",
        steps.join(", ")
    ))
}

#[actix_web::test]
async fn four_weeks_keep_every_promise() {
    let (test, figures) = run(4).await;
    let climbed: Vec<String> = test.read(|conn| Ok(callback_steps::table.select(callback_steps::step).distinct().load(conn)?)).await;
    for step in nouns::ladder::rules::Step::ALL {
        assert!(
            climbed.iter().any(|code| code == step.code()),
            "{} was never climbed: the test proves nothing about it\n{figures}",
            step.code()
        );
    }
    println!("{figures}");
}

#[actix_web::test]
async fn a_year_keeps_every_promise() {
    if !is_long() {
        return;
    }
    let (_test, figures) = run(52).await;
    report("A year of the simulated office", &figures);
}
