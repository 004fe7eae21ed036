//! Contact persons: adding, correcting, ending.

mod consents;

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
    test.read(|conn| {
        let ids: Vec<i64> = people::table.order(people::id).select(people::id).load(conn)?;
        Ok(ids.into_iter().filter_map(|id| store::find(conn, id).transpose()).collect::<QueryResult<_>>()?)
    })
    .await
}

/// As typed and in E.164.
fn numbers(person: &Person) -> Vec<(&str, &str)> {
    person.phones.iter().map(|number| (number.phone.as_str(), number.phone_e164.as_str())).collect()
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
    assert_eq!(numbers(maija), [(MAIJA[2].1, "+358401234567")]);
    assert_eq!((maija.language.as_str(), maija.organisation_id), ("sv", test.cast.partner_organisation));

    let edit = format!("/people/{}", maija.id);
    let form = browser.get(&format!("{edit}/edit")).await;
    assert!(form.page().contains("maija@kone.example"));
    browser.post(&edit, &[("name", "Maija Malli"), ("phone", "")]).await.location();
    let maija = all(&test).await.remove(0);
    assert_eq!((maija.name.as_str(), maija.name_sort.as_str(), numbers(&maija)), ("Maija Malli", "maija malli", vec![]));
}

#[actix_web::test]
async fn several_numbers_each_as_typed() {
    let test = TestApp::start().await;
    let id = company(&test).await;
    let browser = test.browser(&test.cast.handler).await;
    let form = browser.get(&format!("/companies/{id}/people/new")).await;
    let typed = [
        ("once", form.once()),
        ("name", "Maija".to_owned()),
        ("phone", " 02-778 2055 ".to_owned()),
        ("phone_2", String::new()),
        ("phone_3", "+46 8 123 456 78".to_owned()),
        ("phone_4", "+358 2 7782055".to_owned()),
        ("phone_5", "050 111 2222".to_owned()),
    ];
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(&format!("/companies/{id}/people"), &typed).await.location();
    let maija = all(&test).await.remove(0);
    let kept = [("02-778 2055", "+35827782055"), ("+46 8 123 456 78", "+46812345678"), ("050 111 2222", "+358501112222")];
    assert_eq!(numbers(&maija), kept, "the same number once");
    let page = browser.get(&format!("/companies/{id}")).await;
    for (typed, e164) in kept {
        assert!(page.page().contains(typed) && page.body.contains(&format!("tel:{e164}")), "{typed}");
    }
    // An empty row more than there are numbers, the rest folded away.
    let edit = format!("/people/{}", maija.id);
    let form = browser.get(&format!("{edit}/edit")).await;
    let (shown, folded) = form.page().split_once("<details class=\"more\">").expect("more rows");
    assert!(shown.contains("name=\"phone_4\" value=\"\"") && folded.contains("name=\"phone_5\""));
    browser.post(&edit, &[("name", "Maija"), ("phone_2", "050 111 2222")]).await.location();
    assert_eq!(numbers(&all(&test).await[0]), [("050 111 2222", "+358501112222")], "emptied rows are removed");
    // Each row is checked by itself, and what was typed stays.
    let answer = browser.post(&edit, &[("name", "Maija"), ("phone", "050 111 2222"), ("phone_5", "iltaisin")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("href=\"#phone_5\"") && answer.body.contains("value=\"iltaisin\""));
    assert!(!answer.body.contains("<details class=\"more\">"), "a row with an error is not folded away");
    assert_eq!(numbers(&all(&test).await[0]).len(), 1);
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
    assert!(test.read(move |conn| Ok(store::choices(conn, id)?)).await.is_empty());
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
