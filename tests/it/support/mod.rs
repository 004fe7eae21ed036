//! The real app over HTTP with a fresh database, a clock that tests set, and a small fixed cast of people.

pub mod cast;
mod chance;
mod database;
mod long;

pub use cast::{Cast, Person};
pub use chance::Chance;
pub use database::{TempDir, TestDatabase, database_url, program};
pub use long::{is_long, report};

use chrono::NaiveDateTime;
use kohtaanto::app::{App, Clock};
use kohtaanto::config::{Config, MailConfig, Transport};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::mail::health;
use kohtaanto::mail::worker::{self, Drained};
use kohtaanto::staff::password_requests;
use kohtaanto::{jobs, schedule};
use reqwest::{Client, Response, StatusCode, header, redirect};
use std::cell::Cell;
use std::net::TcpListener;
use std::sync::Arc;

pub struct TestApp {
    pub app: Arc<App>,
    pub cast: Cast,
    pub base_url: String,
    pub dir: database::TempDir,
    _database: database::TestDatabase,
    stop: Option<actix_web::dev::ServerHandle>,
    leaves_mail: Cell<bool>,
}

/// Friday 20.11.2026 at 10.00 in Finland, office hours.
pub fn friday_morning() -> NaiveDateTime {
    "2026-11-20T08:00:00".parse().expect("an instant")
}

/// Nothing listens there.
const NO_YTJ: &str = "http://127.0.0.1:9";

impl TestApp {
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// `change` may change the configuration, for instance name a mail server.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let mut test = Self::start_empty(change).await;
        test.cast = test.write(Cast::enter).await;
        test
    }

    /// Nobody has an account and nothing is set up: `cast` is nobody.
    pub async fn start_empty(change: impl FnOnce(&mut Config)) -> Self {
        let dir = database::TempDir::new();
        let database = database::TestDatabase::create(&dir);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let base_url = format!("http://{address}");
        let mut config = Config {
            database: database.url.clone(),
            listen: address,
            base_url: base_url.clone(),
            proxies: Vec::new(),
            mail: MailConfig { transport: Transport::Folder(dir.path().join("mails")), from: "kohtaanto@alue.example".to_owned() },
            ytj_url: NO_YTJ.to_owned(),
            demo: false,
        };
        change(&mut config);
        let app = App::build(config, Clock::set_to(friday_morning())).expect("the app builds");
        let server = kohtaanto::server::serve(app.clone(), listener).expect("the server starts");
        let stop = Some(server.handle());
        actix_web::rt::spawn(server);
        Self { app, cast: Cast::default(), base_url, dir, _database: database, stop, leaves_mail: Cell::new(false) }
    }

    /// A browser that nobody has signed in with.
    pub fn visitor(&self) -> Browser {
        Browser { client: client(header::HeaderMap::new()), base_url: self.base_url.clone() }
    }

    /// A browser with a session of this person.
    pub async fn browser(&self, person: &Person) -> Browser {
        let token = self.session(person).await;
        self.browser_of(&token)
    }

    /// A browser with this session.
    pub fn browser_of(&self, token: &str) -> Browser {
        let mut headers = header::HeaderMap::new();
        headers.insert(header::COOKIE, format!("session={token}").parse().expect("a header"));
        Browser { client: client(headers), base_url: self.base_url.clone() }
    }

    /// Signs this person in and gives the session's token.
    pub async fn session(&self, person: &Person) -> String {
        let (membership_id, now) = (person.membership_id, self.app.now());
        self.write(move |conn| Ok(kohtaanto::staff::sessions::begin(conn, membership_id, now)?)).await
    }

    pub async fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static) -> T {
        self.app.db.write(work).await.expect("the write succeeds")
    }

    pub async fn read<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static) -> T {
        self.app.db.read(work).await.expect("the read succeeds")
    }

    /// Moves the clock.
    pub fn set_clock(&self, instant: NaiveDateTime) {
        let Clock::Set(clock) = &self.app.clock else { panic!("tests run with a set clock") };
        *clock.lock().expect("the clock") = instant;
    }
}

impl TestApp {
    /// Sends the mail that is due, as the worker would.
    pub async fn drain_mail(&self) -> Drained {
        worker::drain(&self.app).await.expect("the outbox is readable")
    }

    /// Runs every background job once.
    pub async fn run_jobs(&self) {
        jobs::run_all(&self.app, schedule::JOBS).await.expect("the jobs succeed");
    }

    /// Waiting mail may be left behind: this test is about something else, or about waiting.
    pub fn leave_mail(&self) {
        self.leaves_mail.set(true);
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(server) = self.stop.take() {
            drop(server.stop(false));
        }
        if !self.leaves_mail.get() && !std::thread::panicking() {
            let mut conn = self.app.db.writer().expect("a connection");
            let (waiting, _) = health::waiting(&mut conn).expect("the outbox is readable");
            let requests = password_requests::waiting(&mut conn).expect("the requests are readable");
            assert!(requests.is_empty(), "a request is left behind: call run_jobs()");
            assert_eq!(waiting, 0, "mail is left behind: call drain_mail() and look at it, or say leave_mail()");
        }
    }
}

/// Follows no redirect, so that tests see them; sends what a browser sends with its own forms.
pub struct Browser {
    client: Client,
    pub base_url: String,
}

fn client(headers: header::HeaderMap) -> Client {
    Client::builder().default_headers(headers).redirect(redirect::Policy::none()).build().expect("a client")
}

impl Browser {
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.client.get(format!("{}{path}", self.base_url)).send().await.expect("an answer")).await
    }

    /// What the page's script asks for.
    pub async fn get_fragment(&self, path: &str) -> Answer {
        let request = self.client.get(format!("{}{path}", self.base_url)).header("X-Fragment", "live");
        Answer::of(request.send().await.expect("an answer")).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.client.post(format!("{}{path}", self.base_url)).header("Sec-Fetch-Site", "same-origin").form(fields);
        Answer::of(request.send().await.expect("an answer")).await
    }

    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base_url))
    }
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub body: String,
}

impl Answer {
    pub async fn of(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        Self { status, headers, body: response.text().await.expect("a text") }
    }

    /// Where it redirects to.
    #[track_caller]
    pub fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "no redirect: {}", self.body);
        self.headers[header::LOCATION].to_str().expect("an address")
    }

    /// The page, if it is one.
    #[track_caller]
    pub fn page(&self) -> &str {
        assert_eq!(self.status, StatusCode::OK, "{}", self.body);
        &self.body
    }

    /// The once-key of the page's form.
    #[track_caller]
    pub fn once(&self) -> String {
        self.value("once").expect("a form with a once-key")
    }

    /// The value of the first field of this name, as a browser reads it.
    pub fn value(&self, name: &str) -> Option<String> {
        let (_, tag) = self.body.split_once(&format!(r#"name="{name}""#))?;
        let (_, value) = tag.split('>').next()?.split_once(r#"value=""#)?;
        let value = value.split('"').next()?;
        Some(
            [
                ("&quot;", "\""),
                ("&#x27;", "'"),
                ("&#39;", "'"),
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&#x2F;", "/"),
                ("&#x2f;", "/"),
                ("&amp;", "&"),
            ]
            .iter()
            .fold(value.to_owned(), |text, (written, read)| text.replace(written, read)),
        )
    }
}
