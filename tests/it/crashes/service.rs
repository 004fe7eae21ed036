//! The service's workers in a process of their own, with a clock that the test sets: this very binary, called for the one
//! test that is the service.

use super::scene::{Scene, database};
use chrono::{NaiveDateTime, TimeDelta};
use kohtaanto::app::{App, Clock};
use kohtaanto::config::{Config, MailConfig, Transport};
use kohtaanto::mail::smtp::SmtpConfig;
use kohtaanto::{jobs, mail, schedule};
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const DATABASE: &str = "TEST_SERVICE_DATABASE";
const SMTP: &str = "TEST_SERVICE_SMTP";
const AUTHORITY: &str = "TEST_SERVICE_AUTHORITY";
const BEGIN: &str = "TEST_SERVICE_BEGIN";

/// Between a kill and the next start; twice this is longer than any lease.
const PAUSE: TimeDelta = TimeDelta::minutes(11);

pub struct Service(Child);

impl Service {
    /// The process of this round; each begins a pause later than the one before.
    pub fn start(scene: &Scene, round: usize) -> Self {
        let begin = scene.begin + PAUSE * round as i32;
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["crashes::service::serve", "--exact", "--ignored"])
            .env(DATABASE, &scene.database)
            .env(SMTP, scene.server.url())
            .env(AUTHORITY, scene.server.ca_file())
            .env(BEGIN, begin.format("%Y-%m-%dT%H:%M:%S").to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        Self(child.expect("the service starts"))
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.0.kill().expect("it runs until it is killed");
        self.0.wait().expect("it is gone");
    }
}

/// What runs in the process of its own.
#[actix_web::test]
#[ignore = "it is the service of other tests"]
async fn serve() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let variable = |name| std::env::var(name).expect("the test sets it");
    let begin: NaiveDateTime = variable(BEGIN).parse().expect("an instant");
    let smtp = SmtpConfig::read(&variable(SMTP), Some(variable(AUTHORITY).as_ref())).expect("a server");
    let settings = Config::from_lookup(&|_| None).expect("the defaults are right");
    let mail = MailConfig { transport: Transport::Smtp(Box::new(smtp)), from: "kohtaanto@alue.example".to_owned() };
    let clock = Arc::new(Mutex::new(begin));
    let app = App::build(Config { database: database(&url), mail, ..settings }, Clock::Set(clock.clone())).expect("the app builds");
    std::thread::spawn(move || {
        let start = Instant::now();
        loop {
            std::thread::sleep(Duration::from_millis(200));
            let passed = TimeDelta::seconds(start.elapsed().as_secs() as i64);
            *clock.lock().expect("the clock") = begin + passed;
        }
    });
    let _workers = (mail::worker::Worker::start(app.clone()), jobs::Worker::start(app, schedule::JOBS));
    // Should the test end before it is killed, so does the service.
    tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())).await.expect("a thread").expect("the pipe");
}
