//! Records of the real shape become the right rows.

use super::{company, file, import, import_records, import_with, names_of, snapshot};
use crate::support::TestApp;
use kohtaanto::companies::ytj::Options;

/// A company whose name changed in 2025.
const RENAMED: &str = r#"{"businessId":{"value":"2646674-9","registrationDate":"2014-10-07","source":"3"},
    "names":[{"name":"Wolt Oy","type":"1","registrationDate":"2025-05-12","version":1,"source":"1"},
      {"name":"Wolt Enterprises Oy","type":"1","registrationDate":"2014-10-29","endDate":"2025-05-12","version":2,"source":"1"}],
    "companyForms":[{"type":"16","descriptions":[{"languageCode":"1","description":"Osakeyhtiö"}],"registrationDate":"2014-10-29"}],
    "addresses":[{"type":1,"street":"Pohjoinen Rautatiekatu","postCode":"00100","buildingNumber":"21","registrationDate":"2023-08-14",
      "postOffices":[{"city":"HELSINGFORS","languageCode":"2","municipalityCode":"091"},
        {"city":"HELSINKI","languageCode":"1","municipalityCode":"091"}]}],
    "mainBusinessLine":{"type":"96999","typeCodeSet":"TOIMI4","registrationDate":"2026-01-01","source":"2"},
    "tradeRegisterStatus":"1","registrationDate":"2014-10-29","lastModified":"2026-01-02T07:49:26"}"#;

/// A company with an auxiliary name and open registrations.
const AUXILIARY: &str = r#"{"businessId":{"value":"0100130-4","registrationDate":"1978-03-15","source":"3"},
    "euId":{"value":"FIFPRO.0100130-4","source":"1"},
    "names":[{"name":"Dynava Oy","type":"1","registrationDate":"2022-01-21"},
      {"name":"Oy Eniro Finland Ab","type":"1","registrationDate":"2000-09-22","endDate":"2022-01-21"},
      {"name":"EDS Media","type":"3","registrationDate":"2009-11-30"}],
    "mainBusinessLine":{"type":"82200","typeCodeSet":"TOIMI4"},"website":{"url":"www.dynava.fi","source":"0"},
    "companyForms":[{"type":"16"}],"companySituations":[],
    "registeredEntries":[{"type":"80","registrationDate":"1994-06-01","register":"6","authority":"1"},
      {"type":"55","registrationDate":"1995-03-01","register":"5","authority":"1"},
      {"type":"41","registrationDate":"1998-03-01","register":"7","authority":"1"}],
    "tradeRegisterStatus":"1","status":"2","registrationDate":"1973-08-10","lastModified":"2026-01-02T03:04:05"}"#;

const WRONG_CHECK_DIGIT: &str =
    r#"{"businessId":{"value":"0111111-1"},"names":[{"name":"Ceased Example Oy","type":"1"}],"endDate":"2002-02-02"}"#;

fn salo(business_id: &str, more: &str) -> String {
    located(business_id, "734", more)
}

fn located(business_id: &str, municipality: &str, more: &str) -> String {
    format!(
        r#"{{"businessId":{{"value":"{business_id}"}},"tradeRegisterStatus":"1",
        "addresses":[{{"type":1,"street":"Kuja","postOffices":[{{"city":"X","municipalityCode":"{municipality}"}}]}}]{more}}}"#
    )
}

#[actix_web::test]
async fn real_records_become_right_rows() {
    let test = TestApp::start().await;
    let report = import_records(&test, &[RENAMED, WRONG_CHECK_DIGIT, AUXILIARY]);
    assert_eq!((report.read, report.new, report.skipped.values().sum::<u64>()), (3, 2, 1));
    assert!(report.to_string().contains("record 2, byte") && report.to_string().contains("0111111-1"), "{report}");

    let wolt = company(&test, "2646674-9").await.expect("a row");
    assert_eq!((&*wolt.name, &*wolt.name_fold, &*wolt.company_form, &*wolt.source), ("Wolt Oy", "wolt oy", "16", "ytj"));
    assert_eq!((&*wolt.industry, &*wolt.industry_set, &*wolt.industry_2025), ("96999", "TOIMI4", "96999"));
    assert_eq!((&*wolt.street_address, &*wolt.post_code, &*wolt.post_office), ("Pohjoinen Rautatiekatu 21", "00100", "HELSINKI"));
    assert_eq!((&*wolt.municipality, wolt.alive, wolt.vat_liable), ("091", true, false));
    assert_eq!(wolt.registered_on.map(|date| date.to_string()).as_deref(), Some("2014-10-29"));
    assert_eq!((&*wolt.register_modified, wolt.created_at), ("2026-01-02T07:49:26", test.app.now()));
    let both = [("1", "Wolt Enterprises Oy"), ("1", "Wolt Oy")].map(|(kind, name)| (kind.to_owned(), name.to_owned()));
    assert_eq!(names_of(&test, "2646674-9").await, both);

    let dynava = company(&test, "0100130-4").await.expect("a row");
    assert!(dynava.vat_liable && dynava.prepayment_registered && dynava.employer_registered);
    assert_eq!((&*dynava.website, &*dynava.municipality), ("www.dynava.fi", ""));
    assert!(names_of(&test, "0100130-4").await.contains(&("3".to_owned(), "EDS Media".to_owned())));
    assert!(company(&test, "0111111-1").await.is_none());
}

