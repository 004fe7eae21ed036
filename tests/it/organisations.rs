//! The pages of organisations: the host with its area, partners and projects whose access ends. It is Friday 20.11.2026.

use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::organisations::store;
use kohtaanto::routing::{rules::Row, store as routing};
use kohtaanto::schema::{audit_entries, organisations};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn audited(test: &TestApp, subject: &'static str) -> Vec<String> {
    let entries = audit_entries::table.filter(audit_entries::subject.eq(subject)).order(audit_entries::id);
    test.read(move |conn| Ok(entries.select(audit_entries::action).load(conn)?)).await
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let once = admin.get("/admin/organisations/new").await.once();
    let fields = [("once", once.as_str()), ("name", "Ääniharava-hanke"), ("ends_on", "31.12.2026")];
    let location = admin.post("/admin/organisations", &fields).await.location().to_owned();
    assert_eq!(admin.post("/admin/organisations", &fields).await.location(), location, "twice is once");
    let page = admin.get(&location).await;
    assert!(page.page().contains(r#"value="31.12.2026""#) && page.body.contains("Tiimejä ei ole vielä"));
    let list = admin.get("/admin/organisations").await;
    let order = ["Jokilaakson työllisyysalue", "Jokilaakson yrityskeskus", "Ääniharava-hanke"].map(|name| list.page().find(name));
    assert!(order.is_sorted() && order.iter().all(Option::is_some), "the host first, then in Finnish order: {order:?}");
    assert!(list.body.contains("31.12.2026 asti"));
    assert_eq!(admin.post(&location, &[("name", "Harava"), ("ends_on", "")]).await.location(), "/admin/organisations");
    assert!(!admin.get("/admin/organisations").await.page().contains("31.12.2026"));
    assert_eq!(audited(&test, "organisations").await, ["add", "change"]);
}

#[actix_web::test]
async fn needs_the_hosts_administrator() {
    let test = TestApp::start().await;
    for person in [&test.cast.coordinator, &test.cast.partner_administrator] {
        let browser = test.browser(person).await;
        let own = format!("/admin/organisations/{}", test.cast.partner_organisation);
        for path in ["/admin/organisations", "/admin/organisations/new", own.as_str()] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path} for {}", person.name);
        }
        assert_eq!(browser.post(&own, &[("name", "Oma")]).await.status, StatusCode::FORBIDDEN);
    }
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let key = once::new_key();
    let answer = admin.post("/admin/organisations", &[("once", &key), ("name", " "), ("ends_on", "31.2.2027")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Täytä tämä kohta", "Kirjoita päivä muodossa", r#"value="31.2.2027""#] {
        assert!(answer.body.contains(words), "{words}");
    }
    let taken = [("once", key.as_str()), ("name", "jokilaakson YRITYSKESKUS")];
    let answer = admin.post("/admin/organisations", &taken).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Samanniminen organisaatio"));
    let partner = format!("/admin/organisations/{}", test.cast.partner_organisation);
    let answer = admin.post(&partner, &[("name", "Jokilaakson työllisyysalue")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(audited(&test, "organisations").await.is_empty());
}

#[actix_web::test]
async fn the_area_is_names_or_codes() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let host = format!("/admin/organisations/{}", test.cast.host);
    assert!(admin.get(&host).await.page().contains("Salo, Somero, Koski Tl, Marttila"));
    let save = async |municipalities: &str| admin.post(&host, &[("name", "Alue"), ("municipalities", municipalities)]).await;
    assert_eq!(save("somero; 734\nS:t Mårtens, Salo").await.status, StatusCode::SEE_OTHER);
    assert_eq!(test.read(|conn| Ok(store::municipalities(conn)?)).await, ["761", "734", "480"]);
    let answer = save("Salo, Uskela, 999").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Näitä kuntia ei löydy: Uskela, 999") && answer.body.contains("Salo, Uskela, 999</textarea>"));
    assert_eq!(save(" , ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(test.read(|conn| Ok(store::municipalities(conn)?)).await, ["761", "734", "480"]);
    // The host's access does not end, whatever is sent.
    admin.post(&host, &[("name", "Alue"), ("municipalities", "Salo"), ("ends_on", "1.1.2020")]).await;
    assert_eq!(admin.get(&host).await.status, StatusCode::OK);
    let suggested = |query: &'static str| admin.get(query);
    assert!(suggested("/admin/organisations/municipalities?q=kos").await.page().contains(r#""label":"Koski Tl","hint":"Koskis""#));
    assert_eq!(suggested("/admin/organisations/municipalities?q=").await.page(), "[]");
}

#[actix_web::test]
async fn an_end_in_the_past_asks_first() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        let row = Row { team_id: cast.employer_team, response_minutes: 240, urgent_response_minutes: 60, ..Row::default() };
        Ok(routing::add(conn, &Row { topic_id: Some(cast.subsidy), team_id: cast.partner_team, ..row })?)
    })
    .await;
    let (admin, partner) = (test.browser(&test.cast.administrator).await, test.browser(&test.cast.partner).await);
    let path = format!("/admin/organisations/{}", test.cast.partner_organisation);
    let asked = admin.post(&path, &[("name", "Yrityskeskus"), ("ends_on", "19.11.2026")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["2 henkilöä ei pääse", "Heistä yksi on nyt kirjautuneena", "2 ohjausriviä", r#"name="end_seen" value="2026-11-19""#]
    {
        assert!(asked.body.contains(words), "{words}: {}", asked.body);
    }
    assert_eq!(partner.get("/").await.status, StatusCode::OK, "nothing is saved before the answer");
    // Another day than the one that was shown is asked for anew.
    let other = [("name", "Yrityskeskus"), ("ends_on", "18.11.2026"), ("end_seen", "2026-11-19")];
    assert_eq!(admin.post(&path, &other).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let yes = [("name", "Yrityskeskus"), ("ends_on", "19.11.2026"), ("end_seen", "2026-11-19")];
    assert_eq!(admin.post(&path, &yes).await.location(), "/admin/organisations");
    assert_eq!(partner.get("/").await.status, StatusCode::SEE_OTHER, "access has ended");
    let list = admin.get("/admin/organisations").await;
    assert!(list.page().contains("Päättynyt") && list.body.contains("2 ohjausriviä vie soittopyyntöjä tänne"));
    assert!(admin.get("/admin/routing").await.page().contains("rivi ohitetaan"));
    // It is over already: another day in the past takes nothing more away. A day to come gives it back.
    assert_eq!(admin.post(&path, &[("name", "Yrityskeskus"), ("ends_on", "1.11.2026")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(admin.post(&path, &[("name", "Yrityskeskus"), ("ends_on", "20.11.2026")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(partner.get("/").await.status, StatusCode::OK, "the last day is one of access");
    let (id, ends) = (test.cast.partner_organisation, organisations::ends_on);
    let last: Option<chrono::NaiveDate> = test.read(move |conn| Ok(organisations::table.find(id).select(ends).first(conn)?)).await;
    assert_eq!(last, Some(test.app.today()));
}
