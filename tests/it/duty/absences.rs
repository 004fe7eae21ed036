//! Who is away: what it does to duty, the form, and what the person held.

use super::{day, on_duty};
use crate::callbacks::stage::Stage;
use crate::contacts::company;
use crate::support::{Answer, Browser, Person, TestApp};
use crate::tasks::task;
use chrono::Days;
use diesel::prelude::*;
use kohtaanto::organisations::duty;
use kohtaanto::schema::{absences, callbacks, mails, tasks};
use kohtaanto::tasks::About;
use reqwest::StatusCode;

async fn enter(browser: &Browser, person: &Person, days: (&str, &str), replacement: Option<&Person>) -> Answer {
    let once = browser.get("/absences").await.once();
    let replacement = replacement.map(|person| person.id.to_string()).unwrap_or_default();
    let (person, (from, until)) = (person.id.to_string(), days);
    let form = [("once", once.as_str()), ("person", &person), ("from_on", from), ("until_on", until), ("replacement", &replacement)];
    let told = browser.post("/absences", &form).await;
    let Some(seen) = told.value("seen").filter(|_| told.body.contains("Vahvista poissaolo")) else { return told };
    browser.post("/absences", &[&form[..], &[("seen", seen.as_str())]].concat()).await
}

async fn names(test: &TestApp, days: [&'static str; 3]) -> Vec<String> {
    let mut names = Vec::new();
    for date in days {
        names.push(on_duty(test, test.cast.employer_team, date).await.unwrap_or_default());
    }
    names
}

#[actix_web::test]
async fn the_replacement_does_the_shifts() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        for date in ["2026-11-23", "2026-11-24", "2026-11-25"] {
            duty::assign(conn, cast.employer_team, day(date), cast.handler.id)?;
        }
        Ok(duty::assign(conn, cast.subsidy_team, day("2026-11-24"), cast.case_handler.id)?)
    })
    .await;
    let browser = test.browser(&test.cast.handler).await;
    let days = ["2026-11-23", "2026-11-24", "2026-11-25"];
    let answer = enter(&browser, &test.cast.handler, ("24.11.2026", "25.11.2026"), Some(&test.cast.colleague)).await;
    assert_eq!(answer.location(), "/absences");
    assert_eq!(names(&test, days).await, ["Heli Hoitaja", "Kimmo Kollega", "Kimmo Kollega"]);
    let roster = browser.get("/duty?from=2026-11-23").await;
    assert!(roster.page().contains("Heli Hoitaja (poissa) → Kimmo Kollega"));
    // The replacement falls ill too: there is no chain of replacements.
    let planner = test.browser(&test.cast.coordinator).await;
    enter(&planner, &test.cast.colleague, ("25.11.2026", ""), Some(&test.cast.lead)).await.location();
    assert_eq!(names(&test, days).await, ["Heli Hoitaja", "Kimmo Kollega", ""]);
    let roster = browser.get("/duty?from=2026-11-23").await;
    assert!(roster.page().contains("Heli Hoitaja on poissa, ei sijaista"));
    // Who is of another team does not stand in for this one.
    let one = test.read(|conn| Ok(absences::table.order(absences::id).select(absences::id).first::<i64>(conn)?)).await;
    browser.post(&format!("/absences/{one}/removal"), &[]).await.location();
    assert_eq!(names(&test, days).await, ["Heli Hoitaja", "Heli Hoitaja", "Heli Hoitaja"], "taken back");
    enter(&planner, &test.cast.handler, ("24.11.2026", ""), Some(&test.cast.case_handler)).await.location();
    assert_eq!(names(&test, days).await, ["Heli Hoitaja", "", "Heli Hoitaja"]);
}

