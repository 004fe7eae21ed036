//! Who is on duty, office hours of teams, and the duty page. The clock says Friday 20.11.2026.

mod absences;
mod swaps;
mod today;

use crate::support::TestApp;
use chrono::NaiveDate;
use kohtaanto::organisations::{duty, store};
use reqwest::StatusCode;

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub async fn on_duty(test: &TestApp, team: i64, date: &str) -> Option<String> {
    let date = day(date);
    test.read(move |conn| Ok(duty::on_duty(conn, team, date)?.map(|person| person.name))).await
}

#[actix_web::test]
async fn one_person_a_team_and_date() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    let (team, friday) = (cast.employer_team, day("2026-11-20"));
    test.write(move |conn| {
        duty::assign(conn, team, friday, cast.handler.id)?;
        duty::assign(conn, team, friday, cast.colleague.id)?;
        duty::assign(conn, cast.subsidy_team, friday, cast.case_handler.id)?;
        let shifts = duty::shifts(conn, &[team, cast.subsidy_team, cast.partner_team], friday, friday)?;
        let names: Vec<&str> = shifts.iter().map(|shift| shift.name.as_str()).collect();
        assert_eq!(names, ["Kimmo Kollega", "Tuula Tukinen"]);
        let person = duty::on_duty(conn, team, friday)?.expect("somebody");
        assert_eq!((person.staff_id, person.email), (cast.colleague.id, cast.colleague.email));
        duty::clear(conn, team, friday)?;
        duty::clear(conn, team, friday)?;
        assert_eq!(duty::on_duty(conn, team, friday)?, None);
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn a_closed_account_is_not_on_duty_and_no_member() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    let now = test.app.now();
    test.write(move |conn| {
        let friday = day("2026-11-20");
        duty::assign(conn, cast.employer_team, friday, cast.handler.id)?;
        kohtaanto::staff::store::deactivate(conn, cast.handler.id, now)?;
        assert_eq!(duty::on_duty(conn, cast.employer_team, friday)?, None);
        assert!(duty::shifts(conn, &[cast.employer_team], friday, friday)?.is_empty());
        let members = store::members(conn, cast.employer_team)?;
        let names: Vec<_> = members.iter().map(|member| (member.name.as_str(), member.is_lead)).collect();
        assert_eq!(names, [("Kimmo Kollega", false), ("Veera Vetäjä", true)]);
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn office_hours_of_a_team_are_its_rows() {
    let test = TestApp::start().await;
    let team = test.cast.employer_team;
    let now = test.app.now();
    test.read(move |conn| {
        let at = |text: &str| text.parse::<chrono::NaiveDateTime>().expect("an instant");
        let hours = store::office_hours(conn, team)?;
        assert_eq!(hours.add(now, 240), at("2026-11-20T12:00:00"));
        assert_eq!(hours.add(now, 360), at("2026-11-23T08:00:00"));
        let team = store::team(conn, team)?.expect("the team");
        assert_eq!((team.name.as_str(), team.mailbox.as_str()), ("Työnantajapalvelut", "tyonantajat@alue.example"));
        assert_eq!(store::team(conn, 9_999)?, None);
        Ok(())
    })
    .await;
}

/// What the page says of one day, between its date and the next.
fn of_day<'a>(page: &'a str, label: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("roster-date\">{label}")).unwrap_or_else(|| panic!("{label} is on the page"));
    rest.split("</li>").next().expect("a day ends")
}

#[actix_web::test]
async fn the_page_plans_a_week() {
    let test = TestApp::start().await;
    let (team, handler) = (test.cast.employer_team, test.cast.handler.id.to_string());
    let browser = test.browser(&test.cast.colleague).await;
    let page = browser.get("/duty").await;
    for words in ["Päivystys: Työnantajapalvelut", "Viikko 47, 16.–22.11.2026", "Yksi päivä ilman", "Viikko 48 · 5 puuttuu"] {
        assert!(page.page().contains(words), "{words}");
    }
    assert!(!page.body.contains("day-2026-11-19"), "a day that is over can't be planned");
    assert!(of_day(&page.body, "la 21.11.").contains("Kiinni") && !page.body.contains("day-2026-11-21"));
    assert!(of_day(&page.body, "pe 20.11.").contains("Tänään") && of_day(&page.body, "pe 20.11.").contains("Ilman päivystäjää"));
    let team = team.to_string();
    let fields = [("team", team.as_str()), ("from", "2026-11-16"), ("day-2026-11-20", &handler), ("was-2026-11-20", "")];
    let answer = browser.post("/duty", &fields).await;
    assert_eq!(answer.location(), format!("/duty?team={team}&from=2026-11-16"));
    let page = browser.get(answer.location()).await;
    assert!(page.page().contains("Viikko 47</a>"), "no gap is left: {}", page.body);
    assert!(of_day(&page.body, "pe 20.11.").contains("Vaihda vuoro"));
    let next = browser.get(&format!("/duty?team={team}&from=2026-11-25")).await;
    assert!(next.page().contains("Viikko 48, 23.–29.11.2026") && next.body.contains("5 päivää ilman"));
    let christmas = browser.get(&format!("/duty?team={team}&from=2026-12-21")).await;
    assert!(of_day(christmas.page(), "to 24.12.").contains("Kiinni: Jouluaatto") && christmas.body.contains("3 päivää ilman"));
}

#[actix_web::test]
async fn members_read_the_roster_of_their_teams_only() {
    let test = TestApp::start().await;
    let (subsidy, employer) = (test.cast.subsidy_team, test.cast.employer_team);
    let case_handler = test.cast.case_handler.id;
    test.write(move |conn| Ok(duty::assign(conn, subsidy, day("2026-11-20"), case_handler)?)).await;
    let browser = test.browser(&test.cast.case_lead).await;
    let page = browser.get("/duty").await;
    assert!(of_day(page.page(), "pe 20.11.").contains("Tuula Tukinen"));
    assert!(!page.body.contains("name=\"day-") && !page.body.contains("Tallenna") && !page.body.contains("Vaihda vuoro"));
    assert_eq!(browser.get(&format!("/duty?team={employer}")).await.status, StatusCode::NOT_FOUND);
    let own = test.browser(&test.cast.case_handler).await.get("/duty").await;
    assert!(of_day(own.page(), "pe 20.11.").contains("Vaihda vuoro"), "the own shift can be given away");
}

#[actix_web::test]
async fn a_week_is_filled_by_a_proposal() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        duty::assign(conn, cast.employer_team, day("2026-11-19"), cast.handler.id)?;
        Ok(duty::assign(conn, cast.employer_team, day("2026-11-25"), cast.lead.id)?)
    })
    .await;
    let browser = test.browser(&test.cast.colleague).await;
    let chosen = |page: &str, date: &str| {
        let select = page.split(&format!("name=\"day-{date}\"")).nth(1).expect("a select").split("</select>").next().expect("its end");
        let option = select.split("<option ").find(|option| option.contains(" selected"));
        option.map(|option| option.split(['>', '<']).nth(1).expect("a name").to_owned())
    };
    let turn = browser.get("/duty?from=2026-11-23&fill=turn").await;
    let names: Vec<_> = (23..=27).map(|date| chosen(turn.page(), &format!("2026-11-{date}"))).collect();
    let wanted = ["Kimmo Kollega", "Veera Vetäjä", "Veera Vetäjä", "Heli Hoitaja", "Kimmo Kollega"];
    assert_eq!(names, wanted.map(|name| Some(name.to_owned())), "Heli was the last; Wednesday was taken already");
    assert!(turn.body.contains("4 päivää on täytetty ehdotuksella"));
    let copy = browser.get("/duty?from=2026-11-23&fill=copy").await;
    assert_eq!(chosen(copy.page(), "2026-11-26").as_deref(), Some("Heli Hoitaja"));
    assert_eq!(chosen(&copy.body, "2026-11-27"), None, "nobody was on duty on the Friday before");
    assert_eq!(on_duty(&test, test.cast.employer_team, "2026-11-26").await, None, "it is only a proposal");
    let reader = test.browser(&test.cast.case_lead).await.get("/duty?from=2026-11-23&fill=turn").await;
    assert!(!reader.page().contains("ehdotuksella"));
}

