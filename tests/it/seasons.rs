//! Hours that hold for a time: what they change, on which pages, and for whom. It is Friday 20.11.2026.

use crate::support::{Browser, TestApp};
use kohtaanto::calendar::clock::instant;
use kohtaanto::organisations::phone_lines::store as lines;
use kohtaanto::organisations::seasons::store;
use kohtaanto::organisations::store::{Opens, add_phone_line, office_hours};
use reqwest::StatusCode;

const SHORT: [(&str, &str); 5] =
    [("first_day", "23.11.2026"), ("last_day", "25.11.2026"), ("monday", "10–12"), ("tuesday", "10–12"), ("wednesday", "10–12")];

fn address(team: i64) -> String {
    format!("/admin/teams/{team}/seasons")
}

/// Sends a new season with a once-key of its own; `more` wins.
async fn send(admin: &Browser, address: &str, more: &[(&str, &str)]) -> crate::support::Answer {
    let once = admin.get(&format!("{address}/new")).await.once();
    let usual = SHORT.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let fields: Vec<(&str, &str)> = usual.chain(more.iter().copied()).chain([("once", once.as_str())]).collect();
    admin.post(address, &fields).await
}

async fn count(test: &TestApp, whose: Opens) -> usize {
    test.read(move |conn| Ok(store::of(conn, whose)?.len())).await
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let (team, now) = (test.cast.employer_team, test.app.now());
    let admin = test.browser(&test.cast.administrator).await;
    let new = admin.get(&format!("{}/new", address(team))).await;
    assert!(new.page().contains(r#"name="friday" value="9–15""#), "it begins with the usual hours");
    assert_eq!(send(&admin, &address(team), &[]).await.location(), format!("/admin/teams/{team}#seasons"));
    let due = |day: &str, minute| instant(day.parse().expect("a day"), minute);
    // Five hours remain on Friday; two of Monday's and one of Tuesday's follow.
    let counted = test.read(move |conn| Ok(office_hours(conn, team)?.add(now, 8 * 60))).await;
    assert_eq!(counted, due("2026-11-24", 11 * 60));
    let page = admin.get(&format!("/admin/teams/{team}")).await;
    assert!(page.page().contains("23.–25.11.2026") && page.body.contains("ma–ke 10–12"));
    assert!(!page.body.contains("Voimassa nyt"));
    let id = test.read(move |conn| Ok(store::of(conn, Opens::Team(team))?[0].id)).await;
    let edit = format!("/admin/seasons/{id}");
    assert!(admin.get(&edit).await.page().contains(r#"value="23.11.2026""#));
    let closed = [("first_day", "20.11.2026"), ("last_day", "23.11.2026"), ("closed", "true"), ("monday", "x")];
    admin.post(&edit, &closed).await.location();
    let counted = test.read(move |conn| Ok(office_hours(conn, team)?.add(now, 60))).await;
    assert_eq!(counted, due("2026-11-24", 10 * 60), "closed on Friday and Monday");
    assert!(admin.get(&format!("/admin/teams/{team}")).await.page().contains("Voimassa nyt"));
    let gone = format!("{edit}/removal");
    admin.post(&gone, &[]).await.location();
    assert_eq!(admin.post(&gone, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(count(&test, Opens::Team(team)).await, 0);
}

#[actix_web::test]
async fn twice_is_once() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let team = address(test.cast.employer_team);
    let once = admin.get(&format!("{team}/new")).await.once();
    let fields: Vec<_> = SHORT.into_iter().chain([("once", once.as_str())]).collect();
    assert_eq!(admin.post(&team, &fields).await.location(), admin.post(&team, &fields).await.location());
    assert_eq!(count(&test, Opens::Team(test.cast.employer_team)).await, 1);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let team = address(test.cast.employer_team);
    send(&admin, &team, &[]).await.location();
    for (more, words) in [
        (&[("first_day", "")][..], "Täytä tämä kohta"),
        (&[("first_day", "x"), ("last_day", "99.99.9999")], "Kirjoita päivä muodossa"),
        (&[("last_day", "22.11.2026")], "Viimeisen päivän pitää olla"),
        (&[("first_day", "24.11.2026"), ("last_day", ""), ("closed", "true")], "Anna viimeinen päivä"),
        (&[("first_day", "24.11.2026"), ("monday", ""), ("tuesday", ""), ("wednesday", " ")], "Anna vähintään yhden päivän"),
        (&[("first_day", "24.11.2026"), ("monday", "aina")], "muodossa 9–12, 13–15"),
        (&[], "Tästä päivästä alkavat jo toiset ajat"),
    ] {
        let refused = send(&admin, &team, more).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{more:?}");
        assert!(refused.body.contains(words), "{words}: {}", refused.body);
    }
    assert_eq!(count(&test, Opens::Team(test.cast.employer_team)).await, 1);
    let copied = send(&admin, &team, &[("monday", "8–9"), ("copy", "monday")]).await;
    assert_eq!(copied.page().matches(r#"value="8–9""#).count(), 5);
}

#[actix_web::test]
async fn hides_other_organisations() {
    let test = TestApp::start().await;
    let (own, other) = (address(test.cast.partner_team), test.cast.employer_team);
    let partner = test.browser(&test.cast.partner_administrator).await;
    assert!(send(&partner, &own, &[]).await.location().starts_with("/admin/teams/"));
    assert_eq!(partner.get(&format!("{}/new", address(other))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(partner.post(&address(other), &SHORT).await.status, StatusCode::NOT_FOUND);
    let admin = test.browser(&test.cast.administrator).await;
    send(&admin, &address(other), &[]).await.location();
    let id = test.read(move |conn| Ok(store::of(conn, Opens::Team(other))?[0].id)).await;
    for path in [format!("/admin/seasons/{id}"), format!("/admin/seasons/{id}/removal")] {
        assert_eq!(partner.post(&path, &SHORT).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(count(&test, Opens::Team(other)).await, 1);
}

#[actix_web::test]
async fn a_phone_line_has_its_own_and_takes_them_along() {
    let test = TestApp::start().await;
    let team = test.cast.employer_team;
    let line = test.write(move |conn| Ok(add_phone_line(conn, team, "Neuvonta", "050 000 9055", "+358500009055")?)).await;
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("/admin/phone-lines/{line}");
    let for_good = [("first_day", "1.1.2027"), ("last_day", ""), ("closed", "true")];
    assert_eq!(send(&admin, &format!("{path}/seasons"), &for_good).await.location(), format!("{path}#seasons"));
    let page = admin.get(&path).await;
    assert!(page.page().contains("1.1.2027 alkaen") && page.body.contains("Kiinni"));
    assert_eq!(count(&test, Opens::Team(team)).await, 0, "the team's own hours stay");
    test.write(move |conn| Ok(lines::remove(conn, line)?)).await;
    assert_eq!(count(&test, Opens::PhoneLine(line)).await, 0);
}
