//! A mail server that is not ours: Python's aiosmtpd, with STARTTLS, read with Python's own mail parser.

use crate::support::TempDir;
use kohtaanto::mail::smtp::{Connection, SmtpConfig};
use serde::Deserialize;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Debian's own, which has Debian's aiosmtpd.
const PYTHON: &str = "/usr/bin/python3";

/// How long mails may be under way.
const PATIENCE: Duration = Duration::from_secs(20);

const READ: &str = "
import email, email.policy, glob, json, os, sys
mails = []
for path in sorted(glob.glob(sys.argv[1] + '/new/*'), key=lambda path: os.stat(path).st_mtime_ns):
    mail = email.message_from_binary_file(open(path, 'rb'), policy=email.policy.default)
    part = lambda kind: mail.get_body((kind,)).get_content().replace('\\r\\n', '\\n')
    mails.append({'to': mail['To'], 'reply_to': mail['Reply-To'] or '', 'subject': mail['Subject'], 'message_id': mail['Message-ID'],
                  'text': part('plain'), 'html': part('html')})
print(json.dumps(mails))
";

/// A mail as its reader has it.
#[derive(Clone, Debug, Deserialize)]
pub struct Mail {
    pub to: String,
    pub reply_to: String,
    pub subject: String,
    pub message_id: String,
    pub text: String,
    pub html: String,
}

pub struct MailServer {
    server: Child,
    port: u16,
    dir: TempDir,
}

impl MailServer {
    pub fn start() -> Self {
        let dir = TempDir::new();
        let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        std::fs::write(dir.path().join("certificate.pem"), certified.cert.pem()).expect("a file");
        std::fs::write(dir.path().join("key.pem"), certified.signing_key.serialize_pem()).expect("a file");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let server = Command::new(PYTHON)
            .current_dir(dir.path())
            .args(["-m", "aiosmtpd", "-n", "-l", &format!("localhost:{port}"), "--tlscert", "certificate.pem", "--tlskey", "key.pem"])
            .args(["-c", "aiosmtpd.handlers.Mailbox", "mails"])
            .stderr(Stdio::null())
            .spawn()
            .expect("aiosmtpd starts: tests/run installs it");
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect(("localhost", port)).is_err() {
            assert!(Instant::now() < end, "aiosmtpd does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { server, port, dir }
    }

    /// For SMTP_URL.
    pub fn url(&self) -> String {
        format!("smtp://localhost:{}", self.port)
    }

    /// For SMTP_CA_FILE.
    pub fn ca_file(&self) -> PathBuf {
        self.dir.path().join("certificate.pem")
    }

    pub fn config(&self) -> SmtpConfig {
        SmtpConfig::read(&self.url(), Some(&self.ca_file())).expect("the settings are right")
    }

    /// What has arrived, in the order of arrival.
    pub fn mails(&self) -> Vec<Mail> {
        let read = Command::new(PYTHON).args(["-c", READ]).arg(self.dir.path().join("mails")).output().expect("Python reads");
        serde_json::from_slice(&read.stdout).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&read.stderr)))
    }

    /// Waits until so many have arrived.
    pub async fn wait_for(&self, count: usize) -> Vec<Mail> {
        let end = Instant::now() + PATIENCE;
        loop {
            let mails = self.mails();
            if mails.len() >= count {
                return mails;
            }
            assert!(Instant::now() < end, "{} of {count} mails have arrived", mails.len());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits for the first mail that is wanted.
    pub async fn wait_for_one(&self, is_wanted: impl Fn(&Mail) -> bool) -> Mail {
        let end = Instant::now() + PATIENCE;
        loop {
            let mails = self.mails();
            if let Some(mail) = mails.iter().find(|mail| is_wanted(mail)) {
                return mail.clone();
            }
            assert!(Instant::now() < end, "it has not arrived: {mails:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[actix_web::test]
async fn takes_our_mail_and_reads_it_as_written() {
    let server = MailServer::start();
    let mut message = crate::mail::message();
    message.subject = "Soittopyyntö: Äänekosken Öljy & \"Kumi\" <script> 🚒".to_owned();
    message.text = "Yritys odottaa soittoa.\n.\nHyvää päivää, åäö 🚒".to_owned();
    let mut connection = Connection::open(&server.config()).await.expect("it lets us in");
    connection.send(&message.encode().expect("a mail")).await.expect("it takes the mail");
    connection.close().await;
    let mails = server.wait_for(1).await;
    assert_eq!(mails[0].subject, message.subject);
    assert_eq!(mails[0].text.trim_end(), message.text);
    assert_eq!(mails[0].message_id, format!("<{}>", message.message_id));
    assert_eq!(mails[0].html.trim_end(), message.html.trim_end());
    assert!(mails[0].to.contains(&message.to.address));
    assert!(mails[0].reply_to.contains(&message.reply_to.expect("an address for answers").address));
}
