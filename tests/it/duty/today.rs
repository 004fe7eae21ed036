//! "On duty today" in the frame of every page.

use super::day;
use crate::support::TestApp;
use kohtaanto::organisations::duty;
use kohtaanto::organisations::store::{self, Opens};
use reqwest::StatusCode;

/// The line of the page's frame.
fn line(page: &str) -> Option<&str> {
    page.split("<aside class=\"on-duty\"").nth(1)?.split("</aside>").next()
}

#[actix_web::test]
async fn stands_on_every_page_with_number_and_hours() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    let browser = test.browser(&test.cast.handler).await;
    assert_eq!(line(browser.get("/").await.page()), None, "a team without a roster has no line");
    test.write(move |conn| {
        duty::assign(conn, cast.employer_team, day("2026-11-20"), cast.handler.id)?;
        duty::assign(conn, cast.employer_team, day("2026-11-23"), cast.colleague.id)?;
        let phone = store::add_phone_line(conn, cast.employer_team, "Työnantajat", "050 000 9055", "+358500009055")?;
        for weekday in 1..=5 {
            store::add_opening_hours(conn, Opens::PhoneLine(phone), weekday, 540, 720)?;
            store::add_opening_hours(conn, Opens::PhoneLine(phone), weekday, 780, 930)?;
        }
        Ok(())
    })
    .await;
    for (at, words) in [
        ("2026-11-20T08:00:00", "auki klo 12 asti"),
        ("2026-11-20T10:30:00", "avataan klo 13"),
        ("2026-11-20T11:00:00", "auki klo 15.30 asti"),
        ("2026-11-20T14:00:00", "avataan ma klo 9"),
    ] {
        test.set_clock(at.parse().expect("an instant"));
        let page = browser.get("/companies").await;
        let line = line(page.page()).expect("the line");
        for words in ["Päivystää tänään:", "<strong>Heli Hoitaja</strong> (sinä), Työnantajapalvelut", "tel:+358500009055", words] {
            assert!(line.contains(words), "{words} in {line}");
        }
    }
    test.set_clock("2026-11-22T08:00:00".parse().expect("an instant"));
    let browser = test.browser(&test.cast.handler).await;
    assert!(line(browser.get("/").await.page()).expect("the line").contains("ei päivystäjää"), "nobody on a Sunday");
    assert_eq!(line(&browser.get_fragment("/callbacks").await.body), None);
}

#[actix_web::test]
async fn whose_teams_keep_no_roster_sees_the_organisations() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.write(move |conn| Ok(duty::assign(conn, cast.employer_team, day("2026-11-20"), cast.handler.id)?)).await;
    let page = test.browser(&test.cast.case_handler).await.get("/").await;
    assert!(line(page.page()).expect("the line").contains("<strong>Heli Hoitaja</strong>, Työnantajapalvelut"));
    assert_eq!(line(test.browser(&test.cast.partner).await.get("/").await.page()), None, "another organisation's is not theirs");
}

#[actix_web::test]
async fn who_has_no_team_sees_the_teams_of_the_organisation() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        duty::assign(conn, cast.employer_team, day("2026-11-20"), cast.handler.id)?;
        duty::assign(conn, cast.subsidy_team, day("2026-11-20"), cast.case_handler.id)?;
        Ok(duty::assign(conn, cast.partner_team, day("2026-11-20"), cast.partner.id)?)
    })
    .await;
    let shown = async |person| {
        let answer = test.browser(person).await.get("/").await;
        line(answer.page()).unwrap_or_default().to_owned()
    };
    let logger = shown(&test.cast.logger).await;
    assert!(logger.contains("Heli Hoitaja") && logger.contains("Tuula Tukinen") && !logger.contains("Pirjo Partneri"));
    assert!(logger.contains("<details>") && logger.contains("<summary>"), "several stand behind one line");
    assert!(logger.contains("Tuula Tukinen (Palkkatuki ja starttiraha), Heli Hoitaja (Työnantajapalvelut)</summary>"), "{logger}");
    let partner = shown(&test.cast.partner).await;
    assert!(partner.contains("Pirjo Partneri") && !partner.contains("Heli Hoitaja"));
    for reader in [&test.cast.reader, &test.cast.log_reader] {
        assert_eq!(shown(reader).await, "", "{} neither logs nor works", reader.name);
    }
    assert_eq!(test.visitor().get("/login").await.status, StatusCode::OK);
}
