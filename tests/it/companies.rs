//! The register's pages: list, suggestions, adding and correcting.

use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::companies::{Facts, store};
use kohtaanto::db::Conn;
use kohtaanto::schema::{companies, timeline_events};
use reqwest::StatusCode;

pub async fn add(test: &TestApp, facts: Facts) -> i64 {
    let (organisation_id, staff_id, now) = (test.cast.host, test.cast.handler.id, test.app.now());
    let add = move |conn: &mut Conn| {
        Ok(store::add(conn, &store::NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, now)?)
    };
    test.write(add).await
}

async fn count(test: &TestApp) -> i64 {
    test.read(|conn| Ok(companies::table.count().get_result(conn)?)).await
}

#[actix_web::test]
async fn list_works() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Äänekosken <b>Öljy</b> & Co".into(), phone: "02 778 2055".into(), ..Facts::default() }).await;
    let browser = test.browser(&test.cast.reader).await;
    let answer = browser.get("/companies?q=aanekosken").await;
    let page = answer.page();
    assert!(page.contains(&format!(r#"href="/companies/{id}""#)) && page.contains("tel:+35827782055") && page.contains("1 yritys"));
    assert!(
        page.contains("Äänekosken &lt;b&gt;Öljy&lt;&#x2F;b&gt; &amp; Co") || page.contains("Äänekosken &lt;b&gt;Öljy&lt;/b&gt; &amp; Co")
    );
    assert!(!page.contains("/companies/new"), "a reader is offered nothing to add");
    assert!(browser.get("/companies?q=puuttuu").await.page().contains("Yhtään yritystä ei löytynyt"));
    assert!(browser.get("/companies?q=1234567-8").await.page().contains("viimeinen numero"));
    assert_eq!(browser.get("/companies?phone=%2B35827782055").await.location(), format!("/companies/{id}"));
    assert!(browser.get("/companies?after=broken&municipality=%00&industry=%22").await.status.is_success());
}

#[actix_web::test]
async fn list_keeps_its_filters_from_page_to_page() {
    let test = TestApp::start().await;
    for number in 0..51 {
        add(&test, Facts { name: format!("Sama & {number}"), municipality: "734".into(), ..Facts::default() }).await;
    }
    let browser = test.browser(&test.cast.handler).await;
    let answer = browser.get("/companies?q=sama&municipality=734").await;
    let next =
        answer.page().split("href=\"").find(|part| part.contains("after=")).expect("a next page").split('"').next().expect("its address");
    let next = next.replace("&amp;", "&").replace("&#x2F;", "/");
    assert!(next.contains("q=sama") && next.contains("municipality=734"), "{next}");
    let answer = browser.get(&next).await;
    assert_eq!(answer.page().matches("row-link").count(), 1);
    assert!(answer.page().contains("before="));
}

#[actix_web::test]
async fn a_personal_identity_code_never_stays_in_the_address() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    for path in ["/companies?q=131052-308T", "/companies?q=Oy+131052-308T&municipality=734", "/companies?phone=131052-308T"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.location(), "/companies");
        assert!(answer.headers["set-cookie"].to_str().expect("a cookie").contains("flash-search-personal-identity-code"));
    }
    assert_eq!(browser.get("/companies/suggestions?q=131052-308T").await.page(), "[]");
}

#[actix_web::test]
async fn suggestions_work() {
    let test = TestApp::start().await;
    let alive = add(
        &test,
        Facts { name: "Öljynen \"Koti\" Oy".into(), municipality: "734".into(), phone: "0401234567".into(), ..Facts::default() },
    )
    .await;
    let ended = add(&test, Facts { name: "Öljynen Vanha Oy".into(), ..Facts::default() }).await;
    let end = move |conn: &mut Conn| {
        diesel::update(companies::table.find(ended)).set(companies::alive.eq(false)).execute(conn)?;
        Ok(())
    };
    test.write(end).await;
    let browser = test.browser(&test.cast.logger).await;
    let found: serde_json::Value = serde_json::from_str(browser.get("/companies/suggestions?q=oljynen").await.page()).expect("JSON");
    let expected = serde_json::json!([
        {"id": alive.to_string(), "label": "Öljynen \"Koti\" Oy", "hint": "Salo"},
        {"id": ended.to_string(), "label": "Öljynen Vanha Oy", "hint": "", "warning": "Lopettanut"},
    ]);
    assert_eq!(found, expected);
    assert!(browser.get("/companies/suggestions?q=040-123%204567").await.page().contains("Koti"));
    assert_eq!(browser.get("/companies/suggestions?q=").await.page(), "[]");
    assert!(browser.get("/companies/industries?q=ohjelm").await.page().contains("62"));
    assert!(browser.get("/companies/industries?q=62").await.page().contains("\"id\":\"62"));
    assert_eq!(test.browser(&test.cast.log_reader).await.get("/companies/suggestions?q=x").await.status, StatusCode::FORBIDDEN);
}

