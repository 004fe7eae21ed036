//! What is done with a task: given on, taken, put off, renamed; by whom, and once.

use super::{of_company, task, today};
use crate::contacts::company;
use crate::support::{Browser, Person, TestApp};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use kohtaanto::schema::{mails, task_moves, tasks};
use kohtaanto::tasks::About;
use reqwest::StatusCode;

/// The form's once-key and who the page says has the task.
async fn page_of(browser: &Browser, id: i64) -> (String, String) {
    let answer = browser.get(&format!("/tasks/{id}")).await;
    let from = answer.page().split(r#"name="from" value=""#).nth(1).expect("a form").split('"').next().expect("a value").to_owned();
    (answer.once(), from)
}

async fn give(browser: &Browser, id: i64, to: &str, note: &str) -> crate::support::Answer {
    let (once, from) = page_of(browser, id).await;
    browser.post(&format!("/tasks/{id}/handovers"), &[("once", &once), ("from", &from), ("holder", to), ("note", note)]).await
}

async fn holder(test: &TestApp, id: i64) -> (Option<i64>, Option<i64>) {
    test.read(move |conn| Ok(tasks::table.find(id).select((tasks::owner_id, tasks::team_id)).first(conn)?)).await
}

async fn due_on(test: &TestApp, id: i64) -> NaiveDate {
    test.read(move |conn| Ok(tasks::table.find(id).select(tasks::due_on).first(conn)?)).await
}

async fn moves(test: &TestApp, id: i64) -> Vec<String> {
    let of_task = task_moves::table.filter(task_moves::task_id.eq(id)).order(task_moves::id).select(task_moves::kind);
    test.read(move |conn| Ok(of_task.load(conn)?)).await
}

fn staff(person: &Person) -> String {
    format!("staff-{}", person.id)
}

#[actix_web::test]
async fn giving_works_and_tells_the_receiver_without_the_text() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let browser = test.browser(&test.cast.handler).await;
    let (once, from) = page_of(&browser, id).await;
    let colleague = staff(&test.cast.colleague);
    for _ in 0..2 {
        let form = [("once", once.as_str()), ("from", &from), ("holder", &colleague), ("note", "NOTE-MARKER: tunnen heidät")];
        assert_eq!(browser.post(&format!("/tasks/{id}/handovers"), &form).await.location(), format!("/tasks/{id}"));
    }
    assert_eq!(holder(&test, id).await, (Some(test.cast.colleague.id), None));
    assert_eq!(moves(&test, id).await, ["handed_over"], "twice is once");
    let sent: Vec<(String, String, String, String)> = test
        .read(|conn| Ok(mails::table.select((mails::recipient_address, mails::subject, mails::body_text, mails::reply_to)).load(conn)?))
        .await;
    let [(to, subject, text, reply_to)] = sent.as_slice() else { panic!("one mail: {sent:?}") };
    assert_eq!((to, subject.as_str()), (&test.cast.colleague.email, "Sait tehtävän: Paja Oy"));
    assert!(text.contains("Määräpäivä: 20.11.2026") && text.contains("Antaja: Heli Hoitaja") && text.contains(&format!("/tasks/{id}\n")));
    assert!(!text.contains("Soita") && !text.contains("NOTE-MARKER"), "{text}");
    assert_eq!(reply_to, "tyonantajat@alue.example");
    let receiver = test.browser(&test.cast.colleague).await;
    assert!(receiver.get("/tasks").await.page().contains(&format!("/tasks/{id}")));
    let shown = receiver.get(&format!("/tasks/{id}")).await;
    assert!(shown.page().contains("Heli Hoitaja kirjoitti tehtävästä:") && shown.body.contains("NOTE-MARKER"));
    assert!(shown.body.contains("Annettiin: Heli Hoitaja → Kimmo Kollega"));
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn a_queue_holds_it_until_one_takes_it() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let team = test.cast.employer_team;
    give(&test.browser(&test.cast.handler).await, id, &format!("team-{team}"), "").await.location();
    assert_eq!(holder(&test, id).await, (None, Some(team)));
    let address: String = test.read(|conn| Ok(mails::table.select(mails::recipient_address).first(conn)?)).await;
    assert_eq!(address, "tyonantajat@alue.example");
    let (colleague, lead) = (test.browser(&test.cast.colleague).await, test.browser(&test.cast.lead).await);
    assert!(colleague.get("/").await.page().contains(&format!(r#"<a href="/tasks?view=team&amp;who=team-{team}">1 tehtävä</a>"#)));
    let list = colleague.get("/tasks?view=team").await;
    assert!(list.page().contains("Jonossa") && list.body.contains(&format!("/tasks/{id}/claim")), "{}", list.body);
    let from = format!("team-{team}");
    let click = [("from", from.as_str()), ("back", "/tasks?view=team")];
    for _ in 0..2 {
        assert_eq!(colleague.post(&format!("/tasks/{id}/claim"), &click).await.location(), "/tasks?view=team");
    }
    let late = lead.post(&format!("/tasks/{id}/claim"), &click).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("Joku ehti ensin") && late.body.contains("Kimmo Kollega"));
    assert_eq!(holder(&test, id).await, (Some(test.cast.colleague.id), None));
    assert_eq!(moves(&test, id).await, ["handed_over", "taken"]);
    test.drain_mail().await;
}

#[actix_web::test]
async fn putting_off_works_by_day_and_by_button() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let browser = test.browser(&test.cast.handler).await;
    let dates = format!("/tasks/{id}/dates");
    let (once, _) = page_of(&browser, id).await;
    for _ in 0..2 {
        let form = [("once", once.as_str()), ("due_on", "21.11.2026"), ("note", "Heillä on inventaario")];
        let answer = browser.post(&dates, &form).await;
        assert_eq!(answer.location(), format!("/tasks/{id}"));
        assert!(answer.headers["set-cookie"].to_str().expect("a cookie").contains("closed"), "a Saturday is told");
    }
    assert_eq!(due_on(&test, id).await, today() + Days::new(1));
    assert_eq!(moves(&test, id).await, ["moved"]);
    let shown = browser.get(&format!("/tasks/{id}")).await;
    assert!(shown.page().contains("Siirrettiin: 20.11.2026 → 21.11.2026") && shown.body.contains("Heillä on inventaario"));
    assert!(shown.body.contains("Siirrä: ma 23.11.2026") && shown.body.contains("Siirrä: la 28.11.2026"), "the buttons name their day");
    let (once, _) = page_of(&browser, id).await;
    browser.post(&dates, &[("once", &once), ("due_on", ""), ("quick", "2026-11-23")]).await.location();
    assert_eq!(due_on(&test, id).await, today() + Days::new(3));
}

#[actix_web::test]
async fn a_new_title_keeps_the_old_one() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let browser = test.browser(&test.cast.handler).await;
    let (once, _) = page_of(&browser, id).await;
    let path = format!("/tasks/{id}");
    assert_eq!(browser.post(&path, &[("once", &once), ("title", "Soita hitsaajista")]).await.location(), path);
    let shown = browser.get(&path).await;
    assert!(shown.page().contains("<h1>Soita hitsaajista</h1>") && shown.body.contains("Aiempi teksti: Soita"));
}

