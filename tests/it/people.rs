//! Contact persons: adding, correcting, ending.

use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::companies::{Facts, store as companies};
use kohtaanto::db::Conn;
use kohtaanto::people::store::{self, Person};
use kohtaanto::schema::people;
use reqwest::StatusCode;

async fn company(test: &TestApp) -> i64 {
    let (organisation_id, staff_id, now) = (test.cast.host, test.cast.handler.id, test.app.now());
    let add = move |conn: &mut Conn| {
        let facts = Facts { name: "Kone Oy".into(), ..Facts::default() };
        Ok(companies::add(conn, &companies::NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, now)?)
    };
    test.write(add).await
}

async fn all(test: &TestApp) -> Vec<Person> {
    test.read(|conn| Ok(people::table.order(people::id).load(conn)?)).await
}

const MAIJA: [(&str, &str); 5] = [
    ("name", "Maija \"Maikki\" O'Malli"),
    ("role", "Toimitusjohtaja & omistaja"),
    ("phone", "+358 (0)40 123 4567"),
    ("email", "maija@kone.example"),
    ("language", "sv"),
];

#[actix_web::test]
async fn works_and_twice_is_once() {
    let test = TestApp::start().await;
    let id = company(&test).await;
    let browser = test.browser(&test.cast.partner).await;
    let once = browser.get(&format!("/companies/{id}/people/new")).await.once();
    let fields = [&MAIJA[..], &[("once", once.as_str())]].concat();
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("/companies/{id}/people"), &fields).await.location(), format!("/companies/{id}"));
    }
    let people = all(&test).await;
    assert_eq!(people.len(), 1);
    let maija = &people[0];
    assert_eq!((maija.phone.as_str(), maija.phone_e164.as_str()), (MAIJA[2].1, "+358401234567"));
    assert_eq!((maija.language.as_str(), maija.organisation_id), ("sv", test.cast.partner_organisation));

    let edit = format!("/people/{}", maija.id);
    let form = browser.get(&format!("{edit}/edit")).await;
    assert!(form.page().contains("maija@kone.example"));
    browser.post(&edit, &[("name", "Maija Malli"), ("phone", "")]).await.location();
    let maija = all(&test).await.remove(0);
    assert_eq!((maija.name.as_str(), maija.name_sort.as_str(), maija.phone_e164.as_str()), ("Maija Malli", "maija malli", ""));
}

#[actix_web::test]
async fn who_left_is_no_contact_person() {
    let test = TestApp::start().await;
    let id = company(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get(&format!("/companies/{id}/people/new")).await.once();
    browser.post(&format!("/companies/{id}/people"), &[&MAIJA[..], &[("once", once.as_str())]].concat()).await.location();
    let person = all(&test).await.remove(0).id;
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("/people/{person}/ending"), &[]).await.location(), format!("/companies/{id}"));
    }
    assert!(test.read(move |conn| Ok(store::of_company(conn, id)?)).await.is_empty());
    assert!(all(&test).await[0].ended_at.is_some(), "the contact log still knows who it was");
    assert_eq!(browser.get(&format!("/people/{person}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&format!("/people/{person}"), &MAIJA).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let id = company(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let once = browser.get(&format!("/companies/{id}/people/new")).await.once();
    let bad = [
        ("once", once.as_str()),
        ("name", " "),
        ("role", "hetu 131052-308T"),
        ("phone", "040 123 4567 / 050 123 4567"),
        ("email", "maija@"),
        ("language", "de"),
    ];
    let answer = browser.post(&format!("/companies/{id}/people"), &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "role", "phone", "email", "language"] {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(
        answer.body.contains("maija@") && answer.body.contains("040 123 4567 &#x2F; 050") || answer.body.contains("040 123 4567 / 050")
    );
    assert!(all(&test).await.is_empty());
    assert_eq!(browser.post("/companies/999999/people", &MAIJA).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&format!("/companies/{id}/people"), &MAIJA).await.status, StatusCode::BAD_REQUEST, "without a once-key");
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let id = company(&test).await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator] {
        let browser = test.browser(person).await;
        assert_eq!(browser.post(&format!("/companies/{id}/people"), &MAIJA).await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.post("/people/1/ending", &[]).await.status, StatusCode::FORBIDDEN);
    }
}