const WHOLE: [(&str, &str); 12] = [
    ("name", "Tmi \"Uusi\" <Paja> & Poika 🐟"),
    ("business_id", "FI 1234567-1"),
    ("company_form", "26"),
    ("industry", "62100 Ohjelmointi"),
    ("municipality", "734"),
    ("street_address", "Katu 1"),
    ("post_code", "24100"),
    ("post_office", "Salo"),
    ("phone", "040-123 4567"),
    ("email", "uusi@paja.example"),
    ("website", "www.paja.example"),
    ("postal_address", "PL 1"),
];

#[actix_web::test]
async fn adding_works_and_twice_is_once() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.partner).await;
    let once = browser.get("/companies/new?name=Paja").await.once();
    let fields = [&WHOLE[..], &[("once", once.as_str())]].concat();
    let first = browser.post("/companies", &fields).await.location().to_owned();
    assert_eq!(browser.post("/companies", &fields).await.location(), first);
    let id: i64 = first.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let (company, events) = test
        .read(move |conn| {
            let events: Vec<String> =
                timeline_events::table.filter(timeline_events::company_id.eq(id)).select(timeline_events::kind).load(conn)?;
            Ok((store::find(conn, id)?.expect("a company"), events))
        })
        .await;
    assert_eq!(company.business_id.as_deref(), Some("1234567-1"));
    assert_eq!((company.name.as_str(), company.phone_e164.as_str()), (WHOLE[0].1, "+358401234567"));
    assert_eq!((company.industry_2025.as_str(), company.source.as_str(), company.alive), ("62100", "manual", true));
    assert_eq!(events, ["company_added"]);
}

#[actix_web::test]
async fn rejects_bad_input_and_keeps_what_was_typed() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get("/companies/new").await.once();
    let bad = [
        ("once", once.as_str()),
        ("name", ""),
        ("business_id", "1234567-8"),
        ("company_form", "999"),
        ("industry", "ohjelmointia kai"),
        ("municipality", "999"),
        ("phone", "soita iltaisin"),
        ("email", "eiole"),
        ("website", "javascript:alert(1)"),
        ("street_address", "Katu 131052-308T"),
    ];
    let answer = browser.post("/companies", &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "business_id", "company_form", "industry", "municipality", "phone", "email", "website", "street_address"] {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    for (field, value) in &bad[..] {
        let kept = matches!(*field, "company_form" | "municipality") || answer.body.contains(value);
        assert!(kept, "{field}");
    }
    assert!(answer.body.contains("viimeinen numero ei täsmää"));
    assert_eq!(count(&test).await, 0);
}

#[actix_web::test]
async fn a_business_id_belongs_to_one_company() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get("/companies/new").await.once();
    let first = browser.post("/companies", &[("once", &once), ("name", "Eka"), ("business_id", "1234567-1")]).await.location().to_owned();
    let once = browser.get("/companies/new").await.once();
    let answer = browser.post("/companies", &[("once", &once), ("name", "Toka"), ("business_id", "12345671")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&format!("href=\"{first}\"")) && answer.body.contains("Eka"));
    assert_eq!(count(&test).await, 1);
}

#[actix_web::test]
async fn namesakes_are_shown_once() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Salon Kone Oy".into(), ..Facts::default() }).await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get("/companies/new").await.once();
    let answer = browser.post("/companies", &[("once", &once), ("name", "Salon köne")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&format!("/companies/{id}")) && answer.body.contains("(sama nimi)"));
    assert_eq!((answer.once(), answer.value("similar_seen")), (once.clone(), Some(id.to_string())));
    // Another one like it is told, too; then the company is added.
    let other = add(&test, Facts { name: "Salonkone Ky".into(), ..Facts::default() }).await;
    let answer = browser.post("/companies", &[("once", &once), ("name", "Salon köne"), ("similar_seen", &id.to_string())]).await;
    let seen = answer.value("similar_seen").expect("both");
    assert_eq!((answer.status, seen.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, format!("{id},{other}").as_str()));
    assert!(answer.body.contains("(lähes sama nimi)") && !answer.body.contains("(sama nimi)"));
    browser.post("/companies", &[("once", &once), ("name", "Salon köne"), ("similar_seen", &seen)]).await.location();
    assert_eq!(count(&test).await, 3);
}

