//! Every query of the search goes through an index, on both databases: what it sends is caught and explained.

use crate::companies::add;
use crate::support::TestApp;
use actix_web::web::Query;
use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel::prelude::*;
use diesel::sql_types::Text;
use kohtaanto::companies::Facts;
use kohtaanto::companies::filters::Wanted;
use kohtaanto::companies::search::{At, Contacted, Search, count_ahead, forgiving};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::web::paging::Cursor;
use std::sync::{Arc, Mutex};

/// Two for what was typed; then, at most twice, one for new names and ten for what may have been meant. A list of a section
/// of industries has one for each division, and the count.
const MOST_STATEMENTS: usize = 25;

#[derive(QueryableByName)]
struct SqliteStep {
    #[diesel(sql_type = Text)]
    detail: String,
}

#[cfg(feature = "postgres")]
#[derive(QueryableByName)]
struct PostgresStep {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    detail: String,
}

/// The statements that something sends, with their values in place.
pub fn statements<T>(conn: &mut Conn, send: impl FnOnce(&mut Conn) -> QueryResult<T>) -> QueryResult<Vec<String>> {
    let caught = Arc::new(Mutex::new(Vec::new()));
    let catcher = caught.clone();
    conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            catcher.lock().expect("a list").push(query.to_string());
        }
    });
    let outcome = send(conn);
    conn.set_instrumentation(None::<Box<dyn Instrumentation>>);
    outcome?;
    Ok(std::mem::take(&mut *caught.lock().expect("a list")).iter().map(|sent| with_values(sent)).collect())
}

/// `… $1 … ? … -- binds: ["x", "y"]` as one statement without binds; SQLite's have `?`.
fn with_values(sent: &str) -> String {
    let (sql, binds) = sent.split_once(" -- binds: ").expect("a statement and its binds");
    let binds: Vec<serde_json::Value> = serde_json::from_str(&binds.replace(r"\u{10ffff}", "~")).expect("values");
    let binds = binds.iter().map(|bind| bind.as_str().map_or_else(|| bind.to_string(), str::to_owned));
    let binds: Vec<String> = binds.map(|bind| bind.replace('\'', "''")).collect();
    if !sql.contains("$1") {
        let mut texts = sql.split('?');
        let first = texts.next().unwrap_or_default().to_owned();
        return texts.zip(&binds).fold(first, |sql, (text, bind)| format!("{sql}'{bind}'{text}"));
    }
    let numbered = binds.iter().enumerate().rev();
    numbered.fold(sql.to_owned(), |sql, (at, bind)| sql.replace(&format!("${}", at + 1), &format!("'{bind}'")))
}

