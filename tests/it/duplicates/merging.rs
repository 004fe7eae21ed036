//! Merging and undoing by the pages.

use super::merge_by_page;
use crate::companies::add;
use crate::support::{TestApp, friday_morning};
use crate::ytj::import_records;
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::companies::store as companies;
use kohtaanto::schema::{companies as rows, company_field_edits, company_forwards, company_merges, merge_rows, people, sites};
use reqwest::StatusCode;

const RECORD: &str = r#"{"businessId":{"value":"2646674-9"},"names":[{"name":"Konepaja Oy","type":"1","registrationDate":"2020-01-01"}],
    "website":{"url":"konepaja.example"},"tradeRegisterStatus":"1"}"#;

/// One of the register, and one by hand that knows its telephone number and other web pages.
async fn two(test: &TestApp) -> [i64; 2] {
    let by_hand = Facts { name: "Pajan Kone".into(), phone: "02 778 2055".into(), website: "vanha.example".into(), ..Facts::default() };
    let by_hand = add(test, by_hand).await;
    import_records(test, &[RECORD]);
    let register = test.read(|conn| Ok(companies::id_of(conn, "2646674-9")?.expect("it was imported"))).await;
    [register, by_hand]
}

async fn newest_merge(test: &TestApp) -> i64 {
    test.read(|conn| Ok(company_merges::table.select(company_merges::id).order(company_merges::id.desc()).first(conn)?)).await
}

