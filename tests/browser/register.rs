//! The register: filters, a caller's number, the look-up in the open data, contact persons with several numbers.

use super::Page;
use crate::companies::add;
use crate::support::TestApp;
use crate::ytj::server::{self, ALIVE, ENDED, Server};
use kohtaanto::companies::Facts;
use kohtaanto::people::store::{self as people, Details};

async fn company(test: &TestApp, name: &str, municipality: &str, phone: &str) -> i64 {
    let facts = Facts {
        name: name.into(),
        company_form: "16".into(),
        industry: "62100".into(),
        municipality: municipality.into(),
        size_class: "5-9".into(),
        phone: phone.into(),
        ..Facts::default()
    };
    add(test, facts).await
}

async fn person(test: &TestApp, company: i64, name: &str, phones: &[&str]) -> i64 {
    let phones = phones.iter().map(|phone| (*phone).to_owned()).collect();
    let details = Details { name: name.into(), role: "Toimitusjohtaja".into(), phones, ..Details::default() };
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    test.write(move |conn| Ok(people::add(conn, company, &details, author, now)?)).await
}

#[actix_web::test]
async fn the_list_narrows_and_widens() {
    let test = TestApp::start().await;
    for (name, municipality) in [("Ohjelmapaja Oy", "734"), ("Koodaamo Kuusi Oy", "734"), ("Somero Soft Oy", "761")] {
        company(&test, name, municipality, "02 778 2055").await;
    }
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies").await;
    page.examine("register").await;
    page.go("/companies?municipality=734&company_form=16&size=5-9&contact=not-since&since=1.9.2026").await;
    page.examine("register-filters").await;
    page.set_width(390).await;
    page.click(".filter-fold > summary").await;
    page.wait_for(".filter-fold[open]").await;
    page.examine("register-filters-open").await;
    page.click(".chip").await;
    page.wait_text("Somero Soft Oy").await;
    page.go("/companies?municipality=761&size=50-99").await;
    page.examine("register-nothing").await;
    page.go("/companies?contact=since&since=35.1.2026").await;
    page.examine("register-wrong-day").await;
}

#[actix_web::test]
async fn a_caller_is_found_or_leads_on() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone & Pojat Oy", "734", "02 778 2055").await;
    company(&test, "Toinen Oy", "761", "050 111 2222").await;
    let maija = person(&test, kone, "Maija Malli", &["050 111 2222", "040 123 4567"]).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies?phone=%2B358501112222").await;
    page.examine("caller-several").await;
    page.go("/companies?phone=0401234567").await;
    page.wait_path(&format!("/companies/{kone}")).await;
    page.wait_for(&format!("#person-{maija}.person-calls")).await;
    page.examine("caller-one").await;
    page.go("/companies?phone=salainen").await;
    page.examine("caller-unreadable").await;
    page.go("/companies?phone=0449998888").await;
    page.examine("caller-nobody").await;
    page.click_text("Lisää yhteyshenkilö yritykselle").await;
    page.wait_path("/people/new").await;
    page.tab_to("#company").await;
    page.write("kone").await;
    page.press("Enter").await;
    page.wait_text("Valitse yritys").await;
    page.examine("caller-company").await;
    page.click_text("Kone & Pojat Oy").await;
    page.wait_path(&format!("/companies/{kone}/people/new")).await;
    assert!(page.holds("document.querySelector('#phone').value === '044 999 8888'").await);
}

#[actix_web::test]
async fn a_person_has_several_numbers() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone Oy", "734", "").await;
    let maija = person(&test, kone, "Maija Malli", &["050 111 2222", "+46 8 123 456 78"]).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("/people/{maija}/edit")).await;
    page.examine("person-phones").await;
    page.click_text("Lisää puhelinnumeroita").await;
    page.tab_to("#phone_4").await;
    page.write("iltaisin").await;
    page.click_text("Tallenna").await;
    page.wait_for(".summary").await;
    page.examine("person-phones-refused").await;
}

