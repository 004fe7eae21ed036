//! A shift changes hands: what both pages and mails say, who may do it, and once.

use super::{day, on_duty};
use crate::support::{Answer, Browser, Person, TestApp};
use diesel::prelude::*;
use kohtaanto::organisations::duty;
use kohtaanto::schema::{duty_swaps, mails};
use kohtaanto::staff::muted::{self, Mutable};
use reqwest::StatusCode;

/// Heli has Tuesday, Kimmo has Thursday; nobody has sent anything yet.
async fn start() -> TestApp {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        duty::assign(conn, cast.employer_team, day("2026-11-24"), cast.handler.id)?;
        Ok(duty::assign(conn, cast.employer_team, day("2026-11-26"), cast.colleague.id)?)
    })
    .await;
    test
}

fn page(test: &TestApp) -> String {
    format!("/duty/{}/2026-11-24/swap", test.cast.employer_team)
}

async fn send(test: &TestApp, browser: &Browser, once: &str, from: &Person, with: &str) -> Answer {
    browser.post(&page(test), &[("once", once), ("from", &from.id.to_string()), ("with", with)]).await
}

async fn holders(test: &TestApp) -> [Option<String>; 2] {
    [on_duty(test, test.cast.employer_team, "2026-11-24").await, on_duty(test, test.cast.employer_team, "2026-11-26").await]
}

#[actix_web::test]
async fn an_exchange_works_and_is_told_to_both() {
    let test = start().await;
    let browser = test.browser(&test.cast.case_handler).await;
    assert_eq!(browser.get(&page(&test)).await.status, StatusCode::NOT_FOUND, "another team's");
    let browser = test.browser(&test.cast.handler).await;
    let form = browser.get(&page(&test)).await;
    for words in ["Kimmo Kollega päivystää ti 24.11.2026, eikä tilalle", "Kimmo Kollega päivystää ti 24.11.2026 ja sinä to 26.11.2026"]
    {
        assert!(form.page().contains(words), "{words}");
    }
    let with = format!("{}-2026-11-26", test.cast.colleague.id);
    let once = form.once();
    for _ in 0..2 {
        let answer = send(&test, &browser, &once, &test.cast.handler, &with).await;
        assert_eq!(answer.location(), format!("/duty?team={}&from=2026-11-24", test.cast.employer_team));
    }
    assert_eq!(holders(&test).await, [Some("Kimmo Kollega".to_owned()), Some("Heli Hoitaja".to_owned())]);
    let rows: i64 = test.read(|conn| Ok(duty_swaps::table.count().get_result(conn)?)).await;
    assert_eq!(rows, 1, "twice is once");
    let roster = browser.get("/duty").await;
    assert!(roster.page().contains("ti 24.11.2026: Heli Hoitaja → Kimmo Kollega, ja to 26.11.2026: Kimmo Kollega → Heli Hoitaja"));
    let sent: Vec<(String, String, String)> = test
        .read(|conn| {
            let columns = (mails::recipient_address, mails::subject, mails::body_text);
            Ok(mails::table.filter(mails::kind.eq("duty_swapped")).order(mails::recipient_address).select(columns).load(conn)?)
        })
        .await;
    let addresses: Vec<&str> = sent.iter().map(|mail| mail.0.as_str()).collect();
    assert_eq!(addresses, ["heli.hoitaja@alue.example", "kimmo.kollega@alue.example"]);
    for (_, subject, text) in &sent {
        assert_eq!(subject, "Päivystysvuoro vaihtui: Työnantajapalvelut");
        for line in
            ["Tiimi: Työnantajapalvelut\n", "ti 24.11.2026: Kimmo Kollega\n", "to 26.11.2026: Heli Hoitaja\n", "Vaihdon teki: Heli Hoitaja"]
        {
            assert!(text.contains(line), "{line} in {text}");
        }
    }
    assert_eq!(test.drain_mail().await.sent, 2);
}

