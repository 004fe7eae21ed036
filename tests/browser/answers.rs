//! The pages behind an answer link, as a partner sees them on a phone, and what the office sees of it.

use super::Page;
use crate::answers::Post;

#[actix_web::test]
async fn a_partner_answers_with_the_keyboard_alone() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    let mut office = Page::signed_in(&post, &post.cast.logger).await;
    office.go(&address).await;
    office.examine("callback-asked").await;
    let mut page = Page::visitor(&post).await;
    page.go(&link).await;
    page.examine("answer").await;
    page.tab_to("main form button[type=submit]").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("answer-refused").await;
    page.tab_to("#answer").await;
    page.press(" ").await;
    page.tab_to("main form button[type=submit]").await;
    page.press("Enter").await;
    page.wait_text("että hoidatte asian").await;
    page.examine("answer-acknowledged").await;
    page.click_text("Soitimme ja autoimme").await;
    page.click("#note").await;
    page.write("Sovittiin käynti.").await;
    page.click("main form button[type=submit]").await;
    page.wait_text("vastauksenne on perillä").await;
    page.examine("answer-given").await;
    page.go("/a/x").await;
    page.examine("answer-unknown").await;
    office.go(&address).await;
    office.wait_text("Kumppani vastasi: autettiin").await;
    office.examine("callback-answered").await;
}

#[actix_web::test]
async fn routing_is_tried_and_hand_overs_are_counted() {
    let post = Post::set().await;
    let (address, link) = post.asked().await;
    post.answer(&link, "not_ours", "Yritys on toisessa kunnassa").await.location();
    let mut page = Page::signed_in(&post, &post.cast.administrator).await;
    page.go("/admin/routing").await;
    page.examine("routing").await;
    page.tab_to("#topic").await;
    page.press("R").await;
    page.tab_to("#company").await;
    page.type_keys("oljy").await;
    page.wait_for("[role=option]").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.tab_to("#trial form button[type=submit]").await;
    page.press("Enter").await;
    page.wait_text("Tämä rivi ratkaisee").await;
    page.examine("routing-trial").await;
    page.go("/admin/routing?language=fi").await;
    page.examine("routing-trial-refused").await;
    let mut handler = Page::signed_in(&post, &post.cast.handler).await;
    handler.go(&format!("{address}/handovers/new")).await;
    handler.examine("callback-handover-again").await;
    handler.go("/reports/handovers").await;
    handler.examine("report-handovers").await;
    handler.go("/reports/handovers?period=own").await;
    handler.examine("report-handovers-own").await;
    handler.go("/reports/handovers?period=last-month").await;
    handler.examine("report-handovers-none").await;
}
