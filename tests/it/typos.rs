//! Names that are mistyped are found, after those that are not; what the page and the suggestions say of them.

mod register;

use crate::companies::add;
use crate::support::{Chance, TestApp, is_long};
use diesel::RunQueryDsl;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use kohtaanto::app::App;
use kohtaanto::companies::search::{Found, Search, forgiving};
use kohtaanto::companies::ytj::{self, Input, Options};
use kohtaanto::companies::{Facts, store};
use kohtaanto::db::Conn;
use register::{MISTAKES, file, mistyped, names};
use std::collections::BTreeMap;
use std::sync::Arc;

const CASES: usize = 300;

async fn of(test: &TestApp, names: &[&str]) {
    for name in names {
        add(test, Facts { name: (*name).to_owned(), municipality: "734".into(), ..Facts::default() }).await;
    }
}

async fn search_in(app: &Arc<App>, wanted: Search) -> Found {
    let spellings = app.spellings.clone();
    app.db.read(move |conn| Ok(forgiving(conn, &spellings, &wanted)?)).await.expect("an answer")
}

fn by_text(text: &str) -> Search {
    Search { text: text.to_owned(), limit: 10, ..Search::default() }
}

/// The names of the hits, and of those that are similar.
async fn both(test: &TestApp, text: &str) -> (Vec<String>, Vec<String>) {
    let found = search_in(&test.app, by_text(text)).await;
    let names = |hits: &[kohtaanto::companies::search::Hit]| hits.iter().map(|hit| hit.company.name.clone()).collect();
    (names(&found.hits), names(&found.similar))
}

async fn similar(test: &TestApp, text: &str) -> Vec<String> {
    both(test, text).await.1
}

fn import(test: &TestApp, text: &str) {
    let path = test.dir.path().join("typos.json");
    std::fs::write(&path, text).expect("the file is written");
    let mut conn = test.app.db.writer().expect("a connection");
    ytj::import(&mut conn, &[Input::from(path)], &Options::default(), test.app.now(), |_| {}).expect("the database takes it");
}

#[actix_web::test]
async fn three_hundred_mistakes_are_forgiven() {
    let test = TestApp::start().await;
    let mut chance = Chance::new(0x7e57);
    let register = names(&mut chance, if is_long() { 10_000 } else { 3_000 });
    import(&test, &file(&register));
    let (mut cases, mut missed) = (BTreeMap::new(), Vec::new());
    while cases.values().sum::<usize>() < CASES {
        let mistake = MISTAKES[cases.values().sum::<usize>() % MISTAKES.len()];
        let (bare, form) = chance.pick(&register).clone();
        let whole = format!("{bare} {form}");
        let meant = if chance.permille(500) { &whole } else { &bare };
        let Some(typed) = mistyped(&mut chance, meant, mistake).filter(|typed| typed != meant) else { continue };
        *cases.entry(format!("{mistake:?}")).or_default() += 1;
        let (hits, similar) = both(&test, &typed).await;
        let place = hits.iter().chain(&similar).position(|name| *name == whole);
        if place.is_none() {
            missed.push(format!("{mistake:?}: {typed} for {whole}, found {hits:?} and {similar:?}"));
        }
    }
    println!("{cases:?}, {} missed", missed.len());
    assert!(missed.len() * 100 <= CASES * 5, "{} of {cases:?}:\n{}", missed.len(), missed.join("\n"));
}

#[actix_web::test]
async fn exact_names_come_first() {
    let test = TestApp::start().await;
    of(&test, &["Konepaja Oy", "Konepajat Ky", "Konepaia Oy", "Salon Konepaja Oy"]).await;
    let (hits, similar) = both(&test, "konepaja").await;
    assert_eq!(hits, ["Konepaja Oy", "Konepajat Ky", "Salon Konepaja Oy"]);
    assert_eq!(similar, ["Konepaia Oy"]);
    let (hits, similar) = both(&test, "konepjaa").await;
    assert!(hits.is_empty());
    assert_eq!(similar, ["Konepaja Oy", "Konepajat Ky", "Salon Konepaja Oy"]);
}

#[actix_web::test]
async fn words_are_forgiven_one_by_one_and_while_they_are_typed() {
    let test = TestApp::start().await;
    of(&test, &["Salon Rakennusliike Virtanen Oy", "Tmi Hämäläinen", "Länsi Koneet Ay", "Kahvila Pikkulintu"]).await;
    for (typed, meant) in [
        ("rakenusliike", "Salon Rakennusliike Virtanen Oy"),
        ("virtannen salon", "Salon Rakennusliike Virtanen Oy"),
        ("rakenus", "Salon Rakennusliike Virtanen Oy"),
        ("rakenusl virta", "Salon Rakennusliike Virtanen Oy"),
        ("hemäläinen tmi", "Tmi Hämäläinen"),
        ("länsikoneet", "Länsi Koneet Ay"),
        ("lansi konete", "Länsi Koneet Ay"),
        ("pikku lintu", "Kahvila Pikkulintu"),
        ("kahvial pikulintu", "Kahvila Pikkulintu"),
    ] {
        let (hits, similar) = both(&test, typed).await;
        assert_eq!(hits.iter().chain(&similar).collect::<Vec<_>>(), [meant], "{typed}");
    }
    for nothing in ["oy", "kuhvala", "040 123 4567", "1234567-1", "xyzzyxx", "\"", "%", "\0", "kahvila tehtaanmäki"] {
        assert_eq!(similar(&test, nothing).await, Vec::<String>::new(), "{nothing}");
    }
    let long = "virtannen ".repeat(2_000);
    assert!(both(&test, &long).await.0.is_empty(), "a long text is an answer, not a failure");
}

