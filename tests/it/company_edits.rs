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
    assert!(form.page().contains("Rekisterissä: Öljynen Oy. Muuttanut Heli Hoitaja 20.11.2026."));
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
