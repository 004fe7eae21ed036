//! Duty, swaps, absences and calendars: every state is sound, and a shift is swapped with the keyboard alone.

use super::Page;
use crate::support::TestApp;
use kohtaanto::absences::store::{NewAbsence, add};
use kohtaanto::organisations::{duty, store};
use kohtaanto::staff::sessions;

/// Heli has Friday and Tuesday and is away on Tuesday and Wednesday, with Kimmo instead on one of them; Kimmo has Thursday.
async fn roster(test: &TestApp) {
    let (cast, now) = (test.cast.clone(), test.app.now());
    test.write(move |conn| {
        let day = |text: &str| text.parse().expect("a day");
        for (date, person) in [
            ("2026-11-16", cast.lead.id),
            ("2026-11-17", cast.handler.id),
            ("2026-11-20", cast.handler.id),
            ("2026-11-24", cast.handler.id),
            ("2026-11-25", cast.lead.id),
            ("2026-11-26", cast.colleague.id),
        ] {
            duty::assign(conn, cast.employer_team, day(date), person)?;
        }
        duty::assign(conn, cast.subsidy_team, day("2026-11-20"), cast.case_handler.id)?;
        store::add_phone_line(conn, cast.employer_team, "Työnantajat", "050 000 9055", "+358500009055")?;
        let token = sessions::begin(conn, cast.handler.membership_id, now)?;
        let by = sessions::viewer(conn, &token, now)?.expect("a session");
        for (staff_id, date, replacement_id) in
            [(cast.handler.id, "2026-11-24", Some(cast.colleague.id)), (cast.lead.id, "2026-11-25", None)]
        {
            let new = NewAbsence { staff_id, from_on: day(date), until_on: day(date), replacement_id };
            add(conn, &new, &by, now)?.expect("no other absence");
        }
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn the_roster_is_sound_in_every_state() {
    let test = TestApp::start().await;
    test.leave_mail();
    roster(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.coordinator).await;
    for (query, name) in [
        ("", "duty"),
        ("&from=2026-11-23", "duty-away"),
        ("&from=2026-11-23&fill=turn", "duty-proposed"),
        ("&from=2026-12-21", "duty-christmas"),
    ] {
        page.go(&format!("/duty?team={}{query}", test.cast.employer_team)).await;
        page.examine(name).await;
    }
    page.go("/").await;
    page.examine("on-duty-several").await;
    page.click(".on-duty summary").await;
    page.examine("on-duty-open").await;
    let mut reader = Page::signed_in(&test, &test.cast.case_handler).await;
    reader.go("/duty").await;
    reader.examine("duty-reader").await;
    page.go(&format!("/duty/{}/feed", test.cast.employer_team)).await;
    page.examine("feed-team").await;
}

#[actix_web::test]
async fn a_shift_is_swapped_with_the_keyboard() {
    let test = TestApp::start().await;
    test.leave_mail();
    roster(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    let path = format!("/duty/{}/2026-11-20/swap", test.cast.employer_team);
    page.go(&path).await;
    page.examine("swap").await;
    page.click_text("Vaihda vuoro").await;
    page.wait_for(".summary").await;
    page.examine("swap-refused").await;
    page.tab_to("#with").await;
    page.press(" ").await;
    for _ in 0..3 {
        page.press("ArrowDown").await;
    }
    page.tab_to("main button[type=submit].button-primary").await;
    page.press("Enter").await;
    page.wait_text("Vuoro on vaihdettu").await;
    page.examine("duty-swapped").await;
    let team = test.cast.employer_team;
    let shift = test.read(move |conn| Ok(duty::on_duty(conn, team, "2026-11-20".parse().expect("a day"))?)).await;
    assert_eq!(shift.map(|person| person.name).as_deref(), Some("Kimmo Kollega"));
}

#[actix_web::test]
async fn an_absence_is_entered_and_a_calendar_made() {
    let test = TestApp::start().await;
    test.leave_mail();
    roster(&test).await;
    let mut page = Page::signed_in(&test, &test.cast.colleague).await;
    page.go("/absences").await;
    page.examine("absences").await;
    page.click("#from_on").await;
    page.write("26.11.2026").await;
    page.press("Enter").await;
    page.wait_text("Poissaoloa ei ole vielä merkitty").await;
    page.examine("absence-told").await;
    page.click_text("Vahvista poissaolo").await;
    page.wait_text("Poissaolo on merkitty.").await;
    page.examine("absence-entered").await;
    page.go("/settings/calendar").await;
    page.examine("feed-none").await;
    page.click_text("Tee osoite").await;
    page.wait_text("Kopioi osoite nyt").await;
    page.examine("feed-made").await;
    page.go("/settings/calendar").await;
    page.examine("feed-there").await;
}
