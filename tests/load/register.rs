//! A register of 10,000 and one of 600,000 companies with a million contacts: the import, the search, the pages.

use super::load;
use super::program::{self, Run, Service};
use super::records::{self, Sample};
use super::requests::{Figures, Visitor, static_paths};
use crate::support::{Chance, TestApp, report};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use kohtaanto::app::Clock;
use kohtaanto::db::{Conn, settle_bulk};
use kohtaanto::identifiers::name::fold;
use kohtaanto::schema::companies;
use kohtaanto::staff::sessions;
use std::collections::HashMap;
use std::path::Path;

const REQUESTS: usize = 1_000;
/// Companies and contacts.
const SIZES: [(usize, usize); 2] = [(10_000, 16_667), (600_000, 1_000_000)];

const KEY: &str = "typing: a business id";
const FIRST_PAGE: &str = "list, first page";

/// What one size of register took.
struct Measured {
    fresh: Run,
    again: Run,
    resident: f64,
    peak: f64,
    yardstick: Figures,
    figures: Vec<Figures>,
}

pub async fn figures(program: &Path) {
    let on_sqlite = std::env::var_os("TEST_DATABASE_URL").is_none();
    let mut all = Vec::new();
    let mut text = String::new();
    for (companies, contacts) in SIZES {
        let measured = measure(program, companies, contacts).await;
        text += &format!("{companies} companies, {contacts} contacts; load {}\n{}", load(), measured.in_words());
        all.push(measured);
    }
    let [small, large] = all.as_slice() else { panic!("two sizes") };
    let bounds = bounds(small, large);
    for (what, found, most) in &bounds {
        let verdict = if found <= most { "within" } else { "OVER" };
        text += &format!("{what}: {found:.2}, {verdict} {most}\n");
    }
    report(if on_sqlite { "The register at size, SQLite" } else { "The register at size, PostgreSQL (not bound)" }, &text);
    assert!(!on_sqlite || bounds.iter().all(|(_, found, most)| found <= most), "{text}");
}

async fn measure(program: &Path, companies: usize, contacts: usize) -> Measured {
    let test = TestApp::start().await;
    let file = test.dir.path().join("register.json");
    let samples = records::write(&file, companies, 0x600_000);
    let database = test.app.config.database.clone();
    let fresh = program::import(program, &database, &file);
    let again = program::import(program, &database, &file);
    std::fs::remove_file(&file).expect("the file goes");
    let (host, staff, membership) = (test.cast.host, test.cast.handler.id, test.cast.handler.membership_id);
    let (session, samples) = test
        .write(move |conn| {
            add_contacts(conn, contacts, (host, staff))?;
            Ok((sessions::begin(conn, membership, Clock::System.now())?, placed(conn, samples)?))
        })
        .await;
    test.read(|conn| Ok(settle_bulk(conn)?)).await;
    let service = Service::start(program, &database, &test.dir);
    let visitor = Visitor::new(&service, &session);
    let yardstick = visitor.ask("a style sheet", &static_paths(REQUESTS)).await;
    visitor.ask("the first search", &["/companies/suggestions?q=konepjaa".to_owned()]).await;
    service.settle();
    let mut figures = Vec::new();
    for (kind, paths) in kinds(&samples) {
        figures.push(visitor.ask(kind, &paths).await);
    }
    Measured { fresh, again, resident: service.resident(), peak: service.peak(), yardstick, figures }
}

/// Contacts with one company of five, round and round, and their events on the timeline; quicker than one by one.
pub fn add_contacts(conn: &mut Conn, count: usize, (organisation, staff): (i64, i64)) -> diesel::QueryResult<()> {
    let at = "'2025-01-01 08:00:00'";
    conn.batch_execute(&format!(
        "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < {count}), \
         every (id, i) AS (SELECT min(id), max(id) - min(id) + 1 FROM companies) \
         INSERT INTO contacts (company_id, organisation_id, staff_id, kind, outcome, note, visibility, happened_at, created_at) \
         SELECT every.id + n.i * 7919 % (every.i / 5) * 5, {organisation}, {staff}, 'call', 'reached', 'Sovittiin jatkosta.', 'shared', {at}, {at} \
         FROM n, every; \
         INSERT INTO timeline_events (company_id, kind, organisation_id, staff_id, contact_id, occurred_at) \
         SELECT company_id, 'contact_logged', organisation_id, staff_id, id, happened_at FROM contacts"
    ))
}

/// Every sample with the id of its company.
fn placed(conn: &mut Conn, samples: Vec<Sample>) -> diesel::QueryResult<Vec<(i64, Sample)>> {
    let wanted = samples.iter().map(|sample| &sample.business_id);
    let rows: Vec<(Option<String>, i64)> =
        companies::table.filter(companies::business_id.eq_any(wanted)).select((companies::business_id, companies::id)).load(conn)?;
    let ids: HashMap<Option<String>, i64> = rows.into_iter().collect();
    Ok(samples.into_iter().map(|sample| (ids[&Some(sample.business_id.clone())], sample)).collect())
}