#[actix_web::test]
async fn a_planner_gives_a_shift_and_muted_mails_stay_away() {
    let test = start().await;
    let lead = test.cast.lead.id;
    test.write(move |conn| Ok(muted::set(conn, lead, Mutable::DutySwapped, true)?)).await;
    let browser = test.browser(&test.cast.coordinator).await;
    let form = browser.get(&page(&test)).await;
    assert!(form.page().contains("Kimmo Kollega päivystää ti 24.11.2026 ja Heli Hoitaja to 26.11.2026"));
    send(&test, &browser, &form.once(), &test.cast.handler, &lead.to_string()).await.location();
    assert_eq!(holders(&test).await, [Some("Veera Vetäjä".to_owned()), Some("Kimmo Kollega".to_owned())]);
    let told: Vec<String> = test.read(|conn| Ok(mails::table.select(mails::recipient_address).load(conn)?)).await;
    assert_eq!(told, ["heli.hoitaja@alue.example"]);
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn a_roster_changed_meanwhile_is_a_conflict_and_the_form_stays() {
    let test = start().await;
    let (team, lead) = (test.cast.employer_team, test.cast.lead.id);
    let planner = test.browser(&test.cast.coordinator).await;
    let holder = test.browser(&test.cast.case_handler).await;
    let once = planner.get(&page(&test)).await.once();
    let with = format!("{}-2026-11-26", test.cast.colleague.id);
    test.write(move |conn| Ok(duty::assign(conn, team, day("2026-11-26"), lead)?)).await;
    let answer = send(&test, &planner, &once, &test.cast.handler, &with).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Vuorot ovat muuttuneet") && answer.body.contains("Veera Vetäjä päivystää ti 24.11.2026"));
    assert_eq!(answer.once(), once, "the form is the same one");
    assert_eq!(holders(&test).await, [Some("Heli Hoitaja".to_owned()), Some("Veera Vetäjä".to_owned())], "nothing was swapped");
    // Heli's own shift has become Kimmo's while Heli looked at the page.
    let handler = test.cast.handler.clone();
    let colleague = test.cast.colleague.id;
    test.write(move |conn| {
        diesel::update(
            kohtaanto::schema::membership_roles::table.filter(kohtaanto::schema::membership_roles::membership_id.eq(handler.membership_id)),
        )
        .set(kohtaanto::schema::membership_roles::role.eq("case_handler"))
        .execute(conn)?;
        Ok(duty::assign(conn, team, day("2026-11-24"), colleague)?)
    })
    .await;
    let handler = test.browser(&test.cast.handler).await;
    let answer = send(&test, &handler, &kohtaanto::web::once::new_key(), &test.cast.handler, &lead.to_string()).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Vuorot ovat muuttuneet"));
    assert_eq!(handler.get(&page(&test)).await.status, StatusCode::FORBIDDEN, "no planner any more, and another's shift");
    assert_eq!(holder.get(&page(&test)).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = start().await;
    let browser = test.browser(&test.cast.handler).await;
    let key = kohtaanto::web::once::new_key;
    for with in ["", "x", "0-", "99999999999999999999", "1-2026-02-31"] {
        let answer = send(&test, &browser, &key(), &test.cast.handler, with).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{with}");
        assert!(answer.body.contains("Valitse yksi vaihtoehdoista"));
    }
    for with in [test.cast.case_handler.id.to_string(), test.cast.handler.id.to_string(), format!("{}-2026-11-27", test.cast.colleague.id)]
    {
        assert_eq!(send(&test, &browser, &key(), &test.cast.handler, &with).await.status, StatusCode::CONFLICT, "{with} is no offer");
    }
    let team = test.cast.employer_team;
    for (date, status) in [
        ("2026-11-25", StatusCode::NOT_FOUND),
        ("2026-11-19", StatusCode::CONFLICT),
        ("999999-01-01", StatusCode::NOT_FOUND),
        ("tiistai", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(browser.get(&format!("/duty/{team}/{date}/swap")).await.status, status, "{date}");
    }
    assert_eq!(holders(&test).await, [Some("Heli Hoitaja".to_owned()), Some("Kimmo Kollega".to_owned())]);
}
