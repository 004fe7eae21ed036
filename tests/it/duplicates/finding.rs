//! The standing list of probable pairs.

use crate::companies::add;
use crate::support::TestApp;
use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::duplicates;
use kohtaanto::people::store::{self as people, Details};
use kohtaanto::schema::{companies, duplicate_pairs};
use std::sync::{Arc, Mutex};

async fn of_register(test: &TestApp, id: i64, business_id: &'static str) {
    test.write(move |conn| {
        let named = (companies::business_id.eq(business_id), companies::source.eq("ytj"));
        diesel::update(companies::table.find(id)).set(named).execute(conn)?;
        Ok(())
    })
    .await;
}

fn facts(name: &str, municipality: &str) -> Facts {
    Facts { name: name.into(), municipality: municipality.into(), ..Facts::default() }
}

/// Each pair with its reasons, the strongest first.
async fn pairs(test: &TestApp) -> Vec<(i64, i64, String)> {
    test.run_jobs().await;
    test.read(|conn| {
        let strongest = (duplicate_pairs::score.desc(), duplicate_pairs::id);
        let columns = (duplicate_pairs::company_id, duplicate_pairs::other_id, duplicate_pairs::reasons);
        Ok(duplicate_pairs::table.order(strongest).select(columns).load(conn)?)
    })
    .await
}

#[actix_web::test]
async fn each_reason_is_found_and_the_register_is_left_alone() {
    let test = TestApp::start().await;
    let register = add(&test, Facts { website: "https://www.konepaja.example/".into(), ..facts("Oy Konepaja Ab", "734") }).await;
    of_register(&test, register, "9000001-3").await;
    let namesake = add(&test, facts("Konepaja Oy", "734")).await;
    of_register(&test, namesake, "9000002-1").await;
    let by_name = add(&test, facts("KONEPAJA", "734")).await;
    let elsewhere = add(&test, facts("Konepaja Ky", "761")).await;
    let by_mail = add(&test, Facts { email: "maija@konepaja.example".into(), ..facts("Koneet ja Pajat", "761") }).await;
    let by_phone = add(&test, Facts { phone: "040 123 4567".into(), ..facts("Puuseppä", "761") }).await;
    let other_phone = add(&test, facts("Aivan Muu", "734")).await;
    for name in ["Gmail Yksi", "Gmail Kaksi"] {
        add(&test, Facts { website: "gmail.com".into(), email: format!("{name}@gmail.com").replace(' ', "."), ..facts(name, "734") }).await;
    }
    let author = (test.cast.host, test.cast.handler.id);
    let now = test.app.now();
    test.write(move |conn| {
        let details = Details { name: "Maija".into(), phones: vec!["+358 40 1234567".into()], ..Details::default() };
        Ok(people::add(conn, other_phone, &details, author, now)?)
    })
    .await;
    let found = pairs(&test).await;
    let expected =
        [(register, by_name, "name"), (namesake, by_name, "name"), (by_phone, other_phone, "phone"), (register, by_mail, "website")];
    let mut found_sorted: Vec<(i64, i64, &str)> = found.iter().map(|(one, other, reasons)| (*one, *other, reasons.as_str())).collect();
    found_sorted.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found_sorted, expected, "neither two of the register nor only the name in another municipality ({elsewhere})");
    assert_eq!(found[0].2, "name", "the strongest first");
}

