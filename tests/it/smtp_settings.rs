//! What `SMTP_URL` and `SMTP_CA_FILE` may say.

use kohtaanto::mail::smtp::{Connection, SmtpConfig, SmtpConfigError};

use crate::smtp_sink::{Security, Sink};

fn config_error(url: &str) -> String {
    SmtpConfig::read(url, None).unwrap_err().to_string()
}

#[test]
fn url_is_checked_at_start_and_kept_secret() {
    for (url, words) in [
        ("", "is not an address"),
        ("mail.example:25", "must begin with"),
        ("http://mail.example", "must begin with"),
        ("smtp://", "names no valid host"),
        ("smtp://mail.example?tls=none", "this machine only"),
        ("smtp://192.0.2.1?tls=none", "this machine only"),
        ("smtps://localhost?tls=none", "contradict"),
        ("smtp://mail.example?tls=opportunistic", "knows only"),
        ("smtp://u:hush@mail.example/box", "%2F"),
        ("smtp://u:hu#sh@mail.example", ""),
        ("smtp://u:hu/sh@mail.example", ""),
        ("smtp://user@mail.example", "without a password"),
        ("smtp://:hush@mail.example", "without a user"),
        ("smtp://u:%ff@mail.example", "UTF-8"),
    ] {
        let error = config_error(url);
        assert!(error.starts_with("SMTP_URL: "), "{url}: {error}");
        assert!(error.contains(words), "{url}: {error}");
        assert!(!error.contains("hu"), "{url}: {error}");
    }
    for url in ["smtp://localhost?tls=none", "smtp://127.0.0.1:2525/?tls=none", "smtp://[::1]?tls=none"] {
        SmtpConfig::read(url, None).unwrap();
    }
}

#[tokio::test]
async fn settings_show_neither_user_nor_password() {
    let sink = Sink::start(Security::StartTls).await;
    let shown = |url: &str| {
        let config = SmtpConfig::read(url, Some(&sink.ca_file)).unwrap();
        format!("{config:?}")
    };
    let with_login = shown(&sink.url("secretuser:secretpass"));
    assert!(with_login.contains("localhost"), "{with_login}");
    assert!(!with_login.contains("secret"), "{with_login}");
    for (url, port) in
        [("smtp://mail.example", "port: 587,"), ("smtps://mail.example", "port: 465,"), ("smtp://localhost?tls=none", "port: 25,")]
    {
        assert!(shown(url).contains(port), "{}", shown(url));
    }
}

#[tokio::test]
async fn ca_file_is_checked_at_start() {
    let sink = Sink::start(Security::StartTls).await;
    let dir = std::env::temp_dir();
    let path = dir.join(format!("kohtaanto-ca-{}.pem", std::process::id()));
    let read = || SmtpConfig::read(&sink.url(""), Some(&path)).map(drop);
    let error = |result: Result<_, SmtpConfigError>| result.unwrap_err().to_string();

    assert!(error(read()).starts_with("SMTP_CA_FILE: can't be read"));
    std::fs::write(&path, "not PEM").unwrap();
    assert_eq!(error(read()), "SMTP_CA_FILE: holds no certificate");
    let other = Sink::start(Security::StartTls).await;
    let pem = |s: &Sink| std::fs::read_to_string(&s.ca_file).unwrap();
    std::fs::write(&path, pem(&other) + &pem(&sink)).unwrap();
    let config = SmtpConfig::read(&sink.url(""), Some(&path)).unwrap();
    Connection::open(&config).await.map(drop).unwrap();
    std::fs::remove_file(&path).unwrap();
}
