//! Tasks: the lists, one task and a new one, with something of everything on them; and a task made by keyboard alone.

use super::Page;
use crate::contacts::company;
use crate::support::TestApp;
use crate::tasks::{task, today};
use chrono::Days;
use diesel::prelude::*;
use kohtaanto::schema::tasks;
use kohtaanto::tasks::About;

async fn promises(test: &TestApp) -> i64 {
    let company = company(test, "Öljynen & Pojat Oy").await;
    let cast = &test.cast;
    let about = About::Company(company);
    let late = task(test, &cast.handler, cast.host, about, "Soita ja kysy, löytyikö hitsaaja", today() - Days::new(2)).await;
    task(test, &cast.handler, cast.host, about, "Lähetä palkkatuen hakuohje", today()).await;
    task(test, &cast.colleague, cast.host, about, "Sovi käynti", today() + Days::new(1)).await;
    let waits = task(test, &cast.handler, cast.host, about, "Kutsu rekrytointitapahtumaan", today() + Days::new(12)).await;
    let team = cast.employer_team;
    test.write(move |conn| {
        let queued = (tasks::owner_id.eq(None::<i64>), tasks::team_id.eq(team));
        Ok(diesel::update(tasks::table.find(waits)).set(queued).execute(conn)?)
    })
    .await;
    late
}

#[actix_web::test]
async fn the_pages_are_sound() {
    let test = TestApp::start().await;
    test.leave_mail();
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    for (path, name) in [("/tasks", "own"), ("/tasks?view=team", "team"), ("/tasks?view=done", "done")] {
        page.go(path).await;
        page.examine(&format!("tasks-empty-{name}")).await;
    }
    let late = promises(&test).await;
    for (path, name) in [("/tasks", "tasks-own"), ("/tasks?view=team", "tasks-team")] {
        page.go(path).await;
        page.examine(name).await;
    }
    page.go(&format!("/tasks/{late}")).await;
    page.examine("task").await;
    page.click_text("Anna tehtävä").await;
    page.wait_for(".summary").await;
    page.examine("task-refused").await;
    page.tab_to("#handover-holder").await;
    page.press("ArrowDown").await;
    page.tab_to("#handover-note").await;
    page.write("Tunnet heidät paremmin kuin minä.").await;
    page.click_text("Anna tehtävä").await;
    page.wait_text("Tehtävä on annettu eteenpäin.").await;
    page.examine("task-handed-over").await;
    page.click_text("Siirrä: ma 23.11.2026").await;
    page.wait_text("Tehtävällä on uusi määräpäivä.").await;
    page.click_text("Tehty").await;
    page.wait_text("Kumoa").await;
    page.examine("task-done").await;
}

#[actix_web::test]
async fn one_is_made_by_keyboard_alone() {
    let test = TestApp::start().await;
    company(&test, "Öljynen & Pojat Oy").await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/tasks/new").await;
    page.tab_to("#company").await;
    page.type_keys("öljy").await;
    page.wait_for("[role=option]").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.press("Tab").await;
    page.write("Soita hitsaajista").await;
    page.examine("task-new-filled").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("task-new-refused").await;
    page.tab_to("#when").await;
    page.press(" ").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_path("/tasks").await;
    page.wait_text("Soita hitsaajista").await;
}
