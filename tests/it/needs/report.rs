//! The report: the newest answer of a company in the period counts once, by industry and municipality.

use super::{ask, company, log};
use crate::register_plans::{plan, statements, walks_a_table};
use crate::support::TestApp;
use diesel::QueryResult;
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::needs::Kind;
use kohtaanto::reports::needs::counts::{self, Scope};
use kohtaanto::reports::period::Period;
use kohtaanto::web::paging::Cursor;
use reqwest::StatusCode;

const PAGE: &str = "/reports/needs";

/// The text of the first row that begins with this name.
fn row(page: &str, name: &str) -> String {
    let cells = [format!(">{name}</td>"), format!(">{name}</a></td>")];
    let at = cells.iter().find_map(|cell| page.find(cell)).unwrap_or_else(|| panic!("no row {name}: {page}"));
    let row = page[at + 1..].split("</tr>").next().unwrap_or_default();
    let mut text = String::new();
    let mut in_tag = false;
    for c in row.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first address of a link with this text.
fn link<'a>(page: &'a str, text: &str) -> &'a str {
    let (before, _) = page.split_once(&format!(">{text}</a>")).unwrap_or_else(|| panic!("no link {text}: {page}"));
    before.rsplit_once("href=\"").expect("an address").1.split('"').next().unwrap_or_default()
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let recruits = ask(&test, "Rekrytoi", Kind::YesNo, "").await;
    let many = ask(&test, "Montako", Kind::Number, "").await;
    let whom = ask(&test, "Ketä", Kind::Occupations, "").await;
    let machines = company(&test, "Kone Oy", "28990", "734").await;
    let bakery = company(&test, "Leipä Oy", "10710", "734").await;
    let builder = company(&test, "Talo Oy", "41000", "761").await;
    let silent = company(&test, "Vaisu Oy", "", "").await;
    let (handler, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    log(&handler, machines, "2.11.2026", &[(&recruits, "no"), (&many, "7"), (&whom, "7212")]).await.location();
    log(&partner, machines, "3.11.2026", &[(&recruits, "yes"), (&many, "2"), (&whom, "7212; 7223")]).await.location();
    log(&handler, bakery, "4.11.2026", &[(&recruits, "yes"), (&many, "1")]).await.location();
    log(&handler, builder, "5.11.2026", &[(&recruits, "no"), (&whom, "7212")]).await.location();
    log(&handler, silent, "30.10.2026", &[(&recruits, "yes")]).await.location();
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(&format!("{PAGE}?period=month")).await;
    assert!(page.page().contains("1.–30.11.2026") && page.body.contains("3 yritystä vastasi"));
    assert_eq!(row(page.page(), "Rekrytoi"), "Rekrytoi 3 2 kyllä (66 %)", "the newest answer counts");
    assert_eq!(row(page.page(), "Montako"), "Montako 2 yhteensä 3");
    assert_eq!(row(page.page(), "Ketä"), "Ketä 2 Hitsaajat ja kaasuleikkaajat 2Koneenasettajat ja koneistajat 1");
    assert!(row(page.page(), "Teollisuus").starts_with("Teollisuus 2 Rekrytoi 2Montako 3Hitsaajat ja kaasuleikkaajat 1"));
    assert_eq!(row(page.page(), "Salo"), "Salo 2 Rekrytoi 2Montako 3");
    let half = reader.get(PAGE).await;
    assert!(half.page().contains("4 yritystä vastasi") && half.body.contains("Ei tiedossa"));
    let industry = reader.get(&link(page.page(), "Teollisuus").replace("&amp;", "&")).await;
    assert!(industry.page().contains("2 yritystä vastasi"));
    assert_eq!(row(industry.page(), "Elintarvikkeiden valmistus"), "Elintarvikkeiden valmistus 1 Rekrytoi 1Montako 1", "by division then");
    let somero = reader.get(&format!("{PAGE}?period=month&municipality=761")).await;
    assert_eq!(row(somero.page(), "Rekrytoi"), "Rekrytoi 1 0 kyllä (0 %)");
    let listed = reader.get(&link(page.page(), "2 kyllä").replace("&amp;", "&")).await;
    assert!(listed.page().contains("Kone Oy") && listed.body.contains("Leipä Oy") && !listed.body.contains("Talo Oy"));
    assert!(row(listed.page(), "Kone Oy").ends_with("3.11.2026 Jokilaakson yrityskeskus"));
    let welders = reader.get(&link(page.page(), "Hitsaajat ja kaasuleikkaajat").replace("&amp;", "&")).await;
    assert!(welders.page().contains("Talo Oy") && !welders.body.contains("Leipä Oy") && welders.body.contains("2 yritystä"));
    assert_eq!(partner.get(PAGE).await.status, StatusCode::OK, "sums are shared by all");
}

