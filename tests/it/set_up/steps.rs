//! The steps: each left and continued, two administrators at work at once, left out and taken back.

use super::{empty, first_administrator, states};
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::{self, Facts, store::NewCompany};
use kohtaanto::schema::{organisations, routing_rows, staff, team_members, teams, topics};
use kohtaanto::web::once;
use reqwest::StatusCode;

const TEAM: [(&str, &str); 3] = [("name_1", "Työnantajapalvelut"), ("mailbox_1", "tyonantajat@alue.example"), ("mine_1", "true")];

async fn save_teams(browser: &Browser, fields: &[(&str, &str)]) -> crate::support::Answer {
    let key = once::new_key();
    browser.post("/setup/teams", &[fields, &[("once", key.as_str())]].concat()).await
}

async fn count<T: Send + 'static>(test: &TestApp, query: impl FnOnce(&mut kohtaanto::db::Conn) -> QueryResult<T> + Send + 'static) -> T {
    test.read(move |conn| Ok(query(conn)?)).await
}

async fn only_team(test: &TestApp) -> String {
    count(test, |conn| teams::table.select(teams::id).first::<i64>(conn)).await.to_string()
}

/// Each step is a page of its own that another session continues: nothing is kept but what the steps are about.
#[actix_web::test]
async fn each_step_can_be_left_and_continued() {
    let test = empty().await;
    let browser = first_administrator(&test).await;
    let list = browser.get("/setup").await;
    assert_eq!(states(list.page()), ["missing"; 8]);
    assert!(list.body.contains("0/8 vaihetta"), "{}", list.body);
    for step in ["teams", "topics", "routing", "mail"] {
        browser.get(&format!("/setup/{step}")).await.page();
    }
    assert_eq!(states(browser.get("/setup").await.page()), ["missing"; 8], "looking at a step does nothing");

    let again = sign_in(&test).await;
    assert_eq!(save_teams(&again, &TEAM).await.location(), "/setup");
    assert_eq!(states(again.get("/setup").await.page())[1], "done");

    let again = sign_in(&test).await;
    assert!(again.get("/setup/topics").await.page().contains("Palkkatuki\nStarttiraha"), "a list is suggested");
    assert_eq!(again.post("/setup/topics", &[("topics", "Palkkatuki\r\n\r\n  palkkatuki \r\nMuu asia")]).await.location(), "/setup");
    assert_eq!(count(&test, |conn| topics::table.select(topics::name).load::<String>(conn)).await, ["Palkkatuki", "Muu asia"]);

    let again = sign_in(&test).await;
    let form = again.get("/setup/routing").await;
    let team = only_team(&test).await;
    assert!(form.page().contains(&format!("value=\"{team}\" selected")), "the only team is chosen");
    let routing = [("team", team.as_str()), ("response", "4 h"), ("urgent_response", "1 h"), ("seen", "")];
    assert_eq!(again.post("/setup/routing", &routing).await.location(), "/setup");
    let states_now = again.get("/setup").await;
    assert_eq!(&states(states_now.page())[1..4], ["done", "done", "done"]);
}

async fn sign_in(test: &TestApp) -> Browser {
    let answer = test.visitor().post("/login", &[("email", "aino@alue.example"), ("password", super::PASSWORD)]).await;
    let cookie = answer.headers[reqwest::header::SET_COOKIE].to_str().expect("a cookie").to_owned();
    test.browser_of(cookie.split(['=', ';']).nth(1).expect("a token"))
}

/// The state is what the data says: whoever undoes a step elsewhere sees it missing again.
#[actix_web::test]
async fn a_step_that_is_undone_is_missing_again() {
    let test = empty().await;
    let browser = first_administrator(&test).await;
    save_teams(&browser, &TEAM).await.location();
    assert_eq!(states(browser.get("/setup").await.page())[1], "done");
    test.write(|conn| Ok(diesel::delete(team_members::table).execute(conn)?)).await;
    let list = browser.get("/setup").await;
    assert_eq!(states(list.page())[1], "missing");
    assert!(list.body.contains("Tiimissä ei ole vielä ketään"), "{}", list.body);
    test.write(|conn| Ok(diesel::update(organisations::table).set(organisations::name.eq("Nimeämätön työllisyysalue")).execute(conn)?))
        .await;
    assert!(browser.get("/setup").await.page().contains("Anna työllisyysalueelle nimi"));
    let (now, host) = (test.app.now(), count(&test, |conn| organisations::table.select(organisations::id).first::<i64>(conn)).await);
    test.write(move |conn| {
        let facts = Facts { name: "Pajakorpi Oy".to_owned(), ..Facts::default() };
        let staff_id = staff::table.select(staff::id).first(conn)?;
        Ok(companies::store::add(conn, &NewCompany { business_id: None, facts: &facts, organisation_id: host, staff_id }, now)?)
    })
    .await;
    assert_eq!(states(browser.get("/setup").await.page())[6], "done", "companies are there, wherever they came from");
}

