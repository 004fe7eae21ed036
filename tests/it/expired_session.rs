//! A form that is sent after its session has ended waits through the sign-in and is there again; nothing is sent by itself.

use crate::support::{Answer, Browser, Person, TestApp};
use diesel::prelude::*;
use kohtaanto::schema::{companies, drafts, staff};
use kohtaanto::staff::{passwords, sessions};
use reqwest::{Method, StatusCode};

const PASSWORD: &str = "oikea salasana 123";
const PAGE: &str = "/companies/new?name=x";

async fn with_password(test: &TestApp, person: &Person) -> Person {
    let (id, hash) = (person.id, passwords::hash(PASSWORD).expect("a hash"));
    test.write(move |conn| Ok(diesel::update(staff::table.find(id)).set(staff::password_hash.eq(hash)).execute(conn)?)).await;
    person.clone()
}

/// The handler sends a form, and the session is over.
async fn send_late(test: &TestApp, typed: &[(&str, &str)]) -> Answer {
    let browser = test.browser(&test.cast.handler).await;
    let form = browser.get(PAGE).await;
    test.set_clock(test.app.now() + sessions::LIFETIME);
    let (id, once) = (test.cast.handler.membership_id.to_string(), form.once());
    browser.post("/companies", &[&[("draft", PAGE), ("draft_of", &id), ("once", &once)], typed].concat()).await
}

async fn sign_in(test: &TestApp, page: &Answer, email: &str, password: &str) -> Answer {
    let (next, kept) = (page.value("next").expect("where to"), page.value("kept").expect("what was typed"));
    test.visitor().post("/login", &[("email", email), ("password", password), ("next", &next), ("kept", &kept)]).await
}

async fn form_of(test: &TestApp, person: &Person) -> (Browser, Answer) {
    let browser = test.browser(person).await;
    let form = browser.get(PAGE).await;
    (browser, form)
}

async fn count_companies(test: &TestApp) -> i64 {
    test.read(|conn| Ok(companies::table.count().get_result(conn)?)).await
}

#[actix_web::test]
async fn leads_back_to_the_filled_form() {
    let test = TestApp::start().await;
    let handler = with_password(&test, &test.cast.handler).await;
    let asked = send_late(&test, &[("name", "Öljynen \"Oy\""), ("password", "ei tämä")]).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(asked.body.contains("Kirjoittamasi on tallessa"));
    // A slip of the finger loses nothing either.
    let refused = sign_in(&test, &asked, &handler.email, "väärin").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.body.contains("ei tämä") && !asked.body.contains("ei tämä"), "a password is never carried");
    assert_eq!(sign_in(&test, &refused, &handler.email, PASSWORD).await.location(), PAGE);
    let (_, form) = form_of(&test, &handler).await;
    assert_eq!(form.value("name").as_deref(), Some("Öljynen \"Oy\""));
    assert!(form.page().contains("Keskeneräinen lomake palautettiin"));
    assert_eq!(count_companies(&test).await, 0, "nothing is sent by itself");
}

#[actix_web::test]
async fn another_person_does_not_get_the_text() {
    let test = TestApp::start().await;
    let colleague = with_password(&test, &test.cast.colleague).await;
    let asked = send_late(&test, &[("name", "Salainen Oy")]).await;
    assert!(asked.body.contains("kun sen kirjoittaja kirjautuu"), "the page says so beforehand");
    let answer = sign_in(&test, &asked, &colleague.email, PASSWORD).await;
    assert_eq!(answer.location(), "/");
    assert!(answer.headers.get_all("set-cookie").iter().any(|cookie| cookie.as_bytes().starts_with(b"flash=wflash-kept-for-another")));
    assert!(!form_of(&test, &colleague).await.1.page().contains("Salainen"));
    let kept: i64 = test.read(|conn| Ok(drafts::table.count().get_result(conn)?)).await;
    assert_eq!(kept, 0);
}

#[actix_web::test]
async fn an_address_plants_nothing() {
    let test = TestApp::start().await;
    let kept = format!(r#"{{"page":"/companies/new","author":{},"fields":{{"name":["Tekaistu"]}}}}"#, test.cast.handler.membership_id);
    let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("kept", &kept).finish();
    assert!(!test.visitor().get(&format!("/login?{query}")).await.page().contains("Tekaistu"));
}

#[actix_web::test]
async fn nonsense_is_no_form() {
    let test = TestApp::start().await;
    let handler = with_password(&test, &test.cast.handler).await;
    for kept in ["", "{}", "[]", r#"{"page":"//evil.example","author":1,"fields":{}}"#, "\0", "null"] {
        let answer =
            test.visitor().post("/login", &[("email", &handler.email), ("password", PASSWORD), ("next", "/tasks"), ("kept", kept)]).await;
        assert_eq!(answer.location(), "/tasks", "{kept}");
    }
}

#[actix_web::test]
async fn a_button_leads_back_to_its_page() {
    let test = TestApp::start().await;
    let post = async |referer: &str| {
        let request = test.visitor().request(Method::POST, "/tasks/1/completion").header("Sec-Fetch-Site", "same-origin");
        Answer::of(request.header("Referer", referer).send().await.expect("an answer")).await.location().to_owned()
    };
    assert_eq!(post(&format!("{}/tasks?x=1", test.base_url)).await, "/login?next=%2Ftasks%3Fx%3D1");
    assert_eq!(post("https://evil.example/tasks").await, "/login");
}
