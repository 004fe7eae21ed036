//! Several organisations at one company: what is known before one calls, and a note's way from all to its own organisation.

use super::Page;
use crate::contacts::company;
use crate::support::TestApp;
use kohtaanto::companies::marks::{Kind, store};
use kohtaanto::contacts::{self, NewContact, Visibility};
use kohtaanto::staff::sessions;

#[actix_web::test]
async fn nobody_calls_blind() {
    let test = TestApp::start().await;
    test.leave_mail();
    let company = company(&test, "Konepaja Kallio Oy").await;
    let (cast, now) = (test.cast.clone(), test.app.now());
    test.write(move |conn| {
        let token = sessions::begin(conn, cast.partner.membership_id, now)?;
        let partner = sessions::viewer(conn, &token, now)?.expect("a session");
        for (days, organisation, staff_id, note) in [
            (40, cast.host, cast.colleague.id, "Etsivät kahta hitsaajaa."),
            (2, cast.partner_organisation, cast.partner.id, "Uusi halli valmistuu keväällä."),
        ] {
            let contact = NewContact {
                company_id: company,
                person_id: None,
                callback_id: None,
                organisation_id: organisation,
                staff_id,
                kind: contacts::Kind::Visit,
                outcome: contacts::Outcome::Agreed,
                topic_id: Some(cast.recruitment),
                note,
                visibility: Visibility::Shared,
                happened_at: now - chrono::TimeDelta::days(days),
            };
            contacts::store::add(conn, &contact, now)?;
        }
        for (kind, person, reason) in [
            (Kind::NoMarketing, None, "Ei tapahtumakutsuja sähköpostilla."),
            (Kind::CoordinateFirst, Some(cast.partner.id), "Laaja investointihanke kesken."),
            (Kind::DoNotContact, None, "Toimitusjohtaja pyysi, ettei yritykseen soiteta."),
        ] {
            let mark = store::NewMark { kind, person, reason: reason.to_owned(), ends_on: None };
            store::set(conn, &partner, company, &mark, now)?;
        }
        Ok(())
    })
    .await;
    let mut page = Page::signed_in(&test, &test.cast.colleague).await;
    page.go("/companies").await;
    page.examine("marks-register").await;
    page.go(&format!("/companies/{company}")).await;
    page.examine("marks-company").await;
    page.click_text("Kirjaa yhteydenotto").await;
    page.wait_text("Uusi halli valmistuu").await;
    page.examine("marks-contact-form").await;
    page.go("/callbacks/new").await;
    page.tab_to("#callback-company").await;
    page.write("konepaja").await;
    page.wait_text("Älä ota yhteyttä").await;
    page.examine("marks-suggestion").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_text("Jos työnantaja itse pyysi soittoa").await;
    page.examine("marks-callback-form").await;
    page.go(&format!("/companies/{company}")).await;
    page.click_text("Rajaa omalle organisaatiolle").await;
    page.wait_for("#confirm-dialog[open]").await;
    page.click("#confirm-dialog .button-primary").await;
    page.wait_text("Kaikki organisaatiot ovat voineet lukea sen").await;
    page.examine("contact-restricted").await;
}
