//! All settings, read once from the environment. A secret may also stand in the file that `NAME_FILE` names.

use crate::db::DatabaseUrl;
use crate::mail::smtp::SmtpConfig;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use url::Url;

#[derive(Clone, Debug)]
pub struct Config {
    pub database: DatabaseUrl,
    pub listen: SocketAddr,
    /// The address that users and mail links see; it ends without a slash.
    pub base_url: String,
    /// Reverse proxies on other machines, `KOHTAANTO_PROXY`.
    pub proxies: Vec<IpAddr>,
    pub mail: MailConfig,
    /// Where the open data of PRH/YTJ is, without a slash at its end.
    pub ytj_url: String,
    /// Demo data: mails are readable in the product and every page says so.
    pub demo: bool,
}

#[derive(Clone, Debug)]
pub struct MailConfig {
    pub transport: Transport,
    /// The sender's address, `MAIL_FROM`.
    pub from: String,
}

#[derive(Clone, Debug)]
pub enum Transport {
    Smtp(Box<SmtpConfig>),
    /// Without `SMTP_URL`: one file per mail in `MAIL_DIR`.
    Folder(PathBuf),
}

impl Config {
    /// Reads and checks every setting; the error names each variable that is wrong, one a line.
    pub fn from_env() -> Result<Self, String> {
        Self::from_lookup(&|name| std::env::var(name).ok())
    }

    pub fn from_lookup(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, String> {
        let mut settings = Settings { lookup, errors: Vec::new() };
        let listen = settings.parsed("KOHTAANTO_LISTEN", "127.0.0.1:8080", "an address such as 127.0.0.1:8080");
        let database = settings.database();
        let base_url = settings.base_url(listen);
        let transport = settings.transport();
        let from = settings.text("MAIL_FROM").unwrap_or_else(|| "kohtaanto@localhost".to_owned());
        if from.parse::<lettre::Address>().is_err() {
            settings.errors.push("MAIL_FROM must be an e-mail address".to_owned());
        }
        let ytj_url = settings.ytj_url();
        let proxies = settings.proxies();
        match (database, listen, base_url, transport) {
            (Some(database), Some(listen), Some(base_url), Some(transport)) if settings.errors.is_empty() => {
                Ok(Self { database, listen, base_url, proxies, mail: MailConfig { transport, from }, ytj_url, demo: false })
            }
            _ => Err(settings.errors.join("\n")),
        }
    }
}

struct Settings<'a> {
    lookup: &'a dyn Fn(&str) -> Option<String>,
    errors: Vec<String>,
}

impl Settings<'_> {
    fn text(&self, name: &str) -> Option<String> {
        (self.lookup)(name).filter(|value| !value.trim().is_empty())
    }

    /// `NAME`, or the content of the file that `NAME_FILE` names.
    fn secret(&mut self, name: &str) -> Option<String> {
        let file = format!("{name}_FILE");
        let Some(path) = self.text(&file) else { return self.text(name) };
        match std::fs::read_to_string(&path) {
            Ok(content) => Some(content.trim_end().to_owned()),
            Err(error) => {
                self.errors.push(format!("{file}: {path} can't be read: {error}"));
                None
            }
        }
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &str, default: &str, wanted: &str) -> Option<T> {
        let value = self.text(name).unwrap_or_else(|| default.to_owned());
        let parsed = value.parse().ok();
        if parsed.is_none() {
            self.errors.push(format!("{name} must be {wanted}"));
        }
        parsed
    }

    fn database(&mut self) -> Option<DatabaseUrl> {
        let url = self.secret("DATABASE_URL").unwrap_or_else(|| "sqlite:kohtaanto.db".to_owned());
        url.parse().map_err(|error| self.errors.push(error)).ok()
    }

    fn base_url(&mut self, listen: Option<SocketAddr>) -> Option<String> {
        let given = self.text("KOHTAANTO_BASE_URL");
        if given.is_none() && listen.is_some_and(|address| address.ip().is_unspecified()) {
            self.errors.push("KOHTAANTO_BASE_URL must tell the service's address, since KOHTAANTO_LISTEN names none".to_owned());
            return None;
        }
        let text = given.or_else(|| Some(format!("http://{}", listen?))).unwrap_or_default();
        match Url::parse(&text) {
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.path() == "/" && url.query().is_none() => {
                Some(url.as_str().trim_end_matches('/').to_owned())
            }
            _ => {
                self.errors.push("KOHTAANTO_BASE_URL must be an address such as https://kohtaanto.example without a path".to_owned());
                None
            }
        }
    }

    fn ytj_url(&mut self) -> String {
        let text = self.text("YTJ_URL").unwrap_or_else(|| crate::companies::ytj::api::PUBLIC.to_owned());
        if !Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.query().is_none()) {
            self.errors.push("YTJ_URL must be an address such as https://avoindata.prh.fi/opendata-ytj-api/v3".to_owned());
        }
        text.trim_end_matches('/').to_owned()
    }

    fn proxies(&mut self) -> Vec<IpAddr> {
        let text = self.text("KOHTAANTO_PROXY").unwrap_or_default();
        let addresses: Result<Vec<IpAddr>, _> =
            text.split(',').map(str::trim).filter(|address| !address.is_empty()).map(str::parse).collect();
        addresses.unwrap_or_else(|_| {
            self.errors.push("KOHTAANTO_PROXY must be IP addresses such as 172.17.0.1, separated by commas".to_owned());
            Vec::new()
        })
    }

    fn transport(&mut self) -> Option<Transport> {
        let Some(url) = self.secret("SMTP_URL") else {
            return Some(Transport::Folder(self.text("MAIL_DIR").unwrap_or_else(|| "mails".to_owned()).into()));
        };
        let authority = self.text("SMTP_CA_FILE").map(PathBuf::from);
        SmtpConfig::read(&url, authority.as_deref())
            .map(|config| Transport::Smtp(Box::new(config)))
            .map_err(|error| self.errors.push(error.to_string()))
            .ok()
    }
}
