//! The company register's import in the browser.

use crate::support::{Answer, Browser, TestApp};
use crate::ytj::files::zipped;
use crate::ytj::generator::generate;
use crate::ytj::server::{Bulk, Server};
use diesel::prelude::*;
use kohtaanto::imports::{State, store, work};
use kohtaanto::schema::{companies, register_imports};
use reqwest::{Method, StatusCode};
use std::time::{Duration, Instant};

/// One company in the area, and a business id without a name.
const RECORDS: &str = r#"[{"businessId":{"value":"2646674-9"},"names":[{"name":"Öljynen Oy","type":"1"}],"addresses":[{"type":1,"street":"Kuja","postOffices":[{"city":"SALO","languageCode":"1","municipalityCode":"734"}]}]},{"businessId":{"value":"0111111-1"}}]"#;

/// Sends a file as a browser does, to import all of it.
pub async fn send(browser: &Browser, name: &str, content: &[u8]) -> Answer {
    const BOUNDARY: &str = "----rajaviiva";
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    );
    let mut body = head.into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let request = browser.request(Method::POST, "/admin/imports").header("Sec-Fetch-Site", "same-origin");
    let request = request.header("Content-Type", format!("multipart/form-data; boundary={BOUNDARY}")).body(body);
    Answer::of(request.send().await.expect("an answer")).await
}

/// The import's page once it isn't running any more.
async fn ended(browser: &Browser, answer: &Answer) -> String {
    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let page = browser.get_fragment(answer.location()).await;
        if !page.page().contains("Voit poistua sivulta") {
            return page.body;
        }
        assert!(Instant::now() < end, "the import does not end: {}", page.body);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn companies(test: &TestApp) -> i64 {
    test.read(|conn| Ok(companies::table.count().get_result(conn)?)).await
}

/// Uploaded files that are still there.
fn left_behind(test: &TestApp) -> usize {
    let files = std::fs::read_dir(test.dir.path()).expect("the directory");
    files.filter(|file| file.as_ref().is_ok_and(|file| file.file_name().to_string_lossy().starts_with("kohtaanto-upload-"))).count()
}

async fn administrator(test: &TestApp) -> Browser {
    test.browser(&test.cast.administrator).await
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let browser = administrator(&test).await;
    assert!(browser.get("/admin/imports").await.page().contains("tuo tiedosto"));
    for (name, content) in [("data.json", RECORDS.as_bytes().to_vec()), ("data.zip", zipped(&[("a.json", RECORDS)]))] {
        let page = ended(&browser, &send(&browser, name, &content).await).await;
        assert!(page.contains("Tuonti on valmis") && page.contains(name) && page.contains("Aino Asettaja"), "{page}");
    }
    assert_eq!(companies(&test).await, 1);
    let list = browser.get("/admin/imports").await;
    assert!(list.page().contains("data.json") && list.body.contains("Valmis"), "{}", list.body);
    assert_eq!(left_behind(&test), 0);
}

/// The report is the command line's, in the user's words, and people work meanwhile.
#[actix_web::test]
async fn people_work_meanwhile() {
    let test = TestApp::start().await;
    test.leave_mail();
    let browser = administrator(&test).await;
    let generated = generate(4_000, 0x5e7);
    let answer = send(&browser, "all_companies.json", generated.text.as_bytes()).await;
    while test.read(|conn| Ok(store::running(conn)?)).await.is_some() {
        assert_eq!(browser.post("/setup/skips", &[("step", "import")]).await.location(), "/setup");
    }
    let page = ended(&browser, &answer).await;
    let new = generated.companies.len();
    assert!(page.contains(&format!("{}\u{a0}{:03}", new / 1000, new % 1000)) && page.contains("4\u{a0}000"), "{page}");
    assert!(
        page.contains("Rikkinäisiä tietueita") && page.contains(&format!("all_companies.json, record {}", generated.broken[0].0)),
        "{page}"
    );
    assert!(!page.contains("kohtaanto-upload-"), "the page tells a path of the server");
    assert_eq!(companies(&test).await, new as i64);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let browser = administrator(&test).await;
    for (name, content, words) in [
        ("", &b""[..], "Valitse tiedosto."),
        ("empty.json", b"", "Tiedosto on tyhjä"),
        ("page.html", b"<!doctype html><p>Vika", "ei ole YTJ:n avoimen datan tiedosto"),
        ("list.csv", b"Y-tunnus;nimi\n1;2", "ei ole YTJ:n avoimen datan tiedosto"),
    ] {
        let answer = send(&browser, name, content).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.body.contains(words), "{name}: {}", answer.body);
    }
    assert_eq!(test.read(|conn| Ok(register_imports::table.count().get_result::<i64>(conn)?)).await, 0);
    assert_eq!(left_behind(&test), 0);
}

