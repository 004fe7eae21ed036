//! What `SMTP_URL` and `SMTP_CA_FILE` say, checked when the service starts.

use std::{fmt, path::Path, sync::Arc, time::Duration};

use lettre::transport::smtp::authentication::Credentials;
use percent_encoding::percent_decode_str;
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, ServerName, pem::PemObject},
};
use url::{Host, Url};

/// Where mail goes and how. `Debug` shows neither user nor password.
#[derive(Clone)]
pub struct SmtpConfig {
    pub(super) host: Host<String>,
    pub(super) port: u16,
    pub(super) security: Security,
    pub(super) login: Option<Login>,
    /// How long the server may take.
    pub patience: Patience,
}

/// The longest waits. RFC 5321, 4.5.3.2 asks for minutes; giving up after the final dot too early
/// means that a mail arrives twice.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Name look-up, TCP and TLS together.
    pub connect: Duration,
    /// Each reply.
    pub reply: Duration,
    /// The reply to the mail's content, and sending that content.
    pub content: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(30), reply: Duration::from_secs(60), content: Duration::from_secs(300) }
    }
}

/// How the line is protected.
#[derive(Clone)]
pub(super) enum Security {
    /// Loopback only.
    None,
    /// Required, never opportunistic.
    StartTls(Tls),
    Implicit(Tls),
}

#[derive(Clone)]
pub(super) struct Tls {
    pub(super) client: Arc<ClientConfig>,
    pub(super) name: ServerName<'static>,
}

/// lettre's credentials don't give the password back; it is needed to keep it out of error texts.
#[derive(Clone)]
pub(super) struct Login {
    pub(super) user: String,
    pub(super) password: String,
}

impl Login {
    pub(super) fn credentials(&self) -> Credentials {
        Credentials::new(self.user.clone(), self.password.clone())
    }
}

impl fmt::Debug for SmtpConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let security = match self.security {
            Security::None => "none",
            Security::StartTls(_) => "STARTTLS",
            Security::Implicit(_) => "TLS",
        };
        f.debug_struct("SmtpConfig")
            .field("host", &self.host.to_string())
            .field("port", &self.port)
            .field("security", &security)
            .field("login", &self.login.is_some())
            .finish_non_exhaustive()
    }
}

/// A setting that can't work. The text names the variable and never shows its value, which holds
/// the password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SmtpConfigError {
    #[error("SMTP_URL: {0}")]
    Url(&'static str),
    #[error("SMTP_CA_FILE: {0}")]
    CaFile(String),
}

impl SmtpConfig {
    /// Host and port, for an administrator to read.
    pub fn server(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Whether the line is encrypted.
    pub fn is_protected(&self) -> bool {
        !matches!(self.security, Security::None)
    }

    /// Reads the two settings.
    ///
    /// * `smtp://host` requires STARTTLS (port 587), `smtps://host` is TLS from the start (465),
    ///   `smtp://localhost?tls=none` is unprotected and for loopback only (25).
    /// * `user:password@` percent-encoded.
    /// * `ca_file`: PEM, one or more root certificates trusted beside those of the system.
    ///
    /// # Errors
    /// [`SmtpConfigError`] naming the variable.
    pub fn read(smtp_url: &str, ca_file: Option<&Path>) -> Result<Self, SmtpConfigError> {
        use SmtpConfigError::Url as Wrong;
        let url = Url::parse(smtp_url.trim()).map_err(|_| Wrong("is not an address like smtp://user:password@mail.example:587"))?;
        let implicit = match url.scheme() {
            "smtp" => false,
            "smtps" => true,
            _ => return Err(Wrong("must begin with smtp:// or smtps://")),
        };
        if url.fragment().is_some() || !matches!(url.path(), "" | "/") {
            return Err(Wrong("has text after the host; in a password / is written %2F, # %23, ? %3F and @ %40"));
        }
        let unprotected = match url.query() {
            None | Some("") => false,
            Some("tls=none") => true,
            Some(_) => return Err(Wrong("knows only ?tls=none")),
        };
        let host = host(&url).ok_or(Wrong("names no valid host"))?;
        let default_port = match (unprotected, implicit) {
            (true, true) => return Err(Wrong("smtps:// and tls=none contradict each other")),
            (true, false) if !is_loopback(&host) => {
                return Err(Wrong("tls=none is for this machine only (localhost)"));
            }
            (true, false) => 25,
            (false, true) => 465,
            (false, false) => 587,
        };
        let security = match (unprotected, implicit) {
            (true, _) => Security::None,
            (false, true) => Security::Implicit(tls(&host, ca_file)?),
            (false, false) => Security::StartTls(tls(&host, ca_file)?),
        };
        Ok(Self { port: url.port().unwrap_or(default_port), login: login(&url)?, host, security, patience: Patience::default() })
    }
}

/// For a scheme that is not one of the web's, the parser leaves names as they stand.
fn host(url: &Url) -> Option<Host<String>> {
    match url.host()? {
        Host::Domain(name) => Host::parse(name).ok(),
        address => Some(address.to_owned()),
    }
}

fn is_loopback(host: &Host<String>) -> bool {
    match host {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn login(url: &Url) -> Result<Option<Login>, SmtpConfigError> {
    let decoded = |text| {
        percent_decode_str(text)
            .decode_utf8()
            .map(String::from)
            .map_err(|_| SmtpConfigError::Url("user or password is not UTF-8 when decoded"))
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) => Err(SmtpConfigError::Url("has a password without a user")),
        (_, None) => Err(SmtpConfigError::Url("has a user without a password")),
        (user, Some(password)) => Ok(Some(Login { user: decoded(user)?, password: decoded(password)? })),
    }
}

fn tls(host: &Host<String>, ca_file: Option<&Path>) -> Result<Tls, SmtpConfigError> {
    let name = match host {
        Host::Domain(name) => ServerName::try_from(name.clone()).map_err(|_| SmtpConfigError::Url("names no valid host"))?,
        Host::Ipv4(address) => ServerName::from(std::net::IpAddr::from(*address)),
        Host::Ipv6(address) => ServerName::from(std::net::IpAddr::from(*address)),
    };
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(path) = ca_file {
        add_roots(&mut roots, path).map_err(SmtpConfigError::CaFile)?;
    }
    if roots.is_empty() {
        return Err(SmtpConfigError::Url("needs root certificates: install the system's (ca-certificates) or set SMTP_CA_FILE"));
    }
    // Given explicitly: with two providers compiled in, rustls would panic for want of a default.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| SmtpConfigError::Url("needs TLS 1.2 or 1.3"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Tls { client: Arc::new(client), name })
}

fn add_roots(roots: &mut RootCertStore, path: &Path) -> Result<(), String> {
    let pem = std::fs::read(path).map_err(|e| format!("can't be read: {e}"))?;
    let mut found = false;
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let certificate = certificate.map_err(|e| format!("is not PEM: {e}"))?;
        roots.add(certificate).map_err(|e| format!("holds an unusable certificate: {e}"))?;
        found = true;
    }
    if found { Ok(()) } else { Err("holds no certificate".to_owned()) }
}