#[actix_web::test]
async fn two_administrators_at_once_keep_what_both_did() {
    let test = TestApp::start().await;
    let (one, other) = (test.browser(&test.cast.administrator).await, test.browser(&test.cast.administrator).await);
    let list = [("topics", "Rekrytointi\nPalkkatuki\nMuutosturva")];
    let (first, second) = futures::join!(one.post("/setup/topics", &list), other.post("/setup/topics", &list));
    assert_eq!((first.location(), second.location()), ("/setup", "/setup"));
    assert_eq!(count(&test, |conn| topics::table.count().get_result::<i64>(conn)).await, 3, "the same list twice is there once");

    let team = [("name_1", "Uusi tiimi"), ("mailbox_1", "uusi@alue.example")];
    let (first, second) = futures::join!(save_teams(&one, &team), save_teams(&other, &team));
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    let refused = if first.status == StatusCode::SEE_OTHER { second } else { first };
    assert!(refused.body.contains("Samanniminen tiimi on jo") && refused.body.contains("value=\"uusi@alue.example\""), "{}", refused.body);
}

#[actix_web::test]
async fn routing_is_not_overwritten_unseen() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.administrator).await;
    let (ours, theirs) = (test.cast.employer_team.to_string(), test.cast.subsidy_team.to_string());
    let save = async |team: &str, seen: &str| {
        browser.post("/setup/routing", &[("team", team), ("response", "4 h"), ("urgent_response", "1 h"), ("seen", seen)]).await
    };
    assert_eq!(save(&theirs, "").await.location(), "/setup");
    let conflict = save(&ours, "").await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.body.contains("Toinen pääkäyttäjä ehti"), "{}", conflict.body);
    assert!(conflict.body.contains(&format!("value=\"{ours}\" selected")), "what was chosen stays");
    let at = conflict.body.find("name=\"seen\" value=\"").expect("what is seen now") + 19;
    let seen = conflict.body[at..].split('"').next().expect("a value").to_owned();
    assert_eq!(save(&ours, &seen).await.location(), "/setup");
    assert_eq!(save(&ours, "").await.location(), "/setup", "the same again is no conflict");
    let rows = count(&test, |conn| routing_rows::table.select(routing_rows::team_id).load::<i64>(conn)).await;
    assert_eq!(rows, [test.cast.employer_team]);
}

