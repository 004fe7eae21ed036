//! Sites of companies: adding, correcting, ending, who works there, and how the register finds by them.

use crate::companies::add;
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::{audit_entries, people, sites, timeline_events};
use kohtaanto::sites::store::{self, Site};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn company(test: &TestApp, name: &str, municipality: &str) -> i64 {
    add(test, Facts { name: name.into(), municipality: municipality.into(), ..Facts::default() }).await
}

async fn site(browser: &Browser, company: i64, fields: &[(&str, &str)]) -> crate::support::Answer {
    let once = once::new_key();
    browser.post(&format!("/companies/{company}/sites"), &[&[("once", once.as_str())], fields].concat()).await
}

async fn all(test: &TestApp) -> Vec<Site> {
    test.read(|conn| Ok(sites::table.order(sites::id).load(conn)?)).await
}

/// The names of a list's rows.
async fn names(browser: &Browser, query: &str) -> Vec<String> {
    let answer = browser.get(&format!("/companies?{query}")).await;
    let rows = answer.page().split("row-link\"").skip(1);
    rows.map(|row| row.split(['>', '<']).nth(1).expect("a name").to_owned()).collect()
}

const HALL: [(&str, &str); 6] = [
    ("name", " Halikon <b>halli</b> "),
    ("street_address", "Tehdaskatu 1"),
    ("post_code", "24800"),
    ("post_office", "HALIKKO"),
    ("municipality", "734"),
    ("phone", "02-778 2055"),
];

#[actix_web::test]
async fn works_and_twice_is_once() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy", "761").await;
    let browser = test.browser(&test.cast.partner).await;
    let path = format!("/companies/{id}");
    assert!(browser.get(&path).await.page().contains("Toimipaikkoja ei ole kirjattu."));
    let once = browser.get(&format!("{path}/sites/new")).await.once();
    let fields = [&HALL[..], &[("once", once.as_str())]].concat();
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("{path}/sites"), &fields).await.location(), format!("{path}#sites"));
    }
    let [hall] = &all(&test).await[..] else { panic!("one site") };
    assert_eq!((&*hall.name, &*hall.phone, &*hall.phone_e164), ("Halikon <b>halli</b>", "02-778 2055", "+35827782055"));
    assert_eq!(hall.organisation_id, test.cast.partner_organisation);
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(&path).await;
    for text in ["Tehdaskatu 1, 24800 HALIKKO, Salo", "tel:+35827782055", "02-778 2055", "Toimipaikka lisättiin"] {
        assert!(page.page().contains(text), "{text}: {}", page.body);
    }
    assert!(!page.body.contains("<b>halli") && !page.body.contains("/sites/"), "a reader changes nothing");

    let edit = format!("/sites/{}", hall.id);
    assert!(browser.get(&format!("{edit}/edit")).await.page().contains("Tehdaskatu 1"));
    browser.post(&edit, &[("name", "Halli"), ("post_office", "Salo"), ("municipality", "734")]).await.location();
    assert_eq!(all(&test).await[0].name, "Halli");
    assert!(browser.get(&path).await.page().contains("<span class=\"hint\">Salo</span>"), "the town once");
    let deeds: Vec<String> = test
        .read(|conn| Ok(audit_entries::table.filter(audit_entries::subject.eq("sites")).select(audit_entries::action).load(conn)?))
        .await;
    assert_eq!(deeds, ["add", "edit"]);
    let told: i64 =
        test.read(|conn| Ok(timeline_events::table.filter(timeline_events::kind.eq("site_added")).count().get_result(conn)?)).await;
    assert_eq!(told, 1);
}