#[actix_web::test]
async fn a_change_touches_its_company_alone() {
    let test = TestApp::start().await;
    import_records(&test, &[RENAMED, AUXILIARY]);
    let before = names_of(&test, "0100130-4").await;
    test.set_clock("2026-11-21T08:00:00".parse().expect("an instant"));
    let renamed = RENAMED.replace("Wolt Oy", "Äänekosken & \\\"Öljy\\\" <script> 👩 Oy");
    let report = import_records(&test, &[&renamed, AUXILIARY]);
    assert_eq!((report.new, report.changed, report.unchanged), (0, 1, 1));
    let row = company(&test, "2646674-9").await.expect("a row");
    assert_eq!((&*row.name, &*row.name_sort), ("Äänekosken & \"Öljy\" <script> 👩 Oy", "||nekosken }ljy script oy"));
    assert_eq!(row.updated_at, test.app.now());
    assert!(!names_of(&test, "2646674-9").await.iter().any(|(_, name)| name == "Wolt Oy"));
    assert_eq!(names_of(&test, "0100130-4").await, before);
    assert!(company(&test, "0100130-4").await.expect("a row").updated_at < test.app.now());
}

#[actix_web::test]
async fn a_name_alone_is_a_change() {
    let test = TestApp::start().await;
    import_records(&test, &[AUXILIARY]);
    let report = import_records(&test, &[&AUXILIARY.replace("EDS Media", "EDS Viestintä")]);
    assert_eq!((report.changed, report.unchanged), (1, 0));
    assert!(names_of(&test, "0100130-4").await.contains(&("3".to_owned(), "EDS Viestintä".to_owned())));
    assert_eq!(names_of(&test, "0100130-4").await.len(), 3);
}

#[actix_web::test]
async fn ceased_companies_are_told_and_absent_ones_left_alone() {
    let test = TestApp::start().await;
    import_records(&test, &[RENAMED, AUXILIARY]);
    let untouched = company(&test, "2646674-9").await;
    let ended = AUXILIARY.replace(r#""status":"2""#, r#""status":"2","endDate":"2026-10-31""#);
    let report = import_records(&test, &[&ended]);
    assert_eq!((report.changed, report.ceased), (1, 1));
    let row = company(&test, "0100130-4").await.expect("a row");
    assert!(!row.alive && row.ended_on.is_some());
    assert_eq!(format!("{:?}", company(&test, "2646674-9").await), format!("{untouched:?}"));
    assert_eq!(import_records(&test, &[&ended]).ceased, 0);
}

#[actix_web::test]
async fn a_municipality_filter_keeps_who_is_in_already() {
    let test = TestApp::start().await;
    let options = Options { municipalities: vec!["734".to_owned(), "761".to_owned()], ..Options::default() };
    let list = |records: &[String]| format!("[{}]", records.join(","));
    let first = [salo("2646674-9", ""), located("0100130-4", "091", ""), located("1852302-9", "761", ""), located("0737546-2", "", "")];
    let report = import_with(&test, &[file(&test, "a.json", list(&first))], &options);
    assert_eq!((report.read, report.new, report.elsewhere), (4, 2, 2));
    let moved = [located("2646674-9", "853", ""), located("0100130-4", "091", "")];
    let report = import_with(&test, &[file(&test, "b.json", list(&moved))], &options);
    assert_eq!((report.changed, report.elsewhere, report.new), (1, 1, 0));
    assert_eq!(company(&test, "2646674-9").await.expect("a row").municipality, "853");
    assert!(company(&test, "1852302-9").await.is_some() && company(&test, "0100130-4").await.is_none());
}

#[actix_web::test]
async fn a_later_file_wins_and_a_repeated_record_does_not() {
    let test = TestApp::start().await;
    let (old, new) = (salo("2646674-9", r#","website":{"url":"old"}"#), salo("2646674-9", r#","website":{"url":"new"}"#));
    let paths = [file(&test, "old.json", format!("[{old},{new}]")), file(&test, "new.json", format!("[{new}]"))];
    let report = import(&test, &paths[..1]);
    assert_eq!((report.new, report.skipped.values().sum::<u64>()), (1, 1));
    assert_eq!(company(&test, "2646674-9").await.expect("a row").website, "old");
    let before = snapshot(&test).await;
    assert_eq!(import(&test, &paths[..1]).unchanged, 1);
    assert_eq!(snapshot(&test).await, before);
    assert_eq!(import(&test, &paths).changed, 1);
    assert_eq!(company(&test, "2646674-9").await.expect("a row").website, "new");
}
