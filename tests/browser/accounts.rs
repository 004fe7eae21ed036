//! Coming in by a link, the people page, one's own settings: by keyboard, and every state sound.

use super::Page;
use crate::support::TestApp;
use kohtaanto::staff::links::Purpose;
use kohtaanto::staff::store;
use kohtaanto::web::Role;

const PASSWORD: &str = "kolme pientä porsasta";

#[actix_web::test]
async fn an_invitation_is_accepted_with_the_keyboard() {
    let test = TestApp::start().await;
    let link = test.link(&test.cast.handler, Purpose::Invitation).await;
    let mut page = Page::visitor(&test).await;
    page.go(&link).await;
    page.examine("invitation").await;
    page.tab_to("#password").await;
    page.write("lyhyt").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("invitation-refused").await;
    for field in ["#password", "#password_again"] {
        page.tab_to(field).await;
        page.write(PASSWORD).await;
    }
    page.press("Enter").await;
    page.wait_path("/").await;
    page.wait_text("Salasana on tallennettu").await;
    let mut page = Page::visitor(&test).await;
    page.go(&link).await;
    page.wait_text("Linkki on jo käytetty").await;
    page.examine("link-used").await;
    let other = test.link(&test.cast.colleague, Purpose::Password).await;
    let mut page = Page::signed_in(&test, &test.cast.logger).await;
    page.go(&other).await;
    page.examine("link-other-person").await;
    test.set_clock(test.app.now() + chrono::TimeDelta::hours(3));
    let mut page = Page::visitor(&test).await;
    page.go(&other).await;
    page.examine("link-expired").await;
    page.tab_to("#email").await;
    page.write("kimmo.kollega@alue.example").await;
    page.press("Enter").await;
    page.wait_text("Katso sähköpostisi").await;
    page.examine("forgotten-sent").await;
    test.run_jobs().await;
}

#[actix_web::test]
async fn someone_is_invited_with_the_keyboard() {
    let test = TestApp::start().await;
    let (guest, handler) = (test.cast.partner_organisation, test.cast.handler.id);
    test.write(move |conn| Ok(store::add_membership(conn, handler, guest, &[Role::Partner])?)).await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/staff").await;
    page.examine("people").await;
    page.tab_to("a[href='/admin/staff/new']").await;
    page.press("Enter").await;
    page.wait_path("/admin/staff/new").await;
    page.examine("invite").await;
    page.tab_to("#name").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("invite-refused").await;
    for (field, text) in [("#name", "Ulla Uusi"), ("#email", "ulla.uusi@alue.example")] {
        page.tab_to(field).await;
        page.write(text).await;
    }
    page.tab_to("#roles-3").await;
    page.press(" ").await;
    page.tab_to("#teams").await;
    page.press(" ").await;
    page.press("Enter").await;
    page.wait_text("Kutsu on lähetetty").await;
    page.wait_text("Ulla Uusi").await;
    page.examine("member-invited").await;
    page.go(&format!("/admin/staff/{handler}")).await;
    page.examine("member-of-two").await;
    page.go(&format!("/admin/staff/{handler}/memberships/{}", test.cast.host)).await;
    page.examine("member-rights").await;
    page.go(&format!("/admin/staff/{handler}/deactivation")).await;
    page.examine("member-closing").await;
    page.go("/admin/staff?q=tuntematon").await;
    page.examine("people-none").await;
    test.drain_mail().await;
}

#[actix_web::test]
async fn settings_and_the_switch_of_organisation() {
    let test = TestApp::start().await;
    let (guest, handler) = (test.cast.partner_organisation, test.cast.handler.id);
    test.write(move |conn| Ok(store::add_membership(conn, handler, guest, &[Role::Partner])?)).await;
    test.session(&test.cast.handler).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/settings").await;
    page.examine("settings").await;
    page.tab_to("#change-current").await;
    page.write("väärä").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("settings-refused").await;
    page.click(".person summary").await;
    page.wait_text("Vaihda organisaatiota").await;
    page.examine("person-menu").await;
    page.click(".person-elsewhere button").await;
    page.wait_text("Organisaatio on vaihdettu").await;
    page.wait_text("Jokilaakson yrityskeskus").await;
}
