//! Duty, routing and accounts: the pages are sound, and nothing goes without a question.

use super::Page;
use crate::support::TestApp;
use kohtaanto::organisations::duty;
use kohtaanto::routing::{rules::Row, store};

async fn set_up(test: &TestApp) {
    let (cast, today) = (test.cast.clone(), test.app.today());
    test.write(move |conn| {
        let all = Row { team_id: cast.employer_team, response_minutes: 240, urgent_response_minutes: 60, ..Row::default() };
        let some = |text: &str| Some(text.to_owned());
        store::add(conn, &Row { topic_id: Some(cast.subsidy), team_id: cast.subsidy_team, ..all.clone() })?;
        store::add(conn, &Row { municipality: some("761"), language: some("sv"), response_minutes: 90, ..all.clone() })?;
        store::add(conn, &Row { industry: some("C"), topic_id: Some(cast.recruitment), team_id: cast.partner_team, ..all })?;
        duty::assign(conn, cast.employer_team, today, cast.handler.id)?;
        Ok(duty::assign(conn, cast.employer_team, today + chrono::Days::new(3), cast.lead.id)?)
    })
    .await;
}

#[actix_web::test]
async fn the_pages_are_sound() {
    let test = TestApp::start().await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/routing").await;
    page.examine("routing-empty").await;
    set_up(&test).await;
    for (path, name) in [
        ("/admin", "administration"),
        ("/admin/routing", "routing"),
        ("/admin/routing/new", "routing-new"),
        ("/admin/staff", "staff"),
        ("/duty", "duty"),
    ] {
        page.go(path).await;
        page.examine(name).await;
    }
    page.go("/admin/routing/new").await;
    page.click_text("Tallenna").await;
    page.wait_for(".summary").await;
    page.examine("routing-refused").await;
}

#[actix_web::test]
async fn a_row_is_removed_after_a_question() {
    let test = TestApp::start().await;
    set_up(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/routing").await;
    page.click_text("Aihe: Palkkatuki").await;
    page.wait_text("Muokkaa riviä").await;
    page.click("form[action$='/removal'] button").await;
    page.wait_text("Poistetaanko rivi?").await;
    page.examine("routing-removal").await;
    page.click("#confirm-dialog .button-primary").await;
    page.wait_path("/admin/routing").await;
    page.wait_text("Rivi on poistettu.").await;
    assert!(!page.holds("document.body.innerText.includes('Aihe: Palkkatuki')").await);
}

#[actix_web::test]
async fn a_shift_is_planned_with_the_keyboard() {
    let test = TestApp::start().await;
    set_up(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.colleague).await;
    page.go("/duty").await;
    page.tab_to("#day-2026-11-20").await;
    page.press("ArrowDown").await;
    page.tab_to("main button[type=submit].button-primary").await;
    page.press("Enter").await;
    page.wait_text("Päivystysvuorot on tallennettu.").await;
    assert!(page.holds("document.querySelector('#day-2026-11-20').selectedOptions[0].text === 'Kimmo Kollega'").await);
}
