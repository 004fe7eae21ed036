//! The mail step: a test mail, and what the server said.

use super::states;
use crate::smtp_sink::{LOGIN, Security, Sink};
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::config::Transport;
use kohtaanto::mail::smtp::SmtpConfig;
use kohtaanto::schema::mails;

const MAIL: &str = "/setup/mail";

async fn start(url: &str, sink: &Sink) -> (TestApp, Browser) {
    let config = SmtpConfig::read(url, Some(&sink.ca_file)).expect("an address");
    let test = TestApp::start_with(|settings| settings.mail.transport = Transport::Smtp(Box::new(config))).await;
    let browser = test.browser(&test.cast.administrator).await;
    (test, browser)
}

async fn try_it(test: &TestApp, browser: &Browser) -> String {
    assert_eq!(browser.post("/setup/mail/tests", &[]).await.location(), MAIL);
    test.drain_mail().await;
    browser.get_fragment(MAIL).await.page().to_owned()
}

#[actix_web::test]
async fn works() {
    let sink = Sink::start(Security::Implicit).await;
    let (test, browser) = start(&sink.url(LOGIN), &sink).await;
    let page = browser.get(MAIL).await;
    assert!(page.page().contains(&format!("localhost:{}", sink.port)) && page.body.contains("kohtaanto@alue.example"), "{}", page.body);
    for secret in ["p%C3%A4ss", "päss", "post@x.example"] {
        assert!(!page.body.contains(secret), "{secret} is shown");
    }
    assert_eq!(states(browser.get("/setup").await.page())[4], "missing");
    browser.post("/setup/mail/tests", &[]).await.location();
    assert!(browser.get_fragment(MAIL).await.page().contains("Koeviesti on matkalla"));
    test.drain_mail().await;
    assert!(browser.get_fragment(MAIL).await.page().contains("Palvelin otti vastaan koeviestin"));
    let mail = &sink.mails()[0];
    assert_eq!(mail.to, ["aino.asettaja@alue.example"]);
    assert_eq!(states(browser.get("/setup").await.page())[4], "done");
}

/// Each way in which a server, or the line to it, says no; and all is well once it has been mended.
#[actix_web::test]
async fn what_the_server_said_is_shown() {
    let sink = Sink::start(Security::Implicit).await;
    let (test, browser) = start(&sink.url(LOGIN), &sink).await;
    for (stage, reply, advice) in [
        ("AUTH", "535 5.7.8 Bad credentials", "tunnusta tai salasanaa"),
        ("MAIL", "550 5.7.1 Sender rejected", "asetus MAIL_FROM"),
        ("RCPT", "550 5.1.1 No such user here", "oma sähköpostiosoitteesi"),
        ("greeting", "554 Go away", "kysy tarvittaessa"),
        ("connect", "cut", "Koeviesti ei lähtenyt"),
    ] {
        sink.fail(stage, reply);
        let page = try_it(&test, &browser).await;
        let said = reply.split_once(' ').map_or("", |(_, said)| said);
        assert!(page.contains(said) && page.contains(advice) && page.contains("Yritä uudelleen"), "{stage}: {page}");
        assert_eq!(states(browser.get("/setup").await.page())[4], "missing", "{stage}");
        sink.heal();
    }
    assert!(try_it(&test, &browser).await.contains("Palvelin otti vastaan"));
    assert_eq!(sink.mails().len(), 1);
}

#[actix_web::test]
async fn an_unreachable_server_is_told() {
    let sink = Sink::start(Security::Implicit).await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    for host in [format!("localhost:{closed}"), "posti.olematon.invalid".to_owned()] {
        let (test, browser) = start(&format!("smtps://{host}"), &sink).await;
        let page = try_it(&test, &browser).await;
        assert!(page.contains("Palvelimeen ei saada yhteyttä") && page.contains("connect:"), "{host}: {page}");
        test.leave_mail();
    }
}

#[actix_web::test]
async fn trying_again_sends_no_second_mail_while_one_waits() {
    let sink = Sink::start(Security::Implicit).await;
    let (test, browser) = start(&sink.url(LOGIN), &sink).await;
    sink.fail("AUTH", "535 no");
    try_it(&test, &browser).await;
    try_it(&test, &browser).await;
    sink.heal();
    try_it(&test, &browser).await;
    assert_eq!((sink.mails().len(), test.read(|conn| Ok(mails::table.count().get_result::<i64>(conn)?)).await), (1, 1));
}

#[actix_web::test]
async fn without_a_server_the_page_says_what_to_set() {
    let test = TestApp::start().await;
    let browser = test.browser(&test.cast.administrator).await;
    let page = browser.get(MAIL).await;
    assert!(page.page().contains("SMTP_URL, esimerkiksi smtp://"), "{}", page.body);
    assert!(try_it(&test, &browser).await.contains("jäi palvelimen kansioon"));
    assert_eq!(states(browser.get("/setup").await.page())[4], "missing", "a folder is no mail server");
}
