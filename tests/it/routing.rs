//! Routing rows and their page.

use crate::support::TestApp;
use kohtaanto::routing::store::{self, Question, Row};
use kohtaanto::web::order::Direction;
use reqwest::StatusCode;

fn row(team_id: i64) -> Row {
    Row { team_id, response_minutes: 240, urgent_response_minutes: 60, ..Row::default() }
}

fn question(topic_id: i64) -> Question<'static> {
    Question { topic_id, municipality: "734", industry: "10710", language: "fi" }
}

/// Topic subsidy goes to the subsidy team, Swedish to the employer team within an hour, the rest to the employer team.
async fn set_up(test: &TestApp) -> [i64; 3] {
    let cast = test.cast.clone();
    test.write(move |conn| {
        let all = store::add(conn, &row(cast.employer_team))?;
        let subsidy = store::add(conn, &Row { topic_id: Some(cast.subsidy), ..row(cast.subsidy_team) })?;
        let swedish = Row { language: Some("sv".to_owned()), response_minutes: 60, urgent_response_minutes: 30, ..row(cast.employer_team) };
        Ok([subsidy, store::add(conn, &swedish)?, all])
    })
    .await
}

async fn order(test: &TestApp) -> Vec<i64> {
    test.read(|conn| Ok(store::rows(conn)?.iter().map(|row| row.id).collect())).await
}

