//! Several tasks at once: what became of each is told, and taken back.

use super::{task, today};
use crate::contacts::company;
use crate::support::{Browser, TestApp};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use kohtaanto::schema::{mails, reminders, tasks};
use kohtaanto::tasks::About;
use reqwest::StatusCode;

/// Three tasks of the handler, the second of which is done, and one of the case handler, who is in no team of the handler's.
async fn stage() -> (TestApp, [i64; 4]) {
    let test = TestApp::start().await;
    test.leave_mail();
    let about = About::Company(company(&test, "Paja Oy").await);
    let cast = test.cast.clone();
    let due = today() + Days::new(3);
    let first = task(&test, &cast.handler, cast.host, about, "Ensimmäinen", due).await;
    let done = task(&test, &cast.handler, cast.host, about, "Valmis", due).await;
    let third = task(&test, &cast.handler, cast.host, about, "Kolmas", due).await;
    let other = task(&test, &cast.case_handler, cast.host, about, "Vieras", due).await;
    test.browser(&cast.handler).await.post(&format!("/tasks/{done}/completion"), &[("back", "/")]).await.location();
    (test, [first, done, third, other])
}

async fn send(browser: &Browser, ids: &[i64], fields: &[(&str, &str)]) -> crate::support::Answer {
    let once = kohtaanto::web::once::new_key();
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    let chosen = ids.iter().map(|id| ("task", id.as_str()));
    let fields: Vec<(&str, &str)> = chosen.chain(fields.iter().copied()).chain([("once", once.as_str()), ("back", "/tasks")]).collect();
    browser.post("/tasks/batches", &fields).await
}

async fn rows(test: &TestApp) -> Vec<(Option<i64>, NaiveDate)> {
    test.read(|conn| Ok(tasks::table.order(tasks::id).select((tasks::owner_id, tasks::due_on)).load(conn)?)).await
}

#[actix_web::test]
async fn works_and_is_taken_back() {
    let (test, ids) = stage().await;
    let browser = test.browser(&test.cast.handler).await;
    let before = rows(&test).await;
    let result = send(&browser, &ids, &[("deed", "move"), ("due_on", "30.11.2026")]).await.location().to_owned();
    let page = browser.get(&result).await;
    for words in ["Muutettiin 2 tehtävää", "Siirrettiin", "Oli jo tehty", "Ei muutettu", "Kumoa kaikki"] {
        assert!(page.page().contains(words), "{words}");
    }
    let monday = "2026-11-30".parse::<NaiveDate>().expect("a day");
    assert_eq!(rows(&test).await.iter().map(|row| row.1 == monday).collect::<Vec<_>>(), [true, false, true, false]);
    // One of them is touched afterwards.
    let once = browser.get(&format!("/tasks/{}", ids[2])).await.once();
    browser.post(&format!("/tasks/{}/dates", ids[2]), &[("due_on", "1.12.2026"), ("once", &once)]).await.location();
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("{result}/undoing"), &[]).await.location(), result);
    }
    let page = browser.get(&result).await;
    assert!(page.page().contains("Palautettiin ennalleen") && page.body.contains("Ei palautettu") && !page.body.contains("Kumoa kaikki"));
    let after = rows(&test).await;
    assert_eq!((after[0], after[2].1), (before[0], "2026-12-01".parse().expect("a day")));
    let waiting: i64 = test.read(|conn| Ok(reminders::table.filter(reminders::state.eq("waiting")).count().get_result(conn)?)).await;
    assert_eq!(waiting, 3, "each open task has one reminder");
}

#[actix_web::test]
async fn gives_to_somebody_in_one_mail() {
    let (test, ids) = stage().await;
    let colleague = test.cast.colleague.id;
    let browser = test.browser(&test.cast.handler).await;
    let result = send(&browser, &ids, &[("deed", "give"), ("holder", &format!("staff-{colleague}"))]).await.location().to_owned();
    assert!(browser.get(&result).await.page().contains("Annettiin eteenpäin"));
    let told: Vec<(String, String)> =
        test.read(|conn| Ok(mails::table.order(mails::id).select((mails::recipient_address, mails::subject)).load(conn)?)).await;
    assert_eq!(told, [("kimmo.kollega@alue.example".to_owned(), "Sait 2 tehtävää".to_owned())]);
    assert_eq!(browser.post(&format!("{result}/undoing"), &[]).await.location(), result);
    assert_eq!(rows(&test).await[0].0, Some(test.cast.handler.id));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let (test, ids) = stage().await;
    let browser = test.browser(&test.cast.handler).await;
    let before = rows(&test).await;
    for (chosen, fields, words) in [
        (&ids[..0], vec![("deed", "move"), ("due_on", "30.11.2026")], "Rastita vähintään yksi tehtävä."),
        (&ids[..1], vec![("deed", "move"), ("due_on", "")], "Valitse päivä."),
        (&ids[..1], vec![("deed", "move"), ("due_on", "1.1.2020")], "Määräpäivä on jo mennyt"),
        (&ids[..1], vec![("deed", "give"), ("holder", "staff-999999")], "Valitse"),
        (&ids[..1], vec![("deed", "give"), ("holder", "x")], "Valitse"),
    ] {
        let answer = send(&browser, chosen, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(answer.body.contains(words), "{words}");
        assert_eq!(answer.body.matches(" checked").count(), chosen.len(), "what was chosen stays so");
    }
    assert_eq!(rows(&test).await, before, "nothing is written halfway");
}

#[actix_web::test]
async fn needs_right_hides_others_and_chooses_all_without_script() {
    let (test, ids) = stage().await;
    let browser = test.browser(&test.cast.handler).await;
    let all = browser.get("/tasks?all=yes").await;
    assert_eq!(all.page().matches(" checked").count(), 2, "both open tasks of the page");
    let result = send(&browser, &ids[..1], &[("deed", "move"), ("due_on", "30.11.2026")]).await.location().to_owned();
    for person in [&test.cast.colleague, &test.cast.partner] {
        let other = test.browser(person).await;
        assert_eq!(other.get(&result).await.status, StatusCode::NOT_FOUND, "{}", person.name);
        assert_eq!(other.post(&format!("{result}/undoing"), &[]).await.status, StatusCode::NOT_FOUND, "{}", person.name);
    }
    let partner = test.browser(&test.cast.partner).await;
    let nothing = send(&partner, &ids, &[("deed", "move"), ("due_on", "30.11.2026")]).await.location().to_owned();
    assert!(partner.get(&nothing).await.page().contains("Yhtään tehtävää ei muutettu."), "the tasks of another organisation are not there");
    let reader = test.browser(&test.cast.reader).await;
    assert_eq!(reader.post("/tasks/batches", &[]).await.status, StatusCode::FORBIDDEN);
}