#[actix_web::test]
async fn whatever_makes_two_companies_alike_is_told() {
    let test = TestApp::start().await;
    let known = Facts {
        name: "Jokilaakson Konepaja Oy".into(),
        phone: "02 778 2055".into(),
        website: "https://www.jokikone.fi/fi".into(),
        ..Facts::default()
    };
    let id = add(&test, known).await;
    let browser = test.browser(&test.cast.handler).await;
    for (name, field, value, likeness) in [
        ("Jokilaakson konepajat", "phone", "", "lähes sama nimi"),
        ("JOKILAAKSON KONEPAJA", "phone", "", "sama nimi"),
        ("Jokilaaksonkonepaja", "phone", "+358 27782055", "lähes sama nimi"),
        ("Aivan Muu", "phone", "+358 27782055", "sama puhelinnumero"),
        ("Aivan Muu", "website", "jokikone.fi", "sama verkko-osoite"),
        ("Aivan Muu", "email", "Maija@jokikone.fi", "sama verkko-osoite"),
    ] {
        let once = kohtaanto::web::once::new_key();
        let answer = browser.post("/companies", &[("once", &once), ("name", name), (field, value)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {value}");
        assert!(answer.body.contains(&format!("({likeness})")) && answer.body.contains(&format!("/companies/{id}")), "{name} {value}");
        assert_eq!(answer.value("name").as_deref(), Some(name), "what was typed stays");
    }
    let once = kohtaanto::web::once::new_key();
    let typed =
        [("once", once.as_str()), ("name", "Aivan Muu"), ("email", "maija@gmail.com"), ("phone", "02 778 2056"), ("website", "kone.fi")];
    browser.post("/companies", &typed).await.location();
}

#[actix_web::test]
async fn the_form_finds_what_is_known_and_leads_to_the_open_data() {
    let test = TestApp::start().await;
    let known = Facts { name: "Öljynen Oy".into(), phone: "0401234567".into(), website: "www.oljynen.fi".into(), ..Facts::default() };
    let id = add(&test, known).await;
    let browser = test.browser(&test.cast.partner).await;
    assert!(browser.get("/companies/new").await.page().contains("data-combobox-src=\"/companies/matches\""));
    let matches = async |typed: &str| -> Vec<(String, String)> {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
        let rows: Vec<serde_json::Value> =
            serde_json::from_str(browser.get(&format!("/companies/matches?{query}")).await.page()).expect("a list");
        let text = |row: &serde_json::Value, key: &str| row[key].as_str().expect(key).to_owned();
        rows.iter().map(|row| (text(row, "label"), text(row, "href"))).collect()
    };
    let company = ("Öljynen Oy".to_owned(), format!("/companies/{id}"));
    let lookup = |typed: &str, query: &str| (format!("Hae YTJ:stä: {typed}"), format!("/companies/lookup?q={query}"));
    for (typed, expected) in [
        ("öljynen", vec![company.clone(), lookup("öljynen", "%C3%B6ljynen")]),
        ("oljinen", vec![company.clone(), lookup("oljinen", "oljinen")]),
        ("040-123 4567", vec![company.clone()]),
        ("https://oljynen.fi", vec![company.clone()]),
        ("info@oljynen.fi", vec![company.clone()]),
        ("1234567-1", vec![lookup("1234567-1", "1234567-1")]),
        ("1234567-8", vec![]),
        ("uusi & outo", vec![lookup("uusi & outo", "uusi+%26+outo")]),
        ("kone.fi", vec![]),
        ("131052-308T", vec![]),
        ("öl", vec![company.clone()]),
        ("", vec![]),
    ] {
        assert_eq!(matches(typed).await, expected, "{typed}");
    }
}

#[actix_web::test]
async fn needs_the_right_to_write() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Kone".into(), ..Facts::default() }).await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator, &test.cast.log_reader] {
        let browser = test.browser(person).await;
        for path in ["/companies/new".to_owned(), format!("/companies/{id}/edit"), format!("/companies/{id}/people/new")] {
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(browser.post(&format!("/companies/{id}"), &[("name", "Muu")]).await.status, StatusCode::FORBIDDEN);
    }
    let browser = test.browser(&test.cast.handler).await;
    assert_eq!(browser.get("/companies/999999/edit").await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post("/companies/999999", &[("name", "Muu")]).await.status, StatusCode::NOT_FOUND);
}
