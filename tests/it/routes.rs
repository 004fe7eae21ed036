//! Every route for every role, from one table (`routes/table.rs`), and what every route does with nonsense.

mod judging;
mod samples;
mod table;

use crate::support::{Answer, Browser, Cast, Person, TestApp};
use judging::{assert_none, judge, wrong_in_page};
use kohtaanto::routes::{Access, ROUTES, Route};
use reqwest::header::{CONTENT_TYPE, LOCATION, ORIGIN};
use reqwest::{Method, StatusCode};
pub use samples::Samples;
use std::collections::BTreeSet;
use table::Entry;
pub use table::entries;

/// Entries asked of one database: deeds leave so much behind that the pages would grow and grow.
const AT_A_TIME: usize = 16;

/// Who the table's columns are, after the one who has not signed in.
pub fn people(cast: &Cast) -> [&Person; 12] {
    [
        &cast.administrator,
        &cast.coordinator,
        &cast.handler,
        &cast.colleague,
        &cast.lead,
        &cast.case_handler,
        &cast.case_lead,
        &cast.logger,
        &cast.partner,
        &cast.partner_administrator,
        &cast.reader,
        &cast.log_reader,
    ]
}

async fn start() -> TestApp {
    let test = TestApp::start().await;
    test.leave_mail();
    test
}

async fn ask(browser: &Browser, entry: &Entry, path: &str, body: Option<String>) -> Answer {
    let request = browser.request(entry.method.clone(), path).header("Sec-Fetch-Site", "same-origin");
    let request = match body {
        Some(body) => request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body),
        None => request,
    };
    Answer::of(request.send().await.expect("an answer")).await
}

/// One browser for each of the table's columns.
async fn browser_of(test: &TestApp, column: usize) -> Browser {
    match column.checked_sub(1) {
        Some(at) => test.browser(people(&test.cast)[at]).await,
        None => test.visitor(),
    }
}

/// Asks as the table says. A deed has a session and samples of its own; whoever is refused touches nothing.
async fn ask_freshly(test: &TestApp, entry: &Entry, column: usize, (browsers, untouched): (&[Browser], &Samples)) -> Answer {
    let expected = entry.statuses[column];
    let to_sign_in = column == 0 && !is_for_anyone(entry);
    let touches = entry.method != Method::GET && !matches!(expected, 403 | 404) && !to_sign_in;
    let fresh = if touches { Some((browser_of(test, column).await, Samples::enter(test).await)) } else { None };
    let (browser, samples) = fresh.as_ref().map_or((&browsers[column], untouched), |(browser, samples)| (browser, samples));
    ask(browser, entry, &samples.fill(entry.path), entry.body.map(|body| samples.fill(body))).await
}

/// Also without signing in.
fn is_for_anyone(entry: &Entry) -> bool {
    let pattern = table::pattern(entry.path);
    let same = |route: &&Route| route.method.as_str() == entry.method.as_str() && table::pattern(route.path) == pattern;
    ROUTES.iter().find(same).is_some_and(|route| matches!(route.access, Access::Anyone))
}

/// Someone whom the route lets in, unless a visitor may.
pub fn insider_of<'a>(cast: &'a Cast, entry: &Entry) -> Option<&'a Person> {
    let opens = |status: &u16| matches!(status, 200 | 204 | 303 | 422);
    entry.statuses.iter().skip(1).position(opens).filter(|_| entry.statuses[0] != 200).map(|at| people(cast)[at])
}

async fn insider(test: &TestApp, entry: &Entry) -> Browser {
    match insider_of(&test.cast, entry) {
        Some(person) => test.browser(person).await,
        None => test.visitor(),
    }
}

#[test]
fn every_route_has_an_entry() {
    let named = |method: &Method, path: &str| format!("{method} {}", table::pattern(path));
    let routes: BTreeSet<String> =
        ROUTES.iter().map(|route| named(&Method::from_bytes(route.method.as_str().as_bytes()).expect("a method"), route.path)).collect();
    let entered: BTreeSet<String> = entries().iter().map(|entry| named(&entry.method, entry.path)).collect();
    let missing: Vec<_> = routes.difference(&entered).collect();
    let extra: Vec<_> = entered.difference(&routes).collect();
    assert!(missing.is_empty() && extra.is_empty(), "routes without an entry: {missing:#?}, entries without a route: {extra:#?}");
}

