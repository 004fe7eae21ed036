//! Organisations, teams and topics: the pages are sound in their states, and the area is picked with the keyboard alone.

use super::Page;
use crate::routes::Samples;
use crate::support::TestApp;
use kohtaanto::organisations::store::{self, Opens};

#[actix_web::test]
async fn organisations_are_sound_in_every_state() {
    let test = TestApp::start().await;
    test.leave_mail();
    Samples::enter(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    let partner = format!("/admin/organisations/{}", test.cast.partner_organisation);
    page.go("/admin/organisations/new").await;
    page.click_text("Tallenna").await;
    page.wait_for(".summary").await;
    page.examine("organisation-refused").await;
    page.go(&partner).await;
    page.click("#ends_on").await;
    page.write("19.11.2026").await;
    page.click_text("Tallenna").await;
    page.wait_text("käyttö päättyy heti").await;
    page.examine("organisation-end").await;
    page.click_text("Päätä käyttö heti").await;
    page.wait_path("/admin/organisations").await;
    page.examine("organisations").await;
}

#[actix_web::test]
async fn the_area_is_picked_with_the_keyboard() {
    let test = TestApp::start().await;
    let host = format!("/admin/organisations/{}", test.cast.host);
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go(&host).await;
    page.tab_to("#municipalities").await;
    page.type_keys("lo").await;
    page.wait_for("[role=option]").await;
    page.examine("organisation-area-suggestions").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.until("the first suggestion is in the list", "document.querySelectorAll('.several-list li').length === 5").await;
    page.press("Backspace").await;
    page.press("Backspace").await;
    page.until("Backspace takes the last ones away", "document.querySelectorAll('.several-list li').length === 3").await;
    page.type_keys("Uskela").await;
    page.press("Enter").await;
    page.until("a typed name is taken as it is", "document.querySelectorAll('.several-list li').length === 4").await;
    page.tab_to("main button[type=submit].button-primary").await;
    page.press("Enter").await;
    page.wait_text("Näitä kuntia ei löydy: Uskela").await;
    page.examine("organisation-area-refused").await;
    page.click("[aria-label='Poista Uskela']").await;
    page.click_text("Tallenna").await;
    page.wait_path("/admin/organisations").await;
    assert_eq!(test.read(|conn| Ok(store::municipalities(conn)?)).await, ["734", "761", "284"]);
}

#[actix_web::test]
async fn teams_are_sound_in_every_state() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = Samples::enter(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    let team = test.cast.employer_team;
    test.write(move |conn| {
        let line = store::add_phone_line(conn, team, "Työnantajien puhelinpalvelu", "050 000 9055", "+358500009055")?;
        Ok(store::add_opening_hours(conn, Opens::PhoneLine(line), 1, 540, 720)?)
    })
    .await;
    page.go(&format!("/admin/teams/{team}")).await;
    page.examine("team").await;
    page.click("#tuesday").await;
    page.write("15–9").await;
    page.click("#name").await;
    page.press("Enter").await;
    page.wait_text("Korjaa yksi kohta").await;
    page.examine("team-refused").await;
    page.go(&format!("/admin/teams/{team}/ending/new")).await;
    page.examine("team-ending-blocked").await;
    let free = samples.fill("/admin/teams/{free_team}");
    page.go(&format!("{free}/ending/new")).await;
    page.examine("team-ending").await;
    page.click_text("Lakkauta tiimi").await;
    page.wait_text("Tiimi on lakkautettu 20.11.2026").await;
    page.examine("team-ended").await;
    page.go("/admin/teams").await;
    page.examine("teams").await;
    let mut partner = Page::signed_in(&test, &test.cast.partner_administrator).await;
    partner.go("/admin").await;
    partner.examine("administration-partner").await;
}

#[actix_web::test]
async fn mondays_hours_are_copied() {
    let test = TestApp::start().await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/teams/new").await;
    page.evaluate::<bool>("document.querySelector('#monday').value = ''; true").await.expect("the field is emptied");
    page.click("#monday").await;
    page.write("9–12, 13–15").await;
    page.click_text("Kopioi maanantain ajat ma–pe").await;
    page.until("Friday has them", "document.querySelector('#friday')?.value === '9–12, 13–15'").await;
    page.examine("team-new-copied").await;
}

#[actix_web::test]
async fn topics_are_sound_in_every_state() {
    let test = TestApp::start().await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go(&format!("/admin/topics/{}", test.cast.subsidy)).await;
    page.click_text("Poista käytöstä").await;
    page.wait_text("Poistetaanko aihe käytöstä?").await;
    page.examine("topic-ending").await;
    page.click("#confirm-dialog .button-primary").await;
    page.wait_path("/admin/topics").await;
    page.wait_text("Käytöstä poistetut aiheet").await;
    page.click_text("Lisää aihe").await;
    page.wait_for(".summary").await;
    page.examine("topics-refused").await;
}
