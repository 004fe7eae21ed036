//! One company from the live open data: shown first, stored by the import's own mapping, and clear words when there is none.

use super::server::{self, ALIVE, ENDED, Server};
use super::{company, import_records, names_of};
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::store;
use kohtaanto::companies::ytj::api;
use kohtaanto::identifiers::business_id::BusinessId;
use kohtaanto::schema::{companies, timeline_events};
use reqwest::StatusCode;
use std::io::Read;

async fn start() -> (TestApp, Server) {
    let server = Server::start().await;
    let url = server.url.clone();
    (TestApp::start_with(move |config| config.ytj_url = url).await, server)
}

fn path(id: &str) -> String {
    format!("/companies/lookup?q={id}")
}

async fn confirm(browser: &Browser, id: &str) -> String {
    let once = browser.get(&path(id)).await.once();
    let first = browser.post("/companies/lookup", &[("q", id), ("once", &once)]).await.location().to_owned();
    let again = browser.post("/companies/lookup", &[("q", id), ("once", &once)]).await.location().to_owned();
    assert_eq!(first, again, "twice is once");
    first
}

#[actix_web::test]
async fn works() {
    let (test, server) = start().await;
    let browser = test.browser(&test.cast.partner).await;
    let answer = browser.get(&path("FI90000118")).await;
    for text in ["Keksitty Kivi ja Köysi Oy", ALIVE, "Osakeyhtiö", "62100", "Salo", "Keksitynkuja 7", "www.kivijakoysi.example"] {
        assert!(answer.page().contains(text), "{text}");
    }
    assert!(company(&test, ALIVE).await.is_none(), "a look stores nothing");
    let location = confirm(&browser, ALIVE).await;
    let row = company(&test, ALIVE).await.expect("it is stored");
    assert_eq!(location, format!("/companies/{}", row.id));
    assert_eq!((&*row.source, row.alive, &*row.municipality), ("ytj", true, "734"));
    assert_eq!(names_of(&test, ALIVE).await.len(), 2);
    let events: Vec<(String, Option<i64>)> =
        test.read(|conn| Ok(timeline_events::table.select((timeline_events::kind, timeline_events::staff_id)).load(conn)?)).await;
    assert_eq!(events, [("company_added".to_owned(), Some(test.cast.partner.id))]);
    assert_eq!(import_records(&test, &[&server::record(ALIVE)]).unchanged, 1, "the import would have stored the same");
    assert!(browser.get("/companies?q=keksityn").await.page().contains(&location), "it is found by its former name");

    let requests = server.requests();
    assert!(requests.iter().all(|head| head.starts_with(&format!("GET /v3/companies?businessId={ALIVE} "))), "{requests:?}");
    let personal = ["cookie", "referer", "pirjo", "authorization"];
    assert!(requests.iter().all(|head| personal.iter().all(|word| !head.to_lowercase().contains(word))), "{requests:?}");
    // A company of the register is opened, not asked for.
    assert!(browser.get(&path(ALIVE)).await.page().contains(&format!("href=\"{location}\"")));
    assert_eq!(server.requests().len(), requests.len());
}

#[actix_web::test]
async fn a_name_is_looked_up_to_choose_from() {
    let (test, server) = start().await;
    let browser = test.browser(&test.cast.handler).await;
    let known = confirm(&browser, ENDED).await;
    let answer = browser.get("/companies/lookup?q=kivi+ja+k%C3%B6ysi").await;
    assert!(answer.page().contains(&format!("href=\"{}\"", path(ALIVE))) && answer.body.contains("Osumia on enemmän"));
    assert!(answer.body.contains(&format!("href=\"{known}\"")) && answer.body.contains("Jo rekisterissä"));
    assert!(company(&test, ALIVE).await.is_none(), "a look stores nothing");
    let answer = browser.get("/companies/lookup?q=Tuntematon+%26+Pojat").await;
    assert!(answer.page().contains("ei ole yritystä nimellä") && answer.body.contains("/companies/new?name=Tuntematon+%26+Pojat"));
    let answer = browser.get("/companies/lookup?q=rikki").await;
    assert!(answer.page().contains("häiriö") && answer.body.contains("/companies/new?name=rikki"));
    let asked = server.requests().len();
    assert_eq!(browser.get("/companies/lookup?q=Oy+131052-308T").await.location(), "/companies/lookup");
    for wrong in ["ab", "1234567-8", "%00"] {
        browser.get(&format!("/companies/lookup?q={wrong}")).await;
    }
    assert_eq!(server.requests().len(), asked, "nothing personal and nothing senseless is asked");
}

#[actix_web::test]
async fn an_ended_company_says_so() {
    let (test, _server) = start().await;
    let browser = test.browser(&test.cast.handler).await;
    let answer = browser.get(&path(ENDED)).await;
    assert!(answer.page().contains("ei enää toimi") && answer.body.contains("31.3.2024"));
    confirm(&browser, ENDED).await;
    assert!(!company(&test, ENDED).await.expect("a row").alive);
}

