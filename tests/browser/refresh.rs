//! The report of what a night changed in the register, and a decision with the keyboard.

use super::Page;
use crate::refresh::{after, night, stage};
use crate::ytj::server::Bulk;

#[actix_web::test]
async fn a_hand_edit_gives_way_with_the_keyboard() {
    let (test, browser, _server) = stage(Bulk::Whole(after().into_bytes())).await;
    let (import, _) = night(&test, &browser, "week").await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/imports").await;
    page.examine("imports-schedule").await;
    page.go(&import).await;
    page.examine("import-with-changes").await;
    page.go(&format!("{import}/changes?show=changed")).await;
    page.examine("import-changed").await;
    page.go(&format!("{import}/changes")).await;
    page.examine("import-hand-edits").await;
    page.tab_to("form[action$='/decision'] button").await;
    page.press("Enter").await;
    page.wait_text("YTJ:n tieto on otettu").await;
}