#[actix_web::test]
async fn needs_right() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let from = staff(&test.cast.handler);
    let deeds = [
        ("claim", vec![("from", from.as_str())]),
        ("completion", vec![]),
        ("dates", vec![("due_on", "")]),
        ("handovers", vec![("holder", "")]),
    ];
    for (person, expected) in [
        (&test.cast.case_handler, StatusCode::FORBIDDEN),
        (&test.cast.logger, StatusCode::FORBIDDEN),
        (&test.cast.partner, StatusCode::NOT_FOUND),
    ] {
        let browser = test.browser(person).await;
        for (deed, form) in &deeds {
            assert_eq!(browser.post(&format!("/tasks/{id}/{deed}"), form).await.status, expected, "{} {deed}", person.name);
        }
        let page = browser.get(&format!("/tasks/{id}")).await;
        assert!(!page.body.contains("/completion") && !page.body.contains("/dates"), "no buttons for {}", person.name);
    }
    assert!(moves(&test, id).await.is_empty());
    let coordinator = test.browser(&test.cast.coordinator).await;
    assert!(coordinator.get("/tasks?view=team").await.page().contains(&format!("/tasks/{id}")), "sees every team's");
    coordinator.post(&format!("/tasks/{id}/claim"), &deeds[0].1).await.location();
    assert_eq!(holder(&test, id).await, (Some(test.cast.coordinator.id), None));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let browser = test.browser(&test.cast.handler).await;
    let (me, stranger, reader) = (staff(&test.cast.handler), staff(&test.cast.partner), staff(&test.cast.reader));
    let other_team = format!("team-{}", test.cast.partner_team);
    for to in [stranger.as_str(), &reader, &other_team, &me, "staff-999999", "staff-", "x", ""] {
        let answer = give(&browser, id, to, "Pidä tämä").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        assert!(answer.body.contains("Pidä tämä") && answer.body.contains("handover-holder-error"), "{to}");
    }
    let (once, _) = page_of(&browser, id).await;
    for day in ["", "eilen", "31.2.2027", "19.11.2026"] {
        let answer = browser.post(&format!("/tasks/{id}/dates"), &[("once", &once), ("due_on", day), ("note", "Pidä tämä")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(answer.body.contains("Pidä tämä") && answer.body.contains("date-due_on-error"), "{day}");
    }
    let answer = browser.post(&format!("/tasks/{id}"), &[("once", &once), ("title", " ")]).await;
    assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains("rename-title-error"));
    assert!(moves(&test, id).await.is_empty());
}