#[actix_web::test]
async fn a_company_is_looked_up() {
    let server = Server::start().await;
    let url = server.url.clone();
    let test = TestApp::start_with(move |config| config.ytj_url = url).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies/new").await;
    page.examine("company-new-lookup").await;
    page.tab_to("#q").await;
    page.write("kivi ja köysi").await;
    page.press("Enter").await;
    page.wait_text("Osumia on enemmän").await;
    page.examine("lookup-named").await;
    page.click_text("Keksitty Kivi ja Köysi Oy").await;
    page.wait_text("Lisää rekisteriin").await;
    page.go("/companies/lookup").await;
    page.tab_to("#q").await;
    page.write(ALIVE).await;
    page.press("Enter").await;
    page.wait_text("Keksitty Kivi ja Köysi Oy").await;
    page.examine("lookup-found").await;
    page.click_text("Lisää rekisteriin").await;
    page.wait_text("tallennettu YTJ:stä").await;
    for (id, name) in [
        (ENDED, "lookup-ended"),
        (server::EMPTY, "lookup-unknown"),
        (server::BROKEN, "lookup-broken"),
        (ALIVE, "lookup-known"),
        ("1234567-8", "lookup-wrong"),
    ] {
        page.go(&format!("/companies/lookup?q={id}")).await;
        page.examine(name).await;
    }
    page.go(&format!("/companies?q={ENDED}")).await;
    page.examine("register-unknown-business-id").await;
}

#[actix_web::test]
async fn the_form_of_a_new_company_finds_it() {
    let test = TestApp::start().await;
    let kone = company(&test, "Jokilaakson Konepaja Oy", "734", "02 778 2055").await;
    company(&test, "Konepaja Mäkinen Ky", "761", "").await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies?q=konepjaa").await;
    page.examine("register-similar").await;
    page.go("/companies/new").await;
    page.tab_to("#name").await;
    page.write("Jokilakson Konepaja").await;
    page.wait_for("#name[aria-expanded=true]").await;
    page.examine("company-new-finds").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_path(&format!("/companies/{kone}")).await;
    page.go("/companies/new").await;
    assert!(page.holds("document.querySelector('#name').value === 'Jokilakson Konepaja'").await, "what was typed is kept");
    page.tab_to("#phone").await;
    page.write("02 7782055").await;
    page.wait_for("#phone[aria-expanded=true]").await;
    page.press("Escape").await;
    page.press("Enter").await;
    page.wait_for(".summary-warning").await;
    page.examine("company-new-alike").await;
}

#[actix_web::test]
async fn a_hand_edit_goes_back_after_a_question() {
    let server = Server::start().await;
    let url = server.url.clone();
    let test = TestApp::start_with(move |config| config.ytj_url = url).await;
    let browser = test.browser(&test.cast.handler).await;
    let once = kohtaanto::web::once::new_key();
    let company = browser.post("/companies/lookup", &[("q", ALIVE), ("once", &once)]).await.location().to_owned();
    let typed =
        [("name", "Kivi & Köysi"), ("company_form", "16"), ("industry", "62100"), ("municipality", "761"), ("phone", "02 778 2055")];
    browser.post(&company, &typed).await.location();
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("{company}/edit")).await;
    page.examine("company-hand-edits-form").await;
    page.go(&company).await;
    page.examine("company-hand-edits").await;
    page.click("form[action$='/restorations'] button").await;
    page.wait_text("Palautetaanko YTJ:n tieto").await;
    page.click("#confirm-dialog .button-primary").await;
    page.wait_text("YTJ:n tieto on palautettu").await;
}

#[actix_web::test]
async fn a_company_by_hand_ends() {
    let test = TestApp::start().await;
    let kone = company(&test, "Kone Oy", "734", "").await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("/companies/{kone}/edit")).await;
    page.examine("company-by-hand-form").await;
    page.click_text("Merkitse lopettaneeksi").await;
    page.wait_path(&format!("/companies/{kone}/ending/new")).await;
    page.examine("company-ending").await;
    page.click_text("Merkitse lopettaneeksi").await;
    page.wait_path(&format!("/companies/{kone}")).await;
    page.go(&format!("/companies/{kone}/edit")).await;
    page.wait_text("Merkitse toimivaksi").await;
    page.examine("company-ended-form").await;
}
