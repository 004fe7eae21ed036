//! A click in the telephone exchange: whole numbers in any spelling open their company, all others lead on.

use crate::companies::add;
use crate::support::{Browser, TestApp};
use kohtaanto::companies::Facts;
use kohtaanto::people::store::{self as people, Details};
use reqwest::StatusCode;

async fn company(test: &TestApp, name: &str, phone: &str) -> i64 {
    add(test, Facts { name: name.into(), phone: phone.into(), ..Facts::default() }).await
}

async fn person(test: &TestApp, company: i64, name: &str, phones: &[&str]) -> i64 {
    let details = Details { name: name.into(), phones: phones.iter().map(|phone| (*phone).to_owned()).collect(), ..Details::default() };
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    test.write(move |conn| Ok(people::add(conn, company, &details, author, now)?)).await
}

async fn call(browser: &Browser, number: &str) -> crate::support::Answer {
    browser.get(&format!("/companies?phone={number}")).await
}

#[actix_web::test]
async fn one_company_opens_with_its_caller_marked() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone Oy", "02 778 2055").await;
    let maija = person(&test, kone, "Maija Malli", &["050 111 2222", "+46 8 123 456 78"]).await;
    person(&test, kone, "Matti Malli", &["02 778 2055"]).await;
    person(&test, kone, "Kaisa Malli", &["02 778 2055"]).await;
    let browser = test.browser(&test.cast.reader).await;
    let marked = format!("/companies/{kone}?person={maija}#person-{maija}");
    for number in [
        "%2B358501112222",
        "+358501112222",
        "00358501112222",
        "358501112222",
        "0501112222",
        "050%20111%202222",
        "050-1112222",
        "%2B46812345678",
        "+46812345678",
        "004681234 5678",
    ] {
        assert_eq!(call(&browser, number).await.location(), marked, "{number}");
    }
    let page = browser.get(&format!("/companies/{kone}?person={maija}")).await;
    assert_eq!(page.page().matches("person-calls").count(), 1);
    assert!(page.body.contains("Soittaa nyt"));
    // The switchboard's number, which two people share: the company, nobody marked.
    assert_eq!(call(&browser, "027782055").await.location(), format!("/companies/{kone}"));
}

#[actix_web::test]
async fn several_are_there_to_choose_from() {
    let test = TestApp::start().await;
    let one = company(&test, "Kone Oy", "").await;
    let maija = person(&test, one, "Maija Malli", &["0501112222"]).await;
    let other = company(&test, "Toinen Oy", "050 111 2222").await;
    let browser = test.browser(&test.cast.logger).await;
    let answer = call(&browser, "0501112222").await;
    let page = answer.page().replace("&#x2F;", "/").replace("&amp;", "&");
    assert!(page.contains(&format!("/companies/{one}?person={maija}#person-{maija}")) && page.contains(&format!("/companies/{other}\"")));
    assert!(page.contains("Maija Malli") && page.contains("Numero on yrityksen oma"));
    assert!(page.contains(&format!("/callbacks/new?phone=050+111+2222&company={other}")));
}

#[actix_web::test]
async fn nobody_leads_on_with_the_number() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone Oy", "").await;
    let gone = person(&test, kone, "Poistunut", &["0501112222"]).await;
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    test.write(move |conn| Ok(people::end(conn, gone, author, now)?)).await;
    let browser = test.browser(&test.cast.handler).await;
    let answer = call(&browser, "+358501112222").await;
    let page = answer.page().replace("&#x2F;", "/").replace("&amp;", "&");
    for way in ["/callbacks/new?phone=050+111+2222", "/companies/new?phone=050+111+2222", "/people/new?phone=050+111+2222"] {
        assert!(page.contains(way), "{way}");
        assert!(browser.get(way).await.page().contains("050 111 2222"), "{way}");
    }
    let only_logs = test.browser(&test.cast.logger).await;
    let page = call(&only_logs, "0501112222").await;
    assert!(page.page().contains("callbacks") && !page.body.contains("companies/new?") && !page.body.contains("people/new?"));
    assert!(!call(&test.browser(&test.cast.reader).await, "0501112222").await.page().contains("callbacks/new?phone"));

    // The company is searched, then the form has the number.
    assert_eq!(
        browser.get(&format!("/people/new?phone=050+111+2222&company=kone+oy&company_id={kone}")).await.location(),
        format!("/companies/{kone}/people/new?phone=050+111+2222")
    );
    let found = browser.get("/people/new?phone=050+111+2222&company=kone").await;
    let found = found.page().replace("&#x2F;", "/");
    assert!(found.contains(&format!("/companies/{kone}/people/new?phone=050+111+2222")));
    assert!(browser.get("/people/new?company=puuttuu").await.page().contains("Yhtään yritystä ei löytynyt"));
    assert_eq!(browser.get("/people/new?company=131052-308T").await.location(), "/people/new");
    assert!(browser.get(&format!("/companies/{kone}/people/new?phone=050+111+2222")).await.page().contains("050 111 2222"));
}

#[actix_web::test]
async fn only_whole_numbers_match() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone Oy", "050 111 2222").await;
    company(&test, "Lyhyt Oy", "4321").await;
    let browser = test.browser(&test.cast.handler).await;
    for part in ["050111222", "0501112", "5011122223", "501112222 1", "1112222"] {
        assert!(call(&browser, part).await.page().contains("Numeroa ei ole rekisterissä"), "{part}");
    }
    for (short, words) in [
        ("4321", "alanumero"),
        ("112", "alanumero"),
        ("Salainen", "ei voi lukea"),
        ("%00", "ei voi lukea"),
        ("0501112222%20/%200501112223", "liikaa"),
        ("%3Cscript%3E", "ei voi lukea"),
    ] {
        let answer = call(&browser, short).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{short}");
        assert!(answer.body.contains(words), "{short}");
    }
    assert_eq!(call(&browser, "131052-308T").await.location(), "/companies");
    assert_eq!(call(&browser, "0501112222").await.location(), format!("/companies/{kone}"));
}

#[actix_web::test]
async fn the_callback_form_knows_the_caller_too() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone Oy", "").await;
    person(&test, kone, "Maija Malli", &["050 111 2222"]).await;
    let browser = test.browser(&test.cast.logger).await;
    let answer = browser.get("/callbacks/new?phone=%2B358501112222").await;
    assert!(answer.page().contains("Maija Malli") && answer.body.contains("Kone Oy"));
    assert!(answer.body.contains(&format!("name=\"company_id\" value=\"{kone}\"")));
    // Another company was chosen already: nothing of the caller's.
    let other = company(&test, "Muu Oy", "").await;
    assert!(!browser.get(&format!("/callbacks/new?phone=0501112222&company={other}")).await.page().contains("Maija"));
}
