//! The arithmetic of due times, where it is shown. It is Friday 20.11.2026 at 10.00; the response time is two hours.

use super::Stage;
use kohtaanto::calendar::clock::instant;
use kohtaanto::calendar::{Closing, Season};
use kohtaanto::organisations::closing_days::store::{self as closing_days, Scope};
use kohtaanto::organisations::seasons::store as seasons;
use kohtaanto::organisations::store::Opens;
use reqwest::StatusCode;

fn at(day: &str, minute: u32) -> chrono::NaiveDateTime {
    instant(day.parse().expect("a day"), minute)
}

#[actix_web::test]
async fn the_form_shows_it_while_one_types() {
    let stage = Stage::set().await;
    stage.set_clock(at("2026-11-20", 14 * 60 + 30));
    let logger = stage.browser(&stage.cast.logger).await;
    let asked = format!("/callbacks/open-matches?topic={}&language=fi", stage.cast.recruitment);
    let lookup = logger.get_fragment(&asked).await;
    assert!(lookup.page().contains("Otettava viimeistään ma 23.11.2026 klo 10.30."), "{}", lookup.body);
    assert!(lookup.body.contains("2 h aukioloaikaa: pe 14.30–15, ma 9–10.30. Kiinni: la–su."), "{}", lookup.body);
    let window = logger.get_fragment(&format!("{asked}&reachable_from=13")).await;
    assert!(
        window.page().contains("ma 23.11.2026 klo 13.00") && window.body.contains("kun soittajan tavoittaa klo 13–"),
        "{}",
        window.body
    );
    let (host, day) = (stage.cast.host, "2026-11-23".parse().expect("a day"));
    let closing = Closing { first: day, last: day, name: "Henkilöstöpäivä".to_owned() };
    stage.write(move |conn| Ok(closing_days::add(conn, Scope::Organisation(host), &closing)?)).await;
    let lookup = logger.get_fragment(&asked).await;
    assert!(lookup.page().contains("ti 24.11.2026 klo 10.30") && lookup.body.contains("ma Henkilöstöpäivä"), "{}", lookup.body);
}

#[actix_web::test]
async fn the_page_shows_it_and_says_when_the_hours_have_changed() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let address = stage.log(&stage.cast.logger.clone(), &[]).await;
    let handler = stage.browser(&stage.cast.handler).await;
    let page = handler.get(&address).await;
    assert!(page.page().contains("2 h aukioloaikaa: pe 10–12."), "{}", page.body);
    let (team, friday) = (stage.cast.employer_team, "2026-11-20".parse().expect("a day"));
    let closed = Season { first: friday, last: Some(friday), periods: Vec::new() };
    stage.write(move |conn| Ok(seasons::add(conn, Opens::Team(team), &closed)?)).await;
    let page = handler.get(&address).await;
    assert!(page.page().contains("mutta määräaika pysyy") && !page.body.contains("aukioloaikaa: "), "{}", page.body);
    assert!(page.body.contains("pe 20.11.2026 klo 12.00"), "the promise stands");
}

#[actix_web::test]
async fn a_hand_over_shows_it_for_the_chosen_team() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let (address, handler) = stage.taken_by(&stage.cast.handler.clone()).await;
    stage.set_clock(at("2026-11-20", 14 * 60));
    let due = handler.get_fragment(&format!("{address}/handovers/due?team={}", stage.cast.partner_team)).await;
    assert!(due.page().contains("ma 23.11.2026 klo 10.00") && due.body.contains("pe 14–15, ma 9–10"), "{}", due.body);
    for team in ["", "999999", "x"] {
        let none = handler.get_fragment(&format!("{address}/handovers/due?team={team}")).await;
        assert_eq!(none.page().trim(), "", "{team}");
    }
    let partner = stage.browser(&stage.cast.partner).await;
    assert_eq!(partner.get_fragment(&format!("{address}/handovers/due?team=1")).await.status, StatusCode::NOT_FOUND);
}
