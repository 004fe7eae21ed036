//! A task by itself: about a company or a call-back, for oneself or another.

use super::today;
use crate::contacts::{company, enter_callback};
use crate::support::{Answer, Browser, TestApp};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use kohtaanto::schema::{mails, tasks};
use reqwest::StatusCode;

async fn send(browser: &Browser, from: &str, changed: &[(&str, &str)]) -> Answer {
    let page = browser.get(from).await;
    let (once, holder) =
        (page.once(), page.body.split(r#"<option value="staff-"#).nth(1).expect("oneself").split('"').next().expect("an id"));
    let holder = format!("staff-{holder}");
    let usual = [("once", once.as_str()), ("title", "Soita hitsaajista"), ("when", "week"), ("holder", &holder)];
    let kept = usual.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    browser.post("/tasks", &kept.chain(changed.iter().copied()).collect::<Vec<_>>()).await
}

type Row = (Option<i64>, Option<i64>, Option<i64>, Option<i64>, NaiveDate);

async fn made(test: &TestApp) -> Vec<Row> {
    let columns = (tasks::company_id, tasks::callback_id, tasks::owner_id, tasks::team_id, tasks::due_on);
    test.read(move |conn| Ok(tasks::table.order(tasks::id).select(columns).load(conn)?)).await
}

#[actix_web::test]
async fn works_from_a_company() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let from = format!("/tasks/new?company={company}");
    let page = browser.get(&from).await;
    assert!(page.page().contains(r#"value="Paja Oy""#) && page.body.contains("Viikon päästä pe 27.11.2026"));
    let (id, back, once) = (company.to_string(), format!("/companies/{company}"), page.once());
    for _ in 0..2 {
        let changed = [("once", once.as_str()), ("company", "Paja Oy"), ("company_id", &id), ("back", &back)];
        assert_eq!(send(&browser, &from, &changed).await.location(), back);
    }
    let owner = Some(test.cast.handler.id);
    assert_eq!(made(&test).await, [(Some(company), None, owner, None, today() + Days::new(7))], "twice is once");
    assert!(browser.get(&back).await.page().contains("Soita hitsaajista"));
}

#[actix_web::test]
async fn works_without_script_and_finds_the_company_by_its_name() {
    let test = TestApp::start().await;
    let company = company(&test, "Öljynen & Pojat Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let answer = send(&browser, "/tasks/new", &[("company", "öljynen & pojat oy"), ("when", ""), ("due_on", "1.12.2026")]).await;
    assert_eq!(answer.location(), "/tasks");
    assert_eq!(made(&test).await[0].0, Some(company));
    assert_eq!(made(&test).await[0].4, "2026-12-01".parse().expect("a day"));
}

#[actix_web::test]
async fn works_from_a_call_back_that_one_sees() {
    let test = TestApp::start().await;
    let (company, cast) = (company(&test, "Paja Oy").await, test.cast.clone());
    let callback = test.write(move |conn| Ok(enter_callback(conn, &cast, company)?)).await;
    let from = format!("/tasks/new?callback={callback}");
    let browser = test.browser(&test.cast.handler).await;
    let back = format!("/callbacks/{callback}");
    assert!(browser.get(&back).await.page().contains(&from));
    let answer = send(&browser, &from, &[("callback_id", &callback.to_string()), ("back", &back)]).await;
    assert_eq!(answer.location(), back);
    assert_eq!(made(&test).await[0].0, Some(company), "about its company, as the task of an ending");
    let outsider = test.browser(&test.cast.case_handler).await;
    assert_eq!(outsider.get(&from).await.status, StatusCode::NOT_FOUND);
    let form = [("callback_id", callback.to_string())];
    assert_eq!(send(&outsider, "/tasks/new", &[(form[0].0, &form[0].1)]).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn one_for_a_colleague_or_a_queue_is_told() {
    let test = TestApp::start().await;
    company(&test, "Paja Oy").await;
    let browser = test.browser(&test.cast.handler).await;
    let (colleague, team) = (format!("staff-{}", test.cast.colleague.id), format!("team-{}", test.cast.subsidy_team));
    for holder in [&colleague, &team] {
        let answer = send(&browser, "/tasks/new", &[("company", "Paja Oy"), ("holder", holder)]).await;
        assert!(answer.location().starts_with("/tasks/"), "where it is seen");
    }
    let told: Vec<(String, String)> =
        test.read(|conn| Ok(mails::table.order(mails::id).select((mails::recipient_address, mails::subject)).load(conn)?)).await;
    let some = |text: &str| text.to_owned();
    let expected = [
        (test.cast.colleague.email.clone(), some("Sait tehtävän: Paja Oy")),
        (some("palkkatuki@alue.example"), some("Tiimin jonoon tuli tehtävä: Paja Oy")),
    ];
    assert_eq!(told, expected);
    test.drain_mail().await;
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    for name in ["Paja Oy", "Kaksi Oy", "Kaksi Oy"] {
        company(&test, name).await;
    }
    let browser = test.browser(&test.cast.handler).await;
    let partner = format!("staff-{}", test.cast.partner.id);
    for (field, changed) in [
        ("company", vec![("company", "")]),
        ("company", vec![("company", "Ei sellaista")]),
        ("company", vec![("company", "Kaksi Oy")]),
        ("title", vec![("company", "Paja Oy"), ("title", " ")]),
        ("when", vec![("company", "Paja Oy"), ("when", "")]),
        ("due_on", vec![("company", "Paja Oy"), ("when", "other")]),
        ("due_on", vec![("company", "Paja Oy"), ("when", ""), ("due_on", "19.11.2026")]),
        ("holder", vec![("company", "Paja Oy"), ("holder", "")]),
        ("holder", vec![("company", "Paja Oy"), ("holder", &partner)]),
    ] {
        let answer = send(&browser, "/tasks/new", &changed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
        assert!(answer.body.contains(&format!(r#"id="{field}-error""#)), "{changed:?}: {}", answer.body);
    }
    assert!(made(&test).await.is_empty());
}
