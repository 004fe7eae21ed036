//! The SMTP conversation against a server that does each of the things servers do.

use std::time::Duration;

use kohtaanto::mail::smtp::{Connection, Failure, SmtpConfig, Stage, Verdict};

use crate::{
    mail::{mail_to, message},
    smtp_sink::{LOGIN, Security, Sink},
};

const ANNA: &str = "anna@yritys.example";

fn config(sink: &Sink, login: &str) -> SmtpConfig {
    SmtpConfig::read(&sink.url(login), Some(&sink.ca_file)).unwrap()
}

async fn send(sink: &Sink, login: &str) -> Result<String, Failure> {
    let mut connection = Connection::open(&config(sink, login)).await?;
    let result = connection.send(&mail_to(ANNA)).await;
    connection.close().await;
    result
}

/// Sends one mail while `stage` goes wrong.
async fn send_with(security: Security, stage: &str, how: &str) -> Failure {
    let sink = Sink::start(security).await;
    sink.fail(stage, how);
    send(&sink, LOGIN).await.unwrap_err()
}

#[tokio::test]
async fn works_with_each_protection_and_login() {
    for (security, encrypted) in [(Security::None, false), (Security::StartTls, true), (Security::Implicit, true)] {
        for mechanism in ["AUTH PLAIN LOGIN", "AUTH LOGIN"] {
            let sink = Sink::start(security).await;
            sink.offer(&["8BITMIME", mechanism]);
            assert_eq!(send(&sink, LOGIN).await.unwrap(), "250 2.0.0 taken");
            let mails = sink.mails();
            assert_eq!(mails.len(), 1);
            assert_eq!(mails[0].from, "posti@kohtaanto.example");
            assert_eq!(mails[0].to, [ANNA]);
            assert!(mails[0].authenticated);
            assert_eq!(mails[0].encrypted, encrypted);
        }
    }
}

#[tokio::test]
async fn works_without_login() {
    let sink = Sink::start(Security::StartTls).await;
    send(&sink, "").await.unwrap();
    assert!(!sink.mails()[0].authenticated);
}

#[tokio::test]
async fn sends_several_mails_over_one_line() {
    let sink = Sink::start(Security::StartTls).await;
    sink.fail("RCPT gone@yritys.example", "550 5.1.1 unknown");
    let mut connection = Connection::open(&config(&sink, LOGIN)).await.unwrap();
    for (to, goes) in [(ANNA, true), ("gone@yritys.example", false), ("bo@yritys.example", true), ("ulla@yritys.example", true)] {
        assert_eq!(connection.send(&mail_to(to)).await.is_ok(), goes, "{to}");
        assert!(connection.is_open());
    }
    connection.close().await;
    let mails = sink.mails();
    let to: Vec<&str> = mails.iter().map(|m| m.to[0].as_str()).collect();
    assert_eq!(to, [ANNA, "bo@yritys.example", "ulla@yritys.example"]);
    assert!(mails.iter().all(|m| m.to.len() == 1));
    assert_eq!(sink.sessions(), 1);
    let resets = sink.commands().iter().filter(|c| *c == "RSET").count();
    assert_eq!(resets, 1, "only after the mail that did not go through");
}

#[tokio::test]
async fn permanent_reply_to_the_mail_refuses_it() {
    for (stage, seen) in [("RCPT", Stage::Recipient), ("DATA", Stage::Data), (".", Stage::Content)] {
        let failure = send_with(Security::StartTls, stage, "554 5.7.1 not this").await;
        assert_eq!(failure.verdict, Verdict::Refused, "{stage}");
        assert_eq!(failure.stage, seen);
        assert_eq!(failure.reply, "554 5.7.1 not this");
        assert!(!failure.answer_lost);
    }
}

#[tokio::test]
async fn permanent_reply_to_the_service_is_server_trouble() {
    for (stage, seen) in [
        ("greeting", Stage::Greeting),
        ("EHLO", Stage::Ehlo),
        ("STARTTLS", Stage::StartTls),
        ("AUTH", Stage::Auth),
        ("MAIL", Stage::MailFrom),
    ] {
        let failure = send_with(Security::StartTls, stage, "554 5.3.0 no service").await;
        assert_eq!(failure.verdict, Verdict::ServerTrouble, "{stage}");
        assert_eq!(failure.stage, seen);
        assert_eq!(failure.reply, "554 5.3.0 no service");
    }
    let failure = send_with(Security::Implicit, "EHLO", "502 no").await;
    assert_eq!((failure.verdict, failure.stage), (Verdict::ServerTrouble, Stage::Ehlo));
}

const STAGES: [&str; 8] = ["greeting", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "."];

