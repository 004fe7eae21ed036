//! Tasks and my day.

mod batches;
mod deeds;
mod making;
mod reminders;
mod returning;

use crate::contacts::{company, enter_callback};
use crate::support::{Person, TestApp, friday_morning};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use kohtaanto::schema::{audit_entries, callbacks, duty_shifts, tasks};
use kohtaanto::tasks::{About, Holder, NewTask, store};
use reqwest::StatusCode;

pub fn today() -> NaiveDate {
    friday_morning().date()
}

pub async fn task(test: &TestApp, owner: &Person, organisation_id: i64, about: About, title: &'static str, due_on: NaiveDate) -> i64 {
    let owner_id = owner.id;
    test.write(move |conn| {
        let new = NewTask { about, organisation_id, holder: Holder::Person(owner_id), created_by: owner_id, title, due_on };
        Ok(store::add(conn, &new, friday_morning())?)
    })
    .await
}

/// The handler's, due today.
pub async fn of_company(test: &TestApp, company: i64) -> i64 {
    task(test, &test.cast.handler, test.cast.host, About::Company(company), "Soita", today()).await
}

#[actix_web::test]
async fn works_from_my_day_with_undo() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let late = task(&test, &test.cast.handler, test.cast.host, About::Company(company), "Soita pajalle", today() - Days::new(1)).await;
    let browser = test.browser(&test.cast.handler).await;
    let my_day = browser.get("/").await;
    assert!(my_day.page().contains("Soita pajalle") && my_day.body.contains("Myöhässä") && my_day.body.contains("Paja Oy"));
    for _ in 0..2 {
        let answer = browser.post(&format!("/tasks/{late}/completion"), &[("back", "/")]).await;
        assert_eq!(answer.location(), format!("/?done={late}"));
    }
    let after = browser.get(&format!("/?done={late}")).await;
    assert!(after.page().contains("Tehtävä on merkitty tehdyksi: Soita pajalle") && after.body.contains("Kumoa"));
    assert!(browser.get("/tasks?view=done").await.page().contains("Soita pajalle"));
    assert!(!browser.get("/tasks").await.page().contains("Soita pajalle"));
    assert_eq!(browser.post(&format!("/tasks/{late}/reopening"), &[("back", "/")]).await.location(), "/");
    assert!(browser.get("/").await.page().contains("Soita pajalle"));
    let entries: Vec<String> = test
        .read(move |conn| {
            let of_task = audit_entries::table.filter(audit_entries::subject.eq("tasks").and(audit_entries::subject_id.eq(late)));
            Ok(of_task.order(audit_entries::id).select(audit_entries::action).load(conn)?)
        })
        .await;
    assert_eq!(entries, ["complete", "reopen"], "twice is once");
}

#[actix_web::test]
async fn leads_back_to_our_own_pages_only() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = task(&test, &test.cast.handler, test.cast.host, About::Company(company), "Soita", today()).await;
    let browser = test.browser(&test.cast.handler).await;
    for (back, expected) in
        [("https://evil.example/", "/tasks"), ("//evil.example", "/tasks"), ("/companies/7", "/companies/7"), ("", "/tasks")]
    {
        assert_eq!(browser.post(&format!("/tasks/{id}/reopening"), &[("back", back)]).await.location(), expected);
    }
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    of_company(&test, company).await;
    let read_only = test.browser(&test.cast.logger).await.get(&format!("/companies/{company}")).await;
    assert!(read_only.page().contains("Soita") && !read_only.body.contains("/completion"), "who may not complete gets no button");
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator, &test.cast.log_reader] {
        let browser = test.browser(person).await;
        assert_eq!(browser.get("/tasks").await.status, StatusCode::FORBIDDEN, "{}", person.name);
        assert_eq!(browser.post("/tasks/1/completion", &[]).await.status, StatusCode::FORBIDDEN, "{}", person.name);
        assert_eq!(browser.get("/").await.status, StatusCode::OK, "{}", person.name);
    }
}