#[actix_web::test]
async fn a_closed_account_stands_in_for_nobody_and_my_day_follows() {
    let test = TestApp::start().await;
    let (cast, now, today) = (test.cast.clone(), test.app.now(), test.app.today());
    test.write(move |conn| Ok(duty::assign(conn, cast.employer_team, today, cast.handler.id)?)).await;
    let browser = test.browser(&test.cast.handler).await;
    enter(&browser, &test.cast.handler, ("20.11.2026", ""), Some(&test.cast.colleague)).await.location();
    assert!(test.browser(&test.cast.colleague).await.get("/").await.page().contains("Kimmo Kollega"));
    assert_eq!(on_duty(&test, test.cast.employer_team, "2026-11-20").await.as_deref(), Some("Kimmo Kollega"));
    let colleague = test.cast.colleague.id;
    test.write(move |conn| Ok(kohtaanto::staff::store::deactivate(conn, colleague, now)?)).await;
    assert_eq!(on_duty(&test, test.cast.employer_team, "2026-11-20").await, None);
}

#[actix_web::test]
async fn what_is_held_is_told_first_and_given_away_in_the_same_step() {
    let stage = Stage::set().await;
    let (address, browser) = stage.taken_by(&stage.cast.handler).await;
    let about = About::Company(company(&stage, "Paja Oy").await);
    let due = stage.app.today() + Days::new(3);
    let inside = task(&stage, &stage.cast.handler, stage.cast.host, about, "Soita", due).await;
    let later = task(&stage, &stage.cast.handler, stage.cast.host, about, "Soita", due + Days::new(30)).await;
    let once = browser.get("/absences").await.once();
    let (handler, colleague) = (stage.cast.handler.id.to_string(), stage.cast.colleague.id.to_string());
    let form =
        [("once", once.as_str()), ("person", &handler), ("from_on", "20.11.2026"), ("until_on", "24.11.2026"), ("replacement", &colleague)];
    let told = browser.post("/absences", &form).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Poissaoloa ei ole vielä merkitty", "Yksi päivystysvuoro", "Yksi otettu soittopyyntö", "Yksi tehtävä, jonka"] {
        assert!(told.body.contains(words), "{words}");
    }
    let count = async || stage.read(|conn| Ok(absences::table.count().get_result::<i64>(conn)?)).await;
    assert_eq!(count().await, 0, "nothing is written halfway");
    let seen = told.value("seen").expect("what was told");
    let sure = [&form[..], &[("seen", seen.as_str()), ("release", "true"), ("hand_over", "true")]].concat();
    for _ in 0..2 {
        assert_eq!(browser.post("/absences", &sure).await.location(), "/absences");
    }
    assert_eq!(count().await, 1, "twice is once");
    let callback: i64 = address.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let (holder, owners): (Option<i64>, Vec<Option<i64>>) = stage
        .read(move |conn| {
            let owner = |id| tasks::table.find(id).select(tasks::owner_id);
            let owners = vec![owner(inside).first(conn)?, owner(later).first(conn)?];
            Ok((callbacks::table.find(callback).select(callbacks::holder_id).first(conn)?, owners))
        })
        .await;
    assert_eq!((holder, owners), (None, vec![Some(stage.cast.colleague.id), Some(stage.cast.handler.id)]));
    let mails_of =
        |kind: &'static str| stage.read(move |conn| Ok(mails::table.filter(mails::kind.eq(kind)).count().get_result::<i64>(conn)?));
    assert_eq!((mails_of("tasks_given").await, mails_of("task_handed_over").await), (1, 0), "one mail, however many tasks");
    // The call-back is in the queue again, and the replacement is told: the person away is not.
    let told: Vec<String> = stage
        .read(|conn| {
            let arrived = mails::table.filter(mails::kind.eq("callback_arrived")).order(mails::id.desc()).limit(2);
            Ok(arrived.select(mails::recipient_address).load(conn)?)
        })
        .await;
    assert!(told.contains(&stage.cast.colleague.email) && !told.contains(&stage.cast.handler.email), "{told:?}");
    stage.leave_mail();
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    enter(&browser, &test.cast.handler, ("1.12.2026", "3.12.2026"), None).await.location();
    let (me, other) = (&test.cast.handler, &test.cast.colleague);
    for (days, replacement, words) in [
        (("", ""), None, "Täytä tämä kohta"),
        (("32.12.2026", ""), None, "Kirjoita päivä muodossa"),
        (("4.12.2026", "x"), None, "Kirjoita päivä muodossa"),
        (("4.12.2026", "3.12.2026"), None, "Viimeisen päivän pitää olla sama kuin"),
        (("1.11.2026", "19.11.2026"), None, "on jo ohi"),
        (("19.11.2026", ""), None, "on jo ohi"),
        (("1.1.2199", ""), None, "enintään kuukausi sitten"),
        (("4.12.2026", "4.12.2199"), None, "enintään kuukausi sitten"),
        (("3.12.2026", "9.12.2026"), Some(other), "1.–3.12.2026 on jo merkitty"),
        (("4.12.2026", ""), Some(me), "joku muu kuin poissa oleva"),
        (("4.12.2026", ""), Some(&test.cast.partner), "Valitse yksi vaihtoehdoista"),
    ] {
        let answer = enter(&browser, me, days, replacement).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{days:?}");
        assert!(answer.body.contains(words), "{words}");
    }
    let rows: i64 = test.read(|conn| Ok(absences::table.count().get_result(conn)?)).await;
    assert_eq!(rows, 1);
}