#[tokio::test]
async fn transient_reply_and_broken_line_heal_later() {
    for stage in STAGES {
        for how in ["451 4.3.0 busy", "421 4.3.2 bye", "cut"] {
            let failure = send_with(Security::StartTls, stage, how).await;
            assert_eq!(failure.verdict, Verdict::Later, "{stage} {how}");
            let cut = how == "cut";
            assert_eq!(failure.answer_lost, cut && stage == ".", "{stage} {how}");
            let words = if cut { "the server closed the line" } else { how };
            assert_eq!(failure.reply, words, "{stage}");
        }
    }
}

#[tokio::test]
async fn silence_heals_later() {
    let silent = STAGES.map(|stage| {
        tokio::spawn(async move {
            let sink = Sink::start(Security::StartTls).await;
            sink.fail(stage, "hang");
            let mut config = config(&sink, LOGIN);
            // Long enough for a busy machine's other answers.
            let short = Duration::from_secs(1);
            (config.patience.reply, config.patience.content) = (short, short);
            let mut connection = Connection::open(&config).await?;
            connection.send(&mail_to(ANNA)).await
        })
    });
    for (stage, task) in STAGES.into_iter().zip(silent) {
        let failure = task.await.unwrap().unwrap_err();
        assert_eq!(failure.verdict, Verdict::Later, "{stage}");
        assert_eq!(failure.reply, "no answer in time", "{stage}");
        assert_eq!(failure.answer_lost, stage == ".", "{stage}");
    }
}

#[tokio::test]
async fn closed_at_connect_heals_later() {
    for security in [Security::None, Security::StartTls, Security::Implicit] {
        let failure = send_with(security, "connect", "cut").await;
        assert_eq!(failure.verdict, Verdict::Later);
    }
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = unused.local_addr().unwrap().port();
    drop(unused);
    let url = format!("smtp://127.0.0.1:{port}?tls=none");
    let nobody = SmtpConfig::read(&url, None).unwrap();
    let failure = Connection::open(&nobody).await.err().unwrap();
    assert_eq!((failure.verdict, failure.stage), (Verdict::Later, Stage::Connect));
}

#[tokio::test]
async fn line_stays_usable_only_after_an_answer() {
    for (how, open) in [("451 busy", true), ("550 no", true), ("421 bye", false), ("cut", false)] {
        let sink = Sink::start(Security::None).await;
        sink.fail("RCPT", how);
        let mut connection = Connection::open(&config(&sink, "")).await.unwrap();
        connection.send(&mail_to(ANNA)).await.unwrap_err();
        assert_eq!(connection.is_open(), open, "{how}");
        sink.heal();
        assert_eq!(connection.send(&mail_to(ANNA)).await.is_ok(), open, "{how}");
    }
}