#[actix_web::test]
async fn the_first_matching_row_routes() {
    let test = TestApp::start().await;
    let [subsidy, swedish, all] = set_up(&test).await;
    let (cast, today) = (test.cast.clone(), test.app.today());
    test.read(move |conn| {
        let target = store::route(conn, &question(cast.subsidy), today)?;
        assert_eq!((target.row_id, target.team_id, target.response_minutes), (subsidy, cast.subsidy_team, 240));
        let target = store::route(conn, &Question { language: "sv", ..question(cast.recruitment) }, today)?;
        assert_eq!((target.row_id, target.urgent_response_minutes), (swedish, 30));
        assert_eq!(store::route(conn, &question(cast.recruitment), today)?.row_id, all);
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn nothing_set_up_routes_nowhere() {
    let test = TestApp::start().await;
    let today = test.app.today();
    test.read(move |conn| {
        assert_eq!(store::route(conn, &question(1), today), Err(diesel::result::Error::NotFound));
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn the_catch_all_comes_first_and_stays_last() {
    let test = TestApp::start().await;
    let (team, other, topic) = (test.cast.employer_team, test.cast.subsidy_team, test.cast.subsidy);
    let all = test
        .write(move |conn| {
            let first = store::add(conn, &Row { topic_id: Some(topic), ..row(team) })?;
            let rows = store::rows(conn)?;
            assert_eq!(rows.len(), 2);
            assert_eq!(rows[0].id, first);
            assert!(rows[1].catches_all() && rows[1].team_id == team);
            // A second row without a condition would never be asked: it changes the one there is.
            assert_eq!(store::add(conn, &row(other))?, rows[1].id);
            let last = store::rows(conn)?.pop().expect("the catch-all");
            assert_eq!(last.team_id, other);
            assert!(store::remove(conn, last.id).is_err());
            assert!(store::shift(conn, last.id, Direction::Up).is_err());
            assert!(store::update(conn, last.id, &Row { topic_id: Some(topic), ..row(team) }).is_err());
            assert!(store::update(conn, first, &row(team)).is_err());
            Ok(last.id)
        })
        .await;
    let admin = test.browser(&test.cast.administrator).await;
    assert_eq!(admin.post(&format!("/admin/routing/{all}/removal"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(admin.post(&format!("/admin/routing/{all}/position"), &[("direction", "up")]).await.status, StatusCode::NOT_FOUND);
    assert!(!admin.get(&format!("/admin/routing/{all}")).await.page().contains("/removal"));
    assert_eq!(order(&test).await.last(), Some(&all));
}

#[actix_web::test]
async fn rows_move_among_their_own() {
    let test = TestApp::start().await;
    let [subsidy, swedish, all] = set_up(&test).await;
    let admin = test.browser(&test.cast.administrator).await;
    let shift = async |id: i64, direction: &str| admin.post(&format!("/admin/routing/{id}/position"), &[("direction", direction)]).await;
    assert_eq!(shift(swedish, "up").await.location(), "/admin/routing");
    assert_eq!(order(&test).await, [swedish, subsidy, all]);
    shift(swedish, "up").await;
    shift(subsidy, "down").await;
    assert_eq!(order(&test).await, [swedish, subsidy, all]);
    shift(swedish, "down").await;
    assert_eq!(order(&test).await, [subsidy, swedish, all]);
    assert_eq!(shift(swedish, "sideways").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(shift(9_999, "up").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_page_adds_changes_and_removes() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    assert!(admin.get("/admin/routing").await.page().contains("Ohjausta ei ole vielä asetettu"));
    let once = admin.get("/admin/routing/new").await.once();
    let (team, topic) = (test.cast.subsidy_team.to_string(), test.cast.subsidy.to_string());
    let fields = [
        ("once", once.as_str()),
        ("topic", &topic),
        ("municipality", "734"),
        ("industry", "C"),
        ("language", "sv"),
        ("team", &team),
        ("response", "1 h 30 min"),
        ("urgent_response", "30 min"),
    ];
    assert_eq!(admin.post("/admin/routing", &fields).await.location(), "/admin/routing");
    admin.post("/admin/routing", &fields).await;
    let ids = order(&test).await;
    assert_eq!(ids.len(), 2, "twice is once, and the catch-all came along");
    let list = admin.get("/admin/routing").await;
    for words in ["Aihe: Palkkatuki", "Kunta: Salo", "Toimiala: C Teollisuus", "Kieli: ruotsi", "1 h 30 min", "Kaikki muut soittopyynnöt"]
    {
        assert!(list.page().contains(words), "{words}");
    }
    let edit = admin.get(&format!("/admin/routing/{}", ids[0])).await;
    assert!(edit.page().contains(r#"value="1 h 30 min""#));
    let changed = [("industry", "10710"), ("team", team.as_str()), ("response", "2 h"), ("urgent_response", "2 h")];
    assert_eq!(admin.post(&format!("/admin/routing/{}", ids[0]), &changed).await.location(), "/admin/routing");
    assert!(admin.get("/admin/routing").await.page().contains("10710 "));
    assert!(admin.get(&format!("/admin/routing/{}", ids[0])).await.page().contains(r#"value="10710" selected"#));
    let removal = format!("/admin/routing/{}/removal", ids[0]);
    assert_eq!(admin.post(&removal, &[]).await.location(), "/admin/routing");
    assert_eq!(admin.post(&removal, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(order(&test).await, ids[1..]);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let once = admin.get("/admin/routing/new").await.once();
    let answer = admin.post("/admin/routing", &[("once", &once), ("response", "4"), ("team", "999")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in
        ["Valitse vähintään yksi ehto", "Kirjoita aika yksikön kanssa", "Täytä tämä kohta", "Valitse yksi vaihtoehdoista", r#"value="4""#]
    {
        assert!(answer.body.contains(words), "{words}");
    }
    let bad =
        [("topic", "x"), ("municipality", "999"), ("industry", "c"), ("language", "ru"), ("response", "1 h"), ("urgent_response", "2 h")];
    let answer = admin.post("/admin/routing", &bad).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.body.matches(r#"class="field-error""#).count(), 6, "four conditions, team, slower urgent: {}", answer.body);
    assert!(order(&test).await.is_empty());
}

#[actix_web::test]
async fn needs_the_hosts_administrator() {
    let test = TestApp::start().await;
    let [subsidy, ..] = set_up(&test).await;
    for person in [&test.cast.coordinator, &test.cast.handler, &test.cast.partner_administrator] {
        let browser = test.browser(person).await;
        assert_eq!(browser.get("/admin/routing").await.status, StatusCode::FORBIDDEN, "{}", person.name);
        assert_eq!(browser.post(&format!("/admin/routing/{subsidy}/removal"), &[]).await.status, StatusCode::FORBIDDEN, "{}", person.name);
    }
    assert_eq!(order(&test).await.len(), 3);
}

#[actix_web::test]
async fn a_row_has_a_backup_that_is_another_team_with_accounts() {
    let test = TestApp::start().await;
    set_up(&test).await;
    let admin = test.browser(&test.cast.administrator).await;
    let (partner_team, employers) = (test.cast.partner_team, test.cast.employer_team.to_string());
    test.write(move |conn| {
        use diesel::prelude::*;
        use kohtaanto::schema::teams;
        Ok(diesel::update(teams::table.find(partner_team)).set(teams::by_mail.eq(true)).execute(conn)?)
    })
    .await;
    let form = admin.get("/admin/routing/new").await;
    assert!(form.page().contains("Yritysneuvonta (Jokilaakson yrityskeskus), vastaa sähköpostitse"));
    let fields = |team: &str, backup: &str, once: &str| {
        let fields =
            [("once", once), ("language", "en"), ("team", team), ("backup", backup), ("response", "4 h"), ("urgent_response", "1 h")];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let send = async |fields: [(&'static str, String); 6]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post("/admin/routing", &fields).await
    };
    let same = send(fields(&employers, &employers, &form.once())).await;
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(same.body.contains("Valitse varatiimiksi toinen tiimi"));
    let by_mail = send(fields(&employers, &partner_team.to_string(), &form.once())).await;
    assert_eq!(by_mail.status, StatusCode::UNPROCESSABLE_ENTITY, "it has nobody whom the ladder could tell");
    send(fields(&partner_team.to_string(), &employers, &form.once())).await.location();
    let list = admin.get("/admin/routing").await;
    assert!(list.page().contains("Varatiimi: Työnantajapalvelut") && list.page().contains("vastaa sähköpostitse"));
    let id = order(&test).await[2];
    assert!(admin.get(&format!("/admin/routing/{id}")).await.page().contains(&format!(r#"value="{employers}" selected"#)));
    let today = test.app.today();
    test.read(move |conn| {
        let target = store::route(conn, &Question { language: "en", ..question(0) }, today)?;
        assert_eq!((target.team_id, target.backup_team_id), (partner_team, employers.parse().ok()));
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn a_trial_tells_who_would_get_it_and_why() {
    let test = TestApp::start().await;
    set_up(&test).await;
    let cast = test.cast.clone();
    let now = test.app.now();
    let company = test.write(move |conn| {
        use kohtaanto::companies::{Facts, store as companies};
        let somero = Row { municipality: Some("761".to_owned()), ..row(cast.partner_team) };
        store::add(conn, &somero)?;
        kohtaanto::organisations::duty::assign(conn, cast.employer_team, now.date(), cast.handler.id)?;
        let facts = Facts { name: "Salon Saha Oy".to_owned(), municipality: "734".to_owned(), ..Facts::default() };
        let new = companies::NewCompany { business_id: None, facts: &facts, organisation_id: cast.host, staff_id: cast.handler.id };
        Ok(companies::add(conn, &new, now)?)
    });
    let company = company.await;
    let admin = test.browser(&test.cast.administrator).await;
    assert!(!admin.get("/admin/routing").await.page().contains("Tämä rivi ratkaisee"));
    let topic = test.cast.recruitment;
    let asked = format!("/admin/routing?topic={topic}&company=Salon+Saha+Oy&company_id={company}&language=fi&urgent=true");
    let page = admin.get(&asked).await;
    for words in [
        "Pyynnön saa Työnantajapalvelut (Jokilaakson työllisyysalue)",
        "Aihe Palkkatuki ≠ Rekrytointi",
        "Kieli ruotsi ≠ suomi",
        "Kunta Somero ≠ Salo",
        "Heli Hoitaja",
        "pe 20.11.2026 klo 11.00",
        "1 h aukioloaikaa: pe 10–11.",
        "Salon Saha Oy · Salo",
        "Tämä rivi ratkaisee",
    ] {
        assert!(page.page().contains(words), "{words}: {}", page.body);
    }
    assert_eq!(page.page().matches("Tämä rivi ratkaisee").count(), 1);
    // Without the script the name alone finds the company; without a company its municipality isn't known.
    let typed = admin.get(&format!("/admin/routing?topic={topic}&company=salon+saha+oy&language=fi")).await;
    assert!(typed.page().contains("Kunta Somero ≠ Salo"));
    let nobody = admin.get(&format!("/admin/routing?topic={topic}&company=Olematon+Oy&language=sv")).await;
    assert!(nobody.page().contains("Yritystä ei löytynyt rekisteristä") && nobody.page().contains("Tämä rivi ratkaisee"));
    let none = admin.get(&format!("/admin/routing?topic={topic}&language=fi")).await;
    assert!(none.page().contains("Kunta Somero ≠ ei tiedossa") && !none.page().contains("Yritystä ei löytynyt"));
    for query in [
        "topic=&language=fi",
        "topic=x&language=fi",
        "topic=999999999999999999999&language=%00",
        "language=ru",
        "company=131052-308T&language=fi",
    ] {
        let answer = admin.get(&format!("/admin/routing?{query}")).await;
        assert!(answer.page().contains(r#"class="field-error""#) && !answer.page().contains("Tämä rivi ratkaisee"), "{query}");
    }
}
