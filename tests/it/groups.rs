//! Company groups: put together by hand, seen by all, one a company at most.

use crate::companies::add;
use crate::duplicates::merge_by_page;
use crate::support::{Answer, Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::schema::{company_group_members as members, company_groups, company_merges};
use reqwest::StatusCode;

async fn company(test: &TestApp, name: &str) -> i64 {
    add(test, Facts { name: name.into(), municipality: "734".into(), ..Facts::default() }).await
}

async fn join(browser: &Browser, company: i64, group: &str) -> Answer {
    browser.post(&format!("/companies/{company}/group"), &[("group", group)]).await
}

/// Group, company and whether it is the parent.
async fn all(test: &TestApp) -> Vec<(i64, i64, bool)> {
    let rows = members::table.order(members::company_id).select((members::group_id, members::company_id, members::is_parent));
    test.read(move |conn| Ok(rows.load(conn)?)).await
}

async fn group(test: &TestApp) -> i64 {
    test.read(|conn| Ok(company_groups::table.select(company_groups::id).order(company_groups::id).first(conn)?)).await
}

#[actix_web::test]
async fn works_and_twice_is_once() {
    let test = TestApp::start().await;
    let [kone, puu, leipa] = [company(&test, "Kone Oy").await, company(&test, "Puu Oy").await, company(&test, "Leipä Oy").await];
    let (browser, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    for _ in 0..2 {
        assert_eq!(join(&browser, kone, "Kone-konserni").await.location(), format!("/companies/{kone}#company-group"));
    }
    assert!(partner.get("/groups/suggestions?q=kons").await.page().contains("1 yritys"));
    join(&partner, puu, "KONE-KONSERNI").await.location();
    let id = group(&test).await;
    let path = format!("/groups/{id}");
    browser.post(&format!("{path}/members"), &[("company", "leipä oy")]).await.location();
    browser.post(&format!("{path}/members"), &[("company", "Leipä Oy"), ("company_id", &leipa.to_string())]).await.location();
    for parent in [puu, kone, kone] {
        browser.post(&format!("{path}/members/{parent}/parenthood"), &[]).await.location();
    }
    assert_eq!(all(&test).await, [(id, kone, true), (id, puu, false), (id, leipa, false)]);

    // Every member's page leads to the others.
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(&format!("/companies/{puu}")).await;
    for text in ["Kone-konserni", "Emoyhtiö", &format!("href=\"/companies/{kone}\""), &format!("href=\"/companies/{leipa}\"")] {
        assert!(page.page().contains(text), "{text}");
    }
    let page = reader.get(&path).await;
    assert!(page.page().contains("Leipä Oy") && page.body.contains("Salo") && !page.body.contains("/removal"), "a reader changes nothing");

    browser.post(&format!("{path}/parenthood/removal"), &[]).await.location();
    for _ in 0..2 {
        browser.post(&format!("{path}/members/{leipa}/removal"), &[]).await.location();
    }
    assert_eq!(all(&test).await, [(id, kone, false), (id, puu, false)]);
    browser.post(&path, &[("group", "Koneiden konserni")]).await.location();
    assert!(browser.get(&path).await.page().contains("Koneiden konserni"));
    for gone in [kone, puu] {
        browser.post(&format!("{path}/members/{gone}/removal"), &[]).await.location();
    }
    assert!(browser.get(&path).await.page().contains("Konsernissa ei ole enää yrityksiä."));
    assert_eq!(browser.get("/groups/suggestions?q=kons").await.page(), "[]");
}

#[actix_web::test]
async fn one_group_a_company() {
    let test = TestApp::start().await;
    let [kone, puu] = [company(&test, "Kone Oy").await, company(&test, "Puu Oy").await];
    let browser = test.browser(&test.cast.handler).await;
    join(&browser, kone, "Kone").await.location();
    join(&browser, puu, "Puu").await.location();
    let answer = join(&browser, puu, "Kone").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("kuuluu jo toiseen konserniin") && answer.body.contains("value=\"Kone\""));
    let path = format!("/groups/{}", group(&test).await);
    let answer = browser.post(&format!("{path}/members"), &[("company", "Puu Oy")]).await;
    assert!(answer.body.contains("href=\"#company\"") && answer.body.contains("kuuluu jo toiseen"), "{}", answer.body);
    let answer = browser.post(&path, &[("group", "PUU")]).await;
    assert!(answer.body.contains("Tämänniminen konserni on jo.") && answer.body.contains("value=\"PUU\""));
    assert_eq!(browser.post(&format!("{path}/members/{puu}/parenthood"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_merge_keeps_the_group_and_its_parent() {
    let test = TestApp::start().await;
    let [kone, twin, puu] = [company(&test, "Kone Oy").await, company(&test, "Kone").await, company(&test, "Puu Oy").await];
    let browser = test.browser(&test.cast.handler).await;
    for member in [kone, twin, puu] {
        join(&browser, member, "Kone-konserni").await.location();
    }
    let id = group(&test).await;
    browser.post(&format!("/groups/{id}/members/{twin}/parenthood"), &[]).await.location();
    browser.post(&format!("/companies/{twin}/tags"), &[("tag", "Vienti")]).await.location();
    let before = all(&test).await;
    merge_by_page(&browser, kone, twin, &[]).await.location();
    let kept = all(&test).await;
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().any(|member| [kone, twin].contains(&member.1) && member.2), "the one that stayed is the parent: {kept:?}");
    let merge: i64 = test.read(|conn| Ok(company_merges::table.select(company_merges::id).first(conn)?)).await;
    browser.post(&format!("/companies/merges/{merge}/undoing"), &[]).await.location();
    assert_eq!(all(&test).await, before);
    assert!(browser.get(&format!("/companies/{twin}")).await.page().contains("Vienti"));
    assert!(!browser.get(&format!("/companies/{kone}")).await.page().contains("Vienti"));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    for bad in ["", "!?", "\0", "hetu 131052-308T", &"x".repeat(301)] {
        let answer = join(&browser, id, bad).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad:?}");
        assert!(answer.body.contains("href=\"#group\""), "{bad:?}");
    }
    assert_eq!(join(&browser, 999_999, "Kone").await.status, StatusCode::NOT_FOUND);
    join(&browser, id, "Kone").await.location();
    let path = format!("/groups/{}/members", group(&test).await);
    for bad in ["", "Tuntematon Oy", "\0", "1234567-8"] {
        let answer = browser.post(&path, &[("company", bad), ("company_id", "99999999999999999999")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad:?}");
        assert!(answer.body.contains("href=\"#company\""));
    }
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let id = company(&test, "Kone Oy").await;
    for person in [&test.cast.logger, &test.cast.reader, &test.cast.administrator] {
        let browser = test.browser(person).await;
        assert_eq!(join(&browser, id, "Kone").await.status, StatusCode::FORBIDDEN);
        assert!(!browser.get(&format!("/companies/{id}")).await.page().contains("id=\"company-group\""));
    }
}
