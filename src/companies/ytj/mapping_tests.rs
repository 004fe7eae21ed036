//! The rules of the mapping, one record each.

use super::*;

const ID: &str = r#""businessId":{"value":"2646674-9","registrationDate":"2014-10-07"}"#;

fn rows_of(fields: &str) -> (Row, Vec<NameRow>) {
    let text = if fields.is_empty() { format!("{{{ID}}}") } else { format!("{{{ID},{fields}}}") };
    rows(&Record::parse(text.as_bytes()).expect("a record")).expect("rows")
}

fn row(fields: &str) -> Row {
    rows_of(fields).0
}

fn legal(names: &str) -> String {
    row(&format!(r#""names":[{names}]"#)).name
}

#[test]
fn a_business_id_alone_is_enough() {
    let (row, names) = rows_of("");
    assert_eq!((&*row.business_id, &*row.name, &*row.name_fold), ("2646674-9", "2646674-9", "2646674 9"));
    assert!(!row.alive && names.is_empty());
    assert_eq!(row.registered_on, NaiveDate::from_ymd_opt(2014, 10, 7));
}

#[test]
fn bad_business_ids_are_refused_with_the_reason() {
    for (value, refusal) in [
        (r#""0111111-1""#, Refusal::CheckDigit),
        (r#""12-3""#, Refusal::Shape),
        (r#""""#, Refusal::NoBusinessId),
        ("null", Refusal::NoBusinessId),
    ] {
        let record = Record::parse(format!(r#"{{"businessId":{{"value":{value}}}}}"#).as_bytes()).expect("a record");
        assert_eq!(rows(&record), Err(refusal), "{value}");
    }
    assert_eq!(rows(&Record::default()), Err(Refusal::NoBusinessId));
}

#[test]
fn legal_name_is_the_open_one_registered_last() {
    let former = r#"{"name":"Wolt Enterprises Oy","type":"1","registrationDate":"2014-10-29","endDate":"2025-05-12"}"#;
    let current = r#"{"name":"Wolt Oy","type":"1","registrationDate":"2025-05-12"}"#;
    let auxiliary = r#"{"name":"Kuriiri","type":"3","registrationDate":"2026-01-01"}"#;
    let older = r#"{"name":"Wanha Oy","type":1,"registrationDate":"2001-01-01"}"#;
    assert_eq!(legal(&format!("{auxiliary},{former},{older},{current}")), "Wolt Oy");
    assert_eq!(legal(&format!("{auxiliary},{former}")), "Wolt Enterprises Oy");
    assert_eq!(legal(&format!(r#"{{"name":"C","type":"4"}},{auxiliary}"#)), "Kuriiri");
    assert_eq!(legal(r#"{"name":"  ","type":"1"},{"type":"1"}"#), "2646674-9");
}

#[test]
fn every_name_is_kept_once() {
    let name = r#"{"name":"Äiti & \"Tytär\" <b> 👩 Oy","type":"1","registrationDate":"2020-02-30","endDate":null}"#;
    let former = r#"{"name":"Muu","type":"3","registrationDate":"2001-01-02T00:00:00","endDate":"2003-04-05"}"#;
    let (_, names) = rows_of(&format!(r#""names":[{name},{former},{name}]"#));
    assert_eq!(names.len(), 2);
    assert_eq!((&*names[0].name, &*names[0].name_fold, names[0].registered_on), ("Äiti & \"Tytär\" <b> 👩 Oy", "aiti tytar b 👩 oy", None));
    assert_eq!((&*names[1].name_type, names[1].ended_on), ("3", NaiveDate::from_ymd_opt(2003, 4, 5)));
    let long = "Pitkä ".repeat(60);
    assert_eq!(legal(&format!(r#"{{"name":"{long}","type":"1"}}"#)), long.trim());
}

#[test]
fn alive_by_trade_register_or_any_open_entry() {
    let entry = r#""registeredEntries":[{"type":"1","register":"3"}]"#;
    for (fields, alive) in [
        (r#""tradeRegisterStatus":"1""#, true),
        (r#""tradeRegisterStatus":"4","status":"2""#, false),
        (entry, true),
        (r#""registeredEntries":[{"type":"1","register":"3","endDate":"2020-01-01"}]"#, false),
        (r#""registeredEntries":[{"type":"4","register":"1"}]"#, false),
        (r#""tradeRegisterStatus":"1","endDate":"2024-01-01""#, false),
        (r#""tradeRegisterStatus":"1","companySituations":[{"type":"KONK"}]"#, false),
        (r#""tradeRegisterStatus":"1","companySituations":[{"type":"KONK","endDate":"2020-01-01"},{"type":"SANE"}]"#, true),
    ] {
        assert_eq!(row(fields).alive, alive, "{fields}");
    }
}

#[test]
fn registrations_count_while_open() {
    let open = row(r#""registeredEntries":[{"type":"80","register":"6"},{"type":"55","register":5},{"type":"41","register":"7"}]"#);
    assert!(open.vat_liable && open.prepayment_registered && open.employer_registered);
    let closed = row(r#""registeredEntries":[{"type":"80","register":"6","endDate":"2001-01-01"},{"type":"35","register":"6"}]"#);
    assert!(!closed.vat_liable && !closed.prepayment_registered && !closed.employer_registered);
}

#[test]
fn gravest_open_situation_and_open_form() {
    let found = row(r#""companySituations":[{"type":"SANE"},{"type":"SELTILA"},{"type":"KONK","endDate":"2020-01-01"}],
        "companyForms":[{"type":"16","registrationDate":"2010-01-01"},{"type":"13","registrationDate":"2001-01-01","endDate":"2010-01-01"}]"#);
    assert_eq!((&*found.situation, &*found.company_form), ("SELTILA", "16"));
    assert_eq!(row(r#""companyForms":[{"type":"16","endDate":"2020-01-01"}]"#).company_form, "");
}

#[test]
fn industries_of_both_classifications() {
    let found = |class: &str, set: &str| {
        let row = row(&format!(r#""mainBusinessLine":{{"type":"{class}","typeCodeSet":"{set}"}}"#));
        (row.industry, row.industry_set, row.industry_2025)
    };
    let triple = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(found("82200", "TOIMI4"), triple("82200", "TOIMI4", "82200"));
    assert_eq!(found("01110", "TOIMI3"), triple("01110", "TOIMI3", "01110"));
    assert_eq!(found("99999", "TOIMI3"), triple("99999", "TOIMI3", ""));
    assert_eq!(found("8220", "TOIMI4"), triple("8220", "TOIMI4", ""));
    assert_eq!(found("82200", "TOIMI2"), triple("82200", "TOIMI2", ""));
}

#[test]
fn dates_and_facts_are_taken_over() {
    let found = row(
        r#""registrationDate":"2014-10-29","endDate":"2020-13-01","lastModified":"2026-01-02T07:49:26","website":{"url":" www.dynava.fi "},"tradeRegisterStatus":"1""#,
    );
    assert_eq!(found.registered_on, NaiveDate::from_ymd_opt(2014, 10, 29));
    assert_eq!((found.ended_on, found.alive), (None, false));
    assert_eq!((&*found.register_modified, &*found.website), ("2026-01-02T07:49:26", "www.dynava.fi"));
}
