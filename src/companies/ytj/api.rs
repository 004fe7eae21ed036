//! The live open data of PRH/YTJ (API v3, no key, CC BY 4.0): one company by its business id, and the bulk file.
//!
//! Calls block: they belong on a blocking thread and never into a database transaction. Nothing but GET is sent, and
//! nothing of a person in it.

use super::mapping::{self, NameRow, Row};
use super::record::Record;
use crate::codes::codes;
use crate::identifiers::business_id::BusinessId;
use serde::Deserialize;
use std::io::{self, Read};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use ureq::config::{Config, ConfigBuilder};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::typestate::AgentScope;
use ureq::{Agent, Body, Error, http};
use url::form_urlencoded::Serializer;

/// Where the open data is; `YTJ_URL` may name another place.
pub const PUBLIC: &str = "https://avoindata.prh.fi/opendata-ytj-api/v3";

const CONNECT: Duration = Duration::from_secs(3);
/// A person waits for this one.
const WHOLE: Duration = Duration::from_secs(8);
/// The bulk file takes minutes; a server that says nothing for so long is gone.
const SILENCE: Duration = Duration::from_secs(60);
/// One company's record has some kilobytes, and an answer a hundred of them at most.
const MOST_BYTES: u64 = 2 << 20;
/// The bulk file may lie elsewhere.
const BULK_REDIRECTS: u32 = 3;

codes! {
    /// Why there is no answer to work with.
    pub Trouble {
        Unreachable = "unreachable",
        /// No answer in time.
        Slow = "slow",
        /// It asks to come back later.
        Busy = "busy",
        Broken = "broken",
        /// It answers something else than was asked.
        Odd = "odd",
        /// The bulk file breaks off.
        Cut = "cut",
    }
}

impl Trouble {
    /// The text that tells a user.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Unreachable => "error-ytj-unreachable",
            Self::Slow => "error-ytj-slow",
            Self::Busy => "error-ytj-busy",
            Self::Broken => "error-ytj-broken",
            Self::Odd => "error-ytj-odd",
            Self::Cut => "error-ytj-cut",
        }
    }

    /// What an error says that the bulk file's reader gave.
    pub fn while_reading(error: &io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref()) {
            Some(Error::Timeout(_)) => Self::Slow,
            _ if error.kind() == io::ErrorKind::TimedOut => Self::Slow,
            _ => Self::Cut,
        }
    }
}

/// A company of the open data, as the import would store it.
#[derive(Clone, Debug)]
pub struct Found {
    pub row: Row,
    pub(super) names: Vec<NameRow>,
}

/// The bulk file (a ZIP) on its way.
pub struct Bulk {
    pub reader: Box<dyn Read + Send>,
    /// Its size, if the server told.
    pub bytes: Option<u64>,
}

/// Companies by a name: the first ones, and how many there are.
#[derive(Debug, Default)]
pub struct Named {
    pub found: Vec<Found>,
    pub total: usize,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Answer {
    companies: Vec<Record>,
    total_results: usize,
}

/// The company with this business id; none if the open data doesn't know it.
pub fn find(base: &str, id: &BusinessId) -> Result<Option<Found>, Trouble> {
    let answer = ask(base, &[("businessId", id.as_str())])?;
    let Some(record) = answer.companies.first() else { return Ok(None) };
    match mapping::rows(record) {
        Ok((row, names)) if row.business_id == id.as_str() => Ok(Some(Found { row, names })),
        _ => Err(Trouble::Odd),
    }
}

/// Companies whose name, present or former, the open data finds by this text. Records that could not be stored are left out.
pub fn named(base: &str, name: &str) -> Result<Named, Trouble> {
    let answer = ask(base, &[("name", name)])?;
    let rows = answer.companies.iter().filter_map(|record| mapping::rows(record).ok());
    Ok(Named { found: rows.map(|(row, names)| Found { row, names }).collect(), total: answer.total_results })
}

/// Nothing for what it doesn't know.
fn ask(base: &str, query: &[(&str, &str)]) -> Result<Answer, Trouble> {
    let query = Serializer::new(String::new()).extend_pairs(query).finish();
    let settings = settings(base).timeout_global(Some(WHOLE)).max_redirects(0).max_redirects_will_error(false);
    let mut response = get(settings, &format!("{base}/companies?{query}"))?;
    match response.status().as_u16() {
        200 => {}
        404 => return Ok(Answer::default()),
        status => return Err(refused(status)),
    }
    let bytes = response.body_mut().with_config().limit(MOST_BYTES).read_to_vec().map_err(trouble)?;
    serde_json::from_slice(&bytes).map_err(|_| Trouble::Odd)
}

/// Opens the file of all companies.
pub fn bulk(base: &str) -> Result<Bulk, Trouble> {
    let settings = settings(base).max_redirects(BULK_REDIRECTS).timeout_recv_response(Some(SILENCE)).timeout_per_read(Some(SILENCE));
    let response = get(settings, &format!("{base}/all_companies"))?;
    if response.status() != 200 {
        return Err(refused(response.status().as_u16()));
    }
    let body = response.into_body();
    let bytes = body.content_length();
    Ok(Bulk { reader: Box::new(body.into_with_config().limit(u64::MAX).reader()), bytes })
}

fn get(settings: ConfigBuilder<AgentScope>, address: &str) -> Result<http::Response<Body>, Trouble> {
    Agent::new_with_config(settings.build()).get(address).call().map_err(trouble)
}

fn settings(base: &str) -> ConfigBuilder<AgentScope> {
    let settings = Config::builder()
        .http_status_as_error(false)
        .timeout_connect(Some(CONNECT))
        .user_agent("kohtaanto")
        .accept("application/json, */*");
    if base.starts_with("https:") { settings.tls_config(tls()) } else { settings }
}

/// The system's root certificates, as for mail: an area may have its own proxy.
fn tls() -> TlsConfig {
    static ROOTS: OnceLock<RootCerts> = OnceLock::new();
    let roots = ROOTS.get_or_init(|| {
        let system = rustls_native_certs::load_native_certs();
        RootCerts::from(system.certs.iter().map(|root| Certificate::from_der(root).to_owned()))
    });
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    TlsConfig::builder().root_certs(roots.clone()).unversioned_rustls_crypto_provider(ring).build()
}

fn refused(status: u16) -> Trouble {
    match status {
        429 => Trouble::Busy,
        500.. => Trouble::Broken,
        _ => Trouble::Odd,
    }
}

fn trouble(error: Error) -> Trouble {
    match error {
        Error::Timeout(_) => Trouble::Slow,
        Error::BodyExceedsLimit(_) | Error::Protocol(_) | Error::Http(_) | Error::TooManyRedirects | Error::RedirectFailed => Trouble::Odd,
        _ => Trouble::Unreachable,
    }
}