#[actix_web::test]
async fn every_role_gets_what_the_table_says() {
    let mut wrong = Vec::new();
    for entries in entries().chunks(AT_A_TIME) {
        wrong.extend(wrong_for_a_role(entries).await);
    }
    assert_none(wrong);
}

async fn wrong_for_a_role(entries: &[Entry]) -> Vec<String> {
    let test = start().await;
    let untouched = Samples::enter(&test).await;
    let mut browsers = Vec::new();
    for column in 0..=people(&test.cast).len() {
        browsers.push(browser_of(&test, column).await);
    }
    let mut wrong = Vec::new();
    for entry in entries {
        let mut observed = Vec::new();
        for (column, expected) in entry.statuses.iter().enumerate() {
            let person = column.checked_sub(1).map(|at| people(&test.cast)[at]);
            let answer = ask_freshly(&test, entry, column, (&browsers, &untouched)).await;
            observed.push(answer.status.as_u16());
            let who = person.map_or("a visitor", |person| person.name.as_str());
            wrong.extend(judge(who, entry, &[*expected], &answer));
            let to_sign_in = answer.headers.get(LOCATION).is_some_and(|location| location.as_bytes().starts_with(b"/login"));
            if to_sign_in && person.is_some() && entry.path != "/logout" {
                wrong.push(format!("{} {} sends {who} to sign in", entry.method, entry.path));
            }
        }
        if observed != entry.statuses {
            wrong.push(format!(
                "{} {} expected {:?}\n{} {} observed {observed:?}",
                entry.method, entry.path, entry.statuses, entry.method, entry.path
            ));
        }
    }
    wrong
}

#[actix_web::test]
async fn a_wrong_method_is_told() {
    let test = start().await;
    let samples = Samples::enter(&test).await;
    let mut wrong = Vec::new();
    for entry in entries() {
        let browser = insider(&test, &entry).await;
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            let answer = ask(&browser, &Entry { method, ..entry.clone() }, &samples.fill(entry.path), None).await;
            wrong.extend(judge("an insider's PUT, DELETE, PATCH", &entry, &[405], &answer));
        }
    }
    assert_none(wrong);
}

#[actix_web::test]
async fn what_is_not_there_is_not_found() {
    let test = start().await;
    let mut wrong = Vec::new();
    for path in ["/nothing", "/companies/1/nothing", "/.env", "/login/", "/assets/x/css/nothing.css", "/assets/x/../Cargo.toml", "/%00"] {
        for browser in [test.visitor(), test.browser(&test.cast.handler).await] {
            let answer = browser.get(path).await;
            if answer.status != StatusCode::NOT_FOUND || wrong_in_page(&answer).is_some() {
                wrong.push(format!("{path}: {}", answer.status));
            }
        }
    }
    let samples = Samples::enter(&test).await;
    for entry in entries().iter().filter(|entry| entry.path.contains('{') && !entry.path.starts_with("/assets/")) {
        let browser = insider(&test, entry).await;
        for id in ["999999", "0", "-1", "abc", "99999999999999999999999", "%F0%9F%98%80"] {
            let answer = ask(&browser, entry, &table::with_id(entry.path, id), entry.body.map(|body| samples.fill(body))).await;
            wrong.extend(judge(&format!("the id {id}"), entry, &[404], &answer));
        }
    }
    assert_none(wrong);
}

#[actix_web::test]
async fn nonsense_is_refused_in_words() {
    let open: Vec<Entry> = entries().into_iter().filter(|entry| entry.body.is_some() && !entry.is_closed()).collect();
    let mut wrong = Vec::new();
    for entries in open.chunks(AT_A_TIME) {
        wrong.extend(wrong_with_nonsense(entries).await);
    }
    assert_none(wrong);
}

