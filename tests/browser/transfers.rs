//! An import from a file, from its columns to its undo, and the ways out of the list.

use super::Page;
use crate::transfers::Desk;
use kohtaanto::companies::Facts;

const FILE: &str = "Y-tunnus;Yritys;Käyntiosoite;Puh.;Väri\n2646674-9;Öljynen Oy;Uusi tie 2;02 778 2055;punainen\n;Nurkan Kauppa;Kuja 1;040 123 4567;\n1234567-8;Väärä Oy;;ei ole;sininen\n";

#[actix_web::test]
async fn a_file_is_brought_in_with_the_keyboard_and_taken_back() {
    let desk = Desk::set().await;
    desk.company(Some("2646674-9"), Facts { name: "Öljynen Oy".into(), street_address: "Vanha tie 1".into(), ..Facts::default() }).await;
    let mut page = Page::signed_in(&desk, &desk.cast.coordinator).await;
    page.go("/companies").await;
    page.tab_to(".page-header .menu summary, .menu summary").await;
    page.press("Enter").await;
    page.examine("register-ways").await;
    page.go("/transfers").await;
    page.examine("transfers").await;
    let columns = desk.send("companies", "yritykset.csv", FILE.as_bytes()).await.location().to_owned();
    page.go(&columns).await;
    page.examine("transfer-columns").await;
    page.tab_to("main form button[type=submit]").await;
    page.press("Enter").await;
    page.wait_text("Tarkista ja vahvista").await;
    page.examine("transfer-checked").await;
    page.tab_to("form[action$='/confirmation'] button").await;
    page.press("Enter").await;
    page.wait_text("Tuonti on valmis").await;
    page.examine("transfer-done").await;
    page.tab_to("form[action$='/undoing'] button").await;
    page.press("Enter").await;
    page.wait_text("Perutaanko koko tuonti").await;
    page.press("Enter").await;
    page.wait_text("Tuonti on peruttu").await;
    page.go("/transfers").await;
    page.examine("transfers-earlier").await;
}
