//! The demo: half a year of a made-up employment area, on both databases.

use crate::support::{TempDir, TestDatabase, is_long};
use chrono::{Datelike, NaiveDateTime};
use diesel::prelude::*;
use kohtaanto::app::{App, Clock};
use kohtaanto::config::{Config, MailConfig, Transport};
use kohtaanto::db::Conn;
use kohtaanto::demo::{self, Account, PASSWORD};
use kohtaanto::i18n::helsinki;
use kohtaanto::identifiers::business_id::BusinessId;
use kohtaanto::mail::health;
use kohtaanto::schema::*;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

struct Demo {
    app: Arc<App>,
    accounts: Vec<Account>,
    now: NaiveDateTime,
    dir: TempDir,
    _database: TestDatabase,
}

/// `now` is in UTC.
fn demo(now: &str) -> Demo {
    let now: NaiveDateTime = now.parse().expect("an instant");
    let dir = TempDir::new();
    let database = TestDatabase::create(&dir);
    let config = Config {
        database: database.url.clone(),
        listen: "127.0.0.1:0".parse().expect("an address"),
        base_url: "http://127.0.0.1:8080".to_owned(),
        proxies: Vec::new(),
        mail: MailConfig { transport: Transport::Folder(dir.path().join("mails")), from: "kohtaanto@alue.example".to_owned() },
        ytj_url: "http://127.0.0.1:9".to_owned(),
        demo: true,
    };
    let accounts = demo::set_up(&config, dir.path(), now).expect("the demo enters");
    let app = App::build(config, Clock::set_to(now)).expect("the app builds");
    Demo { app, accounts, now, dir, _database: database }
}

impl Demo {
    fn conn(&self) -> kohtaanto::db::Writer {
        self.app.db.writer().expect("a connection")
    }
}

/// Friday 20.11.2026 at 11.20 in Finland.
const FRIDAY: &str = "2026-11-20T09:20:00";
/// Before the first mail of the day may leave.
const MONDAY: &str = "2026-11-23T04:30:00";

#[actix_web::test]
async fn works() {
    let demo = demo(FRIDAY);
    enters_rightly(&demo);
    everybody_signs_in(&demo).await;
    the_jobs_have_run_all_the_time(&demo).await;
}

fn enters_rightly(demo: &Demo) {
    let conn = &mut *demo.conn();
    counts_are_lifelike(conn);
    the_desk_is_full(conn, demo.now);
    companies_are_invented(conn);
    nothing_lies_ahead(conn, demo.now);
    assert_eq!(health::waiting(conn).expect("the outbox is readable").0, 0, "mail waits");
    assert!(!demo.dir.path().join("mails").exists(), "a mail of the past was sent");
    duty_is_planned(conn, demo);
}

fn counts_are_lifelike(conn: &mut Conn) {
    let is_between = |what: &str, found: QueryResult<i64>, least: i64, most: i64| {
        let found = found.expect("a count");
        assert!((least..=most).contains(&found), "{what}: {found}");
    };
    is_between("companies", companies::table.count().get_result(conn), 403, 403);
    is_between("people", people::table.count().get_result(conn), 500, 500);
    is_between("contacts", contacts::table.count().get_result(conn), 1400, 1700);
    is_between("contacts of own text", contacts::table.filter(contacts::visibility.eq("own")).count().get_result(conn), 250, 500);
    is_between("answers about needs", need_answers::table.count().get_result(conn), 1000, 4000);
    is_between("call-backs", callbacks::table.count().get_result(conn), 290, 330);
    is_between("hand-overs", callback_handovers::table.count().get_result(conn), 40, 120);
    is_between("attempts", callback_attempts::table.count().get_result(conn), 280, 450);
    is_between("additions", callback_additions::table.count().get_result(conn), 5, 40);
    is_between("tasks", tasks::table.count().get_result(conn), 140, 230);
    is_between("open tasks", tasks::table.filter(tasks::done_at.is_null()).count().get_result(conn), 50, 120);
    is_between("sent mails", mails::table.filter(mails::state.eq("sent")).count().get_result(conn), 800, 1800);
    is_between("ended companies", companies::table.filter(companies::alive.eq(false)).count().get_result(conn), 12, 40);
    is_between("added by hand", companies::table.filter(companies::source.eq("manual")).count().get_result(conn), 15, 60);
    is_between("probable duplicates", duplicate_pairs::table.count().get_result(conn), 3, 3);
    is_between("sites", sites::table.count().get_result(conn), 8, 12);
    is_between("tags", company_tags::table.count().get_result(conn), 30, 60);
    is_between("companies in charge", company_owners::table.count().get_result(conn), 30, 60);
    is_between("companies on a call list", call_list_companies::table.count().get_result(conn), 25, 40);
    is_between("calls", call_list_calls::table.count().get_result(conn), 15, 19);
    for outcome in ["helped", "no_help_needed", "not_reached", "referred", "cancelled"] {
        is_between(outcome, callbacks::table.filter(callbacks::outcome.eq(outcome)).count().get_result(conn), 2, 260);
    }
}

