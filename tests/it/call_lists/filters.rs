//! Filters of the register's list that were saved under a name.

use crate::contacts::company;
use crate::support::{Answer, Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::schema::saved_filters;
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn save(browser: &Browser, name: &str, query: &str, shared: &str) -> Answer {
    let key = once::new_key();
    browser.post("/companies/filters", &[("once", &key), ("name", name), ("query", query), ("shared", shared)]).await
}

#[actix_web::test]
async fn works_and_is_shared_with_the_own_organisation() {
    let test = TestApp::start().await;
    company(&test, "Aalto Oy").await;
    let handler = test.browser(&test.cast.handler).await;
    let form = handler.get("/companies/filters/new?municipality=734&contact=never&after=x").await;
    assert!(form.page().contains("Kunta: Salo") && form.body.contains("Ei yhtään yhteydenottoa"));
    let query = form.value("query").expect("the filter");
    assert_eq!(query, "municipality=734&contact=never");
    assert_eq!(save(&handler, "Salon uudet", &query, "").await.location(), "/companies?municipality=734&contact=never");
    save(&handler, "Yhteiset", "q=aalto", "true").await.location();
    let list = handler.get("/companies").await;
    assert!(list.page().contains("Salon uudet") && list.body.contains("Yhteiset"));
    let colleague = test.browser(&test.cast.colleague).await;
    let theirs = colleague.get("/companies").await;
    assert!(!theirs.page().contains("Salon uudet") && theirs.body.contains("Yhteiset"));
    assert!(!test.browser(&test.cast.partner).await.get("/companies").await.page().contains("Yhteiset"));
    let taken = save(&handler, "Yhteiset", "q=betoni", "").await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.body.contains("Tällä nimellä on jo rajaus"));
}

#[actix_web::test]
async fn is_removed_by_who_may() {
    let test = TestApp::start().await;
    let handler = test.browser(&test.cast.handler).await;
    save(&handler, "Oma", "q=aalto", "").await.location();
    save(&handler, "Yhteinen", "q=aalto", "true").await.location();
    let ids: Vec<i64> = test.read(|conn| Ok(saved_filters::table.order(saved_filters::id).select(saved_filters::id).load(conn)?)).await;
    let removal = |id: i64| format!("/companies/filters/{id}/removal");
    for (person, own, shared) in [
        (&test.cast.partner, StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
        (&test.cast.reader, StatusCode::NOT_FOUND, StatusCode::FORBIDDEN),
        (&test.cast.colleague, StatusCode::NOT_FOUND, StatusCode::SEE_OTHER),
    ] {
        let browser = test.browser(person).await;
        let statuses = (browser.post(&removal(ids[0]), &[]).await.status, browser.post(&removal(ids[1]), &[]).await.status);
        assert_eq!(statuses, (own, shared), "{}", person.name);
    }
    assert!(handler.get("/companies/filters").await.page().contains("Oma"));
    assert_eq!(handler.post(&removal(ids[0]), &[]).await.location(), "/companies/filters");
    assert!(handler.get("/companies/filters").await.page().contains("Ei vielä tallennettuja rajauksia"));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let handler = test.browser(&test.cast.handler).await;
    for (name, query, words) in [
        ("", "q=aalto", "Täytä tämä kohta"),
        ("Tyhjä", "", "Tallennettavaa rajausta ei ole"),
        ("Tyhjä", "\0&&&=%ff", "Tallennettavaa rajausta ei ole"),
        ("Tunnus", "q=131052-308T", "henkilötunnus"),
    ] {
        let answer = save(&handler, name, query, "").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {query}");
        assert!(answer.body.contains(words), "{words}");
    }
    assert_eq!(handler.get("/companies/filters/new?q=131052-308T").await.location(), "/companies");
}