#[actix_web::test]
async fn twice_is_once() {
    let test = empty().await;
    let browser = first_administrator(&test).await;
    let key = once::new_key();
    let fields = [&TEAM[..], &[("once", key.as_str())]].concat();
    assert_eq!(browser.post("/setup/teams", &fields).await.location(), "/setup");
    assert_eq!(browser.post("/setup/teams", &fields).await.location(), "/setup");
    assert_eq!(count(&test, |conn| teams::table.count().get_result::<i64>(conn)).await, 1);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.administrator).await;
    let before = count(&test, |conn| teams::table.count().get_result::<i64>(conn)).await;
    let nothing = save_teams(&browser, &[("name_1", " ")]).await;
    assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.body.contains("Kirjoita ainakin yhden tiimin"));
    let known = test.cast.employer_team;
    let name = count(&test, move |conn| teams::table.find(known).select(teams::name).first::<String>(conn)).await.to_uppercase();
    let fields =
        [("name_1", "Hyvä tiimi"), ("mailbox_1", "hyva@alue.example"), ("name_2", name.as_str()), ("name_3", "Kolmas"), ("mailbox_3", "x")];
    let refused = save_teams(&browser, &fields).await;
    for words in ["Samanniminen tiimi on jo", "Täytä tämä kohta", "Tarkista sähköpostiosoite", "value=\"Hyvä tiimi\""] {
        assert!(refused.body.contains(words), "{words}: {}", refused.body);
    }
    assert_eq!(count(&test, |conn| teams::table.count().get_result::<i64>(conn)).await, before, "nothing is written halfway");
    let many = (0..31).map(|number| format!("Aihe {number}\n")).collect::<String>();
    for topics in ["", " \n ", many.as_str(), "131052-308T"] {
        assert_eq!(browser.post("/setup/topics", &[("topics", topics)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{topics}");
    }
    let foreign = [("team", "999999"), ("response", "4"), ("urgent_response", "")];
    assert_eq!(browser.post("/setup/routing", &foreign).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn optional_steps_are_left_out_and_taken_back() {
    let test = empty().await;
    let browser = first_administrator(&test).await;
    for _ in 0..2 {
        assert_eq!(browser.post("/setup/skips", &[("step", "import")]).await.location(), "/setup");
        assert_eq!(states(browser.get("/setup").await.page())[6], "skipped");
    }
    assert!(browser.get("/setup").await.page().contains("1/8 vaihetta"));
    for _ in 0..2 {
        assert_eq!(browser.post("/setup/skips/removal", &[("step", "import")]).await.location(), "/setup");
        assert_eq!(states(browser.get("/setup").await.page())[6], "missing");
    }
    for step in ["teams", "area", "nonsense", ""] {
        assert_eq!(browser.post("/setup/skips", &[("step", step)]).await.status, StatusCode::BAD_REQUEST, "{step}");
    }
}

/// The band leads back until each step is done or left out, also the optional ones. The demo needs no mail server.
#[actix_web::test]
async fn the_notice_stays_until_every_step_is_settled() {
    let test = TestApp::start_empty(|config| config.demo = true).await;
    let browser = first_administrator(&test).await;
    let host = count(&test, |conn| organisations::table.select(organisations::id).first::<i64>(conn)).await;
    test.write(move |conn| Ok(kohtaanto::organisations::store::set_municipalities(conn, host, &["734".to_owned()])?)).await;
    save_teams(&browser, &TEAM).await.location();
    browser.post("/setup/topics", &[("topics", "Palkkatuki")]).await.location();
    let team = only_team(&test).await;
    let routing = [("team", team.as_str()), ("response", "4 h"), ("urgent_response", "1 h"), ("seen", "")];
    browser.post("/setup/routing", &routing).await.location();
    let steps = ["phone_lines", "import", "invitations"];
    for (step, notice) in steps.into_iter().zip(["3 vaihetta jäljellä", "2 vaihetta jäljellä", "yksi vaihe jäljellä"]) {
        assert!(browser.get("/admin").await.page().contains(notice), "{notice}");
        browser.post("/setup/skips", &[("step", step)]).await.location();
    }
    assert!(!browser.get("/admin").await.page().contains("Käyttöönotto on kesken"));
}

/// One that has ended can be opened again in Administration; a second of its name would stand beside it.
#[actix_web::test]
async fn an_ended_topic_is_not_added_again() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.administrator).await;
    let (subsidy, today) = (test.cast.subsidy, test.app.today());
    test.write(move |conn| Ok(diesel::update(topics::table.find(subsidy)).set(topics::ended_on.eq(today)).execute(conn)?)).await;
    assert_eq!(browser.post("/setup/topics", &[("topics", "PALKKATUKI\nMuutosturva")]).await.location(), "/setup");
    let rows =
        count(&test, |conn| topics::table.order(topics::id).select((topics::name, topics::position)).load::<(String, i32)>(conn)).await;
    let (names, mut positions): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    assert_eq!(names.iter().filter(|name| name.to_lowercase() == "palkkatuki").count(), 1, "{names:?}");
    let all = positions.len();
    positions.sort_unstable();
    positions.dedup();
    assert_eq!(positions.len(), all, "each has a place of its own");
}

#[actix_web::test]
async fn the_notice_is_for_those_who_can_do_something() {
    let test = TestApp::start().await;
    let notice = "Käyttöönotto on kesken";
    assert!(test.browser(&test.cast.administrator).await.get("/").await.page().contains(notice));
    for person in [&test.cast.partner_administrator, &test.cast.handler, &test.cast.coordinator] {
        assert!(!test.browser(person).await.get("/").await.page().contains(notice), "{}", person.name);
    }
}