#[actix_web::test]
async fn a_wrong_file_changes_nothing() {
    let test = TestApp::start().await;
    let browser = administrator(&test).await;
    for (name, content, words) in [
        ("other.json", b"[{\"a\":1},{\"b\":2}]".to_vec(), "ei ollut yhtään yritystä"),
        ("broken.zip", zipped(&[("a.json", RECORDS)])[..60].to_vec(), "ZIP-tiedosto on rikki"),
        ("text.zip", zipped(&[("readme.txt", "moi")]), "ei ole JSON-tiedostoa"),
        ("cut.json", RECORDS.as_bytes()[..30].to_vec(), "Tiedosto on vajaa"),
    ] {
        let page = ended(&browser, &send(&browser, name, &content).await).await;
        assert!(page.contains(words) && page.contains("Rekisteriin ei tullut muutoksia"), "{name}: {page}");
    }
    assert_eq!(companies(&test).await, 0);
    let cut = ended(&browser, &send(&browser, "cut.json", &RECORDS.as_bytes()[..RECORDS.len() - 10]).await).await;
    assert!(cut.contains("Tiedosto loppui kesken"), "{cut}");
    assert_eq!(companies(&test).await, 1);
    assert_eq!(left_behind(&test), 0);
}

async fn begin(test: &TestApp) -> Option<i64> {
    let (now, started_by) = (test.app.now(), test.cast.administrator.id);
    test.write(move |conn| {
        let new = store::NewImport {
            source: "ytj.zip",
            total_bytes: 1,
            municipalities: &[],
            started_by,
            state: State::Running,
            is_scheduled: false,
        };
        Ok(store::begin(conn, &new, now)?)
    })
    .await
}

#[actix_web::test]
async fn one_runs_at_a_time() {
    let test = TestApp::start().await;
    let browser = administrator(&test).await;
    let running = begin(&test).await.expect("none is running");
    assert_eq!(begin(&test).await, None);
    assert!(browser.get("/admin/imports").await.page().contains("Tuonti on käynnissä"));
    let answer = send(&browser, "data.json", RECORDS.as_bytes()).await;
    assert_eq!(answer.location(), format!("/admin/imports/{running}"));
    assert_eq!((companies(&test).await, left_behind(&test)), (0, 0));
}

#[actix_web::test]
async fn a_restart_interrupts_and_says_so() {
    let test = TestApp::start().await;
    let browser = administrator(&test).await;
    let id = begin(&test).await.expect("none is running");
    if cfg!(not(feature = "postgres")) || std::env::var_os("TEST_DATABASE_URL").is_none() {
        std::fs::write(test.dir.path().join("kohtaanto-upload-x"), "[").expect("a file");
    }
    work::settle_abandoned(&test.app).expect("the database answers");
    let page = browser.get(&format!("/admin/imports/{id}")).await;
    assert!(page.page().contains("mitään ei katoa"), "{}", page.body);
    assert_eq!(left_behind(&test), 0);
    let page = ended(&browser, &send(&browser, "data.json", RECORDS.as_bytes()).await).await;
    assert!(page.contains("Tuonti on valmis"), "{page}");
}

/// Presses the button that fetches the open data's file, for the area's municipalities.
async fn fetch(browser: &Browser) -> Answer {
    browser.post("/admin/imports/downloads", &[("area_only", "true")]).await
}

async fn with_open_data(bulk: Bulk) -> (TestApp, Server) {
    let server = Server::with_bulk(bulk).await;
    let url = server.url.clone();
    (TestApp::start_with(move |config| config.ytj_url = url).await, server)
}