/// What is asked for, kind by kind.
fn kinds(samples: &[(i64, Sample)]) -> Vec<(&'static str, Vec<String>)> {
    let mut chance = Chance::new(7);
    let mut paths = |path: &mut dyn FnMut(i64, &Sample, &mut Chance) -> String| -> Vec<String> {
        (0..REQUESTS).map(|nth| &samples[nth * 31 % samples.len()]).map(|(id, sample)| path(*id, sample, &mut chance)).collect()
    };
    let suggestions = |text: &str| format!("/companies/suggestions?q={}", encoded(text));
    vec![
        (KEY, paths(&mut |_, sample, _| suggestions(&sample.business_id))),
        ("typing: a beginning", paths(&mut |_, sample, chance| suggestions(&letters(&sample.name, 0, 2 + chance.below(4))))),
        (
            "typing: inside a word",
            paths(&mut |_, sample, chance| {
                let word = longest(&sample.name);
                suggestions(&letters(&word, 1 + chance.below(2), 3 + chance.below(2)))
            }),
        ),
        ("typing: a misspelt word", paths(&mut |_, sample, chance| suggestions(&misspelt(&longest(&sample.name), chance)))),
        (
            "list, a misspelt word",
            paths(&mut |_, sample, chance| format!("/companies?q={}", encoded(&misspelt(&longest(&sample.name), chance)))),
        ),
        (FIRST_PAGE, paths(&mut |_, _, _| "/companies".to_owned())),
        (
            "list, four filters",
            paths(&mut |_, sample, _| {
                let (town, division) = (sample.municipality, sample.division);
                format!("/companies?municipality={town}&industry={division}&company_form=16&contact=never")
            }),
        ),
        ("company page", paths(&mut |id, _, _| format!("/companies/{id}"))),
    ]
}

fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn letters(text: &str, from: usize, count: usize) -> String {
    text.chars().skip(from).take(count).collect()
}

fn longest(name: &str) -> String {
    name.split(' ').max_by_key(|word| word.chars().count()).unwrap_or_default().to_owned()
}

/// One letter is missing, another, or changes places with the next.
fn misspelt(word: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = fold(word).chars().collect();
    let at = 1 + chance.below(letters.len().max(3) - 2);
    match chance.below(3) {
        0 => drop(letters.remove(at)),
        1 => letters[at] = if letters[at] == 'x' { 'z' } else { 'x' },
        _ => letters.swap(at - 1, at),
    }
    letters.into_iter().collect()
}

impl Measured {
    fn in_words(&self) -> String {
        let run = |what: &str, run: &Run| {
            format!("{what}: {:.1} s, {:.1} CPU s, at most {:.0} MB\n", run.seconds, run.cpu_seconds, run.peak_megabytes)
        };
        let mut text = run("fresh import", &self.fresh) + &run("the same again", &self.again);
        text += &format!("{:<26} {:>9} {:>9} {:>9} {:>9}\n", "one after the other", "p50 ms", "p99 ms", "CPU ms", "× static");
        for figures in std::iter::once(&self.yardstick).chain(&self.figures) {
            let Figures { kind, p50, p99, cpu } = figures;
            text += &format!("{kind:<26} {p50:>9.2} {p99:>9.2} {cpu:>9.2} {:>9.1}\n", cpu / self.yardstick.cpu);
        }
        text + &format!("service: {:.0} MB resident, at most {:.0} MB\n", self.resident, self.peak)
    }

    fn of(&self, kind: &str) -> &Figures {
        self.figures.iter().find(|figures| figures.kind == kind).expect("this kind was asked for")
    }
}

/// What, how much, and how much it may be.
fn bounds(small: &Measured, large: &Measured) -> Vec<(String, f64, f64)> {
    let mut bounds = vec![
        ("fresh import, s".to_owned(), large.fresh.seconds, 60.0),
        ("fresh import, MB".to_owned(), large.fresh.peak_megabytes, 200.0),
        ("the same again, s".to_owned(), large.again.seconds, 20.0),
        ("list, four filters, p99 ms".to_owned(), large.of("list, four filters").p99, 50.0),
        ("company page, p99 ms".to_owned(), large.of("company page").p99, 20.0),
        ("service, MB".to_owned(), large.peak, 300.0),
    ];
    for figures in large.figures.iter().filter(|figures| figures.kind.starts_with("typing")) {
        bounds.push((format!("{}, p50 ms", figures.kind), figures.p50, 3.0));
        bounds.push((format!("{}, p99 ms", figures.kind), figures.p99, 25.0));
    }
    for kind in [KEY, FIRST_PAGE] {
        bounds.push((format!("{kind}, times the cost at {}", SIZES[0].0), large.of(kind).cpu / small.of(kind).cpu, 1.5));
    }
    for figures in large.figures.iter().filter(|figures| !figures.kind.starts_with("typing")) {
        bounds.push((format!("{}, CPU ms", figures.kind), figures.cpu, 2.0));
        bounds.push((format!("{}, × static", figures.kind), figures.cpu / large.yardstick.cpu, 100.0));
    }
    bounds
}
