//! Nothing typed is lost: a closed window, a session that ends while one types, two people at one row.

use super::Page;
use crate::companies::add;
use crate::support::{Person, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::people::store::{self as people, Details};
use kohtaanto::schema::{drafts, staff};
use kohtaanto::staff::{passwords, sessions};

const PASSWORD: &str = "kolme pientä porsasta";
const RESTORED: &str = "Keskeneräinen lomake palautettiin";

async fn set_password(test: &TestApp, person: &Person) {
    let (id, hash) = (person.id, passwords::hash(PASSWORD).expect("a hash"));
    test.write(move |conn| Ok(diesel::update(staff::table.find(id)).set(staff::password_hash.eq(hash)).execute(conn)?)).await;
}

async fn sign_in(page: &mut Page, person: &Person) {
    page.tab_to("#email").await;
    page.write(&person.email).await;
    page.tab_to("#password").await;
    page.write(PASSWORD).await;
    page.press("Enter").await;
}

/// Waits until the drafts hold this text.
async fn wait_kept(test: &TestApp, text: &'static str) {
    for _ in 0..400 {
        let kept: Vec<String> = test.read(|conn| Ok(drafts::table.select(drafts::fields).load(conn)?)).await;
        if kept.iter().any(|fields| fields.contains(text)) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{text} is not kept");
}

fn value(id: &str) -> String {
    format!("document.getElementById('{id}').value")
}

#[actix_web::test]
async fn what_was_typed_survives_a_closed_window() {
    let test = TestApp::start().await;
    let company = add(&test, Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let path = format!("/companies/{company}/contacts/new");
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&path).await;
    page.click("#note").await;
    page.write("Kaksi hitsaajaa tammikuuksi.").await;
    page.click("input[name=kind][value=visit]").await;
    wait_kept(&test, "hitsaajaa").await;
    // The last words are typed just before the page is left.
    page.click("#task_title").await;
    page.write("Soita perään").await;
    page.go("/").await;
    wait_kept(&test, "Soita perään").await;
    drop(page);
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&path).await;
    page.wait_text(RESTORED).await;
    assert!(page.holds(&format!("{} === 'Kaksi hitsaajaa tammikuuksi.'", value("note"))).await);
    assert!(page.holds("document.querySelector('[name=kind][value=visit]').checked").await);
    page.examine("draft-restored").await;
    page.click_text("Aloita tyhjästä").await;
    page.click("#confirm-dialog .button-primary").await;
    page.until("the fresh form", &format!("{} === '' && !document.body.innerText.includes('{RESTORED}')", value("note"))).await;
}

#[actix_web::test]
async fn the_call_back_dialog_keeps_too() {
    let test = TestApp::start().await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/").await;
    page.press_alt("s").await;
    page.wait_for("#callback-note").await;
    page.click("#callback-note").await;
    page.write("Haluaa palkata").await;
    wait_kept(&test, "Haluaa palkata").await;
    page.go("/companies").await;
    page.press_alt("s").await;
    page.wait_for("#callback-note").await;
    page.wait_text(RESTORED).await;
    assert!(page.holds(&format!("{} === 'Haluaa palkata'", value("callback-note"))).await);
    page.examine("draft-in-dialog").await;
}

#[actix_web::test]
async fn a_session_that_ends_while_typing_loses_nothing() {
    let test = TestApp::start().await;
    set_password(&test, &test.cast.handler).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/companies/new").await;
    page.click("#name").await;
    page.write("Öljynen").await;
    test.set_clock(test.app.now() + sessions::LIFETIME);
    page.expect_sign_out();
    page.write(" Oy").await;
    page.wait_text("Kirjautumisesi on päättynyt. Kirjoittamasi pysyy tässä.").await;
    page.examine("session-ended-note").await;
    page.press("Enter").await;
    page.wait_text("Kirjoittamasi on tallessa").await;
    page.examine("sign-in-kept").await;
    sign_in(&mut page, &test.cast.handler).await;
    page.wait_path("/companies/new").await;
    page.wait_text(RESTORED).await;
    assert!(page.holds(&format!("{} === 'Öljynen Oy'", value("name"))).await);
    page.press("Tab").await;
    page.click_text("Lisää yritys").await;
    page.wait_text("Öljynen Oy").await;
    page.until("the company's page", "/^.companies.[0-9]+$/.test(location.pathname)").await;
}

#[actix_web::test]
async fn two_people_edit_one_person() {
    let test = TestApp::start().await;
    let company = add(&test, Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    let details = Details { name: "Maija Meikäläinen".into(), phones: vec!["040 1234567".into()], ..Details::default() };
    let id = test.write(move |conn| Ok(people::add(conn, company, &details, author, now)?)).await;
    let path = format!("/people/{id}/edit");
    let mut mine = Page::signed_in(&test, &test.cast.handler).await;
    let mut theirs = Page::signed_in(&test, &test.cast.colleague).await;
    mine.go(&path).await;
    theirs.go(&path).await;
    for (page, role, email) in [(&mut theirs, "toimitusjohtaja", "maija@oljynen.example"), (&mut mine, "rehtori", "")] {
        page.tab_to("#role").await;
        page.write(role).await;
        page.tab_to("#email").await;
        page.write(email).await;
        page.click_text("Tallenna").await;
        if !email.is_empty() {
            page.wait_path(&format!("/companies/{company}")).await;
        }
    }
    mine.wait_text("Toinen tallensi samoja kohtia").await;
    mine.wait_text("toimitusjohtaja").await;
    assert!(mine.holds(&format!("{} === 'rehtori' && {} === 'maija@oljynen.example'", value("role"), value("email"))).await);
    assert!(mine.holds("document.querySelector('.summary a').innerText.startsWith('Tehtävänimike:')").await);
    mine.examine("edit-disputed").await;
    mine.click_text("Tallenna").await;
    mine.wait_path(&format!("/companies/{company}")).await;
    mine.wait_text("rehtori").await;
}

#[actix_web::test]
async fn a_date_is_typed_or_picked() {
    let test = TestApp::start().await;
    let company = add(&test, Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("/companies/{company}/contacts/new")).await;
    assert!(page.holds(&format!("{} === '20.11.2026' && {} === '10.00'", value("happened_on"), value("happened_at"))).await);
    page.tab_to("#task_due_on").await;
    page.write("5.2.2027").await;
    page.press("Tab").await;
    assert!(page.holds("document.activeElement.matches('.date button') && document.activeElement.ariaLabel.includes(':')").await);
    page.press("Enter").await;
    page.until("the calendar at the date", "document.querySelector('#task_due_on + .date-calendar').value === '2027-02-05'").await;
    // The browser's calendar can't be reached from here; it fires this.
    page.evaluate::<bool>("(() => { const c = document.querySelector('#task_due_on + .date-calendar'); c.value = '2026-12-24'; c.dispatchEvent(new Event('change')); return true; })()").await.expect("it runs");
    assert!(page.holds(&format!("{} === '24.12.2026' && document.activeElement.id === 'task_due_on'", value("task_due_on"))).await);
    page.examine("date-field").await;
}