#[actix_web::test]
async fn hides_other_organisations() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = task(&test, &test.cast.handler, test.cast.host, About::Company(company), "TASK-MARKER", today()).await;
    let partner = test.browser(&test.cast.partner).await;
    for path in ["/".to_owned(), "/tasks".to_owned(), format!("/companies/{company}"), format!("/tasks?done={id}")] {
        assert!(!partner.get(&path).await.page().contains("TASK-MARKER"), "{path}");
    }
    for deed in ["completion", "reopening"] {
        assert_eq!(partner.post(&format!("/tasks/{id}/{deed}"), &[]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(partner.post("/tasks/999/completion", &[]).await.status, StatusCode::NOT_FOUND);
    let colleague = test.browser(&test.cast.colleague).await;
    assert!(colleague.get(&format!("/companies/{company}")).await.page().contains("TASK-MARKER"), "own organisation's on the company page");
    assert!(!colleague.get("/tasks").await.page().contains("TASK-MARKER"), "one's own in the list");
}

#[actix_web::test]
async fn lists_page_by_page_by_due_date() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let (host, owner_id) = (test.cast.host, test.cast.handler.id);
    test.write(move |conn| {
        for index in (0..110_u64).rev() {
            let title = format!("task-{index:03}.");
            let due_on = today() + Days::new(index / 4);
            let about = About::Company(company);
            store::add(
                conn,
                &NewTask { about, organisation_id: host, holder: Holder::Person(owner_id), created_by: owner_id, title: &title, due_on },
                friday_morning(),
            )?;
        }
        Ok(())
    })
    .await;
    let browser = test.browser(&test.cast.handler).await;
    for (start, kind) in [("/tasks", "open"), ("/tasks?view=done", "done")] {
        let (mut path, mut seen) = (start.to_owned(), Vec::new());
        loop {
            let answer = browser.get(&path).await;
            // The row's own link: its boxes and menus repeat the title.
            let links = answer.page().split(r#"class="row-link""#).skip(1).filter_map(|row| row.split("task-").nth(1));
            seen.extend(links.filter_map(|text| text[..3].parse::<u64>().ok()));
            let Some(at) = answer.body.find(r#"rel="next" href=""#) else { break };
            path = answer.body[at + 17..].split('"').next().expect("an address").replace("&amp;", "&");
        }
        assert_eq!(seen.len(), 110, "{kind}");
        let mut every = seen.clone();
        every.sort_unstable();
        every.dedup();
        assert_eq!(every.len(), 110, "{kind}: each once");
        assert!(kind == "done" || seen.is_sorted_by_key(|index| index / 4), "by due date");
        test.write(|conn| Ok(diesel::update(tasks::table).set(tasks::done_at.eq(friday_morning())).execute(conn)?)).await;
    }
}

#[actix_web::test]
async fn my_day_shows_what_is_mine() {
    let test = TestApp::start().await;
    let company = company(&test, "Öljynen & Pojat Oy").await;
    let cast = test.cast.clone();
    let callback = test.write(move |conn| Ok(enter_callback(conn, &cast, company)?)).await;
    let link = format!(r#"href="/callbacks/{callback}""#);
    let logger = test.browser(&test.cast.logger).await.get("/").await;
    assert!(logger.page().contains(&link) && logger.body.contains("Öljynen &amp; Pojat Oy"), "{}", logger.body);
    assert!(logger.body.contains("Etsi yritys"));
    let (team, handler) = (test.cast.employer_team, test.cast.handler.id);
    test.write(move |conn| {
        let shift = (duty_shifts::team_id.eq(team), duty_shifts::duty_on.eq(today()), duty_shifts::staff_id.eq(handler));
        Ok(diesel::insert_into(duty_shifts::table).values(shift).execute(conn)?)
    })
    .await;
    let before = test.browser(&test.cast.handler).await.get("/").await;
    assert!(before.page().contains("1 soittopyyntö") && before.body.contains("Heli Hoitaja (sinä)"), "{}", before.body);
    assert!(!before.body.contains(&link), "in the queue, held by nobody");
    test.write(move |conn| {
        let taken = (callbacks::state.eq("taken"), callbacks::holder_id.eq(handler));
        Ok(diesel::update(callbacks::table.find(callback)).set(taken).execute(conn)?)
    })
    .await;
    let held = test.browser(&test.cast.handler).await.get("/").await;
    assert!(held.page().contains(&link) && held.body.contains("CALLER-MARKER") && held.body.contains("tel:+358401234567"));
    let partner = test.browser(&test.cast.partner).await.get("/").await;
    assert!(!partner.page().contains("CALLER-MARKER") && !partner.body.contains(&link));
}
