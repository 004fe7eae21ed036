//! The whole way to a mail server that is not ours: aiosmtpd, started from `tests/fixtures/smtp_server.py`.

use super::{TEAM, arrived};
use crate::support::TestApp;
use kohtaanto::config::Transport;
use kohtaanto::i18n::Lang;
use kohtaanto::mail::smtp::SmtpConfig;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// Ends with the test.
struct Server {
    process: Child,
    lines: BufReader<ChildStdout>,
    port: u16,
}

impl Server {
    fn start(certificate: &Path, key: &Path, user: &str, password: &str) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/smtp_server.py");
        let mut process = Command::new(python())
            .arg(script)
            .args([certificate, key])
            .args([user, password])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the mail server starts");
        let lines = BufReader::new(process.stdout.take().expect("its output"));
        let mut server = Self { process, lines, port: 0 };
        server.port = server.line().trim().parse().expect("a port");
        server
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("the mail server speaks");
        line
    }

    fn mail(&mut self) -> Value {
        serde_json::from_str(&self.line()).expect("a mail")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().expect("the mail server ends");
        self.process.wait().expect("the mail server ends");
    }
}

/// A Python that has aiosmtpd; the system's, where another one comes first.
fn python() -> &'static str {
    let has_it = |python: &&str| {
        let asked = Command::new(python).args(["-c", "import aiosmtpd.smtp"]).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    ["python3", "/usr/bin/python3"]
        .into_iter()
        .find(has_it)
        .expect("this test needs a mail server that is not ours: apt-get install python3-aiosmtpd (or pip install aiosmtpd)")
}

#[actix_web::test]
async fn takes_our_mail_over_starttls_and_auth() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let dir = std::env::temp_dir().join(format!("kohtaanto_independent_{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let (certificate, key) = (dir.join("certificate.pem"), dir.join("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let mut server = Server::start(&certificate, &key, "posti", "päss:w@rd");
    let url = format!("smtp://posti:p%C3%A4ss%3Aw%40rd@localhost:{}", server.port);
    let config = SmtpConfig::read(&url, Some(&certificate)).unwrap();
    std::fs::remove_dir_all(&dir).unwrap();
    let test = TestApp::start_with(|settings| settings.mail.transport = Transport::Smtp(Box::new(config))).await;

    let name = r#"Ääni & "Öljy" <script>alert('1')</script> 🚜 Oy"#;
    let fi = test.put("callback_arrived", "heli.hoitaja@alue.example", Lang::Fi, arrived(name)).await;
    test.put("callback_arrived", "bo@alue.example", Lang::Sv, arrived(name)).await;
    assert_eq!(test.drain_mail().await.sent, 2);

    let mail = server.mail();
    assert_eq!(mail["to"], serde_json::json!(["heli.hoitaja@alue.example"]));
    assert_eq!(mail["from"], "kohtaanto@alue.example");
    assert_eq!((&mail["encrypted"], &mail["authenticated"]), (&true.into(), &true.into()));
    assert_eq!(mail["type"], "multipart/alternative");
    let headers = &mail["headers"];
    assert_eq!(headers["subject"], format!("Uusi soittopyyntö: {name}"));
    assert_eq!(headers["reply-to"], TEAM);
    assert_eq!(headers["to"], "Heli Hoitaja <heli.hoitaja@alue.example>");
    assert_eq!(headers["message-id"], format!("<{}>", test.message_id(fi).await));
    assert_eq!(headers["auto-submitted"], "auto-generated");
    let (text, html) = (mail["text"].as_str().unwrap(), mail["html"].as_str().unwrap());
    assert!(text.contains(&format!("Yritys: {name}\n")), "{text}");
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"), "{html}");
    let swedish = server.mail();
    assert_eq!(swedish["headers"]["content-language"], "sv");
    assert!(swedish["headers"]["subject"].as_str().unwrap().starts_with("Ny begäran om uppringning: "));
}
