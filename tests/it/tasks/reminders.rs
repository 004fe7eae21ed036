//! A task is reminded of once, on its day; a person can ask for another moment.

use super::{task, today};
use crate::contacts::company;
use crate::support::TestApp;
use chrono::{Days, NaiveDateTime};
use diesel::prelude::*;
use kohtaanto::schema::{mails, reminders, tasks};
use kohtaanto::staff::muted::{self, Mutable};
use kohtaanto::tasks::About;
use reqwest::StatusCode;

const TITLE: &str = "Merkkiotsikko";

/// The handler's task that falls due on Monday 23.11.2026.
async fn stage() -> (TestApp, i64) {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = task(&test, &test.cast.handler, test.cast.host, About::Company(company), TITLE, today() + Days::new(3)).await;
    test.leave_mail();
    (test, id)
}

async fn at(test: &TestApp, instant: &str) {
    test.set_clock(instant.parse().expect("an instant"));
    test.run_jobs().await;
}

/// Moment and state of each reminder, in order.
async fn rows(test: &TestApp) -> Vec<String> {
    let rows: Vec<(NaiveDateTime, String)> = test
        .read(|conn| {
            Ok(reminders::table.order((reminders::remind_at, reminders::id)).select((reminders::remind_at, reminders::state)).load(conn)?)
        })
        .await;
    rows.into_iter().map(|(at, state)| format!("{} {state}", at.format("%-d.%-m. %-H.%M"))).collect()
}

/// Recipient and words of the reminder mails.
async fn mailed(test: &TestApp) -> Vec<(String, String)> {
    test.read(|conn| {
        let due = mails::table.filter(mails::kind.eq("task_due")).order(mails::id);
        Ok(due.select((mails::recipient_address, mails::body_text)).load(conn)?)
    })
    .await
}

