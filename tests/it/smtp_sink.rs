//! A mail server of our own for tests: takes mails, keeps them, and fails on command.
//!
//! A fault is set under the name of a stage: `connect`, `greeting`, `EHLO`, `STARTTLS`, `AUTH`,
//! `MAIL`, `RCPT`, `RCPT somebody@x.example`, `DATA`, `.` (the answer to the content), `RSET`. It is
//! the reply to give, or `hang` (never answer), or `cut` (close the line without an answer).

mod session;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use rustls::{
    ServerConfig,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// What the sink lets in, as it stands in an SMTP_URL.
pub const LOGIN: &str = "post%40x.example:p%C3%A4ss%2Fw%3Aord%23%25";

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Security {
    None,
    StartTls,
    Implicit,
}

/// A mail that arrived, also when the answer to it was cut.
#[derive(Clone, Debug)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    /// Header and body, lines ending in LF.
    pub raw: String,
    pub authenticated: bool,
    pub encrypted: bool,
}

impl Received {
    /// A header's value as sent, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\n\n").next()?.replace("\n ", " ");
        let found = head.lines().find_map(|l| l.strip_prefix(&format!("{name}: ")))?;
        Some(found.to_owned())
    }
}

#[derive(Default)]
struct State {
    faults: HashMap<String, String>,
    extensions: Vec<&'static str>,
    mails: Vec<Received>,
    commands: Vec<String>,
    sessions: usize,
}

pub struct Sink {
    pub port: u16,
    /// The sink's own certificate in PEM, for SMTP_CA_FILE.
    pub ca_file: PathBuf,
    security: Security,
    state: Arc<Mutex<State>>,
}

impl Sink {
    /// Listens on a free port of the loopback, until the test ends.
    pub async fn start(security: Security) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (acceptor, pem) = certificate();
        let ca_file = std::env::temp_dir().join(format!("sink-{}-{port}.pem", std::process::id()));
        std::fs::write(&ca_file, pem).unwrap();
        let state = Arc::new(Mutex::new(State { extensions: vec!["8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"], ..State::default() }));
        let shared = state.clone();
        tokio::spawn(async move {
            while let Ok((tcp, _)) = listener.accept().await {
                tokio::spawn(session::run(tcp, security, acceptor.clone(), shared.clone()));
            }
        });
        Self { port, ca_file, security, state }
    }

    /// The SMTP_URL that reaches it; `login` as [`LOGIN`] or empty.
    pub fn url(&self, login: &str) -> String {
        let (scheme, query) = match self.security {
            Security::None => ("smtp", "?tls=none"),
            Security::StartTls => ("smtp", ""),
            Security::Implicit => ("smtps", ""),
        };
        let at = if login.is_empty() { "" } else { "@" };
        format!("{scheme}://{login}{at}localhost:{}{query}", self.port)
    }

    /// From now on `stage` goes wrong.
    pub fn fail(&self, stage: &str, how: &str) {
        let mut state = self.state.lock().unwrap();
        state.faults.insert(stage.to_owned(), how.to_owned());
    }

    /// From now on all goes well.
    pub fn heal(&self) {
        self.state.lock().unwrap().faults.clear();
    }

    /// What EHLO offers, beside STARTTLS.
    pub fn offer(&self, extensions: &[&'static str]) {
        self.state.lock().unwrap().extensions = extensions.to_vec();
    }

    pub fn mails(&self) -> Vec<Received> {
        self.state.lock().unwrap().mails.clone()
    }

    /// The first word of every command.
    pub fn commands(&self) -> Vec<String> {
        self.state.lock().unwrap().commands.clone()
    }

    /// How often somebody connected.
    pub fn sessions(&self) -> usize {
        self.state.lock().unwrap().sessions
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.ca_file);
    }
}

fn certificate() -> (TlsAcceptor, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    (TlsAcceptor::from(Arc::new(config)), made.cert.pem())
}