fn the_desk_is_full(conn: &mut Conn, now: NaiveDateTime) {
    let waiting: Vec<(bool, NaiveDateTime, i32)> = callbacks::table
        .filter(callbacks::state.eq("new"))
        .select((callbacks::urgent, callbacks::due_at, callbacks::handover_count))
        .load(conn)
        .expect("the queue");
    assert!((8..=14).contains(&waiting.len()), "{}", waiting.len());
    assert!(waiting.iter().any(|(urgent, _, _)| *urgent), "nothing is urgent");
    assert!(waiting.iter().any(|(_, due, _)| *due < now), "nothing is late");
    assert!(waiting.iter().filter(|(_, due, _)| *due < now).count() <= 4, "too much is late");
    assert!(waiting.iter().any(|(_, _, handovers)| *handovers == 2), "nothing was handed over twice");
    let held: i64 = callbacks::table.filter(callbacks::state.eq("taken")).count().get_result(conn).expect("a count");
    assert!((9..=16).contains(&held), "{held}");
}

fn companies_are_invented(conn: &mut Conn) {
    let rows: Vec<(Option<String>, String, String, String)> = companies::table
        .select((companies::business_id, companies::website, companies::email, companies::industry_2025))
        .load(conn)
        .expect("companies");
    for (business_id, website, email, industry) in &rows {
        // Those added twice.
        let Some(business_id) = business_id else { continue };
        assert!(BusinessId::parse(business_id).is_ok_and(|id| id.as_str() == *business_id), "{business_id}");
        assert!(business_id.starts_with('9'), "{business_id} may be somebody's");
        for address in [website, email] {
            assert!(address.is_empty() || address.ends_with(".example"), "{address}");
        }
        assert!(!industry.is_empty());
    }
    let numbers: Vec<String> = person_phones::table.select(person_phones::phone_e164).load(conn).expect("numbers");
    assert!(numbers.iter().all(|number| number.starts_with("+35850000")), "a number may be somebody's");
}

/// Nothing that happened lies ahead; plans may.
fn nothing_lies_ahead(conn: &mut Conn, now: NaiveDateTime) {
    use diesel::dsl::max;
    let past = |what: &str, latest: QueryResult<Option<NaiveDateTime>>| {
        assert!(latest.expect("a time").is_some_and(|latest| latest <= now), "{what} lie ahead");
    };
    past("contacts", contacts::table.select(max(contacts::happened_at)).first(conn));
    past("events", timeline_events::table.select(max(timeline_events::occurred_at)).first(conn));
    past("moves", callback_moves::table.select(max(callback_moves::moved_at)).first(conn));
    past("attempts", callback_attempts::table.select(max(callback_attempts::attempted_at)).first(conn));
    past("additions", callback_additions::table.select(max(callback_additions::added_at)).first(conn));
    past("mails", mails::table.select(max(mails::sent_at)).first(conn));
    past("done tasks", tasks::table.select(max(tasks::done_at)).first(conn));
    past("audit entries", audit_entries::table.select(max(audit_entries::at)).first(conn));
}

fn duty_is_planned(conn: &mut Conn, demo: &Demo) {
    let today = helsinki(demo.now).date_naive();
    let on_duty: i64 = duty_shifts::table.filter(duty_shifts::duty_on.eq(today)).count().get_result(conn).expect("a count");
    assert_eq!(on_duty, 3, "teams with a duty person today");
    let days: Vec<chrono::NaiveDate> = duty_shifts::table.select(duty_shifts::duty_on).load(conn).expect("days");
    assert!(days.iter().all(|day| day.weekday().number_from_monday() <= 5));
    assert!(days.iter().any(|day| (*day - today).num_days() > 30), "the weeks to come are planned");
}

/// How much the background jobs have left behind: mails, climbed steps, moves, reminders that have fired.
fn traces(conn: &mut Conn) -> [i64; 4] {
    [
        mails::table.count().get_result(conn),
        callback_steps::table.count().get_result(conn),
        callback_moves::table.count().get_result(conn),
        reminders::table.filter(reminders::state.eq_any(["mailed", "shown"])).count().get_result(conn),
    ]
    .map(|count| count.expect("a count"))
}

