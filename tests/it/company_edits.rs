//! Corrections by hand: they are shown, the register's values are kept beside them, and both are found.

use crate::companies::add;
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::db::Conn;
use kohtaanto::schema::{companies, company_field_edits, timeline_events};
use reqwest::StatusCode;

/// As the import writes it.
async fn add_from_register(test: &TestApp) -> i64 {
    let facts = Facts { name: "Öljynen Oy".into(), municipality: "734".into(), website: "oljynen.example".into(), ..Facts::default() };
    let id = add(test, facts).await;
    let mark = move |conn: &mut Conn| {
        diesel::update(companies::table.find(id)).set(companies::source.eq("ytj")).execute(conn)?;
        Ok(())
    };
    test.write(mark).await;
    id
}

async fn edits(test: &TestApp, id: i64) -> Vec<(String, String)> {
    test.read(move |conn| {
        let rows = company_field_edits::table.filter(company_field_edits::company_id.eq(id));
        Ok(rows.order(company_field_edits::id).select((company_field_edits::field, company_field_edits::register_value)).load(conn)?)
    })
    .await
}

#[actix_web::test]
async fn a_hand_edit_keeps_the_registers_value_beside_it() {
    let test = TestApp::start().await;
    let id = add_from_register(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let path = format!("/companies/{id}");
    let typed = [("name", "Öljynen ja Pojat Oy"), ("municipality", "734"), ("website", "oljynen.example"), ("phone", "040 123 4567")];
    assert_eq!(browser.post(&path, &typed).await.location(), path);
    let expected = [("name".to_owned(), "Öljynen Oy".to_owned()), ("phone".to_owned(), String::new())];
    assert_eq!(edits(&test, id).await, expected);
    let form = browser.get(&format!("{path}/edit")).await;
    assert!(form.page().contains("YTJ: Öljynen Oy. Muuttanut Heli Hoitaja 20.11.2026."));
    for name in ["pojat", "oljynen oy"] {
        assert!(browser.get(&format!("/companies?q={name}")).await.page().contains("Öljynen ja Pojat Oy"), "{name}");
    }
    // The second editor changes what is shown, not what the register said.
    browser
        .post(&path, &[("name", "Öljynen & Co"), ("municipality", "734"), ("website", "oljynen.example"), ("phone", "040 123 4567")])
        .await;
    assert_eq!(edits(&test, id).await, expected);
    // Back to the register's values: nothing is hand-edited any more.
    browser.post(&path, &[("name", "Öljynen Oy"), ("municipality", "734"), ("website", "oljynen.example"), ("phone", "")]).await;
    assert_eq!(edits(&test, id).await, []);
    assert!(browser.get("/companies?q=pojat").await.page().contains("Yhtään yritystä ei löytynyt"));
    let events: i64 = test
        .read(move |conn| Ok(timeline_events::table.filter(timeline_events::kind.eq("company_edited")).count().get_result(conn)?))
        .await;
    assert_eq!(events, 3);
}

#[actix_web::test]
async fn the_registers_odd_values_pass_unchanged() {
    let test = TestApp::start().await;
    let id = add_from_register(&test).await;
    let mark = move |conn: &mut Conn| {
        let odd = (
            companies::website.eq("ei kotisivuja"),
            companies::municipality.eq("999"),
            companies::industry.eq("45112"),
            companies::industry_set.eq("TOIMI3"),
            companies::company_form.eq("998"),
        );
        diesel::update(companies::table.find(id)).set(odd).execute(conn)?;
        Ok(())
    };
    test.write(mark).await;
    let browser = test.browser(&test.cast.handler).await;
    let form = browser.get(&format!("/companies/{id}/edit")).await;
    assert!(form.page().contains("45112 (TOL 2008)"));
    let same = [
        ("name", "Öljynen Oy"),
        ("municipality", "999"),
        ("website", "ei kotisivuja"),
        ("industry", "45112 (TOL 2008)"),
        ("company_form", "998"),
    ];
    browser.post(&format!("/companies/{id}"), &same).await.location();
    assert_eq!(edits(&test, id).await, []);
    let corrected = [&same[..3], &[("industry", "62100"), ("company_form", "998")]].concat();
    browser.post(&format!("/companies/{id}"), &corrected).await.location();
    assert_eq!(edits(&test, id).await, [("industry".to_owned(), "45112".to_owned())]);
    browser.post(&format!("/companies/{id}"), &same).await.location();
    assert_eq!(edits(&test, id).await, []);
}

#[actix_web::test]
async fn a_company_made_by_hand_keeps_its_former_name() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Vanha Tmi".into(), ..Facts::default() }).await;
    let browser = test.browser(&test.cast.handler).await;
    browser.post(&format!("/companies/{id}"), &[("name", "Uusi Tmi")]).await.location();
    assert_eq!(edits(&test, id).await, []);
    assert!(browser.get("/companies?q=vanha").await.page().contains("ent. Vanha Tmi"));
    let answer = browser.post(&format!("/companies/{id}"), &[("name", " "), ("phone", "12")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn back_to_the_registers_value_works_and_twice_is_once() {
    let test = TestApp::start().await;
    let id = add_from_register(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let path = format!("/companies/{id}");
    let typed = [("name", "Öljynen & Co"), ("municipality", "761"), ("website", "oljynen.example"), ("phone", "040 123 4567")];
    browser.post(&path, &typed).await.location();
    let page = browser.get(&path).await;
    assert!(page.page().contains("YTJ: Öljynen Oy") && page.body.contains("YTJ: Salo"));
    assert_eq!(page.body.matches(&format!("{path}/restorations")).count(), 2, "the telephone number is a person's word alone");
    assert!(!test.browser(&test.cast.reader).await.get(&path).await.page().contains("restorations"));
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("{path}/restorations"), &[("field", "name")]).await.location(), path);
    }
    assert_eq!(edits(&test, id).await, [("municipality".to_owned(), "734".to_owned()), ("phone".to_owned(), String::new())]);
    assert!(browser.get("/companies?q=oljynen").await.page().contains("Öljynen Oy"));
    for field in ["", "alive", "name' --"] {
        assert_eq!(browser.post(&format!("{path}/restorations"), &[("field", field)]).await.status, StatusCode::BAD_REQUEST, "{field}");
    }
    let events: i64 =
        test.read(|conn| Ok(timeline_events::table.filter(timeline_events::kind.eq("company_edited")).count().get_result(conn)?)).await;
    assert_eq!(events, 2);
}

#[actix_web::test]
async fn a_company_by_hand_ends_and_comes_back() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Kahvila".into(), size_class: "0-4".into(), ..Facts::default() }).await;
    let browser = test.browser(&test.cast.partner).await;
    let path = format!("/companies/{id}");
    for (day, words) in [("", "Täytä"), ("31.2.2026", "Kirjoita päivä"), ("21.11.2026", "vielä edessä")] {
        let answer = browser.post(&format!("{path}/ending"), &[("ended_on", day)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(words) && answer.body.contains(day), "{day}: {}", answer.body);
    }
    assert!(browser.get(&format!("{path}/ending/new")).await.page().contains("20.11.2026"));
    for _ in 0..2 {
        browser.post(&format!("{path}/ending"), &[("ended_on", "1.11.2026")]).await.location();
    }
    assert!(browser.get("/companies?q=kahvila").await.page().contains("Yhtään yritystä ei löytynyt"));
    let page = browser.get(&path).await;
    assert!(page.page().contains("1.11.2026") && page.body.contains("0–4 henkilöä"));
    for _ in 0..2 {
        browser.post(&format!("{path}/reopening"), &[]).await.location();
    }
    assert!(browser.get("/companies?q=kahvila").await.page().contains("1 yritys"));
    let events: i64 =
        test.read(|conn| Ok(timeline_events::table.filter(timeline_events::kind.eq("company_edited")).count().get_result(conn)?)).await;
    assert_eq!(events, 2);
    // What comes from the register ends there.
    let of_register = add_from_register(&test).await;
    for deed in ["ending", "reopening"] {
        let answer = browser.post(&format!("/companies/{of_register}/{deed}"), &[("ended_on", "1.11.2026")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
    }
    assert!(!browser.get(&format!("/companies/{of_register}/edit")).await.page().contains("ending/new"));
}

#[actix_web::test]
async fn a_business_id_that_comes_later_belongs_to_one_company() {
    let test = TestApp::start().await;
    let one = add(&test, Facts { name: "Kahvila".into(), ..Facts::default() }).await;
    let other = add(&test, Facts { name: "Leipomo".into(), ..Facts::default() }).await;
    let browser = test.browser(&test.cast.handler).await;
    browser.post(&format!("/companies/{one}"), &[("name", "Kahvila"), ("business_id", "1234567-1")]).await.location();
    let answer = browser.post(&format!("/companies/{other}"), &[("name", "Leipomo 2"), ("business_id", "12345671")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&format!("href=\"/companies/{one}\"")) && answer.body.contains("Leipomo 2"));
    let names: Vec<String> = test.read(|conn| Ok(companies::table.order(companies::id).select(companies::name).load(conn)?)).await;
    assert_eq!(names, ["Kahvila", "Leipomo"], "nothing is written halfway");
}
