//! The service stopped for three days and started again: what fell due meanwhile is recorded once, in order; of several steps
//! of one call-back the highest mails; in the sending window, or not at all when it is too old.

use super::Stage;
use crate::contacts::company;
use crate::tasks::task;
use chrono::{Days, NaiveDateTime};
use diesel::prelude::*;
use kohtaanto::schema::{callback_steps, callbacks, mails, reminders};
use kohtaanto::settings;
use kohtaanto::tasks::About;
use std::collections::BTreeMap;

const MANY: usize = 12;

type Steps = Vec<(i64, i32, String, NaiveDateTime, NaiveDateTime, String)>;

/// Friday 10.00: call-backs in the queue and with a holder, and tasks of the days to come.
async fn busy_office() -> Stage {
    let stage = Stage::set().await;
    let cast = stage.cast.clone();
    for _ in 0..MANY {
        stage.log(&cast.logger, &[]).await;
        stage.taken_by(&cast.handler).await;
    }
    let company = company(&stage, "Paja Oy").await;
    for ahead in 0..6 {
        task(&stage, &cast.handler, cast.host, About::Company(company), "Soita", stage.app.today() + Days::new(ahead)).await;
    }
    stage.drain_mail().await;
    stage
}

async fn steps(stage: &Stage) -> Steps {
    stage
        .read(|conn| {
            let columns = (
                callback_steps::callback_id,
                callback_steps::round,
                callback_steps::step,
                callback_steps::due_at,
                callback_steps::recorded_at,
                callback_steps::told,
            );
            Ok(callback_steps::table.order(callback_steps::id).select(columns).load(conn)?)
        })
        .await
}

/// The waiting mails: kind, call-back, moment of the first attempt.
async fn waiting(stage: &Stage) -> Vec<(String, Option<i64>, NaiveDateTime)> {
    stage
        .read(|conn| {
            let waiting = mails::table.filter(mails::state.eq("waiting")).order(mails::id);
            Ok(waiting.select((mails::kind, mails::callback_id, mails::next_attempt_at)).load(conn)?)
        })
        .await
}

async fn reminded(stage: &Stage) -> BTreeMap<String, i64> {
    stage
        .read(|conn| {
            let counts = reminders::table.group_by(reminders::state).select((reminders::state, diesel::dsl::count_star()));
            Ok(counts.load::<(String, i64)>(conn)?.into_iter().collect())
        })
        .await
}

fn assert_each_once_in_order(steps: &Steps) {
    let mut last: BTreeMap<i64, NaiveDateTime> = BTreeMap::new();
    let mut known = std::collections::BTreeSet::new();
    for (callback, round, step, due_at, recorded_at, _) in steps {
        assert!(known.insert((callback, round, step)), "{step} of {callback} twice");
        assert!(due_at <= recorded_at);
        let before = last.insert(*callback, *due_at);
        assert!(before.is_none_or(|before| before <= *due_at), "the steps of {callback} are out of order");
    }
}

#[actix_web::test]
async fn three_days_are_made_up_for_once() {
    let stage = busy_office().await;
    // Tuesday 4.00 in Finland: at night.
    stage.at("2026-11-24T02:00:00").await;
    let climbed = steps(&stage).await;
    assert_each_once_in_order(&climbed);
    let count = |step: &str, told: &str| climbed.iter().filter(|row| row.2 == step && row.5 == told).count();
    assert_eq!((count("not_taken", "superseded"), count("still_not_taken", "mailed"), count("no_attempt", "mailed")), (MANY, MANY, MANY));
    assert_eq!(climbed.len(), 3 * MANY);
    let mails = waiting(&stage).await;
    let opening: NaiveDateTime = "2026-11-24T06:00:00".parse().expect("an instant");
    assert!(mails.iter().all(|mail| mail.2 == opening), "nothing leaves at night");
    assert!(mails.iter().all(|mail| mail.0 != "callback_not_taken"), "of one call-back the highest step mails");
    // Due on Friday (reminded of on Monday), Saturday, Sunday and Monday; Tuesday's opens at 8.
    let due = reminded(&stage).await;
    assert_eq!((due.get("mailed"), due.get("waiting")), (Some(&4), Some(&2)));
    assert_eq!(mails.iter().filter(|mail| mail.0 == "task_due").count(), 4);
    assert_eq!(stage.drain_mail().await.sent, 0);
    stage.run_jobs().await;
    assert_eq!(
        (steps(&stage).await, waiting(&stage).await, reminded(&stage).await),
        (climbed, mails.clone(), due),
        "running again changes nothing"
    );
    stage.set_clock(opening);
    assert_eq!(stage.drain_mail().await.sent, mails.len());
    stage.leave_mail();
}

#[actix_web::test]
async fn what_is_too_old_is_shown_and_not_mailed() {
    let stage = busy_office().await;
    stage.write(|conn| Ok(settings::save(conn, &settings::Settings { mailed_within_days: 2, ..settings::Settings::default() })?)).await;
    // Wednesday: Friday's steps are too old, the expiry of Tuesday is not.
    stage.at("2026-11-25T09:00:00").await;
    let climbed = steps(&stage).await;
    assert_each_once_in_order(&climbed);
    let count = |step: &str, told: &str| climbed.iter().filter(|row| row.2 == step && row.5 == told).count();
    assert_eq!((count("still_not_taken", "shown"), count("no_attempt", "superseded"), count("expired", "mailed")), (MANY, MANY, MANY));
    assert!(waiting(&stage).await.iter().all(|mail| mail.0 != "callback_still_not_taken"));
    let held: i64 = stage.read(|conn| Ok(callbacks::table.filter(callbacks::state.eq("taken")).count().get_result(conn)?)).await;
    assert_eq!(held, 0, "they are back in the queue");
    let due = reminded(&stage).await;
    assert_eq!((due.get("shown"), due.get("mailed")), (Some(&4), Some(&2)), "{due:?}");
    stage.leave_mail();
}
