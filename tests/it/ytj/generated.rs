//! A file of 20,000 companies, a third of them odd: right rows, right report; again: nothing is written.

use super::generator::{Expected, Generated, generate};
use super::{file, import, snapshot};
use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::companies::store::Company;
use kohtaanto::companies::ytj::Report;
use kohtaanto::schema::{companies, company_names};
use std::collections::HashMap;

#[actix_web::test]
async fn a_generated_file_gives_right_rows_once() {
    let test = TestApp::start().await;
    let generated = generate(20_000, 0x5a10);
    let path = file(&test, "generated.json", &generated.text);
    let report = import(&test, std::slice::from_ref(&path));
    check_report(&report, &generated);
    assert_eq!((report.new, report.changed, report.unchanged), (generated.companies.len() as u64, 0, 0));
    check_rows(&test, &generated.companies).await;

    let before = snapshot(&test).await;
    test.set_clock("2026-11-21T08:00:00".parse().expect("an instant"));
    let again = import(&test, &[path]);
    check_report(&again, &generated);
    assert_eq!((again.new, again.changed, again.ceased, again.unchanged), (0, 0, 0, generated.companies.len() as u64));
    assert!(snapshot(&test).await == before, "an unchanged file writes no row");
}

fn check_report(report: &Report, generated: &Generated) {
    assert_eq!(report.read, 20_000);
    let skipped: Vec<(String, u64)> = report.skipped.iter().map(|(refusal, count)| (refusal.to_string(), *count)).collect();
    let wanted = [
        ("no business id".to_owned(), generated.without_business_id),
        ("wrong check digit in the business id".to_owned(), generated.wrong_check_digit),
    ];
    assert_eq!(skipped, wanted);
    assert_eq!(report.broken, generated.broken.len() as u64);
    assert!(report.is_complete(), "{report}");
    let words = report.to_string();
    for (number, position) in &generated.broken[..20] {
        assert!(words.contains(&format!("record {number}, byte {position}: ")), "record {number}, byte {position}: {words}");
    }
    assert!(words.contains(&format!("and {} more", generated.broken.len() - 20)), "{words}");
}

async fn check_rows(test: &TestApp, expected: &[Expected]) {
    let (rows, names) = test
        .read(|conn| {
            let rows: Vec<Company> = companies::table.load(conn)?;
            let names: Vec<(i64, String, String)> =
                company_names::table.select((company_names::company_id, company_names::name_type, company_names::name)).load(conn)?;
            Ok((rows, names))
        })
        .await;
    let mut names_of: HashMap<i64, Vec<(String, String)>> = HashMap::new();
    for (company_id, kind, name) in names {
        names_of.entry(company_id).or_default().push((kind, name));
    }
    let mut found: HashMap<String, (Company, Vec<(String, String)>)> = HashMap::new();
    for row in rows {
        let mut names = names_of.remove(&row.id).unwrap_or_default();
        names.sort();
        found.insert(row.business_id.clone().unwrap_or_default(), (row, names));
    }
    assert_eq!(found.len(), expected.len());
    for wanted in expected {
        let (row, names) = &found[&wanted.business_id];
        check_row(row, names, wanted);
    }
}

fn check_row(row: &Company, names: &[(String, String)], wanted: &Expected) {
    let row_text = |text: &str| text.to_owned();
    let found = [
        row_text(&row.name),
        row_text(&row.company_form),
        row_text(&row.industry),
        row_text(&row.industry_2025),
        row_text(&row.municipality),
        row_text(&row.street_address),
        row_text(&row.post_code),
        row_text(&row.post_office),
        row_text(&row.postal_address),
        row_text(&row.situation),
        row.ended_on.map(|date| date.to_string()).unwrap_or_default(),
    ];
    let texts = [
        &*wanted.name,
        wanted.company_form,
        wanted.industry,
        wanted.industry_2025,
        wanted.municipality,
        &wanted.street_address,
        wanted.post_code,
        wanted.post_office,
        &wanted.postal_address,
        wanted.situation,
        wanted.ended_on,
    ];
    assert_eq!(found.each_ref().map(String::as_str), texts, "{}", wanted.business_id);
    let flags = [row.vat_liable, row.employer_registered, row.alive];
    assert_eq!(flags, [wanted.vat_liable, wanted.employer_registered, wanted.alive], "{}", wanted.business_id);
    assert_eq!(names, wanted.names, "{}", wanted.business_id);
    assert_eq!((&*row.source, row.prepayment_registered), ("ytj", false));
}