async fn the_jobs_have_run_all_the_time(demo: &Demo) {
    let (before, now) = (traces(&mut demo.conn()), demo.now);
    assert!(before[1] >= 5 && before[3] >= 5, "the jobs never ran: {before:?}");
    kohtaanto::jobs::run_all(&demo.app, kohtaanto::schedule::JOBS).await.expect("the jobs succeed");
    let conn = &mut *demo.conn();
    assert_eq!(traces(conn), before, "{now}: the first look at a fresh demo finds it settled");
    assert!(health::waiting(conn).expect("the outbox is readable").0 <= 10, "{now}");
    let jobs = kohtaanto::jobs::health(conn, kohtaanto::schedule::JOBS, now).expect("the jobs are readable");
    assert!(jobs.iter().all(|job| !job.is_in_trouble()), "{jobs:?}");
    let expired: i64 = callback_moves::table.filter(callback_moves::kind.eq("expired")).count().get_result(conn).expect("a count");
    assert!(expired <= 10, "{expired} went back to a queue unattended");
}

async fn everybody_signs_in(demo: &Demo) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let base_url = format!("http://{}", listener.local_addr().expect("an address"));
    let server = kohtaanto::server::serve(demo.app.clone(), listener).expect("the server starts");
    let stop = server.handle();
    actix_web::rt::spawn(server);
    for account in &demo.accounts {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        let form = [("email", account.email.as_str()), ("password", PASSWORD)];
        let request = client.post(format!("{base_url}/login")).header("Sec-Fetch-Site", "same-origin").form(&form);
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 303, "{}", account.email);
        let cookie = answer.headers()["set-cookie"].to_str().expect("a cookie").split(';').next().unwrap_or_default().to_owned();
        let page = client.get(format!("{base_url}/")).header("Cookie", cookie).send().await.expect("an answer");
        assert_eq!(page.status().as_u16(), 200, "{}", account.email);
    }
    stop.stop(false).await;
}

#[actix_web::test]
async fn the_same_day_gives_the_same_demo() {
    type Row = (i64, Option<i64>, String, String, i64, NaiveDateTime);
    let rows = |demo: &Demo| -> (Vec<String>, Vec<Row>, Vec<String>) {
        let conn = &mut *demo.conn();
        let names = companies::table.order(companies::id).select(companies::name).load(conn).expect("names");
        let columns = (callbacks::id, callbacks::holder_id, callbacks::state, callbacks::note, callbacks::team_id, callbacks::due_at);
        let stories = callbacks::table.order(callbacks::id).select(columns).load(conn).expect("call-backs");
        let notes = contacts::table.order(contacts::id).select(contacts::note).load(conn).expect("notes");
        (names, stories, notes)
    };
    let first = demo(MONDAY);
    assert!(rows(&first) == rows(&demo(MONDAY)), "two demos of one day differ");
    the_jobs_have_run_all_the_time(&first).await;
}

#[actix_web::test]
async fn a_sunday_has_the_desk_of_friday() {
    if is_long() {
        let demo = demo("2026-11-22T10:00:00");
        the_desk_is_full(&mut demo.conn(), demo.now);
        the_jobs_have_run_all_the_time(&demo).await;
    }
}

/// `demo` with its temporary directory in `dir`.
fn command(dir: &TempDir, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kohtaanto"));
    command.env_clear().env("TMPDIR", dir.path()).env("KOHTAANTO_LISTEN", listen).arg("demo").current_dir(dir.path());
    command
}

fn is_empty(dir: &TempDir) -> bool {
    std::fs::read_dir(dir.path()).expect("the directory is there").next().is_none()
}

#[test]
fn a_taken_port_is_told() {
    let (dir, listener) = (TempDir::new(), TcpListener::bind("127.0.0.1:0").expect("a free port"));
    let address = listener.local_addr().expect("an address").to_string();
    let output = command(&dir, &address).output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains("KOHTAANTO_LISTEN=") && told.contains(&address), "{told}");
    assert!(is_empty(&dir));
}

#[actix_web::test]
async fn nothing_stays_when_it_stops() {
    let dir = TempDir::new();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    drop(listener);
    let mut command = command(&dir, &address);
    let mut program = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    // It listens before it fills its database, so the first request waits for it.
    let mut answer = None;
    while answer.is_none() && program.try_wait().expect("a program").is_none() {
        actix_web::rt::time::sleep(Duration::from_millis(100)).await;
        answer = reqwest::get(format!("http://{address}/healthz")).await.ok();
    }
    assert!(answer.is_some_and(|answer| answer.status().is_success()) && !is_empty(&dir));
    let interrupted = Command::new("kill").args(["-INT", &program.id().to_string()]).status();
    assert!(interrupted.is_ok_and(|status| status.success()));
    let output = program.wait_with_output().expect("the program ends");
    let (told, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && wrong.is_empty(), "{wrong}");
    assert!(told.contains(&format!("http://{address}")) && told.contains(PASSWORD) && told.contains("iida.routakorpi@"), "{told}");
    assert!(is_empty(&dir));
}
