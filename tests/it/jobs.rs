//! Background jobs: one server at a time, each piece on its own, and what went wrong is told.

use crate::support::TestApp;
use chrono::TimeDelta;
use kohtaanto::app::App;
use kohtaanto::error::Error;
use kohtaanto::jobs::{self, Done, Job, Outcome};
use kohtaanto::schedule::JOBS;
use kohtaanto::schema::{jobs as rows, topics};
use serde_json::Value;
use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::prelude::*;

fn named(name: &'static str, run: fn(&App) -> Result<Done, Error>) -> Job {
    Job { name, every: TimeDelta::minutes(1), run }
}

async fn health(test: &TestApp) -> Value {
    serde_json::from_str(test.visitor().get("/healthz").await.page()).expect("JSON")
}

#[actix_web::test]
async fn one_server_at_a_time() {
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    let test = TestApp::start().await;
    let job = named("slow", |_| {
        RUNS.fetch_add(1, Ordering::SeqCst);
        std::thread::sleep(std::time::Duration::from_millis(300));
        Ok(Done::of(1))
    });
    let at_once = futures::future::join_all((0..3).map(|_| jobs::run(&test.app, job))).await;
    let ran = at_once.into_iter().filter(|outcome| matches!(outcome, Ok(Outcome::Ran(_)))).count();
    assert_eq!((ran, RUNS.load(Ordering::SeqCst)), (1, 1));
    assert!(matches!(jobs::run(&test.app, job).await, Ok(Outcome::Ran(_))), "the lease was given back");
}

#[actix_web::test]
async fn a_server_that_vanished_is_not_waited_for_long() {
    let test = TestApp::start().await;
    let job = named("orphan", |_| Ok(Done::of(1)));
    let now = test.app.now();
    jobs::run(&test.app, job).await.expect("it runs");
    test.write(move |conn| {
        let left = (rows::lease_token.eq("somebody's"), rows::lease_until.eq(now + TimeDelta::seconds(59)));
        Ok(diesel::update(rows::table.find("orphan")).set(left).execute(conn)?)
    })
    .await;
    assert!(matches!(jobs::run(&test.app, job).await, Ok(Outcome::NotOurs)));
    test.set_clock(now + TimeDelta::minutes(1));
    assert!(matches!(jobs::run(&test.app, job).await, Ok(Outcome::Ran(_))));
}

#[actix_web::test]
async fn one_bad_piece_keeps_no_other_waiting() {
    let test = TestApp::start().await;
    let job = named("expired-mails", |app| {
        Ok(jobs::each(app, vec![1, 2, 3], |conn, piece| {
            diesel::insert_into(topics::table)
                .values((topics::name.eq(format!("Aihe {piece}")), topics::position.eq(piece)))
                .execute(conn)?;
            if *piece == 2 { Err(Error::internal("the second one is bad")) } else { Ok(true) }
        }))
    });
    let Ok(Outcome::Ran(done)) = jobs::run(&test.app, job).await else { panic!("it runs") };
    assert_eq!((done.done, done.failed), (2, 1));
    let names: Vec<String> =
        test.read(|conn| Ok(topics::table.filter(topics::name.like("Aihe %")).order(topics::id).select(topics::name).load(conn)?)).await;
    assert_eq!(names, ["Aihe 1", "Aihe 3"], "the bad one left nothing behind");
    let health = health(&test).await;
    assert_eq!((&health["status"], &health["jobs"]["expired-mails"]["failures"]), (&"degraded".into(), &1.into()));
    let page = test.browser(&test.cast.administrator).await.get("/admin/jobs").await;
    assert!(page.page().contains("the second one is bad"));
}

#[actix_web::test]
async fn a_failure_is_told_until_it_succeeds() {
    let test = TestApp::start().await;
    assert_eq!(health(&test).await["status"], "ok");
    let broken = named("expired-mails", |_| Err(Error::internal("no such luck")));
    assert!(jobs::run(&test.app, broken).await.is_err());
    assert!(jobs::run(&test.app, broken).await.is_err());
    assert_eq!(health(&test).await["jobs"]["expired-mails"]["failures"], 2);
    let administrator = test.browser(&test.cast.administrator).await;
    assert!(administrator.get("/admin/jobs").await.page().contains("Epäonnistui 2 kertaa peräkkäin"));
    assert_eq!(administrator.post("/admin/jobs/expired-mails/runs", &[]).await.location(), "/admin/jobs");
    assert_eq!(health(&test).await["status"], "ok");
    assert!(administrator.get("/admin/jobs").await.page().contains("Kunnossa"));
}

#[actix_web::test]
async fn a_job_that_panics_is_a_failure() {
    let test = TestApp::start().await;
    let job = named("expired-mails", |_| panic!("on purpose"));
    assert!(jobs::run(&test.app, job).await.is_err());
    assert_eq!(health(&test).await["jobs"]["expired-mails"]["state"], "trouble");
}

#[actix_web::test]
async fn a_job_that_nothing_runs_is_late() {
    let test = TestApp::start().await;
    test.run_jobs().await;
    let all_are = |health: Value, state: &str| JOBS.iter().all(|job| health["jobs"][job.name]["state"] == state);
    test.set_clock(test.app.now() + TimeDelta::minutes(6));
    assert!(all_are(health(&test).await, "ok"));
    test.set_clock(test.app.now() + TimeDelta::days(3));
    assert!(all_are(health(&test).await, "trouble"));
    assert!(test.browser(&test.cast.administrator).await.get("/admin/jobs").await.page().contains("Myöhässä"));
}

#[actix_web::test]
async fn an_unknown_job_is_not_found() {
    let test = TestApp::start().await;
    let administrator = test.browser(&test.cast.administrator).await;
    for name in ["nothing", "%00", "expired-mails%20"] {
        assert_eq!(administrator.post(&format!("/admin/jobs/{name}/runs"), &[]).await.status, 404, "{name}");
    }
}
