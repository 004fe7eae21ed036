//! The forgotten password: the same answer and the same work for everybody, and the mail that only an account gets.

use super::stage::{OTHER, PASSWORD, set_password, sign_in};
use crate::support::{Answer, TestApp};
use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use kohtaanto::schema::{mails, password_requests};
use reqwest::{StatusCode, header};
use std::collections::BTreeMap;

const NOBODY: &str = "ei.ketaan@alue.example";

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

/// How many rows each table has.
async fn rows(test: &TestApp) -> BTreeMap<String, i64> {
    let schema = include_str!("../../../src/schema.rs");
    let tables: Vec<String> =
        schema.lines().filter(|line| line.ends_with(") {")).filter_map(|line| Some(line.trim().split_once(" (")?.0.to_owned())).collect();
    assert!(tables.len() > 25);
    test.read(move |conn| {
        let mut counts = BTreeMap::new();
        for table in tables {
            let count: Count = sql_query(format!("SELECT count(*) AS rows FROM {table}")).get_result(conn)?;
            counts.insert(table, count.rows);
        }
        Ok(counts)
    })
    .await
}

async fn ask(test: &TestApp, address: &str) -> Answer {
    test.visitor().post("/password", &[("email", address)]).await
}

/// What an answer shows to whoever sent the request, but for the time of day. Its headers come in any order.
fn seen(answer: &Answer) -> (StatusCode, String, Vec<String>) {
    let shown = answer.headers.iter().filter(|header| header.0 != header::DATE);
    let mut shown: Vec<String> = shown.map(|(name, value)| format!("{name}: {value:?}")).collect();
    shown.sort();
    (answer.status, answer.body.clone(), shown)
}

#[actix_web::test]
async fn known_and_unknown_get_the_same_answer_and_cause_the_same_work() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.handler).await;
    let mut outcomes = Vec::new();
    for address in [test.cast.handler.email.as_str(), NOBODY] {
        let before = rows(&test).await;
        let answer = ask(&test, address).await;
        let after = rows(&test).await;
        let new: Vec<(String, i64)> =
            after.into_iter().map(|(table, count)| (table.clone(), count - before[&table])).filter(|change| change.1 != 0).collect();
        assert_eq!(new, [("password_requests".to_owned(), 1)], "{address}");
        let page = test.visitor().get(answer.location()).await;
        outcomes.push((seen(&answer), seen(&page)));
    }
    assert_eq!(outcomes[0], outcomes[1]);
    test.run_jobs().await;
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn the_link_in_the_mail_works() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.handler).await;
    ask(&test, &format!(" {} ", test.cast.handler.email.to_uppercase())).await.location();
    test.run_jobs().await;
    let (to, text, html) = test.newest_mail("password_link").await;
    assert_eq!(to, test.cast.handler.email);
    let link = test.mailed_link("password_link").await;
    assert!(html.contains(&format!("href=\"{}{link}\"", test.base_url)) && text.contains("pe 20.11.2026 klo 12.00"), "{text}");
    assert_eq!(test.drain_mail().await.sent, 1);
    let erased = test.newest_mail("password_link").await;
    assert_eq!((erased.1.as_str(), erased.2.as_str()), ("", ""), "what was sent holds no token any more");
    assert_eq!(set_password(&test.visitor(), &link, OTHER).await.location(), "/");
    assert_eq!(sign_in(&test.visitor(), &test.cast.handler.email, OTHER).await.location(), "/");
}

#[actix_web::test]
async fn only_who_can_sign_in_gets_a_mail() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.colleague).await;
    let admin = test.browser(&test.cast.administrator).await;
    admin.post(&format!("/admin/staff/{}/deactivation", test.cast.colleague.id), &[]).await.location();
    // Nobody, a closed account, and someone who was only invited.
    for address in [NOBODY, &test.cast.colleague.email, &test.cast.logger.email] {
        ask(&test, address).await.location();
    }
    test.run_jobs().await;
    assert_eq!(test.drain_mail().await.sent, 0);
}

#[actix_web::test]
async fn an_address_has_three_in_an_hour_known_or_not() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.handler).await;
    let kept = async || test.read(|conn| Ok(password_requests::table.count().get_result::<i64>(conn)?)).await;
    for address in [test.cast.handler.email.as_str(), NOBODY] {
        let answers: Vec<_> = {
            let mut answers = Vec::new();
            for _ in 0..5 {
                answers.push(seen(&ask(&test, address).await));
            }
            answers
        };
        assert!(answers.iter().all(|answer| *answer == answers[0]), "the limit is silent");
    }
    assert_eq!(kept().await, 6);
    test.run_jobs().await;
    assert_eq!(test.drain_mail().await.sent, 3);
    test.set_clock(test.app.now() + TimeDelta::hours(1));
    test.run_jobs().await;
    assert_eq!(kept().await, 0, "old requests are forgotten");
    ask(&test, &test.cast.handler.email).await.location();
    test.run_jobs().await;
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn two_servers_answer_once() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.handler).await;
    ask(&test, &test.cast.handler.email).await.location();
    futures::join!(test.run_jobs(), test.run_jobs());
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn rejects_bad_input_and_floods() {
    let test = TestApp::start().await;
    for address in ["", "ei osoite", "a@"] {
        let answer = ask(&test, address).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
    }
    for _ in 0..20 {
        ask(&test, NOBODY).await;
    }
    assert!(ask(&test, NOBODY).await.body.contains("liian monta"));
    test.run_jobs().await;
}

#[actix_web::test]
async fn a_mail_that_is_too_late_is_given_up_without_its_words() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.handler).await;
    ask(&test, &test.cast.handler.email).await.location();
    test.run_jobs().await;
    test.set_clock(test.app.now() + TimeDelta::hours(2));
    assert_eq!(test.drain_mail().await.sent, 0, "its link has expired");
    test.run_jobs().await;
    let row: (String, String, String) =
        test.read(|conn| Ok(mails::table.select((mails::state, mails::body_text, mails::body_html)).first(conn)?)).await;
    assert_eq!(row, ("failed".to_owned(), String::new(), String::new()));
    let admin = test.browser(&test.cast.administrator).await;
    let id: i64 = test.read(|conn| Ok(mails::table.select(mails::id).first(conn)?)).await;
    let page = admin.get(&format!("/admin/mails/{id}")).await;
    assert!(page.page().contains("henkilökohtainen linkki") && !page.body.contains("Lähetä uudelleen"));
    admin.post(&format!("/admin/mails/{id}/attempts"), &[]).await.location();
    assert_eq!(test.drain_mail().await.sent, 0, "an empty mail never goes");
}

#[actix_web::test]
async fn in_the_demo_mails_can_be_read_afterwards() {
    let test = TestApp::start_with(|config| config.demo = true).await;
    test.give_password(&test.cast.handler).await;
    ask(&test, &test.cast.handler.email).await.location();
    test.run_jobs().await;
    assert_eq!(test.drain_mail().await.sent, 1);
    let link = test.mailed_link("password_link").await;
    assert_eq!(set_password(&test.visitor(), &link, PASSWORD).await.location(), "/");
}