#[actix_web::test]
async fn what_somebody_said_stays_and_can_be_taken_back() {
    let test = TestApp::start().await;
    let [one, other] = [add(&test, facts("Konepaja Oy", "734")).await, add(&test, facts("Konepaja", "734")).await];
    let browser = test.browser(&test.cast.handler).await;
    assert!(browser.get("/companies/duplicates").await.page().contains("Ei kaksoiskappaleita"));
    assert_eq!(pairs(&test).await.len(), 1);
    let list = browser.get("/companies/duplicates").await;
    assert!(list.page().contains("Sama nimi") && list.page().contains(&format!("/companies/{one}/merges/new?other={other}")));
    assert!(browser.get(&format!("/companies/{other}")).await.page().contains("ehkä rekisterissä kahdesti"));
    let partner = test.browser(&test.cast.partner).await;
    assert!(!partner.get("/companies/duplicates").await.page().contains("merges/new"), "the host merges");
    for _ in 0..2 {
        let answer = browser.post(&format!("/companies/{other}/distinctions"), &[("other", &one.to_string())]).await;
        assert_eq!(answer.location(), "/companies/duplicates");
    }
    assert_eq!(pairs(&test).await.len(), 1, "it is remembered, also after another look");
    assert!(browser.get("/companies/duplicates").await.page().contains("Ei kaksoiskappaleita"));
    assert!(!browser.get(&format!("/companies/{other}")).await.page().contains("ehkä rekisterissä kahdesti"));
    assert!(browser.get("/companies/duplicates?view=dismissed").await.page().contains("Palauta listalle"));
    browser.post(&format!("/companies/{one}/distinctions/removal"), &[("other", &other.to_string())]).await.location();
    assert!(browser.get("/companies/duplicates").await.page().contains("Sama nimi"));
    // A pair that nobody had on the list may be told apart as well.
    let stranger = add(&test, facts("Aivan Muu", "761")).await.to_string();
    browser.post(&format!("/companies/{one}/distinctions"), &[("other", &stranger)]).await.location();
    assert!(browser.get("/companies/duplicates?view=dismissed").await.page().contains("Aivan Muu"));
    browser.post(&format!("/companies/{one}/distinctions/removal"), &[("other", &stranger)]).await.location();
    assert!(!browser.get("/companies/duplicates").await.page().contains("Aivan Muu"));
    for bad in ["", "x", "-1", "9223372036854775807", "\0"] {
        let answer = browser.post(&format!("/companies/{one}/distinctions"), &[("other", bad)]).await;
        assert!(answer.status.is_client_error(), "{bad:?}: {}", answer.status);
    }
    assert!(browser.get("/companies/duplicates?after=AAAA&view=x").await.status.is_success());
}

#[actix_web::test]
async fn an_edit_brings_a_pair_and_takes_it_away() {
    let test = TestApp::start().await;
    let one = add(&test, facts("Konepaja Oy", "734")).await;
    add(&test, facts("Puupaja", "734")).await;
    assert_eq!(pairs(&test).await, []);
    let browser = test.browser(&test.cast.handler).await;
    for (minutes, name, count) in [(5, "Puupaja Oy", 1), (10, "Konepaja Oy", 0)] {
        test.set_clock(crate::support::friday_morning() + chrono::TimeDelta::minutes(minutes));
        browser.post(&format!("/companies/{one}"), &[("name", name), ("municipality", "734")]).await.location();
        let found: Vec<_> = pairs(&test).await.into_iter().filter(|pair| !pair.2.contains("former")).collect();
        assert_eq!(found.len(), count, "{name}: {found:?}");
    }
}

#[actix_web::test]
async fn the_list_is_paged() {
    let test = TestApp::start().await;
    for number in 0..11 {
        add(&test, facts(if number % 2 == 0 { "Konepaja" } else { "Konepaja Oy" }, "734")).await;
    }
    assert_eq!(pairs(&test).await.len(), 55);
    let browser = test.browser(&test.cast.coordinator).await;
    let first = browser.get("/companies/duplicates").await;
    assert_eq!(first.page().matches("merges/new?other=").count(), 50);
    let (_, next) = first.page().split_once("after=").expect("a next page");
    let next = next.split('"').next().expect("its address");
    assert_eq!(browser.get(&format!("/companies/duplicates?after={next}")).await.page().matches("merges/new?other=").count(), 5);
}

#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

/// Looking at one company reads no table as a whole. The indexes are the same on both databases.
#[actix_web::test]
async fn looking_goes_through_indexes() {
    if std::env::var_os("TEST_DATABASE_URL").is_some() {
        return;
    }
    let test = TestApp::start().await;
    let whole =
        Facts { phone: "040 123 4567".into(), email: "a@kone.example".into(), website: "kone.example".into(), ..facts("Kone Oy", "734") };
    let id = add(&test, whole).await;
    let now = test.app.now();
    let scans = test
        .write(move |conn| {
            let caught = Arc::new(Mutex::new(Vec::new()));
            let catcher = caught.clone();
            conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
                if let InstrumentationEvent::StartQuery { query, .. } = event {
                    catcher.lock().expect("a list").push(query.to_string());
                }
            });
            duplicates::look::look(conn, id, now)?;
            conn.set_instrumentation(None::<Box<dyn Instrumentation>>);
            let sent = std::mem::take(&mut *caught.lock().expect("a list"));
            assert!(sent.len() > 8, "{sent:?}");
            let mut scans = Vec::new();
            for statement in sent.iter().filter_map(|sent| sent.split(" -- binds").next()) {
                let steps: Vec<Step> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {statement}")).load(conn)?;
                scans.extend(steps.into_iter().map(|step| step.detail).filter(|step| step.starts_with("SCAN ")));
            }
            Ok(scans)
        })
        .await;
    assert_eq!(scans, Vec::<String>::new());
}
