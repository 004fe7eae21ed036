//! From a filter of the register to a call list, through two calls, to what came of it.

use super::Page;
use crate::contacts::company;
use crate::support::TestApp;

#[actix_web::test]
async fn a_list_is_made_and_worked_through() {
    let test = TestApp::start().await;
    for name in ["Konepaja Kallio Oy", "Levytyö Lahtinen Oy", "Metalli Mäkelä Oy"] {
        company(&test, name).await;
    }
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies?municipality=734&contact=never").await;
    page.click_text("Tallenna rajaus").await;
    page.wait_for("input[name=shared]").await;
    page.tab_to("#name").await;
    page.write("Salon uudet").await;
    page.examine("saved-filter-new").await;
    page.press("Enter").await;
    page.wait_text("Rajaus on tallennettu").await;
    page.examine("saved-filter-list").await;
    page.click_text("Kaikille löydetyille (3 yritystä)…").await;
    page.wait_text("Mitä yrityksille tehdään").await;
    page.examine("company-batch").await;
    page.click_text("Uusi soittolista").await;
    page.wait_for("#callers").await;
    page.tab_to("#name").await;
    page.write("Metallialan kevätkierros").await;
    page.tab_to("#script").await;
    page.write("Kerro kesätyösetelistä. Kysy, montako kesätyöntekijää otetaan.").await;
    page.examine("call-list-new").await;
    page.click_text("Tee soittolista").await;
    page.wait_text("Soittolista on valmis").await;
    page.examine("call-list-fresh").await;
    page.click_text("Ota seuraava").await;
    page.wait_text("Mitä soitosta tuli").await;
    page.examine("call-list-work").await;
    page.tab_to("#outcome").await;
    page.press(" ").await;
    page.tab_to("#note").await;
    page.write("Ottavat kaksi kesätyöntekijää.").await;
    page.click_text("Tallenna ja ota seuraava").await;
    page.wait_text("Levytyö Lahtinen Oy").await;
    page.click("input[value=call_again]").await;
    page.click_text("Tallenna ja ota seuraava").await;
    page.wait_text("Kirjoita päivä, jona soitetaan uudelleen").await;
    page.examine("call-list-work-refused").await;
    page.tab_to("#again_on").await;
    page.write("23.11.2026").await;
    page.click_text("Tallenna ja lopeta").await;
    page.wait_text("50 % (1)").await;
    page.examine("call-list-result").await;
    page.go("/call-lists").await;
    page.examine("call-lists").await;
    page.go("/companies/filters").await;
    page.examine("saved-filters").await;
}