#[actix_web::test]
async fn works_and_twice_is_once() {
    let test = TestApp::start().await;
    let [register, by_hand] = two(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let logged = [("kind", "call"), ("outcome", "reached"), ("happened_on", "2026-11-19"), ("happened_at", "12:00"), ("visibility", "own")];
    let once = browser.get(&format!("/companies/{by_hand}/contacts/new")).await.once();
    browser.post(&format!("/companies/{by_hand}/contacts"), &[&logged[..], &[("once", once.as_str())]].concat()).await.location();
    let partner = test.browser(&test.cast.partner).await;
    let once = partner.get(&format!("/tasks/new?company={by_hand}")).await.once();
    let id = by_hand.to_string();
    let holder = format!("staff-{}", test.cast.partner.id);
    let promise = [
        ("once", once.as_str()),
        ("company", "Pajan Kone"),
        ("company_id", &id),
        ("title", "Salainen lupaus"),
        ("when", "week"),
        ("holder", &holder),
    ];
    partner.post("/tasks", &promise).await.location();

    // Whichever one begins with, the one with the business id stays.
    let page = browser.get(&format!("/companies/{by_hand}/merges/new?other={register}")).await;
    assert!(page.page().contains(&format!(r#"action="/companies/{register}/merges""#)), "{}", page.body);
    assert!(page.body.contains("1 yhteydenotto siirtyy") && page.body.contains("1 tehtävä siirtyy"));
    assert!(page.body.contains("niistä 1 muiden") && !page.body.contains("Salainen"));
    assert!(page.body.contains("Puhelin täydentyy: 02 778 2055"));
    for _ in 0..2 {
        let seen = page.value("seen").expect("a form");
        let form = [("other", id.as_str()), ("seen", &seen), ("website", "gone"), ("name", "kept")];
        assert_eq!(browser.post(&format!("/companies/{register}/merges"), &form).await.location(), format!("/companies/{register}"));
    }
    let kept = test.read(move |conn| Ok(companies::find(conn, register)?.expect("it stayed"))).await;
    assert_eq!((&*kept.name, &*kept.phone, &*kept.website), ("Konepaja Oy", "02 778 2055", "vanha.example"));
    let page = browser.get(&format!("/companies/{register}")).await;
    for text in ["Pajan Kone", "Toinen yritys yhdistettiin", "Puhelu", "Peru yhdistäminen"] {
        assert!(page.page().contains(text), "{text}");
    }
    assert!(browser.get("/companies?q=pajan+kone").await.page().contains("1 yritys"));
    assert_eq!(browser.get("/companies/suggestions?q=pajan").await.page().matches(r#""id""#).count(), 1);

    let merge = newest_merge(&test).await;
    let undoing = format!("/companies/merges/{merge}/undoing");
    assert!(browser.get(&format!("{undoing}/new")).await.page().contains("Perua voi 20.12.2026 asti."));
    for _ in 0..2 {
        assert_eq!(browser.post(&undoing, &[]).await.location(), format!("/companies/{by_hand}"));
    }
    assert!(browser.get(&format!("/companies/{by_hand}")).await.page().contains("Yhdistäminen peruttiin"));
    let kept = test.read(move |conn| Ok(companies::find(conn, register)?.expect("it stayed"))).await;
    assert_eq!((&*kept.name, &*kept.phone, &*kept.website), ("Konepaja Oy", "", "konepaja.example"));
}

#[actix_web::test]
async fn an_import_meets_only_the_company_that_stayed() {
    let test = TestApp::start().await;
    let [register, by_hand] = two(&test).await;
    let browser = test.browser(&test.cast.coordinator).await;
    merge_by_page(&browser, register, by_hand, &[("website", "gone"), ("name", "gone")]).await.location();
    let report = import_records(&test, &[&RECORD.replace("konepaja.example", "uusi.example").replace("Konepaja Oy", "Konepaja Suomi Oy")]);
    assert_eq!((report.new, report.differing), (0, 2));
    let kept = test.read(move |conn| Ok(companies::find(conn, register)?.expect("it stayed"))).await;
    assert_eq!((&*kept.name, &*kept.website), ("Pajan Kone", "vanha.example"));
    for name in ["pajan+kone", "konepaja+suomi"] {
        assert!(browser.get(&format!("/companies?q={name}")).await.page().contains("1 yritys"), "{name}");
    }
    // What the register told since stays as it is, and is named.
    let merge = newest_merge(&test).await;
    let confirm = browser.get(&format!("/companies/merges/{merge}/undoing/new")).await;
    assert!(confirm.page().contains("jäävät ennalleen") && confirm.body.contains("Verkkosivut"));
    browser.post(&format!("/companies/merges/{merge}/undoing"), &[]).await.location();
    let edits: i64 = test.read(move |conn| Ok(company_field_edits::table.count().get_result(conn)?)).await;
    assert_eq!(edits, 2, "the hand edits stay with the company of the register");
    import_records(&test, &[RECORD]);
    let count: i64 = test.read(|conn| Ok(rows::table.count().get_result(conn)?)).await;
    assert_eq!(count, 2);
}

#[actix_web::test]
async fn refuses_in_words() {
    let test = TestApp::start().await;
    let [register, by_hand] = two(&test).await;
    import_records(&test, &[&RECORD.replace("2646674-9", "0112038-9")]);
    let other = test.read(|conn| Ok(companies::id_of(conn, "0112038-9")?.expect("it was imported"))).await;
    let browser = test.browser(&test.cast.handler).await;
    let answer = browser.get(&format!("/companies/{register}/merges/new?other={other}")).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Molemmilla on oma Y-tunnus"));
    let fields = [("other", other.to_string()), ("seen", "x".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(browser.post(&format!("/companies/{register}/merges"), &fields).await.status, StatusCode::CONFLICT);
    assert_eq!(
        browser.get(&format!("/companies/{register}/merges/new?other={register}")).await.location(),
        format!("/companies/{register}")
    );
    for other in ["", "x", "\0", "9223372036854775807", "99999999999999999999", &register.to_string()] {
        let answer = browser.post(&format!("/companies/{register}/merges"), &[("other", other), ("seen", "\0")]).await;
        assert!(answer.status.is_client_error(), "{other:?}: {}", answer.status);
    }
    let unknown = browser.get(&format!("/companies/{register}/merges/new?company=Tuntematon")).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(browser.get(&format!("/companies/{register}/merges/new?company=pajan+kone")).await.page().contains("Mitä tapahtuu"));

    // Somebody edits one of them while they are looked at.
    let page = browser.get(&format!("/companies/{register}/merges/new?other={by_hand}")).await;
    let (seen, id) = (page.value("seen").expect("a form"), by_hand.to_string());
    browser.post(&format!("/companies/{by_hand}"), &[("name", "Pajan Kone"), ("phone", "040 123 4567")]).await.location();
    let answer = browser.post(&format!("/companies/{register}/merges"), &[("other", &id), ("seen", &seen)]).await;
    assert_eq!(answer.location(), format!("/companies/{register}/merges/new?other={by_hand}"));
    let count: i64 = test.read(|conn| Ok(rows::table.count().get_result(conn)?)).await;
    assert_eq!(count, 3, "nothing is merged");
}

#[actix_web::test]
async fn after_30_days_only_the_address_is_left() {
    let test = TestApp::start().await;
    let [register, by_hand] = two(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    merge_by_page(&browser, register, by_hand, &[]).await.location();
    let merge = newest_merge(&test).await;
    test.set_clock(friday_morning() + TimeDelta::days(30) - TimeDelta::minutes(1));
    test.run_jobs().await;
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/companies/merges").await.page().contains("Pajan Kone"));
    test.set_clock(friday_morning() + TimeDelta::days(30));
    assert_eq!(browser.post(&format!("/companies/merges/{merge}/undoing"), &[]).await.status, StatusCode::CONFLICT);
    assert!(!browser.get(&format!("/companies/{register}")).await.page().contains("Peru yhdistäminen"));
    test.run_jobs().await;
    assert!(browser.get("/companies/merges").await.page().contains("Ei yhdistettyjä yrityksiä"));
    assert_eq!(browser.post(&format!("/companies/merges/{merge}/undoing"), &[]).await.status, StatusCode::NOT_FOUND);
    let (kept, forwards): (i64, i64) =
        test.read(|conn| Ok((merge_rows::table.count().get_result(conn)?, company_forwards::table.count().get_result(conn)?))).await;
    assert_eq!((kept, forwards), (0, 1));
    assert_eq!(browser.get(&format!("/companies/{by_hand}")).await.status, StatusCode::TEMPORARY_REDIRECT);
}

#[actix_web::test]
async fn a_person_at_the_others_site_hinders_and_is_named() {
    let test = TestApp::start().await;
    let [register, by_hand] = two(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let fill = async |path: String, fields: &[(&str, &str)]| {
        let once = browser.get(&format!("{path}/new")).await.once();
        browser.post(&path, &[&[("once", once.as_str())], fields].concat()).await.location();
    };
    fill(format!("/companies/{by_hand}/sites"), &[("name", "Halikon halli")]).await;
    fill(format!("/companies/{register}/people"), &[("name", "Maija Malli")]).await;
    merge_by_page(&browser, register, by_hand, &[]).await.location();
    let (site, person): (i64, i64) =
        test.read(|conn| Ok((sites::table.select(sites::id).first(conn)?, people::table.select(people::id).first(conn)?))).await;
    browser.post(&format!("/people/{person}"), &[("name", "Maija Malli"), ("site", &site.to_string())]).await.location();
    let undoing = format!("/companies/merges/{}/undoing", newest_merge(&test).await);
    let answer = browser.post(&undoing, &[]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Maija Malli on merkitty toimipaikkaan Halikon halli"), "{}", answer.body);
    browser.post(&format!("/people/{person}"), &[("name", "Maija Malli")]).await.location();
    browser.post(&undoing, &[]).await.location();
    let of: (i64, i64) = test
        .read(|conn| Ok((sites::table.select(sites::company_id).first(conn)?, people::table.select(people::company_id).first(conn)?)))
        .await;
    assert_eq!(of, (by_hand, register));
}
