//! From the list of probable pairs to one company and back again, by clicks.

use super::Page;
use crate::companies::add;
use crate::support::TestApp;
use crate::ytj::import_records;
use kohtaanto::companies::Facts;
use kohtaanto::people::store::{self as people, Details};

const RECORD: &str = r#"{"businessId":{"value":"2646674-9"},"names":[{"name":"Öljynen & Pojat Oy","type":"1","registrationDate":"2020-01-01"}],
    "website":{"url":"oljynen.example"},"tradeRegisterStatus":"1"}"#;

#[actix_web::test]
async fn two_become_one_and_two_again() {
    let test = TestApp::start().await;
    import_records(&test, &[RECORD]);
    let facts = Facts {
        name: "Öljynen & Pojat".into(),
        phone: "02 778 2055".into(),
        website: "www.oljynenjapojat.example".into(),
        ..Facts::default()
    };
    let by_hand = add(&test, facts).await;
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    let maija = Details { name: "Maija Malli".into(), ..Details::default() };
    test.write(move |conn| Ok(people::add(conn, by_hand, &maija, author, now)?)).await;
    test.run_jobs().await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies/duplicates").await;
    page.examine("duplicates").await;
    page.go(&format!("/companies/{by_hand}")).await;
    page.examine("duplicates-company").await;
    page.click_text("Vertaa: Öljynen & Pojat Oy").await;
    page.wait_text("Mitä tapahtuu").await;
    page.examine("duplicates-compare").await;
    page.click_text("Yhdistä").await;
    page.wait_text("Yritykset on yhdistetty.").await;
    page.examine("duplicates-merged").await;
    page.go("/companies/merges").await;
    page.examine("merges").await;
    page.click_text("Peru yhdistäminen").await;
    page.wait_text("palaa rekisteriin").await;
    page.examine("merge-undoing").await;
    page.click_text("Peru yhdistäminen").await;
    page.wait_text("Yhdistäminen on peruttu.").await;
}