#[actix_web::test]
async fn saving_keeps_what_another_planner_did_meanwhile() {
    let test = TestApp::start().await;
    let (team, colleague) = (test.cast.employer_team, test.cast.colleague.id);
    test.write(move |conn| Ok(duty::assign(conn, team, day("2026-11-23"), colleague)?)).await;
    let browser = test.browser(&test.cast.coordinator).await;
    let (team_text, handler) = (team.to_string(), test.cast.handler.id.to_string());
    // This page was opened before the colleague got Monday.
    let fields = [
        ("team", team_text.as_str()),
        ("from", "2026-11-23"),
        ("day-2026-11-23", ""),
        ("was-2026-11-23", ""),
        ("day-2026-11-24", &handler),
        ("was-2026-11-24", ""),
    ];
    browser.post("/duty", &fields).await;
    assert_eq!(on_duty(&test, team, "2026-11-23").await.as_deref(), Some("Kimmo Kollega"));
    assert_eq!(on_duty(&test, team, "2026-11-24").await.as_deref(), Some("Heli Hoitaja"));
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.coordinator).await;
    let team = test.cast.employer_team.to_string();
    let (member, outsider) = (test.cast.handler.id.to_string(), test.cast.partner.id.to_string());
    let save = async |day: &str, person: &str| {
        browser.post("/duty", &[("team", team.as_str()), ("from", "2026-11-16"), (day, person)]).await.status
    };
    assert_eq!(save("day-2026-11-23", &outsider).await, StatusCode::CONFLICT);
    assert_eq!(save("day-2026-11-19", &member).await, StatusCode::CONFLICT);
    assert_eq!(save("day-2226-11-19", &member).await, StatusCode::CONFLICT);
    assert_eq!(save("day-tomorrow", &member).await, StatusCode::BAD_REQUEST);
    assert_eq!(browser.post("/duty", &[]).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(browser.get("/duty?team=x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/duty?from=999999-01-01").await.status, StatusCode::OK);
    assert_eq!(on_duty(&test, test.cast.employer_team, "2026-11-23").await, None);
}

