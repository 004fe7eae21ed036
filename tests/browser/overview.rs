//! My day, the company page, logging a contact and the list of tasks.

use super::Page;
use crate::contacts::{company, enter_callback, enter_person};
use crate::support::{TestApp, friday_morning};

/// The pages with something of everything on them.
#[actix_web::test]
async fn the_pages_are_sound() {
    let test = TestApp::start().await;
    let company = company(&test, "Öljynen & Pojat Oy").await;
    let cast = test.cast.clone();
    test.write(move |conn| {
        enter_callback(conn, &cast, company)?;
        enter_person(conn, company, "Maija Mestari", None)?;
        enter_person(conn, company, "Eeva Entinen", Some(friday_morning()))?;
        Ok(())
    })
    .await;
    crate::tasks::of_company(&test, company).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("/companies/{company}/contacts/new")).await;
    page.examine("contact-new").await;
    page.tab_to("#note").await;
    page.write("Haluavat kaksi hitsaajaa.").await;
    page.click_text("Tallenna").await;
    page.wait_for(".summary").await;
    page.examine("contact-refused").await;
    page.tab_to("#outcome").await;
    page.press("ArrowDown").await;
    page.click_text("Tallenna").await;
    page.wait_path(&format!("/companies/{company}")).await;
    page.wait_text("Haluavat kaksi hitsaajaa.").await;
    page.examine("company").await;
    page.go("/").await;
    page.examine("my-day-with-work").await;
    page.click_text("Tehty").await;
    page.wait_text("Kumoa").await;
    page.examine("my-day-task-done").await;
    page.go("/tasks?view=done").await;
    page.examine("tasks-done").await;
}
