//! Requests of one kind, one after the other over one connection: how long each takes and what it costs the service.

use super::program::Service;
use kohtaanto::web::assets;
use reqwest::{Client, header, redirect};
use std::time::{Duration, Instant};

/// Before it is measured, the service has answered so many of the kind.
const WARM_UP: usize = 50;

/// What requests of one kind took; milliseconds.
#[derive(Clone, Debug)]
pub struct Figures {
    pub kind: &'static str,
    /// As the client sees them: the time of the server and of the way there and back.
    pub p50: f64,
    pub p99: f64,
    pub cpu: f64,
}

/// Somebody who is signed in.
pub struct Visitor<'a> {
    service: &'a Service,
    client: Client,
}

impl<'a> Visitor<'a> {
    pub fn new(service: &'a Service, session: &str) -> Self {
        let mut headers = header::HeaderMap::new();
        headers.insert(header::COOKIE, format!("session={session}").parse().expect("a header"));
        let client = Client::builder().default_headers(headers).redirect(redirect::Policy::none()).build().expect("a client");
        Self { service, client }
    }

    /// Asks for every path once.
    pub async fn ask(&self, kind: &'static str, paths: &[String]) -> Figures {
        for path in paths.iter().take(WARM_UP) {
            self.get(path).await;
        }
        let used = self.service.cpu_seconds();
        let mut times = Vec::with_capacity(paths.len());
        for path in paths {
            times.push(self.get(path).await);
        }
        let cpu = (self.service.cpu_seconds() - used) * 1000.0 / paths.len() as f64;
        times.sort();
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
        Figures { kind, p50: at(50), p99: at(99), cpu }
    }

    async fn get(&self, path: &str) -> Duration {
        let begun = Instant::now();
        let answer = self.client.get(format!("{}{path}", self.service.base_url)).send().await.expect("an answer");
        let status = answer.status();
        answer.bytes().await.expect("a body");
        assert!(status.is_success(), "{path}: {status}");
        begun.elapsed()
    }
}

/// A style sheet, so many times: what a request costs that does nothing.
pub fn static_paths(count: usize) -> Vec<String> {
    vec![assets::address("css/page.css").expect("a style sheet"); count]
}