#[actix_web::test]
async fn hides_other_organisations_and_needs_a_planner() {
    let test = TestApp::start().await;
    let partner_team = test.cast.partner_team;
    let browser = test.browser(&test.cast.coordinator).await;
    assert_eq!(browser.get(&format!("/duty?team={partner_team}")).await.status, StatusCode::NOT_FOUND);
    let (team, person) = (partner_team.to_string(), test.cast.partner.id.to_string());
    let fields = [("team", team.as_str()), ("from", "2026-11-16"), ("day-2026-11-23", &person)];
    assert_eq!(browser.post("/duty", &fields).await.status, StatusCode::NOT_FOUND);
    assert!(!browser.get("/duty").await.page().contains("Yritysneuvonta"));
    for other in [&test.cast.logger, &test.cast.reader, &test.cast.log_reader] {
        assert_eq!(test.browser(other).await.get("/duty").await.status, StatusCode::FORBIDDEN, "{}", other.name);
    }
    for other in [&test.cast.partner, &test.cast.case_handler] {
        assert_eq!(test.browser(other).await.post("/duty", &fields).await.status, StatusCode::FORBIDDEN, "{}", other.name);
    }
}

#[actix_web::test]
async fn a_partners_administrator_plans_the_own_teams() {
    let test = TestApp::start().await;
    let (own, others, partner) =
        (test.cast.partner_team.to_string(), test.cast.employer_team.to_string(), test.cast.partner.id.to_string());
    let browser = test.browser(&test.cast.partner_administrator).await;
    let page = browser.get("/duty").await;
    assert!(page.page().contains("Päivystys: Yritysneuvonta") && !page.body.contains("Työnantajapalvelut"));
    let plan = |team| [("team", team), ("from", "2026-11-16"), ("day-2026-11-23", partner.as_str())];
    assert_eq!(browser.post("/duty", &plan(own.as_str())).await.status, StatusCode::SEE_OTHER);
    assert_eq!(on_duty(&test, test.cast.partner_team, "2026-11-23").await.as_deref(), Some("Pirjo Partneri"));
    assert_eq!(browser.post("/duty", &plan(others.as_str())).await.status, StatusCode::NOT_FOUND);
}
