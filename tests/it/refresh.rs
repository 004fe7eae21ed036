//! The register brings itself up to date, and its report tells what changed and where people's corrections stand against it.

use crate::imports::send;
use crate::support::{Browser, TestApp, program};
use crate::ytj::server::{Bulk, Server};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::companies::{Facts, store as companies};
use kohtaanto::imports::store::NewImport;
use kohtaanto::imports::{State, schedule, store, work};
use kohtaanto::schema::{companies as rows, mails, register_changes, register_imports, register_schedules};
use reqwest::StatusCode;
use std::time::{Duration, Instant};

const EDITED: &str = "2646674-9";
const RENAMED: &str = "9000011-8";
const ENDING: &str = "9000012-6";

fn record(id: &str, name: &str, website: &str, end: &str) -> String {
    let end =
        if end.is_empty() { r#""tradeRegisterStatus":"1""#.to_owned() } else { format!(r#""tradeRegisterStatus":"4","endDate":"{end}""#) };
    format!(
        r#"{{"businessId":{{"value":"{id}"}},"names":[{{"name":"{name}","type":"1","registrationDate":"2020-01-01"}}],"website":{{"url":"{website}"}},{end}}}"#
    )
}

fn before() -> String {
    format!(
        "[{},{},{}]",
        record(EDITED, "Öljynen Oy", "vanha.example", ""),
        record(RENAMED, "Kivi Oy", "", ""),
        record(ENDING, "Köysi Oy", "", "")
    )
}

pub fn after() -> String {
    let renamed = record(RENAMED, "Kivi ja Kumppanit Oy", "", "");
    format!("[{},{renamed},{}]", record(EDITED, "Öljynen Oy", "uusi.example", ""), record(ENDING, "Köysi Oy", "", "2026-11-01"))
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("an instant")
}

/// A register that was imported once, with the website of one company corrected by hand; an administrator, and the open data.
pub async fn stage(bulk: Bulk) -> (TestApp, Browser, Server) {
    let server = Server::with_bulk(bulk).await;
    let url = server.url.clone();
    let test = TestApp::start_with(move |config| config.ytj_url = url).await;
    test.leave_mail();
    let browser = test.browser(&test.cast.administrator).await;
    send(&browser, "ytj.json", before().as_bytes()).await.location();
    ended(&test).await;
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    test.write(move |conn| {
        let id = companies::id_of(conn, EDITED)?.expect("the company");
        let company = companies::find(conn, id)?.expect("its row");
        let facts = Facts { website: "oma.example".to_owned(), ..company.facts() };
        Ok(companies::edit(conn, &company, &facts, author, now)?)
    })
    .await;
    (test, browser, server)
}

/// Waits until no import is under way.
async fn ended(test: &TestApp) {
    let end = Instant::now() + Duration::from_secs(60);
    while test.read(|conn| Ok(store::running(conn)?)).await.is_some() {
        assert!(Instant::now() < end, "the import does not end");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Sets the schedule and lets its night come: the import's address, and the administrator in the morning.
pub async fn night(test: &TestApp, browser: &Browser, every: &str) -> (String, Browser) {
    browser.post("/admin/imports/schedule", &[("every", every), ("area_only", "true")]).await.location();
    test.run_jobs().await;
    let next = test.read(|conn| Ok(schedule::find(conn)?.expect("a schedule").next_run_at)).await;
    test.set_clock(next);
    test.run_jobs().await;
    ended(test).await;
    let id: i64 =
        test.read(|conn| Ok(register_imports::table.select(register_imports::id).order(register_imports::id.desc()).first(conn)?)).await;
    (format!("/admin/imports/{id}"), test.browser(&test.cast.administrator).await)
}

async fn website(test: &TestApp) -> String {
    test.read(|conn| Ok(rows::table.filter(rows::business_id.eq(EDITED)).select(rows::website).first(conn)?)).await
}

/// Where the decision about the only hand edit is made.
async fn decision(test: &TestApp, import: &str) -> String {
    let hand_edit = register_changes::table.filter(register_changes::kind.eq("hand_edit")).select(register_changes::id);
    let id: i64 = test.read(move |conn| Ok(hand_edit.first(conn)?)).await;
    format!("{import}/changes/{id}/decision")
}

async fn mails_written(test: &TestApp) -> Vec<(String, String)> {
    let written = mails::table.filter(mails::kind.eq("register_refreshed")).select((mails::recipient_address, mails::body_text));
    test.read(move |conn| Ok(written.load(conn)?)).await
}

#[actix_web::test]
async fn works() {
    let (test, browser, server) = stage(Bulk::Whole(after().into_bytes())).await;
    let (import, browser) = night(&test, &browser, "day").await;
    assert_eq!(server.requests().len(), 1);
    assert_eq!(test.read(|conn| Ok(schedule::find(conn)?.expect("a schedule").next_run_at)).await, at("2026-11-22T01:00:00"));
    let page = browser.get(&import).await;
    assert!(page.page().contains("Yhdestä käsin korjatusta tiedosta") && page.body.contains("Ajastettu (Aino Asettaja)"), "{}", page.body);
    let page = browser.get(&format!("{import}/changes")).await;
    assert!(page.page().contains("Käsin korjatut (1)") && page.body.contains("Lopettaneet (1)"), "{}", page.body);
    for words in ["oma.example", "uusi.example", "vanha.example", "Ota YTJ:n tieto"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    let changed = browser.get(&format!("{import}/changes?show=changed")).await;
    assert!(
        changed.page().contains("Kivi Oy → <strong>Kivi ja Kumppanit Oy") && !changed.body.contains("uusi.example"),
        "{}",
        changed.body
    );
    let ended = browser.get(&format!("{import}/changes?show=ended")).await;
    assert!(ended.page().contains("Köysi Oy") && !ended.body.contains("Kivi ja"), "{}", ended.body);
    let mails = mails_written(&test).await;
    assert!(
        mails.len() == 1 && mails[0].0 == test.cast.administrator.email && mails[0].1.contains(&format!("{import}/changes")),
        "{mails:?}"
    );
}

#[actix_web::test]
async fn the_registers_value_is_taken_or_ours_kept_once() {
    for (decision_code, other, shown) in [("taken", "kept", "uusi.example"), ("kept", "taken", "oma.example")] {
        let (test, browser, _server) = stage(Bulk::Whole(after().into_bytes())).await;
        let (import, browser) = night(&test, &browser, "week").await;
        let path = decision(&test, &import).await;
        assert!(browser.post(&path, &[("decision", decision_code)]).await.location().starts_with(&import));
        assert_eq!(website(&test).await, shown);
        // Twice is once, and so is another one.
        for again in [decision_code, other] {
            browser.post(&path, &[("decision", again)]).await.location();
            assert_eq!(website(&test).await, shown);
        }
        let page = browser.get(&import).await;
        assert!(!page.page().contains("Valitse, kumpi"), "{}", page.body);
        let page = browser.get(&format!("{import}/changes")).await;
        assert!(!page.page().contains("Ota YTJ:n tieto"), "{}", page.body);
    }
}

#[actix_web::test]
async fn rejects_bad_input() {
    let (test, browser, _server) = stage(Bulk::Whole(after().into_bytes())).await;
    let (import, browser) = night(&test, &browser, "day").await;
    let path = decision(&test, &import).await;
    for (path, form, status) in [
        (path.as_str(), ("decision", "x"), StatusCode::BAD_REQUEST),
        ("/admin/imports/schedule", ("every", "hour"), StatusCode::BAD_REQUEST),
        (&path.replace(&import, "/admin/imports/1"), ("decision", "taken"), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(browser.post(path, &[form]).await.status, status, "{path}");
    }
    assert_eq!(website(&test).await, "oma.example");
    for query in ["show=x&after=y", "after=99999999999999999999", "show=changed&after=9223372036854775807", "after=%00"] {
        assert_eq!(browser.get(&format!("{import}/changes?{query}")).await.status, StatusCode::OK, "{query}");
    }
    assert_eq!(browser.get("/admin/imports/999999/changes").await.status, StatusCode::NOT_FOUND);
}

/// What failed in the night to Sunday is tried again in the next one, and the administrators know.
#[actix_web::test]
async fn a_failed_night_is_told_and_made_up_for() {
    let (test, browser, server) = stage(Bulk::Status("503 Service Unavailable")).await;
    let (import, browser) = night(&test, &browser, "week").await;
    assert!(browser.get(&import).await.page().contains("Ei onnistunut"));
    assert_eq!(mails_written(&test).await.len(), 1);
    assert_eq!(test.read(|conn| Ok(schedule::find(conn)?.expect("a schedule").next_run_at)).await, at("2026-11-23T01:00:00"));
    // Never means never.
    assert_eq!(browser.post("/admin/imports/schedule", &[("every", "never")]).await.location(), "/admin/imports");
    test.set_clock(at("2026-12-23T01:00:00"));
    test.run_jobs().await;
    assert_eq!(server.requests().len(), 1);
}

/// The same for one that a restart cut off.
#[actix_web::test]
async fn an_interrupted_night_is_told_and_made_up_for() {
    let (test, browser, _server) = stage(Bulk::Gone).await;
    browser.post("/admin/imports/schedule", &[("every", "week")]).await.location();
    let (started_by, now) = (test.cast.administrator.id, test.app.now());
    test.write(move |conn| {
        let new = NewImport {
            source: "https://avoindata.prh.fi",
            total_bytes: 0,
            municipalities: &[],
            started_by,
            state: State::Running,
            is_scheduled: true,
        };
        Ok(store::begin(conn, &new, now)?)
    })
    .await
    .expect("none is running");
    work::settle_abandoned(&test.app).expect("the database answers");
    assert_eq!(mails_written(&test).await.len(), 1);
    assert_eq!(test.read(|conn| Ok(schedule::find(conn)?.expect("a schedule").next_run_at)).await, at("2026-11-21T01:00:00"));
}

/// A fresh register and an unchanged one have nothing to tell.
#[actix_web::test]
async fn only_what_changes_is_kept_and_for_90_days() {
    let (test, browser, _server) = stage(Bulk::Gone).await;
    let count = async || test.read(|conn| Ok(register_changes::table.count().get_result::<i64>(conn)?)).await;
    assert_eq!(count().await, 0);
    send(&browser, "ytj.json", before().as_bytes()).await.location();
    ended(&test).await;
    assert_eq!(count().await, 0);
    send(&browser, "ytj.json", after().as_bytes()).await.location();
    ended(&test).await;
    assert!(count().await >= 3);
    let page = browser.get("/admin/imports").await;
    assert!(page.page().contains("Pidä rekisteri ajan tasalla") && !page.body.contains("Seuraavan kerran"), "{}", page.body);
    test.set_clock(at("2027-02-18T07:00:00"));
    test.run_jobs().await;
    assert_ne!(count().await, 0);
    test.set_clock(at("2027-02-18T09:00:00"));
    test.run_jobs().await;
    assert_eq!(count().await, 0);
}

#[actix_web::test]
async fn the_command_line_waits_for_the_import() {
    let (test, browser, server) = stage(Bulk::Whole(after().into_bytes())).await;
    browser.post("/admin/imports/schedule", &[("every", "day")]).await.location();
    let run = async |url: &str| {
        test.write(|conn| {
            let long_ago = register_schedules::next_run_at.eq(at("2001-01-01T01:00:00"));
            Ok(diesel::update(register_schedules::table).set(long_ago).execute(conn)?)
        })
        .await;
        let mut command = program(&test.app.config.database);
        command.env("YTJ_URL", url).args(["jobs", "run", "register-refresh"]).current_dir(test.dir.path());
        tokio::task::spawn_blocking(move || command.output().expect("the program runs")).await.expect("its end")
    };
    let failed = run("http://127.0.0.1:1/v3").await;
    assert!(!failed.status.success() && String::from_utf8_lossy(&failed.stderr).contains("failed"), "{failed:?}");
    let output = run(&server.url).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = rows::table.filter(rows::business_id.eq(RENAMED)).select(rows::name);
    assert_eq!(test.read(move |conn| Ok(name.first::<String>(conn)?)).await, "Kivi ja Kumppanit Oy");
    assert_eq!(test.read(|conn| Ok(store::running(conn)?)).await, None);
}
