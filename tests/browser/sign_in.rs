//! Signing in, and the first page after it.

use super::Page;
use crate::support::TestApp;
use kohtaanto::i18n::Lang;
use kohtaanto::staff::{passwords, store};
use kohtaanto::web::Role;

const EMAIL: &str = "sanna.salasana@alue.example";
const PASSWORD: &str = "kolme pientä porsasta";

async fn enter_sanna(test: &TestApp) {
    let (host, now) = (test.cast.host, test.app.now());
    test.write(move |conn| {
        let password_hash = passwords::hash(PASSWORD).expect("a hash");
        let new = store::NewStaff { email: EMAIL, name: "Sanna Salasana", language: Lang::Fi, password_hash: &password_hash };
        let staff = store::add(conn, &new, now)?;
        store::add_membership(conn, staff, host, &[Role::Staff])?;
        Ok(())
    })
    .await;
}

#[actix_web::test]
async fn works_with_the_keyboard_alone() {
    let test = TestApp::start().await;
    enter_sanna(&test).await;
    let mut page = Page::visitor(&test).await;
    page.go("/?x=1").await;
    page.wait_path("/login").await;
    page.tab_to("#email").await;
    page.write(EMAIL).await;
    page.tab_to("#password").await;
    page.write("väärin").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("sign-in-refused").await;
    page.tab_to("#password").await;
    page.write(PASSWORD).await;
    page.press("Enter").await;
    page.wait_path("/").await;
    page.wait_text("Sanna Salasana").await;
}

#[actix_web::test]
async fn the_pages_are_sound() {
    let test = TestApp::start().await;
    let mut page = Page::visitor(&test).await;
    page.go("/login").await;
    page.examine("sign-in").await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go("/").await;
    page.examine("my-day").await;
}

#[actix_web::test]
async fn the_console_is_watched() {
    let test = TestApp::start().await;
    let mut page = Page::visitor(&test).await;
    page.go("/login").await;
    assert_eq!(page.complaints().await, Vec::<String>::new());
    let inline = "const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s); !!window.ran";
    assert_eq!(page.evaluate::<bool>(inline).await, Ok(false), "the content policy lets inline code run");
    assert!(page.complaints().await.concat().contains("Content Security Policy"));
    page.evaluate::<i64>("setTimeout(() => { throw new Error('on purpose'); })").await.expect("it runs");
    page.until("a turn of the page's loop", "new Promise((done) => setTimeout(() => done(true), 20))").await;
    assert!(page.complaints().await.concat().contains("on purpose"));
}
