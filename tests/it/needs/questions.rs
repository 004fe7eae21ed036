//! The list of questions: the host's administrators keep it, and old answers keep the words they were asked with.

use super::{ask, company, log};
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::needs::Kind;
use kohtaanto::needs::questions::store::{self, Question};
use kohtaanto::schema::need_question_versions;
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn offered(test: &TestApp) -> Vec<Question> {
    test.read(|conn| Ok(store::all(conn)?.into_iter().filter(|question| question.ended_on.is_none()).collect())).await
}

async fn wordings(test: &TestApp) -> Vec<String> {
    offered(test).await.into_iter().map(|question| question.wording).collect()
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    assert!(admin.get("/admin/needs").await.page().contains("Ota valmiit kysymykset käyttöön"));
    for _ in 0..2 {
        assert_eq!(admin.post("/admin/needs/defaults", &[]).await.location(), "/admin/needs");
    }
    let ready = wordings(&test).await;
    assert_eq!((ready.len(), ready[0].as_str()), (10, "Rekrytoi lähikuukausina"), "twice is once");
    let key = admin.get("/admin/needs").await.once();
    let new = [("once", key.as_str()), ("wording", "Kausityö"), ("kind", "number"), ("industry", "A")];
    for _ in 0..2 {
        assert_eq!(admin.post("/admin/needs", &new).await.location(), "/admin/needs");
    }
    let added = offered(&test).await.pop().expect("a question");
    assert_eq!((added.wording.as_str(), added.kind.as_str(), added.industry.as_str()), ("Kausityö", "number", "A"));
    let path = format!("/admin/needs/{}", added.id);
    admin.post(&format!("{path}/position"), &[("direction", "up")]).await.location();
    assert_eq!(wordings(&test).await[9], "Kausityö");
    for _ in 0..2 {
        assert_eq!(admin.post(&format!("{path}/ending"), &[]).await.location(), "/admin/needs");
    }
    assert!(!wordings(&test).await.contains(&"Kausityö".to_owned()));
    assert!(admin.get("/admin/needs").await.page().contains("Poistettu käytöstä 20.11.2026"));
    assert_eq!(admin.post(&format!("{path}/reopening"), &[]).await.location(), "/admin/needs");
    assert!(wordings(&test).await.contains(&"Kausityö".to_owned()));
}

#[actix_web::test]
async fn old_answers_keep_their_words() {
    let test = TestApp::start().await;
    let company = company(&test, "Kone Oy", "", "734").await;
    let old = ask(&test, "Rekrytoi pian", Kind::YesNo, "").await;
    let (admin, handler) = (test.browser(&test.cast.administrator).await, test.browser(&test.cast.handler).await);
    let path = format!("/admin/needs/{}", offered(&test).await[0].id);
    let change = async |wording: &str| admin.post(&path, &[("wording", wording), ("kind", "yes_no")]).await.location().to_owned();
    let versions = || test.read(|conn| Ok(need_question_versions::table.count().get_result::<i64>(conn)?));
    change("Rekrytoi lähiaikoina").await;
    assert_eq!(versions().await, 1, "nobody has answered yet");
    log(&handler, company, "18.11.2026", &[(&old, "yes")]).await.location();
    assert!(admin.get(&path).await.page().contains("uusi versio"));
    change("Rekrytoi lähiaikoina").await;
    assert_eq!(versions().await, 1, "nothing has changed");
    change("Lomauttaa lähiaikoina").await;
    assert_eq!(versions().await, 2);
    let page = handler.get(&format!("/companies/{company}")).await;
    assert!(page.page().contains("Rekrytoi lähiaikoina") && !page.body.contains("Lomauttaa"), "the answer keeps its words");
    assert!(handler.get(&format!("/companies/{company}/contacts/new")).await.page().contains("Lomauttaa lähiaikoina"));
    // A form that was open meanwhile asked the old question.
    log(&handler, company, "19.11.2026", &[(&old, "no")]).await.location();
    let page = handler.get(&format!("/companies/{company}")).await;
    assert!(page.page().contains("Rekrytoi lähiaikoina: Ei") && !page.body.contains("Lomauttaa"));
    let refused = log(&handler, company, "31.2.2026", &[(&old, "no")]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(&format!("name=\"{old}\"")), "nor is it lost");
    let report = handler.get("/reports/needs").await;
    assert!(report.page().contains("Ei enää kysytä näin"));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    ask(&test, "Rekrytoi pian", Kind::YesNo, "").await;
    let long = "x".repeat(121);
    for (wording, kind, industry) in [
        (" ", "yes_no", ""),
        ("REKRYTOI  pian", "yes_no", ""),
        (&*long, "yes_no", ""),
        ("Uusi", "x", ""),
        ("Uusi", "number", "10110"),
        ("Uusi", "number", "\u{0}"),
    ] {
        let fields = [("once", once::new_key()), ("wording", wording.into()), ("kind", kind.into()), ("industry", industry.into())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = admin.post("/admin/needs", &fields).await;
        let is_blank = industry == "\u{0}" && answer.status == StatusCode::SEE_OTHER;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY || is_blank, "{wording} {kind} {industry:?}");
    }
    let other = ask(&test, "Toinen", Kind::Text, "").await;
    let id = offered(&test).await.into_iter().find(|question| format!("need_{}", question.version_id) == other).expect("it").id;
    let taken = admin.post(&format!("/admin/needs/{id}"), &[("wording", "Rekrytoi pian"), ("kind", "text")]).await;
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.body.contains("Tämä kysymys on jo olemassa"));
    assert_eq!(admin.post(&format!("/admin/needs/{id}/position"), &[("direction", "sideways")]).await.status, StatusCode::BAD_REQUEST);
}

#[actix_web::test]
async fn a_fresh_installation_has_them_ready() {
    let test = TestApp::start_empty(|_| {}).await;
    let path = format!("/setup/{}", test.app.first_token);
    let first = [("area", "Oma alue"), ("name", "Maija"), ("email", "maija@alue.example"), ("language", "sv")];
    let password = [("password", "kolme pientä sanaa"), ("password_again", "kolme pientä sanaa"), ("takes_callbacks", "")];
    let fields: Vec<(&str, &str)> = first.into_iter().chain(password).collect();
    test.visitor().post(&path, &fields).await.location();
    assert_eq!(wordings(&test).await[0], "Rekryterar under de närmaste månaderna", "in the first administrator's language");
}