/// What the planner would do; on PostgreSQL as if the tables were large.
pub fn plan(conn: &mut Conn, statement: &str) -> QueryResult<String> {
    let lines: Vec<String> = match conn {
        Conn::Sqlite(conn) => {
            let steps: Vec<SqliteStep> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {statement}")).load(conn)?;
            steps.into_iter().map(|step| step.detail).collect()
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => {
            for costly_when_large in ["seqscan", "sort"] {
                diesel::sql_query(format!("SET enable_{costly_when_large} = off")).execute(conn)?;
            }
            let steps: Vec<PostgresStep> = diesel::sql_query(format!("EXPLAIN {statement}")).load(conn)?;
            steps.into_iter().map(|step| step.detail).collect()
        }
    };
    Ok(lines.join("\n"))
}

async fn plans(test: &TestApp, wanted: Search) -> String {
    let spellings = test.app.spellings.clone();
    let explain = move |conn: &mut Conn| -> Result<String, Error> {
        let mut plans = Vec::new();
        let statements = statements(conn, |conn| {
            forgiving(conn, &spellings, &wanted)?;
            // A page that holds all there is counts nothing: what counts is looked at by itself.
            if wanted.text.is_empty() { count_ahead(conn, &wanted).map(drop) } else { Ok(()) }
        })?;
        assert!(statements.len() <= MOST_STATEMENTS, "{statements:?}");
        for statement in statements {
            // Counting without a filter, or with one that most companies pass, stops at so many rows, whichever they are.
            let met = matches!(wanted.contact, Contacted::Since(_));
            let narrow = !wanted.municipalities.is_empty()
                || !wanted.industry.is_empty()
                || !wanted.company_form.is_empty()
                || wanted.tag.is_some()
                || met;
            let bounded = statement.contains("count(*)") && !narrow;
            assert!(
                !statement.contains("count(*)") || ["LIMIT 1001", "LIMIT 101"].iter().any(|limit| statement.contains(limit)),
                "{statement}"
            );
            if !bounded {
                plans.push(format!("{statement}\n{}", plan(conn, &statement)?));
            }
        }
        Ok(plans.join("\n\n"))
    };
    test.read(explain).await
}

/// A walk through an index in its order, until the page is full, is no scan.
pub fn walks_a_table(plan: &str) -> bool {
    plan.lines().any(|line| {
        let sqlite = line.starts_with("SCAN") && !line.contains("USING") && !line.contains("VIRTUAL TABLE") && line != "SCAN counted";
        sqlite || line.contains("Seq Scan")
    })
}

fn on_sqlite() -> bool {
    std::env::var_os("TEST_DATABASE_URL").is_none()
}

fn by_text(text: &str) -> Search {
    Search { text: text.to_owned(), limit: 50, ..Search::default() }
}

/// The filters of an address with the employment area, of eleven municipalities, in the place of a municipality.
fn in_area(more: &str) -> Search {
    let area = ["734", "761", "853", "202", "529", "423", "577", "680", "704", "738", "019"].map(str::to_owned).into();
    let wanted = Query::<Wanted>::from_query(&format!("municipality=area{more}")).expect("filters").into_inner();
    wanted.in_area(area).search()
}

/// What the planner knows nothing of yet; a register of 10,000 with its statistics is looked at beside the ratios.
#[actix_web::test]
async fn no_search_walks_through_a_table() {
    let test = TestApp::start().await;
    add(&test, Facts { name: "Konepaja Oy".into(), ..Facts::default() }).await;
    goes_through_indexes(&test).await;
}

/// Every kind of search; "konepaja" is a word of the register.
pub async fn goes_through_indexes(test: &TestApp) {
    let later = Cursor { key: "kone".into(), id: 7 };
    let at = At::After(later.clone());
    let since = test.app.now();
    for (wanted, indexes) in [
        (by_text(""), vec!["companies_name_sort"]),
        (Search { at: at.clone(), ..by_text("") }, vec!["companies_name_sort"]),
        (Search { municipalities: vec!["734".into()], ..by_text("") }, vec!["companies_municipality_name_sort", "sites_municipality"]),
        (Search { industry: "10".into(), at, ..by_text("") }, vec!["companies_industry_division_name_sort"]),
        (Search { municipalities: vec!["734".into()], industry: "C".into(), ended: true, ..by_text("k") }, vec!["company_names_name_fold"]),
        (Search { municipalities: vec!["734".into(), "761".into()], ..by_text("") }, vec!["companies_municipality_name_sort"]),
        (
            Search { municipalities: vec!["734".into()], industry: "43".into(), contact: Contacted::Never, ..by_text("") },
            vec!["companies_municipality_division_name_sort", "contacts_company"],
        ),
        (in_area(""), vec!["companies_municipality_name_sort"]),
        (Search { at: At::After(later.clone()), ..in_area("") }, vec!["companies_municipality_name_sort"]),
        (Search { at: At::Before(later), ..in_area("") }, vec!["companies_municipality_name_sort"]),
        (in_area("&company_form=16"), vec!["name_sort"]),
        (in_area("&contact=never"), vec!["contacts_company"]),
        (in_area("&q=kone"), vec!["company_names_name_fold", "sites_company|sites_municipality"]),
        (Search { company_form: "16".into(), ..by_text("") }, vec!["companies_company_form_name_sort"]),
        (Search { size_class: "5-9".into(), ..by_text("") }, vec!["companies_size_class_name_sort"]),
        (Search { contact: Contacted::Never, ..by_text("") }, vec!["companies_name_sort", "contacts_company"]),
        (
            Search { contact: Contacted::NotSince(since), municipalities: vec!["734".into()], ..by_text("") },
            // PostgreSQL may put all contacts since then beside the companies.
            vec![if on_sqlite() { "contacts_company" } else { "contacts_company|contacts_happened" }],
        ),
        (Search { contact: Contacted::Since(since), ..by_text("") }, vec!["contacts_happened"]),
        (
            Search { contact: Contacted::Since(since), size_class: "5-9".into(), ..by_text("kone") },
            vec!["company_names_name_fold|company_names_company"],
        ),
        (Search { owner: Some(7), ..by_text("") }, vec!["company_owners_staff|company_owners_once"]),
        (Search { tag: Some(7), ..by_text("") }, vec!["company_tags_tag|company_tags_once"]),
        (Search { tag: Some(7), ..by_text("kone") }, vec!["company_names_name_fold|company_names_company"]),
        (Search { tag: Some(7), ..in_area("&contact=never") }, vec!["company_tags_tag|company_tags_once"]),
        (by_text("k"), vec!["company_names_name_fold"]),
        (by_text("kone"), vec!["company_names_name_fold", "trigram|company_name_search VIRTUAL TABLE"]),
        (by_text("1234567-1"), vec!["companies_business_id"]),
        (by_text("040 123 4567"), vec!["companies_phone_e164", "sites_phone_e164", "person_phones_e164"]),
        (by_text("kone.fi"), vec!["companies_web_domain"]),
        (
            by_text("konepjaa oy"),
            vec![
                "company_names_pkey|company_names USING INTEGER PRIMARY KEY (rowid>?)",
                "konepaja",
                "company_names_name_fold",
                "trigram|company_name_search VIRTUAL TABLE",
            ],
        ),
    ] {
        let plans = plans(test, wanted.clone()).await;
        assert!(!walks_a_table(&plans), "{wanted:?}\n{plans}");
        for index in indexes {
            assert!(index.split('|').any(|index| plans.contains(index)), "{wanted:?} without {index}\n{plans}");
        }
        assert!(!plans.contains("OFFSET"), "{plans}");
        // The few companies that were met or tagged, or have a site there only, are collected, then put in order.
        let is_in_order = |plan: &&str| !plan.contains("c.id IN (SELECT company_id FROM");
        let plans = plans.split("\n\n").filter(is_in_order).collect::<String>();
        if wanted.text.is_empty() && !matches!(wanted.contact, Contacted::Since(_)) {
            assert!(!plans.contains("TEMP B-TREE") && !plans.contains("Sort"), "{wanted:?}\n{plans}");
        }
    }
}
