//! Topics: an ordered list of the host's; what has ended is offered no more and stays on old rows.

use crate::routes::Samples;
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::organisations::store;
use kohtaanto::schema::audit_entries;
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn offered(test: &TestApp) -> Vec<String> {
    test.read(|conn| Ok(store::topics(conn)?.into_iter().map(|topic| topic.1).collect())).await
}

async fn add(browser: &Browser, name: &str) -> StatusCode {
    browser.post("/admin/topics", &[("once", once::new_key().as_str()), ("name", name)]).await.status
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let key = admin.get("/admin/topics").await.once();
    for _ in 0..2 {
        assert_eq!(admin.post("/admin/topics", &[("once", &key), ("name", "Muutosturva")]).await.location(), "/admin/topics");
    }
    assert_eq!(offered(&test).await, ["Rekrytointi", "Palkkatuki", "Muutosturva"], "twice is once");
    let subsidy = format!("/admin/topics/{}", test.cast.subsidy);
    assert_eq!(admin.post(&subsidy, &[("name", "Palkkatuki ja oppisopimus")]).await.location(), "/admin/topics");
    let move_it = async |direction: &str| admin.post(&format!("{subsidy}/position"), &[("direction", direction)]).await.status;
    assert_eq!(move_it("up").await, StatusCode::SEE_OTHER);
    move_it("up").await;
    assert_eq!(offered(&test).await, ["Palkkatuki ja oppisopimus", "Rekrytointi", "Muutosturva"]);
    move_it("down").await;
    move_it("down").await;
    move_it("down").await;
    assert_eq!(offered(&test).await, ["Rekrytointi", "Muutosturva", "Palkkatuki ja oppisopimus"]);
    assert_eq!(move_it("sideways").await, StatusCode::BAD_REQUEST);
    let actions: Vec<String> = test
        .read(|conn| Ok(audit_entries::table.filter(audit_entries::subject.eq("topics")).select(audit_entries::action).load(conn)?))
        .await;
    assert!(["add", "change", "move"].iter().all(|action| actions.iter().any(|known| known == action)), "{actions:?}");
}

#[actix_web::test]
async fn what_has_ended_is_offered_nowhere_and_stays_on_old_rows() {
    let test = TestApp::start().await;
    let samples = Samples::enter(&test).await;
    test.leave_mail();
    let admin = test.browser(&test.cast.administrator).await;
    let handler = test.browser(&test.cast.handler).await;
    let forms = ["/callbacks/new", "/companies/{company}/contacts/new"].map(|path| samples.fill(path));
    let option = format!(r#"<option value="{}">Rekrytointi</option>"#, test.cast.recruitment);
    let ending = format!("/admin/topics/{}/ending", test.cast.recruitment);
    for form in &forms {
        assert!(handler.get(form).await.page().contains(&option), "{form}");
    }
    for _ in 0..2 {
        assert_eq!(admin.post(&ending, &[]).await.location(), "/admin/topics");
    }
    for form in &forms {
        assert!(!handler.get(form).await.page().contains(&option), "{form}");
    }
    assert!(!admin.get("/admin/routing/new").await.page().contains(&option));
    let topic = test.cast.recruitment.to_string();
    let call =
        [("once", once::new_key()), ("company", "Yritys".into()), ("caller_name", "x".into()), ("caller_phone", "0401234567".into())];
    let rest = [("topic", topic), ("source", "phone".into()), ("language", "fi".into())];
    let fields: Vec<(&str, &str)> = call.iter().chain(&rest).map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(handler.post("/callbacks", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nor taken");
    assert!(handler.get(&samples.fill("/callbacks/{callback}")).await.page().contains("Rekrytointi"), "old rows keep it");
    let page = admin.get("/admin/topics").await;
    assert!(page.page().contains("Käytöstä poistetut aiheet") && page.body.contains("20.11.2026"));
    assert_eq!(admin.post(&ending.replace("ending", "reopening"), &[]).await.location(), "/admin/topics");
    assert!(handler.get(&forms[0]).await.page().contains(&option));
}

#[actix_web::test]
async fn a_routing_row_keeps_its_ended_topic() {
    let test = TestApp::start().await;
    let samples = Samples::enter(&test).await;
    test.leave_mail();
    let admin = test.browser(&test.cast.administrator).await;
    admin.post(&format!("/admin/topics/{}/ending", test.cast.subsidy), &[]).await;
    let row = samples.fill("/admin/routing/{routing}");
    let chosen = format!(r#"<option value="{}" selected>"#, test.cast.subsidy);
    assert!(admin.get(&row).await.page().contains(&chosen), "saving another field must not widen the row");
    let body = samples.fill("topic={other_topic}&team={team}&response=4 h&urgent_response=1 h");
    let fields: Vec<(&str, &str)> = body.split('&').filter_map(|field| field.split_once('=')).collect();
    assert_eq!(admin.post(&row, &fields).await.location(), "/admin/routing");
}

#[actix_web::test]
async fn the_last_topic_stays() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let end = async |id: i64| admin.post(&format!("/admin/topics/{id}/ending"), &[]).await.status;
    assert_eq!(end(test.cast.subsidy).await, StatusCode::SEE_OTHER);
    assert_eq!(end(test.cast.recruitment).await, StatusCode::CONFLICT);
    assert_eq!(offered(&test).await, ["Rekrytointi"]);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    assert_eq!(add(&admin, " ").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(add(&admin, "REKRYTOINTI").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(add(&admin, &"x".repeat(301)).await, StatusCode::UNPROCESSABLE_ENTITY);
    let renamed = admin.post(&format!("/admin/topics/{}", test.cast.subsidy), &[("name", "Rekrytointi")]).await;
    assert_eq!(renamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(renamed.body.contains("Samanniminen aihe") && renamed.body.contains(r#"value="Rekrytointi""#));
    assert_eq!(offered(&test).await, ["Rekrytointi", "Palkkatuki"]);
}

#[actix_web::test]
async fn needs_the_hosts_administrator() {
    let test = TestApp::start().await;
    for person in [&test.cast.coordinator, &test.cast.partner_administrator] {
        let browser = test.browser(person).await;
        assert_eq!(browser.get("/admin/topics").await.status, StatusCode::FORBIDDEN, "{}", person.name);
        assert_eq!(add(&browser, "Oma").await, StatusCode::FORBIDDEN, "{}", person.name);
    }
    assert_eq!(offered(&test).await.len(), 2);
}