#[actix_web::test]
async fn whatever_goes_wrong_is_told_with_a_way_on() {
    let (test, _server) = start().await;
    let browser = test.browser(&test.cast.handler).await;
    for (id, words) in [
        (server::EMPTY, "ei ole tunnusta"),
        (server::MISSING, "ei ole tunnusta"),
        (server::BROKEN, "häiriö"),
        (server::BUSY, "pyytää odottamaan"),
        (server::GARBAGE, "jotain muuta"),
        (server::HUGE, "jotain muuta"),
        (server::REDIRECT, "jotain muuta"),
        (server::OTHER, "jotain muuta"),
        (server::CUT, "ei saada yhteyttä"),
    ] {
        let answer = browser.get(&path(id)).await;
        assert!(answer.page().contains(words), "{id} should say {words}: {}", answer.body);
        assert!(answer.body.contains(&format!("/companies/new?business_id={id}")), "{id} offers no way on");
        let once = kohtaanto::web::once::new_key();
        let answer = browser.post("/companies/lookup", &[("q", id), ("once", &once)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(words), "{id}");
    }
    let count: i64 = test.read(|conn| Ok(companies::table.count().get_result(conn)?)).await;
    assert_eq!(count, 0);
    assert!(browser.get(&format!("/companies/new?business_id={}", server::BROKEN)).await.page().contains(server::BROKEN));
}

#[actix_web::test]
async fn nobody_waits_longer_than_eight_seconds() {
    let (test, _server) = start().await;
    let browser = test.browser(&test.cast.handler).await;
    let begin = std::time::Instant::now();
    assert!(browser.get(&path(server::SLOW)).await.page().contains("ei vastaa ajoissa"));
    assert!((7..12).contains(&begin.elapsed().as_secs()), "{:?}", begin.elapsed());
}

#[actix_web::test]
async fn no_service_at_all_is_told() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get(&path(ALIVE)).await.page().contains("ei saada yhteyttä"));
}

#[actix_web::test]
async fn completes_what_a_person_added() {
    let (test, _server) = start().await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get("/companies/new").await.once();
    let typed = [("once", once.as_str()), ("name", "Kivi & Köysi"), ("phone", "02 778 2055")];
    let page = browser.post("/companies", &typed).await.location().to_owned();
    // The business id comes later.
    browser.post(&page, &[("name", "Kivi & Köysi"), ("phone", "02 778 2055"), ("business_id", ALIVE)]).await.location();
    assert!(browser.get(&page).await.page().contains(&path(ALIVE)), "the page offers to complete it");
    assert!(browser.get(&path(ALIVE)).await.page().contains("Käsin kirjoitetut tiedot säilyvät"));
    assert_eq!(confirm(&browser, ALIVE).await, page);
    let row = company(&test, ALIVE).await.expect("a row");
    assert_eq!((&*row.source, &*row.name, &*row.phone, &*row.post_code), ("ytj", "Kivi & Köysi", "02 778 2055", "24100"));
    let edits = test.read(move |conn| Ok(store::field_edits(conn, row.id)?)).await;
    let edits: Vec<(&str, &str)> = edits.iter().map(|edit| (&*edit.field, &*edit.register_value)).collect();
    assert_eq!(edits, [("name", "Keksitty Kivi ja Köysi Oy")]);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let (test, server) = start().await;
    let browser = test.browser(&test.cast.handler).await;
    for (q, words) in [("9000011-9", "viimeinen numero"), ("90000", "seitsemän numeroa"), ("ab", "seitsemän numeroa")] {
        let answer = browser.get(&path(q)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(words), "{q}");
    }
    browser.get("/companies/lookup").await.page();
    let once = kohtaanto::web::once::new_key();
    assert_eq!(browser.post("/companies/lookup", &[("q", "kivi"), ("once", &once)]).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(browser.post("/companies/lookup", &[("q", ALIVE)]).await.status, StatusCode::BAD_REQUEST, "without a once-key");
    assert!(server.requests().iter().all(|head| head.contains(ALIVE)));
}

#[actix_web::test]
async fn is_offered_where_it_helps() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/companies/new").await.page().contains(r#"action="/companies/lookup""#));
    assert!(browser.get("/companies?q=FI90000118").await.page().contains(r#"action="/companies/lookup""#));
    assert!(browser.get("/companies?q=kivi").await.page().contains(r#"action="/companies/lookup""#));
    assert!(!browser.get("/companies?q=040+123+4567").await.page().contains("/companies/lookup"));
    assert!(!test.browser(&test.cast.reader).await.get(&format!("/companies?q={ALIVE}")).await.page().contains("/companies/lookup"));
}

#[actix_web::test]
async fn the_bulk_file_is_a_reader_with_its_size() {
    let server = Server::start().await;
    let url = server.url.clone();
    let (bytes, content) = actix_web::web::block(move || {
        let mut bulk = api::bulk(&url).expect("it opens");
        let mut content = Vec::new();
        bulk.reader.read_to_end(&mut content).expect("it is read");
        (bulk.bytes, content)
    })
    .await
    .expect("a thread");
    assert_eq!((bytes, content.as_slice()), (Some(4), &b"PK\x03\x04"[..]));
    let nowhere = actix_web::web::block(|| api::bulk("http://127.0.0.1:9").err()).await.expect("a thread");
    assert_eq!(nowhere, Some(api::Trouble::Unreachable));
    let id = BusinessId::parse(ALIVE).expect("an id");
    let secure = actix_web::web::block(move || api::find("https://127.0.0.1:9", &id).err()).await.expect("a thread");
    assert_eq!(secure, Some(api::Trouble::Unreachable), "TLS is set up before the line is");
}
