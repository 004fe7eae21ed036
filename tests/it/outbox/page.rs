//! The mail page.

use super::start;
use crate::smtp_sink::{Security, Sink};
use crate::support::TestApp;
use reqwest::StatusCode;

const ANNA: &str = "anna@yritys.example";

/// An app with one mail that the server refused.
async fn with_failed_mail() -> (Sink, TestApp, i64) {
    let sink = Sink::start(Security::None).await;
    let test = start(&sink).await;
    let id = test.put_mail(ANNA).await;
    sink.fail("RCPT", "550 5.1.1 unknown user");
    assert_eq!(test.drain_mail().await.failed, 1);
    sink.heal();
    (sink, test, id)
}

#[actix_web::test]
async fn works() {
    let (_sink, test, id) = with_failed_mail().await;
    let browser = test.browser(&test.cast.administrator).await;
    let waiting = browser.get("/admin/mails").await;
    assert!(waiting.page().contains("Odottaa (0)") && waiting.page().contains("Epäonnistunut (1)"));
    let failed = browser.get("/admin/mails?state=failed").await;
    for text in ["Uusi soittopyyntö: Pajakorpi Oy", ANNA, "550 5.1.1 unknown user", "Lähetä uudelleen"] {
        assert!(failed.page().contains(text), "{text}");
    }
    let mail = browser.get(&format!("/admin/mails/{id}")).await;
    assert!(mail.page().contains(&test.message_id(id).await));
}

#[actix_web::test]
async fn sends_again_once() {
    let (sink, test, id) = with_failed_mail().await;
    let browser = test.browser(&test.cast.administrator).await;
    let address = format!("/admin/mails/{id}/attempts");
    for _ in 0..2 {
        assert_eq!(browser.post(&address, &[]).await.location(), "/admin/mails?state=failed");
    }
    assert_eq!(test.drain_mail().await.sent, 1);
    assert_eq!(browser.post(&address, &[]).await.location(), "/admin/mails?state=failed");
    assert_eq!(test.drain_mail().await.sent, 0, "a sent mail stays sent");
    assert_eq!(super::arrivals(&sink, &test.message_id(id).await), 1);
    assert_eq!(browser.post("/admin/mails/999/attempts", &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/admin/mails/999").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn needs_the_hosts_administrator() {
    let (_sink, test, id) = with_failed_mail().await;
    for person in [&test.cast.partner_administrator, &test.cast.coordinator, &test.cast.handler] {
        let browser = test.browser(person).await;
        assert_eq!(browser.get("/admin/mails").await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get(&format!("/admin/mails/{id}")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.post(&format!("/admin/mails/{id}/attempts"), &[]).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(test.mail_row(id).await.0, "failed");
}

#[actix_web::test]
async fn hides_what_mails_say_except_in_the_demo() {
    for demo in [false, true] {
        let test = TestApp::start_with(|config| config.demo = demo).await;
        let id = test.put_mail(ANNA).await;
        test.drain_mail().await;
        let browser = test.browser(&test.cast.administrator).await;
        let answer = browser.get(&format!("/admin/mails/{id}")).await;
        assert!(answer.page().contains("Uusi soittopyyntö: Pajakorpi Oy"));
        assert_eq!(answer.page().contains("Työnantaja odottaa soittoa."), demo);
    }
}

#[actix_web::test]
async fn shows_the_servers_trouble_until_it_ends() {
    let sink = Sink::start(Security::None).await;
    let test = start(&sink).await;
    test.put_mail(ANNA).await;
    sink.fail("MAIL", "550 5.7.1 <sender> & co not allowed");
    test.drain_mail().await;
    let browser = test.browser(&test.cast.administrator).await;
    let answer = browser.get("/admin/mails").await;
    assert!(answer.page().contains("Sähköpostipalvelin ei ota viestejämme vastaan"));
    assert!(answer.page().contains("550 5.7.1 &lt;sender&gt; &amp; co not allowed"));
    sink.heal();
    test.pass_minutes(1);
    test.drain_mail().await;
    assert!(!browser.get("/admin/mails").await.page().contains("Sähköpostipalvelin ei ota"));
}

#[actix_web::test]
async fn pages_through_all_mails_newest_first() {
    let test = TestApp::start().await;
    test.leave_mail();
    for number in 0..60 {
        test.put_mail(&format!("staff{number:02}@alue.example")).await;
        if number % 7 == 0 {
            test.pass_minutes(1);
        }
    }
    let browser = test.browser(&test.cast.administrator).await;
    let first = browser.get("/admin/mails?state=waiting").await;
    let next = first.page().split("href=\"").find(|part| part.contains("after=")).expect("a second page");
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    let second = browser.get(&next).await;
    let seen = |page: &str| -> Vec<u32> { page.split("staff").skip(1).filter_map(|part| part.get(..2)?.parse().ok()).collect() };
    let all: Vec<u32> = [seen(first.page()), seen(second.page())].concat();
    assert_eq!(all, (0..60).rev().collect::<Vec<u32>>());
    assert!(browser.get("/admin/mails?state=nonsense&after=%00").await.page().contains("staff59"));
}
