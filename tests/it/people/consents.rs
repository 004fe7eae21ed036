//! What contact persons consented to, and withdrew. It is Friday 20.11.2026.

use super::company;
use crate::support::{Answer, Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::people::store::{self, Details};
use kohtaanto::schema::{audit_entries, person_consents};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn person(test: &TestApp) -> (i64, i64) {
    let company = company(test).await;
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    let details = Details { name: "Maija Malli".to_owned(), ..Details::default() };
    (company, test.write(move |conn| Ok(store::add(conn, company, &details, author, now)?)).await)
}

async fn give(browser: &Browser, person: i64, fields: &[(&str, &str)]) -> Answer {
    let once = once::new_key();
    browser.post(&format!("/people/{person}/consents"), &[&[("once", once.as_str())], fields].concat()).await
}

async fn newest(test: &TestApp) -> i64 {
    test.read(|conn| Ok(person_consents::table.select(person_consents::id).order(person_consents::id.desc()).first(conn)?)).await
}

async fn count(test: &TestApp) -> i64 {
    test.read(|conn| Ok(person_consents::table.count().get_result(conn)?)).await
}

const EVENTS: [(&str, &str); 4] =
    [("purpose", "events"), ("channel", "phone"), ("given_on", "19.11.2026"), ("note", "Vain rekrytointitapahtumat")];

#[actix_web::test]
async fn works_and_twice_is_once() {
    let test = TestApp::start().await;
    let (company, person) = person(&test).await;
    let (path, browser) = (format!("/people/{person}/consents"), test.browser(&test.cast.handler).await);
    let form = browser.get(&path).await;
    assert!(
        form.page().contains("Suostumuksia ei ole kirjattu.") && form.body.contains("koskee organisaatiota Jokilaakson työllisyysalue")
    );
    assert!(form.body.contains("value=\"20.11.2026\""), "today, unless it was earlier");
    let once = form.once();
    for _ in 0..2 {
        assert_eq!(browser.post(&path, &[&EVENTS[..], &[("once", once.as_str())]].concat()).await.location(), path);
    }
    assert_eq!(count(&test).await, 1);
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(&format!("/companies/{company}")).await;
    assert!(page.page().contains("Suostunut: Tapahtumakutsut (Jokilaakson työllisyysalue)"), "{}", page.body);
    let page = reader.get(&path).await;
    let told = ["Annettu 19.11.2026 puhelimessa organisaatiolle Jokilaakson työllisyysalue.", "Vain rekrytointitapahtumat", "Heli Hoitaja"];
    for text in told {
        assert!(page.page().contains(text), "{text}");
    }
    assert!(!page.body.contains("Tallenna suostumus") && !page.body.contains("/withdrawal/new"), "a reader changes nothing");
}

#[actix_web::test]
async fn a_withdrawal_is_history_too() {
    let test = TestApp::start().await;
    let (company, person) = person(&test).await;
    let (handler, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    give(&handler, person, &EVENTS).await.location();
    // Each organisation has its own.
    give(&partner, person, &EVENTS).await.location();
    let answer = give(&handler, person, &EVENTS).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Tähän on jo voimassa oleva suostumus.") && answer.body.contains("Vain rekrytointitapahtumat"));
    let first = newest(&test).await - 1;
    let withdrawal = format!("/people/{person}/consents/{first}/withdrawal");
    assert!(handler.get(&format!("{withdrawal}/new")).await.page().contains("value=\"20.11.2026\""));
    for (day, words) in [("18.11.2026", "ennen suostumusta"), ("21.11.2026", "vielä edessä"), ("", "Täytä"), ("\0x", "Kirjoita päivä")]
    {
        let answer = handler.post(&withdrawal, &[("withdrawn_on", day)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day:?}");
        assert!(answer.body.contains("href=\"#withdrawn_on\"") && answer.body.contains(words), "{day:?}: {}", answer.body);
    }
    // The person told the partner, who writes it down.
    for day in ["19.11.2026", "20.11.2026"] {
        assert_eq!(partner.post(&withdrawal, &[("withdrawn_on", day)]).await.location(), format!("/people/{person}/consents"));
    }
    let page = partner.get(&format!("/people/{person}/consents")).await;
    assert!(page.page().contains("Peruttu 19.11.2026. Kirjasi Pirjo Partneri."), "twice is once: {}", page.body);
    let page = partner.get(&format!("/companies/{company}")).await;
    assert!(page.page().contains("Tapahtumakutsut (Jokilaakson yrityskeskus)"));
    assert!(!page.body.contains("Tapahtumakutsut (Jokilaakson työllisyysalue)"));
    give(&handler, person, &EVENTS).await.location();
    assert_eq!(count(&test).await, 3, "what was withdrawn stays beside what is given anew");
    let deeds: Vec<String> = test
        .read(|conn| {
            let entries = audit_entries::table.filter(audit_entries::subject.eq("person_consents")).order(audit_entries::id);
            Ok(entries.select(audit_entries::action).load(conn)?)
        })
        .await;
    assert_eq!(deeds, ["add", "add", "withdraw", "add"]);
}

#[actix_web::test]
async fn who_left_consents_to_nothing_more_but_withdraws() {
    let test = TestApp::start().await;
    let (_, person) = person(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    give(&browser, person, &EVENTS).await.location();
    browser.post(&format!("/people/{person}/ending"), &[]).await.location();
    assert!(!browser.get(&format!("/people/{person}/consents")).await.page().contains("Tallenna suostumus"));
    assert_eq!(give(&browser, person, &[("purpose", "surveys"), ("channel", "form"), ("given_on", "1.11.2026")]).await.status, 404);
    let withdrawal = format!("/people/{person}/consents/{}/withdrawal", newest(&test).await);
    browser.post(&withdrawal, &[("withdrawn_on", "2026-11-20")]).await.location();
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let (_, id) = person(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let bad = [("purpose", "spam"), ("channel", ""), ("given_on", "21.11.2026"), ("note", "hetu 131052-308T")];
    let answer = give(&browser, id, &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (field, _) in bad {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert_eq!(count(&test).await, 0);
    give(&browser, id, &EVENTS).await.location();
    let (_, other) = person(&test).await;
    let of_another = format!("/people/{other}/consents/{}/withdrawal", newest(&test).await);
    assert_eq!(browser.post(&of_another, &[("withdrawn_on", "20.11.2026")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(give(&browser, 999_999, &EVENTS).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let (_, id) = person(&test).await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator] {
        assert_eq!(give(&test.browser(person).await, id, &EVENTS).await.status, StatusCode::FORBIDDEN);
    }
    let log_reader = test.browser(&test.cast.log_reader).await;
    assert_eq!(log_reader.get(&format!("/people/{id}/consents")).await.status, StatusCode::FORBIDDEN);
}
