//! The address of a calendar: made, shown once, replaced, taken away; and who it ends with.

use super::{get, own_path, read};
use crate::support::{Answer, TestApp};
use kohtaanto::feeds::{Subject, store};
use kohtaanto::organisations::duty;
use kohtaanto::web::once;
use reqwest::StatusCode;

const OWN: &str = "/settings/calendar";

/// The path in the address that the page shows.
fn shown(test: &TestApp, answer: &Answer) -> Option<String> {
    answer.value("address").map(|address| address.strip_prefix(&test.base_url).expect("our own address").to_owned())
}

#[actix_web::test]
async fn is_made_shown_once_replaced_and_taken_away() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.handler).await;
    let page = browser.get(OWN).await;
    assert!(page.page().contains("Kalenterille ei ole vielä osoitetta"));
    let once = page.once();
    let first = shown(&test, &browser.post(OWN, &[("once", &once)]).await).expect("the address");
    assert_eq!(first.len(), "/feeds/.ics".len() + 43, "256 bits");
    assert_eq!(read(&get(&test, &first).await), []);
    assert_eq!(browser.post(OWN, &[("once", &once)]).await.location(), OWN, "twice is once");
    let page = browser.get(OWN).await;
    assert!(page.page().contains("Osoitetta ei näytetä uudelleen") && !page.body.contains("/feeds/"));
    assert_eq!(test.visitor().get(&first).await.status, StatusCode::OK, "and the first one still works");
    let second = shown(&test, &browser.post(OWN, &[("once", &page.once())]).await).expect("another address");
    assert_eq!(test.visitor().get(&first).await.status, StatusCode::NOT_FOUND);
    assert_eq!(test.visitor().get(&second).await.status, StatusCode::OK);
    for _ in 0..2 {
        assert_eq!(browser.post(&format!("{OWN}/removal"), &[]).await.location(), OWN);
    }
    assert_eq!(test.visitor().get(&second).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn an_unchanged_calendar_is_not_sent_again() {
    let test = TestApp::start().await;
    let (team, handler) = (test.cast.employer_team, test.cast.handler.id);
    let path = own_path(&test, &test.cast.handler).await;
    let visitor = test.visitor();
    let answer = visitor.get(&path).await;
    assert_eq!(answer.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(answer.headers["cache-control"], "private");
    let tag = answer.headers["etag"].to_str().expect("a tag").to_owned();
    let ask = async || {
        let request = visitor.request(reqwest::Method::GET, &path).header("If-None-Match", &tag);
        Answer::of(request.send().await.expect("an answer")).await
    };
    let known = ask().await;
    assert_eq!((known.status, known.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    test.write(move |conn| Ok(duty::assign(conn, team, super::day("2026-11-24"), handler)?)).await;
    assert_eq!(ask().await.status, StatusCode::OK);
}

#[actix_web::test]
async fn ends_with_the_account_the_membership_and_the_rights() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let status = async |path: &str| test.visitor().get(path).await.status;
    let person = test.cast.case_handler.clone();
    let path = own_path(&test, &person).await;
    assert_eq!(status(&path).await, StatusCode::OK);
    admin.post(&format!("/admin/staff/{}/deactivation", person.id), &[]).await.location();
    assert_eq!(status(&path).await, StatusCode::NOT_FOUND);
    admin.post(&format!("/admin/staff/{}/reactivation", person.id), &[]).await.location();
    assert_eq!(status(&path).await, StatusCode::NOT_FOUND, "a new account's life needs a new address");
    let person = test.cast.case_lead.clone();
    let path = own_path(&test, &person).await;
    let rights = format!("/admin/staff/{}/memberships/{}", person.id, test.cast.host);
    admin.post(&rights, &[("roles", "reader")]).await.location();
    assert_eq!(status(&path).await, StatusCode::NOT_FOUND, "who only reads has nothing to do");
    admin.post(&rights, &[("roles", "case_lead")]).await.location();
    assert_eq!(status(&path).await, StatusCode::OK);
    let person = test.cast.partner.clone();
    let path = own_path(&test, &person).await;
    test.write({
        let (id, organisation) = (person.id, test.cast.host);
        move |conn| Ok(kohtaanto::staff::store::add_membership(conn, id, organisation, &[kohtaanto::web::Role::EmployerTeam])?)
    })
    .await;
    let ending = format!("/admin/staff/{}/memberships/{}/ending", person.id, test.cast.partner_organisation);
    admin.post(&ending, &[]).await.location();
    assert_eq!(status(&path).await, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_teams_calendar_is_its_planners_to_make() {
    let test = TestApp::start().await;
    let path = format!("/duty/{}/feed", test.cast.employer_team);
    let planner = test.browser(&test.cast.coordinator).await;
    let address = shown(&test, &planner.post(&path, &[("once", &once::new_key())]).await).expect("the address");
    assert!(get(&test, &address).await.contains("X-WR-CALNAME:Päivystys: Työnantajapalvelut"));
    let others = [(&test.cast.partner_administrator, StatusCode::NOT_FOUND), (&test.cast.case_handler, StatusCode::FORBIDDEN)];
    for (person, status) in others {
        let browser = test.browser(person).await;
        assert_eq!(browser.get(&path).await.status, status);
        assert_eq!(browser.post(&format!("{path}/removal"), &[]).await.status, status);
    }
    assert_eq!(test.visitor().get(&address).await.status, StatusCode::OK);
    let (team, today) = (test.cast.employer_team, test.app.today());
    let made = test.read(move |conn| Ok(store::made(conn, Subject::Team(team))?)).await.expect("it is there");
    assert_eq!(made.made_by, "Kalle Koordinaattori");
    test.write(move |conn| {
        use diesel::prelude::*;
        use kohtaanto::schema::teams;
        Ok(diesel::update(teams::table.find(team)).set(teams::ended_on.eq(today)).execute(conn)?)
    })
    .await;
    assert_eq!(test.visitor().get(&address).await.status, StatusCode::NOT_FOUND, "the team has ended");
}