async fn wrong_with_nonsense(entries: &[Entry]) -> Vec<String> {
    let test = start().await;
    let too_much = format!("note={}", "x".repeat(300_000));
    let mut wrong = Vec::new();
    for entry in entries {
        let browser = insider(&test, entry).await;
        let mut path = Samples::enter(&test).await.fill(entry.path);
        wrong.extend(judge("too much", entry, &[413], &ask(&browser, entry, &path, Some(too_much.clone())).await));
        for garbage in ["", "&&&=", "%ff%fe=%", "note=%00&once=%00", "once=1&once=2&note[]=3", "\u{1f600}"] {
            let answer = ask(&browser, entry, &path, Some(garbage.to_owned())).await;
            wrong.extend(judge(&format!("the form {garbage:?}"), entry, &[303, 400, 409, 422], &answer));
            // It was a deed that needs no words, and what it was done to may be gone.
            if answer.status == StatusCode::SEE_OTHER {
                path = Samples::enter(&test).await.fill(entry.path);
            }
        }
        let json =
            browser.request(entry.method.clone(), &path).header("Sec-Fetch-Site", "same-origin").header(CONTENT_TYPE, "application/json");
        let answer = Answer::of(json.body("{}").send().await.expect("an answer")).await;
        wrong.extend(judge("JSON", entry, &[400, 415], &answer));
    }
    wrong
}

#[actix_web::test]
async fn other_sites_can_send_nothing() {
    let test = start().await;
    let mut wrong = Vec::new();
    let samples = Samples::enter(&test).await;
    for entry in entries().iter().filter(|entry| entry.method != Method::GET) {
        let browser = insider(&test, entry).await;
        for (name, value) in [
            ("Accept", "*/*"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"),
            (ORIGIN.as_str(), "https://other.example"),
            (ORIGIN.as_str(), "null"),
        ] {
            let request = browser.request(entry.method.clone(), &samples.fill(entry.path)).header(name, value);
            let request =
                request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(samples.fill(entry.body.unwrap_or_default()));
            let answer = Answer::of(request.send().await.expect("an answer")).await;
            wrong.extend(judge(&format!("{name}: {value}"), entry, &[400], &answer));
        }
    }
    assert_none(wrong);
}

#[actix_web::test]
async fn head_is_get_without_a_body() {
    let test = start().await;
    let samples = Samples::enter(&test).await;
    let mut wrong = Vec::new();
    for entry in entries().iter().filter(|entry| entry.method == Method::GET && !entry.is_closed()) {
        let browser = insider(&test, entry).await;
        let answer = ask(&browser, &Entry { method: Method::HEAD, ..entry.clone() }, &samples.fill(entry.path), None).await;
        if !answer.body.is_empty() {
            wrong.push(format!("HEAD {} has a body", entry.path));
        }
        wrong.extend(judge("HEAD", entry, &[200, 303], &answer));
    }
    assert_none(wrong);
}

/// The router reads `%61dmin` as `admin`, so the gate must too.
#[actix_web::test]
async fn another_spelling_leads_past_no_gate() {
    let test = TestApp::start().await;
    let samples = Samples::enter(&test).await;
    test.leave_mail();
    let outsider = test.browser(&test.cast.log_reader).await;
    for entry in entries().iter().filter(|entry| entry.statuses[0] == 303 && !is_for_anyone(entry)) {
        let path = samples.fill(entry.path);
        let Some(letter) = path.chars().nth(1).filter(char::is_ascii_lowercase) else { continue };
        let spelled = format!("/%{:02x}{}", u32::from(letter), &path[2..]);
        let visitor = ask(&test.visitor(), entry, &spelled, None).await;
        assert!(matches!(visitor.status.as_u16(), 303 | 404), "{spelled}: {}", visitor.status);
        let expected = entry.statuses.last().expect("the log reader's column");
        if *expected == 403 {
            let answer = ask(&outsider, entry, &spelled, None).await;
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{spelled}: {}", answer.status);
        }
    }
}
