//! What a mail says, and what it never says.

use super::{TEAM, arrived, start};
use crate::smtp_sink::{Security, Sink};
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::i18n::Lang;
use kohtaanto::mail::folder;
use kohtaanto::schema::mails;
use serde_json::{Value, json};

const KINDS: [&str; 11] = [
    "answer_asked",
    "answer_reminder",
    "callback_arrived",
    "callback_call_again",
    "callback_closed",
    "callback_expired",
    "callback_no_attempt",
    "callback_not_taken",
    "callback_partner_silent",
    "callback_reopened",
    "callback_still_not_taken",
];
const ODD_NAME: &str = r#"Ääni & "Öljy" <script>alert('1')</script> 🚜 Oy"#;

/// Subject, text and HTML of a mail as it stands in the outbox.
async fn words(test: &TestApp, kind: &'static str, lang: Lang, view: Value) -> (String, String, String) {
    let id = test.put(kind, "heli.hoitaja@alue.example", lang, view).await;
    test.read(move |conn| Ok(mails::table.find(id).select((mails::subject, mails::body_text, mails::body_html)).first(conn)?)).await
}

fn full_view(company: &str) -> Value {
    let mut view = arrived(company);
    view["urgent"] = json!(true);
    view["handed_over_from"] = json!("Palkkatuki ja starttiraha");
    view["outcome"] = json!("Asia hoidettiin");
    view["asker"] = json!("Työnantajapalvelut");
    view["acknowledged"] = json!(false);
    view["link"] = json!("/a/x");
    view["expires_at"] = view["due_at"].clone();
    view["next_at"] = json!("2026-11-23T08:00:00");
    view
}

#[actix_web::test]
async fn works() {
    let sink = Sink::start(Security::StartTls).await;
    let test = start(&sink).await;
    let id = test.put_mail("heli.hoitaja@alue.example").await;
    let drained = test.drain_mail().await;
    assert_eq!((drained.sent, drained.delayed, drained.failed), (1, 0, 0));
    let mails = sink.mails();
    let mail = &mails[0];
    assert!(mail.encrypted && mail.authenticated);
    assert_eq!(mail.to, ["heli.hoitaja@alue.example"]);
    assert_eq!(mail.header("Message-ID").unwrap(), format!("<{}>", test.message_id(id).await));
    assert_eq!(mail.header("Reply-To").unwrap(), TEAM);
    assert_eq!(mail.header("Content-Language").unwrap(), "fi");
    assert!(mail.header("Content-Type").unwrap().starts_with("multipart/alternative"));
    assert!(mail.raw.contains("text/plain; charset=utf-8") && mail.raw.contains("text/html; charset=utf-8"));
    let (state, attempts, reply) = test.mail_row(id).await;
    assert_eq!((state.as_str(), attempts, reply.as_str()), ("sent", 1, "250 2.0.0 taken"));
    assert_eq!(test.drain_mail().await.sent, 0, "once is enough");
}

#[actix_web::test]
async fn speaks_the_recipients_language() {
    let test = TestApp::start().await;
    test.leave_mail();
    let (subject, text, html) = words(&test, "callback_arrived", Lang::Fi, arrived("Pajakorpi Oy")).await;
    assert_eq!(subject, "Uusi soittopyyntö: Pajakorpi Oy");
    let link = format!("{}/callbacks/7", test.base_url);
    let expected = format!(
        "Työnantaja odottaa soittoa.\n\nYritys: Pajakorpi Oy\nAihe: Rekrytointi\nSoita viimeistään: pe 20.11.2026 klo 12.00\n\n\
         Katso soittajan tiedot ja ota soittopyyntö itsellesi:\n{link}\n\n-- \n\
         Viestin lähetti Kohtaanto, työllisyysalueen työnantajapalvelujen työväline. Voit vastata viestiin: vastaus menee tiimille.\n"
    );
    assert_eq!(text, expected);
    assert!(html.contains(r#"<html lang="fi">"#) && html.contains(&format!(r#"<a href="{link}">"#)), "{html}");
    let (subject, text, _) = words(&test, "callback_arrived", Lang::Sv, full_view("Pajakorpi Oy")).await;
    assert_eq!(subject, "Brådskande begäran om uppringning: Pajakorpi Oy");
    assert!(text.contains("Ring senast: fre 20.11.2026 kl. 12.00\nÖverfört av teamet: Palkkatuki ja starttiraha\n\n"), "{text}");
    let (subject, text, _) = words(&test, "callback_closed", Lang::En, full_view("Pajakorpi Oy")).await;
    assert_eq!(subject, "Call-back request ended: Pajakorpi Oy");
    assert!(text.contains("Outcome: Asia hoidettiin\n"), "{text}");
}

#[actix_web::test]
async fn odd_company_name_is_unharmed() {
    let test = TestApp::start().await;
    test.leave_mail();
    for kind in KINDS {
        for lang in Lang::ALL {
            let (subject, text, html) = words(&test, kind, lang, full_view(ODD_NAME)).await;
            assert!(subject.ends_with(&format!(": {ODD_NAME}")), "{subject}");
            assert!(text.contains(&format!(": {ODD_NAME}\n")), "{text}");
            assert!(!html.contains("<script>") && html.contains("Ääni &amp; &quot;Öljy&quot; &lt;script&gt;"), "{html}");
            assert!(html.contains("🚜 Oy</td>"), "{html}");
        }
    }
}

#[actix_web::test]
async fn hides_caller_and_free_text() {
    let test = TestApp::start().await;
    test.leave_mail();
    let mut view = full_view("Pajakorpi Oy");
    for field in ["caller_name", "caller_phone", "note", "company_phone"] {
        view[field] = json!("marker-7f3a");
    }
    for kind in KINDS {
        for lang in Lang::ALL {
            let (subject, text, html) = words(&test, kind, lang, view.clone()).await;
            assert!(![&subject, &text, &html].iter().any(|part| part.contains("marker-7f3a")), "{kind}");
            for part in [&subject, &text, &html] {
                assert!(!part.contains("mail-"), "a text is missing: {part}");
            }
        }
    }
}

#[actix_web::test]
async fn folder_takes_the_servers_place() {
    let test = TestApp::start().await;
    let id = test.put_mail("heli.hoitaja@alue.example").await;
    assert_eq!(test.drain_mail().await.sent, 1);
    let stored = folder::list(&test.dir.path().join("mails")).unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].message_id, test.message_id(id).await);
}

#[actix_web::test]
async fn folder_that_cant_be_written_is_trouble() {
    let test = TestApp::start().await;
    let mails = test.dir.path().join("mails");
    std::fs::write(&mails, "a file").unwrap();
    let id = test.put_mail("heli.hoitaja@alue.example").await;
    assert!(test.drain_mail().await.in_trouble);
    assert_eq!(test.health().await["status"], "degraded");
    std::fs::remove_file(&mails).unwrap();
    test.pass_minutes(1);
    assert_eq!(test.drain_mail().await.sent, 1);
    assert_eq!(test.mail_row(id).await.1, 1);
}