#[actix_web::test]
async fn hides_other_organisations_and_needs_a_planner_for_others() {
    let test = TestApp::start().await;
    let case_handler = test.browser(&test.cast.case_handler).await;
    let page = case_handler.get("/absences").await;
    assert!(page.page().contains("Tuula Tukinen") && !page.body.contains("Heli Hoitaja"));
    let other = enter(&case_handler, &test.cast.case_lead, ("1.12.2026", ""), None).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "who doesn't plan enters the own absence only");
    enter(&test.browser(&test.cast.handler).await, &test.cast.handler, ("1.12.2026", ""), None).await.location();
    let id: i64 = test.read(|conn| Ok(absences::table.select(absences::id).first(conn)?)).await;
    let partner = test.browser(&test.cast.partner_administrator).await;
    assert!(partner.get("/absences").await.page().contains("Pirjo Partneri"));
    for browser in [&partner, &case_handler] {
        assert!(!browser.get("/absences").await.page().contains("Heli Hoitaja"));
        assert_eq!(browser.post(&format!("/absences/{id}/removal"), &[]).await.status, StatusCode::NOT_FOUND);
    }
    // Who works for the host too: a guest's planner would tell the host's teams who is away.
    let (shared, host) = (test.cast.partner.id, test.cast.host);
    assert_eq!(enter(&partner, &test.cast.partner, ("1.12.2026", ""), None).await.location(), "/absences");
    test.write(move |conn| Ok(kohtaanto::staff::store::add_membership(conn, shared, host, &[kohtaanto::web::Role::Staff])?)).await;
    let refused = enter(&partner, &test.cast.partner, ("7.12.2026", ""), None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!refused.body.contains("/removal"), "nor is what was entered before shown");
    enter(&test.browser(&test.cast.partner).await, &test.cast.partner, ("7.12.2026", ""), None).await.location();
    let planner = test.browser(&test.cast.coordinator).await;
    assert_eq!(planner.post(&format!("/absences/{id}/removal"), &[]).await.location(), "/absences");
}

#[actix_web::test]
async fn old_absences_are_forgotten() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    enter(&browser, &test.cast.handler, ("20.11.2026", ""), None).await.location();
    test.set_clock(crate::support::friday_morning() + chrono::TimeDelta::days(70));
    let browser = test.browser(&test.cast.handler).await;
    enter(&browser, &test.cast.handler, ("30.1.2027", ""), None).await.location();
    let kept: Vec<chrono::NaiveDate> = test.read(|conn| Ok(absences::table.select(absences::from_on).load(conn)?)).await;
    assert_eq!(kept, [day("2027-01-30")]);
}