#[actix_web::test]
async fn works_once_at_the_opening_of_its_day() {
    let (test, id) = stage().await;
    at(&test, "2026-11-23T05:59:00").await;
    assert_eq!((rows(&test).await, mailed(&test).await.len()), (vec!["23.11. 6.00 waiting".to_owned()], 0));
    at(&test, "2026-11-23T06:00:00").await;
    at(&test, "2026-11-23T06:01:00").await;
    let mails = mailed(&test).await;
    assert_eq!((rows(&test).await, mails.len()), (vec!["23.11. 6.00 mailed".to_owned()], 1));
    assert_eq!(mails[0].0, "heli.hoitaja@alue.example");
    assert!(
        mails[0].1.contains("Paja Oy") && mails[0].1.contains(&format!("/tasks/{id}")) && !mails[0].1.contains(TITLE),
        "{}",
        mails[0].1
    );
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn a_moved_day_is_a_new_reminder() {
    let (test, id) = stage().await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get(&format!("/tasks/{id}")).await.once();
    browser.post(&format!("/tasks/{id}/dates"), &[("due_on", "25.11.2026"), ("once", &once)]).await.location();
    assert_eq!(rows(&test).await, ["23.11. 6.00 cancelled", "25.11. 6.00 waiting"]);
    browser.post(&format!("/tasks/{id}/completion"), &[("back", "/")]).await.location();
    assert_eq!(rows(&test).await, ["23.11. 6.00 cancelled", "25.11. 6.00 cancelled"]);
    at(&test, "2026-11-25T07:00:00").await;
    assert_eq!(mailed(&test).await.len(), 0, "it is done");
    test.browser(&test.cast.handler).await.post(&format!("/tasks/{id}/reopening"), &[("back", "/")]).await.location();
    assert_eq!(rows(&test).await[2..], ["26.11. 6.00 waiting"], "its day has begun: the next opening");
}

#[actix_web::test]
async fn who_has_it_then_is_told() {
    let (test, id) = stage().await;
    let (handler, team) = (test.cast.handler.id, test.cast.employer_team);
    test.write(move |conn| Ok(muted::set(conn, handler, Mutable::TaskDue, true)?)).await;
    at(&test, "2026-11-23T06:00:00").await;
    assert_eq!((rows(&test).await, mailed(&test).await.len()), (vec!["23.11. 6.00 shown".to_owned()], 0), "who wants no mail gets none");
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get(&format!("/tasks/{id}")).await.once();
    browser.post(&format!("/tasks/{id}/dates"), &[("due_on", "24.11.2026"), ("once", &once)]).await.location();
    test.write(move |conn| {
        let queued = (tasks::owner_id.eq(None::<i64>), tasks::team_id.eq(team));
        Ok(diesel::update(tasks::table.find(id)).set(queued).execute(conn)?)
    })
    .await;
    at(&test, "2026-11-24T06:00:00").await;
    assert_eq!(mailed(&test).await[0].0, "tyonantajat@alue.example");
}

#[actix_web::test]
async fn one_made_before_there_were_reminders_gets_its_own() {
    let (test, _) = stage().await;
    test.write(|conn| Ok(diesel::delete(reminders::table).execute(conn)?)).await;
    test.run_jobs().await;
    assert_eq!(rows(&test).await, ["23.11. 6.00 waiting"]);
}

#[actix_web::test]
async fn a_snooze_is_seen_mailed_and_taken_back() {
    let (test, id) = stage().await;
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/").await.page().contains("Tänään klo 12.00"), "the moments are on offer");
    let path = format!("/tasks/{id}/snoozes");
    assert_eq!(browser.post(&path, &[("when", "next_day"), ("back", "/")]).await.location(), "/");
    assert_eq!(rows(&test).await, ["23.11. 6.00 waiting"], "an item has one reminder for a moment");
    assert!(browser.get("/").await.page().contains("Muistutetaan ma 23.11.2026 klo 8.00"), "which is now asked for too");
    browser.post(&format!("{path}/removal"), &[("back", "/")]).await.location();
    assert_eq!(rows(&test).await, ["23.11. 6.00 waiting"], "and still comes by itself");
    for _ in 0..2 {
        assert_eq!(browser.post(&path, &[("when", "later"), ("back", "/")]).await.location(), "/");
    }
    assert_eq!(rows(&test).await, ["20.11. 10.00 waiting", "23.11. 6.00 waiting"], "twice is once, and the due day stays");
    for page in ["/", "/tasks", &format!("/tasks/{id}")] {
        assert!(browser.get(page).await.page().contains("pe 20.11.2026 klo 12.00"), "{page}");
    }
    at(&test, "2026-11-20T10:00:00").await;
    assert_eq!(mailed(&test).await.len(), 1);
    let browser = test.browser(&test.cast.handler).await;
    browser.post(&path, &[("remind_on", "1.12.2026"), ("remind_at", "9"), ("back", "/tasks")]).await.location();
    assert_eq!(rows(&test).await[2..], ["1.12. 7.00 waiting"]);
    assert_eq!(browser.post(&format!("{path}/removal"), &[("back", "/tasks")]).await.location(), "/tasks");
    assert_eq!(rows(&test).await, ["20.11. 10.00 mailed", "23.11. 6.00 waiting", "1.12. 7.00 cancelled"]);
}

/// The lead wants to be reminded of the handler's task on Friday at noon.
async fn asked_by_lead(test: &TestApp, id: i64) {
    let lead = test.browser(&test.cast.lead).await;
    assert_eq!(lead.post(&format!("/tasks/{id}/snoozes"), &[("when", "later"), ("back", "/")]).await.location(), "/");
}

#[actix_web::test]
async fn who_asked_is_told_and_the_holder_on_the_day() {
    let (test, id) = stage().await;
    asked_by_lead(&test, id).await;
    // Asked for is wanted: what the lead doesn't want are mails of the due day.
    let lead = test.cast.lead.id;
    test.write(move |conn| Ok(muted::set(conn, lead, Mutable::TaskDue, true)?)).await;
    let told = async || mailed(&test).await.into_iter().map(|mail| mail.0).collect::<Vec<_>>();
    at(&test, "2026-11-20T10:00:00").await;
    assert_eq!(told().await, ["veera.vetaja@alue.example"]);
    // One moment for both.
    let lead = test.browser(&test.cast.lead).await;
    let monday = [("remind_on", "23.11.2026"), ("remind_at", "8.00"), ("back", "/")];
    lead.post(&format!("/tasks/{id}/snoozes"), &monday).await.location();
    assert_eq!(rows(&test).await, ["20.11. 10.00 mailed", "23.11. 6.00 waiting"]);
    at(&test, "2026-11-23T06:00:00").await;
    assert_eq!(told().await[1..], ["veera.vetaja@alue.example", "heli.hoitaja@alue.example"]);
}

#[actix_web::test]
async fn who_asked_and_left_is_not_told() {
    let (test, id) = stage().await;
    asked_by_lead(&test, id).await;
    let (lead, host) = (test.cast.lead.id, test.cast.host);
    let admin = test.browser(&test.cast.administrator).await;
    admin.post(&format!("/admin/staff/{lead}/memberships/{host}"), &[("roles", "reader")]).await.location();
    at(&test, "2026-11-20T10:00:00").await;
    assert_eq!((rows(&test).await[0].as_str(), mailed(&test).await.len()), ("20.11. 10.00 shown", 0), "who only reads sees no tasks");
    let (test, id) = stage().await;
    asked_by_lead(&test, id).await;
    let admin = test.browser(&test.cast.administrator).await;
    admin.post(&format!("/admin/staff/{}/deactivation", test.cast.lead.id), &[]).await.location();
    at(&test, "2026-11-20T10:00:00").await;
    assert_eq!(mailed(&test).await.len(), 0);
}

#[actix_web::test]
async fn a_snooze_needs_right_and_rejects_bad_input() {
    let (test, id) = stage().await;
    let path = format!("/tasks/{id}/snoozes");
    for (person, status) in [(&test.cast.case_handler, StatusCode::FORBIDDEN), (&test.cast.partner, StatusCode::NOT_FOUND)] {
        let answer = test.browser(person).await.post(&path, &[("when", "next_week")]).await;
        assert_eq!(answer.status, status, "{}", person.name);
    }
    let browser = test.browser(&test.cast.handler).await;
    for (day, time) in [("", ""), ("31.2.2026", "9"), ("19.11.2026", "9"), ("20.11.2026", "9.00"), ("24.11.2026", "25")] {
        let answer = browser.post(&path, &[("remind_on", day), ("remind_at", time)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day} {time}");
        assert!(answer.body.contains(&format!("value=\"{day}\"")), "what was typed stays");
    }
    browser.post(&format!("/tasks/{id}/completion"), &[("back", "/")]).await.location();
    assert_eq!(browser.post(&path, &[("when", "next_day")]).await.status, StatusCode::CONFLICT);
    assert_eq!(rows(&test).await, ["23.11. 6.00 cancelled"]);
}
