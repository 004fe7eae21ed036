//! Closing days: whom they close, and what the list knows without being told. It is Friday 20.11.2026.

use crate::support::{Answer, Browser, TestApp};
use kohtaanto::calendar::clock::instant;
use kohtaanto::organisations::closing_days::store;
use kohtaanto::organisations::store::office_hours;
use reqwest::StatusCode;

const LIST: &str = "/admin/closing-days";

async fn send(admin: &Browser, fields: &[(&str, &str)]) -> Answer {
    let once = admin.get(LIST).await.once();
    admin.post(LIST, &[fields, &[("once", once.as_str())]].concat()).await
}

async fn opens(test: &TestApp, team: i64, day: &str) -> bool {
    let day = day.parse().expect("a day");
    test.read(move |conn| Ok(office_hours(conn, team)?.opens_on(day))).await
}

async fn ids(test: &TestApp) -> Vec<i64> {
    test.read(|conn| Ok(store::listed(conn)?.into_iter().map(|closing| closing.id).collect())).await
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let cast = &test.cast;
    let list = admin.get(LIST).await;
    for words in ["to 24.12.2026", "Jouluaatto", "pe 25.6.2027", "Juhannusaatto"] {
        assert!(list.page().contains(words), "{words}");
    }
    let scope = list.value("scope").unwrap_or_default();
    assert!(list.body.contains(&format!(r#"<option value="organisation-{}" selected>"#, cast.host)), "{scope}: the own organisation");
    let host = format!("organisation-{}", cast.host);
    assert_eq!(send(&admin, &[("name", "Henkilöstöpäivä"), ("first_day", "23.11.2026"), ("scope", &host)]).await.location(), LIST);
    let team = format!("team-{}", cast.subsidy_team);
    let days = [("name", "Välipäivät"), ("first_day", "28.12.2026"), ("last_day", "30.12.2026"), ("scope", team.as_str())];
    send(&admin, &days).await.location();
    let list = admin.get(LIST).await;
    for words in ["ma 23.11.2026", "Henkilöstöpäivä", "28.–30.12.2026", "Välipäivät"] {
        assert!(list.page().contains(words), "{words}");
    }
    for (team, day, expected) in [
        (cast.employer_team, "2026-11-23", false),
        (cast.subsidy_team, "2026-11-23", false),
        (cast.partner_team, "2026-11-23", true),
        (cast.employer_team, "2026-12-28", true),
        (cast.subsidy_team, "2026-12-28", false),
        (cast.subsidy_team, "2026-12-30", false),
        (cast.subsidy_team, "2026-12-31", true),
    ] {
        assert_eq!(opens(&test, team, day).await, expected, "{team} {day}");
    }
    let first = ids(&test).await[0];
    let removal = format!("{LIST}/{first}/removal");
    assert_eq!(admin.post(&removal, &[]).await.location(), LIST);
    assert_eq!(admin.post(&removal, &[]).await.status, StatusCode::NOT_FOUND, "it is gone");
    assert!(opens(&test, cast.employer_team, "2026-11-23").await);
    assert!(!admin.get(LIST).await.page().contains("ma 23.11.2026"));
}

#[actix_web::test]
async fn what_is_past_is_folded_away() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let host = format!("organisation-{}", test.cast.host);
    send(&admin, &[("name", "Sulkupäivä"), ("first_day", "23.11.2026"), ("scope", &host)]).await.location();
    test.set_clock(instant("2026-11-24".parse().expect("a day"), 600));
    let later = test.browser(&test.cast.administrator).await.get(LIST).await;
    let (before, after) = later.page().split_once("Yksi mennyt sulkupäivä").expect("the past ones");
    assert!(!before.contains("ma 23.11.2026") && after.contains("ma 23.11.2026"));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let host = format!("organisation-{}", test.cast.host);
    let known = [("name", "Henkilöstöpäivä"), ("first_day", "23.11.2026"), ("scope", host.as_str())];
    send(&admin, &known).await.location();
    let nothing = send(&admin, &[("name", "\0"), ("scope", "team-999999")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(nothing.body.matches(r#"class="field-error""#).count(), 3, "{}", nothing.body);
    for (day, words) in [
        ("24.12.2026", "jo kiinni pyhän tai aaton vuoksi"),
        ("19.11.2026", "Päivä on jo mennyt"),
        ("23.11.2026", "jo merkitty"),
        ("31.12.99999", "Kirjoita päivä muodossa"),
    ] {
        let refused = send(&admin, &[("name", "Säilyy"), ("first_day", day), ("scope", &host)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(refused.body.contains(words) && refused.body.contains(r#"value="Säilyy""#), "{day}: {}", refused.body);
    }
    assert_eq!(ids(&test).await.len(), 1);
}
