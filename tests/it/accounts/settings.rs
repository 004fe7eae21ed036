//! One's own settings, and the switch of organisation.

use super::stage::{OTHER, PASSWORD, sign_in};
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::organisations::duty;
use kohtaanto::routing::{self, rules::Row};
use kohtaanto::schema::mails;
use kohtaanto::staff::store;
use kohtaanto::web::Role;
use reqwest::StatusCode;

#[actix_web::test]
async fn the_language_is_kept() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/settings").await.page().contains("Omat asetukset"));
    assert_eq!(browser.post("/settings", &[("language", "sv")]).await.location(), "/settings");
    assert!(browser.get("/settings").await.page().contains("Egna inställningar"));
    assert_eq!(browser.post("/settings", &[("language", "de")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Logs a call-back; gives it as the address of its page.
async fn log(test: &TestApp, browser: &Browser) -> String {
    let (once, topic) = (browser.get("/callbacks/new").await.once(), test.cast.recruitment.to_string());
    let fields = [
        ("once", once.as_str()),
        ("company", "Öljynen Oy"),
        ("caller_name", "Sampo"),
        ("caller_phone", "0401234567"),
        ("topic", &topic),
        ("source", "phone"),
        ("language", "fi"),
    ];
    browser.post("/callbacks", &fields).await.location().to_owned()
}

/// Who has got a mail of this kind so far.
async fn told(test: &TestApp, kind: &'static str) -> Vec<String> {
    test.read(move |conn| {
        let rows = mails::table.filter(mails::kind.eq(kind)).order(mails::recipient_address);
        Ok(rows.select(mails::recipient_address).load(conn)?)
    })
    .await
}

#[actix_web::test]
async fn muted_mails_stay_away_but_not_from_who_is_on_duty() {
    let test = TestApp::start().await;
    test.leave_mail();
    let (team, today, handler) = (test.cast.employer_team, test.app.today(), test.cast.handler.id);
    let row = Row { team_id: team, response_minutes: 240, urgent_response_minutes: 60, ..Row::default() };
    test.write(move |conn| Ok(routing::store::add(conn, &row)?)).await;
    let logger = test.browser(&test.cast.logger).await;
    let holder = test.browser(&test.cast.handler).await;
    holder.post("/settings", &[("language", "fi"), ("callback_closed", "true")]).await.location();
    log(&test, &logger).await;
    let everybody = ["kimmo.kollega@alue.example", "tyonantajat@alue.example", "veera.vetaja@alue.example"];
    assert_eq!(told(&test, "callback_arrived").await, everybody);
    test.write(move |conn| Ok(duty::assign(conn, team, today, handler)?)).await;
    let callback = log(&test, &logger).await;
    assert!(told(&test, "callback_arrived").await.contains(&test.cast.handler.email), "the one on duty is always told");
    let end = async |callback: &str| {
        holder.post(&format!("{callback}/claim"), &[]).await.location();
        let once = holder.get(&format!("{callback}/closure/new")).await.once();
        let fields = [("once", once.as_str()), ("outcome", "helped"), ("visibility", "shared"), ("note", "")];
        holder.post(&format!("{callback}/closure"), &fields).await.location();
    };
    end(&callback).await;
    assert_eq!(told(&test, "callback_closed").await, std::slice::from_ref(&test.cast.logger.email));
    logger.post("/settings", &[("language", "fi"), ("callback_arrived", "true")]).await.location();
    end(&log(&test, &logger).await).await;
    assert_eq!(told(&test, "callback_closed").await.len(), 1);
    logger.post("/settings", &[("language", "fi"), ("callback_closed", "true")]).await.location();
    end(&log(&test, &logger).await).await;
    assert_eq!(told(&test, "callback_closed").await.len(), 2);
}

#[actix_web::test]
async fn the_password_changes_with_the_current_one() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.handler).await;
    let (browser, elsewhere) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.handler).await);
    let change = async |current: &str, new: &str| {
        browser.post("/settings/password", &[("current", current), ("password", new), ("password_again", new)]).await
    };
    let wrong = change("väärä", "lyhyt").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Nykyinen salasana on väärin") && wrong.body.contains("vähintään 12"), "both at once");
    assert_eq!(change(PASSWORD, OTHER).await.location(), "/settings");
    assert!(browser.get("/").await.page().contains("Heli"));
    assert_eq!(elsewhere.get("/").await.location(), "/login", "other sessions end");
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, OTHER).await.location(), "/");
}

#[actix_web::test]
async fn other_sessions_can_be_ended() {
    let test = TestApp::start().await;
    let (browser, elsewhere) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.handler).await);
    let somebody = test.browser(&test.cast.logger).await;
    assert!(browser.get("/settings").await.page().contains("2 selaimessa"));
    assert_eq!(browser.post("/settings/sessions/ending", &[]).await.location(), "/settings");
    assert!(browser.get("/settings").await.page().contains("vain tässä selaimessa"));
    assert_eq!(elsewhere.get("/").await.location(), "/login");
    assert!(somebody.get("/").await.page().contains("Niina"), "others stay signed in");
}

#[actix_web::test]
async fn the_session_acts_for_one_organisation_at_a_time() {
    let test = TestApp::start().await;
    let (guest, id) = (test.cast.partner_organisation, test.cast.handler.id);
    let browser = test.browser(&test.cast.handler).await;
    assert!(!browser.get("/").await.page().contains("/session/organisation"), "hidden while there is only one");
    let switch = async |organisation: i64| browser.post("/session/organisation", &[("organisation", &organisation.to_string())]).await;
    assert_eq!(switch(guest).await.status, StatusCode::CONFLICT);
    test.write(move |conn| Ok(store::add_membership(conn, id, guest, &[Role::Administrator])?)).await;
    assert!(browser.get("/").await.page().contains("Jokilaakson yrityskeskus"));
    assert_eq!(browser.get("/admin/staff").await.status, StatusCode::FORBIDDEN);
    assert_eq!(switch(guest).await.location(), "/");
    assert_eq!(browser.get("/admin/staff").await.status, StatusCode::OK, "rights are those of the membership");
    assert_eq!(browser.get("/tasks").await.status, StatusCode::FORBIDDEN);
    assert_eq!(switch(test.cast.host).await.location(), "/");
    assert_eq!(browser.get("/tasks").await.status, StatusCode::OK);
    assert_eq!(switch(999).await.status, StatusCode::CONFLICT);
}