#[tokio::test]
async fn cut_after_the_content_arrives_twice_with_one_message_id() {
    let sink = Sink::start(Security::StartTls).await;
    sink.fail(".", "cut");
    let failure = send(&sink, LOGIN).await.unwrap_err();
    assert!(failure.answer_lost);
    sink.heal();
    send(&sink, LOGIN).await.unwrap();
    let ids: Vec<_> = sink.mails().iter().map(|m| m.header("Message-ID").unwrap()).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn refuses_an_untrusted_certificate() {
    for security in [Security::StartTls, Security::Implicit] {
        let (sink, other) = (Sink::start(security).await, Sink::start(security).await);
        let config = SmtpConfig::read(&sink.url(LOGIN), Some(&other.ca_file)).unwrap();
        let failure = Connection::open(&config).await.err().unwrap();
        assert_eq!((failure.verdict, failure.stage), (Verdict::ServerTrouble, Stage::Tls));
        assert!(failure.reply.contains("SMTP_CA_FILE"), "{failure}");
        assert!(!sink.commands().contains(&"AUTH".to_owned()));
    }
}

#[tokio::test]
async fn refuses_a_certificate_of_another_name() {
    let sink = Sink::start(Security::Implicit).await;
    let url = sink.url("").replace("localhost", "127.0.0.1");
    let config = SmtpConfig::read(&url, Some(&sink.ca_file)).unwrap();
    let failure = Connection::open(&config).await.err().unwrap();
    assert_eq!(failure.verdict, Verdict::ServerTrouble);
}

#[tokio::test]
async fn never_goes_on_without_starttls() {
    let plain = Sink::start(Security::None).await;
    let url = format!("smtp://{LOGIN}@localhost:{}", plain.port);
    let config = SmtpConfig::read(&url, None).unwrap();
    let failure = Connection::open(&config).await.err().unwrap();
    assert_eq!((failure.verdict, failure.stage), (Verdict::ServerTrouble, Stage::StartTls));
    assert_eq!(plain.commands(), ["EHLO"]);

    // An intruder's words before TLS must not count as words after it.
    let failure = send_with(Security::StartTls, "STARTTLS", "220 go\r\n250 AUTH PLAIN").await;
    assert_eq!(failure.reply, "the server spoke out of turn");
}

#[tokio::test]
async fn names_tls_on_the_wrong_port() {
    let plain = Sink::start(Security::None).await;
    let url = format!("smtps://localhost:{}", plain.port);
    let config = SmtpConfig::read(&url, None).unwrap();
    let failure = Connection::open(&config).await.err().unwrap();
    assert_eq!((failure.verdict, failure.stage), (Verdict::ServerTrouble, Stage::Tls));
}

#[tokio::test]
async fn wrong_password_is_server_trouble_and_stays_secret() {
    let sink = Sink::start(Security::StartTls).await;
    let failure = send(&sink, "post%40x.example:wr0ng-secret").await.unwrap_err();
    assert_eq!(failure.reply, "535 5.7.8 wrong");
    // A server that repeats what it was told.
    let plain = "AHBvc3RAeC5leGFtcGxlAHdyMG5nLXNlY3JldA==";
    sink.fail("AUTH", &format!("500 unknown: AUTH PLAIN {plain}"));
    let failure = send(&sink, "post%40x.example:wr0ng-secret").await.unwrap_err();
    assert_eq!(failure.reply, "500 unknown: AUTH PLAIN ***");

    sink.offer(&["8BITMIME"]);
    let failure = send(&sink, LOGIN).await.unwrap_err();
    assert_eq!((failure.verdict, failure.stage), (Verdict::ServerTrouble, Stage::Auth));
}

#[tokio::test]
async fn replies_are_shown_as_one_bounded_line() {
    let long = format!("550-a\u{1b}[31m\tb\r\n550 {}", "x".repeat(600));
    let failure = send_with(Security::None, "RCPT", &long).await;
    assert!(failure.reply.starts_with("550 a?[31m b xxx"), "{}", failure.reply);
    assert_eq!(failure.reply.len(), 300);
    let failure = send_with(Security::None, "greeting", "554-one\r\n554 two").await;
    assert_eq!(failure.reply, "554-one 554 two");
}

#[tokio::test]
async fn answers_in_latin1_count() {
    let sink = Sink::start(Security::StartTls).await;
    sink.fail(".", "250 kiitos, hyv\u{e4}\u{e4} y\u{f6}t\u{e4}");
    assert_eq!(send(&sink, "").await.unwrap(), "250 kiitos, hyv?? y?t?");
    let failure = send_with(Security::StartTls, "RCPT", "550 ei l\u{f6}ydy").await;
    assert_eq!(failure.verdict, Verdict::Refused);
}

#[tokio::test]
async fn addresses_outside_ascii_need_smtputf8() {
    let sink = Sink::start(Security::None).await;
    let mut connection = Connection::open(&config(&sink, "")).await.unwrap();
    connection.send(&mail_to("äijä@yritys.example")).await.unwrap();
    assert_eq!(sink.mails()[0].to, ["äijä@yritys.example"]);

    sink.offer(&["8BITMIME"]);
    let mut connection = Connection::open(&config(&sink, "")).await.unwrap();
    let failure = connection.send(&mail_to("äijä@yritys.example")).await.unwrap_err();
    assert_eq!((failure.verdict, failure.stage), (Verdict::Refused, Stage::Recipient));
    // The domain alone goes in its ASCII form, and the line is still good.
    connection.send(&mail_to("anna@äänekoski.example")).await.unwrap();
    assert_eq!(sink.mails()[1].to, ["anna@xn--nekoski-4waa.example"]);
}

#[tokio::test]
async fn names_and_texts_arrive_unharmed() {
    let sink = Sink::start(Security::StartTls).await;
    let mut mail = message();
    mail.to.name = "O'Reilly, \"Öljynen\" <script>🔧".to_owned();
    mail.subject = "Soittopyyntö: Åkerman & Söner 🔧 <script>".to_owned();
    mail.text = ".piste\n..kaksi\nrivi ä\n".to_owned();
    let mut connection = Connection::open(&config(&sink, "")).await.unwrap();
    let encoded = mail.encode().unwrap();
    connection.send(&encoded).await.unwrap();
    let sent = String::from_utf8(encoded.raw().to_vec()).unwrap();
    // The protocol adds the line end before the dot.
    assert_eq!(sink.mails()[0].raw.trim_end(), sent.replace("\r\n", "\n").trim_end());
}