#[actix_web::test]
async fn what_is_done_stays_as_it_is_and_keeps_what_was_typed() {
    let test = TestApp::start().await;
    let company = company(&test, "Paja Oy").await;
    let id = of_company(&test, company).await;
    let browser = test.browser(&test.cast.handler).await;
    let (once, from) = page_of(&browser, id).await;
    test.browser(&test.cast.colleague).await.post(&format!("/tasks/{id}/completion"), &[]).await.location();
    let to = staff(&test.cast.colleague);
    let form = [("once", once.as_str()), ("from", &from), ("holder", &to), ("note", "Pidä tämä")];
    let answer = browser.post(&format!("/tasks/{id}/handovers"), &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Pidä tämä") && answer.body.contains("Tehtävä on jo tehty"), "{}", answer.body);
    assert_eq!(browser.post(&format!("/tasks/{id}/claim"), &[("from", &from)]).await.status, StatusCode::CONFLICT);
    assert_eq!(moves(&test, id).await, ["done"]);
}

#[actix_web::test]
async fn the_team_list_shows_the_team_and_filters_by_person() {
    let test = TestApp::start().await;
    let (company, host) = (company(&test, "Paja Oy").await, test.cast.host);
    for (person, title) in
        [(&test.cast.handler, "OF-HANDLER"), (&test.cast.colleague, "OF-COLLEAGUE"), (&test.cast.case_handler, "OF-ANOTHER-TEAM")]
    {
        task(&test, person, host, About::Company(company), title, today() + Days::new(20)).await;
    }
    let browser = test.browser(&test.cast.lead).await;
    let list = browser.get("/tasks?view=team").await;
    assert!(list.page().contains("OF-HANDLER") && list.body.contains("OF-COLLEAGUE") && !list.body.contains("OF-ANOTHER-TEAM"));
    assert!(list.body.contains("Myöhemmin"), "told by words");
    let of_one = browser.get(&format!("/tasks?view=team&who={}", staff(&test.cast.colleague))).await;
    assert!(!of_one.page().contains("OF-HANDLER") && of_one.body.contains("OF-COLLEAGUE"));
    let out_of_reach = browser.get(&format!("/tasks?view=team&who={}", staff(&test.cast.case_handler))).await;
    assert!(!out_of_reach.page().contains("OF-ANOTHER-TEAM"));
    assert!(browser.get("/tasks?view=team&who=nonsense&after=%00").await.page().contains("OF-HANDLER"));
}
