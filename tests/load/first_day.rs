//! What a small installation feels like: the demo's database in the build for real use.

use super::load;
use super::program::{Build, Service};
use crate::support::{TempDir, report};
use diesel::prelude::*;
use futures::StreamExt;
use kohtaanto::app::{App, Clock};
use kohtaanto::config::Config;
use kohtaanto::db::DatabaseUrl;
use kohtaanto::schema::{companies, membership_roles, topics};
use kohtaanto::staff::sessions;
use kohtaanto::web::token;
use reqwest::{Client, header, redirect};

const REQUESTS: usize = 10_000;
const AT_THE_SAME_TIME: usize = 8;

/// The demo's database with a session of somebody who takes call-backs.
struct Demo {
    database: DatabaseUrl,
    session: String,
    company_ids: Vec<i64>,
    topic_id: i64,
}

fn demo(dir: &TempDir) -> Demo {
    let database = DatabaseUrl::Sqlite(dir.path().join("demo.db").display().to_string());
    let settings = Config::from_lookup(&|name| (name == "MAIL_DIR").then(|| dir.path().join("mails").display().to_string()));
    let config = Config { database: database.clone(), ..settings.expect("the defaults are right") };
    kohtaanto::demo::set_up(&config, dir.path(), Clock::System.now()).expect("the demo enters");
    let app = App::build(config, Clock::System).expect("the app builds");
    let mut conn = app.db.writer().expect("a connection");
    let worker = membership_roles::table.filter(membership_roles::role.eq("employer_team"));
    let membership_id = worker.select(membership_roles::membership_id).first(&mut conn).expect("somebody");
    Demo {
        session: sessions::begin(&mut conn, membership_id, app.now()).expect("a session"),
        company_ids: companies::table.select(companies::id).load(&mut conn).expect("companies"),
        topic_id: topics::table.select(topics::id).first(&mut conn).expect("a topic"),
        database,
    }
}

impl Demo {
    fn client(&self) -> Client {
        let mut headers = header::HeaderMap::new();
        headers.insert(header::COOKIE, format!("session={}", self.session).parse().expect("a header"));
        headers.insert("Sec-Fetch-Site", "same-origin".parse().expect("a header"));
        Client::builder().default_headers(headers).redirect(redirect::Policy::none()).build().expect("a client")
    }

    /// The nth of a day's requests: lists, pages, searches, what open pages ask for by themselves, and now and then a deed.
    async fn request(&self, client: &Client, base_url: &str, nth: usize) {
        let company = self.company_ids[nth * 7 % self.company_ids.len()];
        let path = match nth % 10 {
            0 => "/".to_owned(),
            1 => "/callbacks".to_owned(),
            2 => format!("/companies?q={}", ["kai", "oy", "rakennus", "salo"][nth / 10 % 4]),
            3 => format!("/companies/suggestions?q={}", ["ka", "met", "put"][nth / 10 % 3]),
            4 => "/tasks".to_owned(),
            5 if nth.is_multiple_of(20) => "/callbacks".to_owned(),
            5 | 6 => format!("/companies/{company}"),
            7 => "/callbacks/new".to_owned(),
            _ => "/callbacks/waiting".to_owned(),
        };
        let request = match nth % 20 {
            15 => client.post(format!("{base_url}/callbacks")).form(&[
                ("once", token::random()),
                ("company_id", company.to_string()),
                ("company", "x".to_owned()),
                ("caller_name", "Soittaja".to_owned()),
                ("caller_phone", "050 000 0001".to_owned()),
                ("topic", self.topic_id.to_string()),
                ("source", "phone".to_owned()),
                ("language", "fi".to_owned()),
            ]),
            _ => client.get(format!("{base_url}{path}")),
        };
        let status = request.send().await.expect("an answer").status().as_u16();
        assert!(matches!(status, 200 | 303), "{path}: {status}");
    }
}

/// CPU milliseconds of the service for each of many requests.
async fn cpu_each(service: &Service, request: impl AsyncFn(usize)) -> f64 {
    let used = service.cpu_seconds();
    futures::stream::iter(0..REQUESTS).map(|nth| request(nth)).buffer_unordered(AT_THE_SAME_TIME).for_each(async |()| ()).await;
    (service.cpu_seconds() - used) * 1000.0 / REQUESTS as f64
}

pub async fn figures(build: &Build, dir: &TempDir) {
    let size = build.program.metadata().expect("the program").len() as f64 / 1e6;
    let demo = demo(dir);
    let service = Service::start(&build.program, &demo.database, dir);
    let at_first = service.resident();
    let client = demo.client();
    let style = format!("{}{}", service.base_url, kohtaanto::web::assets::address("css/page.css").expect("a style sheet"));
    let yardstick = cpu_each(&service, async |_| drop(client.get(&style).send().await.expect("an answer"))).await;
    let each = cpu_each(&service, async |nth| demo.request(&client, &service.base_url, nth).await).await;
    let figures = format!(
        "build for real use from nothing: {:.0} s, {:.0} CPU s; program {size:.1} MB\n\
         first page {:.0} ms after the start of serve\n\
         resident: {at_first:.0} MB at first, {:.0} MB after {REQUESTS} mixed requests of {each:.2} CPU ms each (a style sheet: {yardstick:.2})\n\
         load: {}",
        build.seconds,
        build.cpu_seconds,
        service.first_page.as_secs_f64() * 1000.0,
        service.resident(),
        load(),
    );
    report("The demo's database in the build for real use", &figures);
    assert!(service.first_page.as_secs_f64() <= 0.5, "{figures}");
}