#[actix_web::test]
async fn the_open_data_is_fetched_and_imported() {
    const ELSEWHERE: &str = r#"{"businessId":{"value":"9000011-8"},"names":[{"name":"Muualla Oy","type":"1"}]}"#;
    let records = RECORDS.replacen('[', &format!("[{ELSEWHERE},"), 1);
    for content in [records.as_bytes().to_vec(), zipped(&[("all.json", &records)])] {
        let (test, server) = with_open_data(Bulk::Whole(content)).await;
        let browser = administrator(&test).await;
        assert!(browser.get("/admin/imports").await.page().contains("Hae suoraan avoimesta datasta"));
        let answer = fetch(&browser).await;
        let page = ended(&browser, &answer).await;
        assert!(page.contains("Tuonti on valmis") && page.contains("127.0.0.1"), "{page}");
        assert!(page.contains("Muissa kunnissa, ei tuotu"), "{page}");
        assert_eq!((companies(&test).await, left_behind(&test)), (1, 0));
        assert_eq!(server.requests().len(), 1);
        assert!(browser.get("/admin/imports").await.page().contains("127.0.0.1"));
    }
}

#[actix_web::test]
async fn a_download_tells_how_far_it_is_and_another_does_not_begin() {
    let (test, server) = with_open_data(Bulk::Stalling(RECORDS.as_bytes().to_vec())).await;
    let browser = administrator(&test).await;
    let first = fetch(&browser).await.location().to_owned();
    let page = browser.get(&first).await;
    assert!(page.page().contains("Haetaan avoimesta datasta") && page.body.contains("megatavua"), "{}", page.body);
    assert_eq!(fetch(&browser).await.location(), first);
    assert_eq!(send(&browser, "data.json", RECORDS.as_bytes()).await.location(), first);
    assert!(browser.get("/admin/imports").await.page().contains("Tuonti on käynnissä"));
    server.release();
    assert!(ended(&browser, &fetch(&browser).await).await.contains("Tuonti on valmis"));
    assert_eq!((companies(&test).await, left_behind(&test)), (1, 0));
}

#[actix_web::test]
async fn a_download_that_fails_says_why_and_what_to_do() {
    for (bulk, words) in [
        (Bulk::Status("503 Service Unavailable"), "häiriö"),
        (Bulk::Status("429 Too Many Requests"), "pyytää odottamaan"),
        (Bulk::Status("404 Not Found"), "jotain muuta"),
        (Bulk::Whole(b"<!doctype html><p>Huoltokatko".to_vec()), "jotain muuta"),
        (Bulk::Whole(Vec::new()), "jotain muuta"),
        (Bulk::BreakingOff(RECORDS.as_bytes().to_vec()), "katkesi kesken"),
        (Bulk::Gone, "ei saada yhteyttä"),
    ] {
        let (test, _server) = with_open_data(bulk).await;
        let browser = administrator(&test).await;
        let answer = fetch(&browser).await;
        let page = ended(&browser, &answer).await;
        assert!(page.contains(words) && page.contains("Mitään ei tuotu"), "{words}: {page}");
        assert_eq!((companies(&test).await, left_behind(&test)), (0, 0));
        assert!(browser.get("/admin/imports").await.page().contains("Ei onnistunut"));
    }
}

/// Whoever writes again and again gets a turn after every slice.
#[actix_web::test]
async fn writes_get_their_turn_between_slices() {
    let test = TestApp::start().await;
    test.leave_mail();
    let browser = administrator(&test).await;
    let answer = send(&browser, "all_companies.json", generate(8_000, 0x5e7).text.as_bytes()).await;
    let mut seen = std::collections::BTreeSet::new();
    loop {
        let records = test
            .write(|conn| {
                let Some(id) = store::running(conn)? else { return Ok(None) };
                Ok(store::find(conn, id)?.map(|import| import.records))
            })
            .await;
        let Some(records) = records else { break };
        seen.insert(records);
    }
    assert!(ended(&browser, &answer).await.contains("Tuonti on valmis"));
    assert!(seen.iter().filter(|&&records| (1..8_000).contains(&records)).count() >= 6, "turns after {seen:?} records");
}