#[actix_web::test]
async fn filters_hold_for_similar_names() {
    let test = TestApp::start().await;
    of(&test, &["Konepaja Salo"]).await;
    let ended = add(&test, Facts { name: "Konepaja Loppu".into(), municipality: "761".into(), ..Facts::default() }).await;
    let (author, now, today) = ((test.cast.host, test.cast.handler.id), test.app.now(), test.app.today());
    test.write(move |conn| {
        let company = store::find(conn, ended)?.expect("a company");
        Ok(store::end(conn, &company, Some(today), author, now)?)
    })
    .await;
    let in_somero = Search { municipalities: vec!["761".into()], ..by_text("konepjaa") };
    assert!(search_in(&test.app, in_somero.clone()).await.similar.is_empty());
    assert_eq!(search_in(&test.app, Search { ended: true, ..in_somero }).await.similar.len(), 1);
}

/// Words nearer to the beginning of the alphabet don't take the places of the one that was meant.
#[actix_web::test]
async fn all_words_that_may_be_meant_are_looked_at() {
    let test = TestApp::start().await;
    let elsewhere = ["Konapja", "Konebja", "Konecja", "Konedja"];
    let mut names: Vec<(String, &str)> =
        elsewhere.iter().flat_map(|word| (0..31).map(move |nth| (format!("Somero {word} {nth}"), "Oy"))).collect();
    names.push(("Salon Konepaja".to_owned(), "Oy"));
    import(&test, &file(&names));
    let found = similar(&test, "salon konepja").await;
    assert_eq!(found, ["Salon Konepaja Oy"]);
    of(&test, &["Halikon Konepaja"]).await;
    let in_salo = search_in(&test.app, Search { municipalities: vec!["734".into()], ..by_text("konepja") }).await;
    assert_eq!(in_salo.similar.len(), 1);
}

#[actix_web::test]
async fn new_names_are_known_at_once_and_on_every_server() {
    let test = TestApp::start().await;
    let other = App::build(test.app.config.clone(), test.app.clock.clone()).expect("a second server");
    of(&test, &["Konepaja Oy"]).await;
    for app in [&test.app, &other] {
        assert_eq!(search_in(app, by_text("konepjaa")).await.similar.len(), 1);
    }
    of(&test, &["Leipomo Oy"]).await;
    import(&test, &file(&[("Ravintola Kuutamo".to_owned(), "Oy")]));
    for app in [&test.app, &other] {
        for typed in ["leipmo", "ravintolla", "kuutmao"] {
            assert_eq!(search_in(app, by_text(typed)).await.similar.len(), 1, "{typed}");
        }
    }
}

#[actix_web::test]
async fn a_large_register_is_read_on_in_the_background() {
    let test = TestApp::start().await;
    let id = add(&test, Facts { name: "Ensimmäinen".into(), ..Facts::default() }).await;
    let fill = move |conn: &mut Conn| {
        sql_query(
            "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 21000) \
             INSERT INTO company_names (company_id, name, name_fold, name_type) SELECT $1, 'Sana' || n, 'sana' || n, '3' FROM numbers",
        )
        .bind::<BigInt, _>(id)
        .execute(conn)?;
        Ok(())
    };
    test.write(fill).await;
    of(&test, &["Viimeinen Tulokas"]).await;
    for _ in 0..200 {
        if !similar(&test, "viimenen tulokas").await.is_empty() {
            return;
        }
        actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the last words were never read");
}

#[actix_web::test]
async fn pages_and_suggestions_say_so() {
    let test = TestApp::start().await;
    of(&test, &["Konepaja <Oy>", "Konepjaa Ky"]).await;
    let browser = test.browser(&test.cast.reader).await;
    let answer = browser.get("/companies?q=konepahja").await;
    let page = answer.page();
    assert!(page.contains("Nimeä ”konepahja” ei ole. Nämä ovat samankaltaisia:") && page.contains("Konepaja &lt;Oy&gt;"), "{page}");
    assert!(!page.contains("Yhtään yritystä ei löytynyt") && !page.contains("/companies/new"), "a reader is offered nothing to add");
    let answer = browser.get("/companies?q=konepjaa").await;
    assert!(answer.page().contains("1 yritys") && answer.body.contains("Samankaltaisia nimiä"));
    let rows: Vec<serde_json::Value> = serde_json::from_str(browser.get("/companies/suggestions?q=konepjaa").await.page()).expect("a list");
    let told: Vec<(&str, &str)> =
        rows.iter().map(|row| (row["label"].as_str().expect("a name"), row["hint"].as_str().expect("a hint"))).collect();
    assert_eq!(told, [("Konepjaa Ky", "Salo"), ("Konepaja <Oy>", "samankaltainen nimi · Salo")]);
    let browser = test.browser(&test.cast.handler).await;
    let answer = browser.get("/companies?q=konepahja+oy").await;
    assert!(answer.page().contains("action=\"/companies/lookup\""), "the open data may know it");
    assert!(browser.get("/people/new?company=konepahja").await.page().contains("Konepaja"));
}
