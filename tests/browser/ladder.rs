//! What the ladder shows: a call-back that nobody took, one that was called in vain, and my day with both; several tasks moved
//! at once and one put off, by keyboard alone.

use super::Page;
use crate::callbacks::Stage;
use crate::contacts::company;
use crate::tasks::{task, today};
use chrono::Days;
use diesel::prelude::*;
use kohtaanto::schema::companies;
use kohtaanto::tasks::About;

#[actix_web::test]
async fn the_pages_are_sound() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let company = stage.company;
    stage
        .write(move |conn| {
            Ok(diesel::update(companies::table.find(company)).set(companies::email.eq("info@oljynen.example")).execute(conn)?)
        })
        .await;
    let waits = stage.log(&stage.cast.logger, &[]).await;
    let (held, browser) = stage.taken_by(&stage.cast.handler.clone()).await;
    for _ in 0..3 {
        let once = browser.get(&held).await.once();
        browser.post(&format!("{held}/attempts"), &[("result", "no_answer"), ("once", &once)]).await.location();
    }
    stage.at("2026-11-20T12:05:00").await;
    let mut page = Page::signed_in(&stage, &stage.cast.handler).await;
    for (path, name) in [("/callbacks", "ladder-queue"), (&waits, "ladder-waits"), (&held, "ladder-attempts"), ("/", "ladder-my-day")] {
        page.go(path).await;
        page.examine(name).await;
    }
    page.go(&format!("{held}/closure/new?outcome=not_reached")).await;
    page.examine("ladder-closure").await;
    page.go("/settings").await;
    page.examine("settings-mails").await;
}

#[actix_web::test]
async fn tasks_are_moved_and_put_off_by_keyboard() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let company = company(&stage, "Paja Oy").await;
    for (title, ahead) in [("Soita ja kysy, löytyikö hitsaaja", 0), ("Lähetä palkkatuen hakuohje", 0), ("Sovi käynti", 12)] {
        task(&stage, &stage.cast.handler, stage.cast.host, About::Company(company), title, today() + Days::new(ahead)).await;
    }
    let mut page = Page::signed_in(&stage, &stage.cast.handler).await;
    page.go("/tasks").await;
    page.tab_to(".menu > summary").await;
    page.press("Enter").await;
    page.examine("tasks-menu").await;
    page.click_text("Seuraavana työpäivänä, ma 23.11. klo 8.00").await;
    page.wait_text("Muistutetaan ma 23.11.2026 klo 8.00").await;
    page.tab_to(".pick input").await;
    page.press(" ").await;
    page.click_text("Siirrä valitut").await;
    page.wait_for(".summary").await;
    page.examine("tasks-several-refused").await;
    page.tab_to("#several-due_on").await;
    page.write("30.11.2026").await;
    page.press("Enter").await;
    page.wait_text("Muutettiin 1 tehtävä.").await;
    page.examine("tasks-batch").await;
    page.click_text("Kumoa kaikki").await;
    page.wait_text("Muutokset on kumottu.").await;
    page.go("/tasks?all=yes").await;
    page.examine("tasks-all-chosen").await;
}