#[actix_web::test]
async fn says_when_there_is_nothing() {
    let test = TestApp::start().await;
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(&format!("{PAGE}?period=month&municipality=734")).await;
    assert!(page.page().contains("Ei vastauksia 1.–30.11.2026 · Salo"));
    assert!(page.page().contains(r#"href="/reports/needs" aria-current="page""#), "it is in the navigation");
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let recruits = ask(&test, "Rekrytoi", Kind::YesNo, "").await;
    let version = recruits.trim_start_matches("need_");
    let reader = test.browser(&test.cast.reader).await;
    let backwards = reader.get(&format!("{PAGE}?period=own&from=2.11.2026&until=1.11.2026&municipality=734")).await;
    assert!(backwards.page().contains("Viimeisen päivän pitää olla sama kuin"));
    for query in
        ["period=own", "period=%00&municipality=%00&industry=%00", "municipality=0'%20OR%201=1--", "industry=ZZ", "period=own&from=x"]
    {
        assert_eq!(reader.get(&format!("{PAGE}?{query}")).await.status, StatusCode::OK, "{query}");
    }
    let cursor = Cursor { key: "kone' --".to_owned(), id: i64::MAX }.encode();
    for (query, status) in [
        (format!("{version}?after={cursor}"), StatusCode::OK),
        (format!("{version}?after=%00&occupation=%00"), StatusCode::OK),
        (format!("{version}?period=own"), StatusCode::SEE_OTHER),
        ("99999".to_owned(), StatusCode::NOT_FOUND),
        ("99999999999999999999".to_owned(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(reader.get(&format!("{PAGE}/{query}")).await.status, status, "{query}");
    }
}

/// The plans of everything that the report and its lists ask.
async fn plans(test: &TestApp, scope: Scope) -> String {
    let explain = move |conn: &mut Conn| -> Result<String, Error> {
        let after = Cursor { key: "kone".into(), id: 7 };
        let mut sent = statements(conn, |conn| counts::answers(conn, &scope))?;
        sent.extend(statements(conn, |conn| counts::companies(conn, &scope))?);
        sent.extend(statements(conn, |conn| counts::occupations(conn, &scope))?);
        sent.extend(statements(conn, |conn| counts::of_version(conn, &scope, 1, Some(&after)))?);
        assert_eq!(sent.len(), 4, "as many statements for a year as for a day");
        let plans: QueryResult<Vec<String>> = sent.iter().map(|statement| plan(conn, statement)).collect();
        Ok(plans?.join("\n"))
    };
    test.read(explain).await
}

#[actix_web::test]
async fn no_count_walks_through_a_table() {
    let test = TestApp::start().await;
    let day = |text: &str| text.parse().expect("a day");
    let period = Period { from: day("2026-11-01"), until: day("2026-11-30") };
    let all = Scope { period, municipality: None, divisions: Vec::new(), occupation: None };
    let some = Scope { municipality: Some("734"), divisions: vec!["28", "10"], occupation: Some("7212"), ..all.clone() };
    for scope in [all, some] {
        let plans = plans(&test, scope).await;
        // The period bounds what is read, on its own or within a company.
        let by_period = ["need_answers_answered", "need_answers_company"].iter().any(|index| plans.contains(index));
        assert!(by_period && plans.contains("answered_at") && plans.contains("need_occupations_once"), "{plans}");
        // What was cut out of the tables is small and may be walked through.
        let is_part = |line: &str| ["SCAN dated", "SCAN newest", "SCAN n"].contains(&line) || line.starts_with("SCAN (subquery");
        let tables: Vec<&str> = plans.lines().filter(|line| !is_part(line.trim())).collect();
        assert!(!walks_a_table(&tables.join("\n")), "{plans}");
    }
}