#[actix_web::test]
async fn what_ended_can_be_taken_back() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy", "761").await;
    let browser = test.browser(&test.cast.handler).await;
    site(&browser, id, &HALL).await.location();
    let hall = all(&test).await[0].id;
    let path = format!("/companies/{id}");
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("/sites/{hall}/ending"), &[]).await.location(), format!("{path}#sites"));
    }
    let page = browser.get(&path).await;
    assert!(page.page().contains("1 entinen toimipaikka") && page.body.contains("Päättynyt 20.11.2026"));
    assert_eq!(browser.get(&format!("/sites/{hall}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&format!("/sites/{hall}"), &HALL).await.status, StatusCode::NOT_FOUND);
    assert!(names(&browser, "municipality=734").await.is_empty(), "it is no more");
    for _ in 0..2 {
        browser.post(&format!("/sites/{hall}/reopening"), &[]).await.location();
    }
    assert_eq!(names(&browser, "municipality=734").await, ["Kone Oy"]);
    let deeds: Vec<String> = test
        .read(|conn| Ok(audit_entries::table.filter(audit_entries::subject.eq("sites")).select(audit_entries::action).load(conn)?))
        .await;
    assert_eq!(deeds, ["add", "end", "reopen"], "twice is once");
}

#[actix_web::test]
async fn the_register_finds_by_a_site() {
    let test = TestApp::start().await;
    let [kone, _, puu] =
        [company(&test, "Kone Oy", "091").await, company(&test, "Leipä Oy", "734").await, company(&test, "Puu Oy", "734").await];
    let browser = test.browser(&test.cast.handler).await;
    for (company, municipality) in [(kone, "734"), (kone, "734"), (kone, "761"), (puu, "734")] {
        site(&browser, company, &[("name", "Myymälä"), ("municipality", municipality), ("phone", "040 123 4567")]).await.location();
    }
    for (query, expected) in [
        ("municipality=734", vec!["Kone Oy", "Leipä Oy", "Puu Oy"]),
        ("municipality=761", vec!["Kone Oy"]),
        ("municipality=091", vec!["Kone Oy"]),
        ("municipality=area", vec!["Kone Oy", "Leipä Oy", "Puu Oy"]),
        ("municipality=853", vec![]),
        ("municipality=734&q=kone", vec!["Kone Oy"]),
        ("municipality=853&q=kone", vec![]),
        ("municipality=734&contact=never", vec!["Kone Oy", "Leipä Oy", "Puu Oy"]),
        ("q=0401234567", vec!["Kone Oy", "Puu Oy"]),
    ] {
        assert_eq!(names(&browser, query).await, expected, "{query}");
    }
    let page = browser.get("/companies?municipality=734").await;
    assert!(page.page().contains("3 yritystä"), "counted once each");
    assert_eq!(page.body.matches("toimipaikka: Salo").count(), 1, "only of the one that has its seat elsewhere");
    let page = browser.get("/companies?municipality=area&q=kone").await;
    assert!(page.page().contains("toimipaikka: Salo, Somero"), "{}", page.body);
    assert!(!browser.get("/companies").await.page().contains("toimipaikka:"));
}

#[actix_web::test]
async fn pages_of_a_municipality_hold_each_company_once() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    for number in 0..53 {
        let seat = if number % 2 == 0 { "734" } else { "091" };
        let id = company(&test, &format!("Sama {number:02}"), seat).await;
        test.write(move |conn| {
            let details = store::Details { name: "Halli".into(), municipality: "734".into(), ..store::Details::default() };
            Ok(store::add(conn, id, &details, (1, 1), "2026-11-20T08:00:00".parse().expect("an instant"))?)
        })
        .await;
    }
    let first = browser.get("/companies?municipality=734").await;
    assert_eq!(first.page().matches("row-link").count(), 50);
    assert!(first.body.contains("53 yritystä"));
    let next =
        first.body.split("href=\"").find(|part| part.contains("after=")).expect("a next page").split('"').next().expect("an address");
    let next = next.replace("&amp;", "&").replace("&#x2F;", "/");
    let (_, query) = next.split_once('?').expect("a query");
    assert_eq!(names(&browser, query).await, ["Sama 50", "Sama 51", "Sama 52"]);
    let page = browser.get(&next).await;
    let back =
        page.page().split("href=\"").find(|part| part.contains("before=")).expect("a way back").split('"').next().expect("an address");
    let back = back.replace("&amp;", "&").replace("&#x2F;", "/");
    let (_, query) = back.split_once('?').expect("a query");
    let names = names(&browser, query).await;
    assert_eq!((names.len(), names[0].as_str(), names[49].as_str()), (50, "Sama 00", "Sama 49"));
}

#[actix_web::test]
async fn a_person_works_at_a_site() {
    let test = TestApp::start().await;
    let [kone, other] = [company(&test, "Kone Oy", "").await, company(&test, "Muu Oy", "").await];
    let browser = test.browser(&test.cast.handler).await;
    let form = browser.get(&format!("/companies/{kone}/people/new")).await;
    assert!(!form.page().contains("name=\"site\""), "nothing to choose from");
    site(&browser, kone, &HALL).await.location();
    site(&browser, other, &[("name", "Muun varasto")]).await.location();
    let [hall, elsewhere] = [all(&test).await[0].id.to_string(), all(&test).await[1].id.to_string()];
    let form = browser.get(&format!("/companies/{kone}/people/new")).await;
    assert!(form.page().contains("name=\"site\"") && !form.body.contains("Muun varasto"));
    let once = form.once();
    let person = |site| [("once", once.as_str()), ("name", "Maija Malli"), ("role", "Esihenkilö"), ("site", site)];
    for wrong in [elsewhere.as_str(), "x", "99999999999999999999", "\0"] {
        let answer = browser.post(&format!("/companies/{kone}/people"), &person(wrong)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        assert!(answer.body.contains("href=\"#site\""));
    }
    browser.post(&format!("/companies/{kone}/people"), &person(&hall)).await.location();
    let shown = "Esihenkilö · Halikon &lt;b&gt;halli";
    assert!(browser.get(&format!("/companies/{kone}")).await.page().contains(shown));
    // The site ends: who worked there is still put there, until somebody says otherwise.
    browser.post(&format!("/sites/{hall}/ending"), &[]).await.location();
    let id: i64 = test.read(|conn| Ok(people::table.select(people::id).first(conn)?)).await;
    let edit = format!("/people/{id}");
    assert!(browser.get(&format!("{edit}/edit")).await.page().contains(&format!("<option value=\"{hall}\" selected>")));
    browser.post(&edit, &[("name", "Maija Malli"), ("role", "Esihenkilö"), ("site", &hall)]).await.location();
    assert!(browser.get(&format!("/companies/{kone}")).await.page().contains(shown));
    browser.post(&edit, &[("name", "Maija Malli"), ("site", "")]).await.location();
    let at: Option<i64> = test.read(|conn| Ok(people::table.select(people::site_id).first(conn)?)).await;
    assert_eq!(at, None);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy", "").await;
    let browser = test.browser(&test.cast.handler).await;
    let long = "x".repeat(301);
    let bad = [
        ("name", " "),
        ("street_address", "hetu 131052-308T"),
        ("post_code", long.as_str()),
        ("municipality", "999"),
        ("phone", "iltaisin"),
    ];
    let answer = site(&browser, id, &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (field, _) in bad {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(answer.body.contains("value=\"iltaisin\""));
    assert!(all(&test).await.is_empty());
    assert_eq!(site(&browser, 999_999, &HALL).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&format!("/companies/{id}/sites"), &HALL).await.status, StatusCode::BAD_REQUEST, "without a once-key");
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy", "").await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator] {
        let browser = test.browser(person).await;
        assert_eq!(site(&browser, id, &HALL).await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.post("/sites/1/ending", &[]).await.status, StatusCode::FORBIDDEN);
        assert!(!browser.get(&format!("/companies/{id}")).await.page().contains("Lisää toimipaikka"));
    }
}
