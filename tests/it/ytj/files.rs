//! Files in every packing, cut ones and wrong ones.

use super::{company, file, import, snapshot};
use crate::support::TestApp;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Valid business ids.
const IDS: [&str; 4] = ["2646674-9", "0100130-4", "1852302-9", "0737546-2"];

fn record(business_id: &str) -> String {
    format!(r#"{{"businessId":{{"value":"{business_id}"}},"names":[{{"name":"Öljynen {business_id}","type":"1"}}]}}"#)
}

fn list(ids: &[&str]) -> String {
    format!("[{}]", ids.iter().map(|id| record(id)).collect::<Vec<_>>().join(","))
}

/// A ZIP of these files.
pub fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file begins");
        zip.write_all(content.as_bytes()).expect("it is written");
    }
    zip.finish().expect("the ZIP ends").into_inner()
}

#[actix_web::test]
async fn every_packing_gives_the_same_rows() {
    let test = TestApp::start().await;
    let plain = list(&IDS);
    assert_eq!(import(&test, &[file(&test, "plain.json", &plain)]).new, 4);
    let rows = snapshot(&test).await;
    let wrapped = format!("\u{FEFF}{{\"totalResults\": 4, \"companies\": {plain}}}");
    let (first, second) = (list(&IDS[..1]), format!("\u{FEFF}{{\"companies\":{}}}", list(&IDS[1..])));
    let packings = [
        ("mark.json", format!("\u{FEFF}{plain}").into_bytes()),
        ("wrapped.json", wrapped.clone().into_bytes()),
        ("lines.json", plain.replace(',', "\r\n,\t").into_bytes()),
        ("one.zip", zipped(&[("data_20261122.json", &wrapped)])),
        ("two.zip", zipped(&[("readme.txt", "]["), ("a.json", &first), ("b/c.JSON", &second)])),
    ];
    for (name, content) in packings {
        let report = import(&test, &[file(&test, name, content)]);
        assert_eq!((report.read, report.unchanged, report.is_complete()), (4, 4, true), "{name}: {report}");
    }
    assert_eq!(snapshot(&test).await, rows);
}

#[actix_web::test]
async fn a_cut_file_keeps_its_whole_records_and_says_so() {
    let test = TestApp::start().await;
    let whole = list(&IDS);
    let report = import(&test, &[file(&test, "cut.json", &whole[..whole.len() - 20])]);
    assert_eq!((report.new, report.broken), (3, 0));
    assert_eq!(report.failures.len(), 1);
    let begin = whole.len() - 1 - record(IDS[3]).len();
    let words = format!("the file is cut: it ends in record 4, which begins at byte {begin}");
    assert!(report.failures[0].ends_with(&words), "{report}");
    assert_eq!(import(&test, &[file(&test, "whole.json", &whole)]).new, 1);
}

#[actix_web::test]
async fn broken_records_do_not_stop_the_rest() {
    let test = TestApp::start().await;
    let wrong_type = r#"{"businessId":{"value":"1852302-9"},"names":"none"}"#;
    let content = format!("[{},{wrong_type},{{\"businessId\":{{\"value\":\"1,{},7]", record(IDS[0]), record(IDS[1]));
    let report = import(&test, &[file(&test, "broken.json", &content)]);
    assert_eq!((report.read, report.new, report.broken, report.is_complete()), (5, 2, 3, true), "{report}");
    let position = content.find(wrong_type).expect("it is there");
    let words = report.to_string();
    assert!(words.contains(&format!("broken.json, record 2, byte {position}: invalid type: string \"none\"")), "{words}");
    assert!(words.contains("record 3, byte") && words.contains("record 5, byte"), "{words}");
}

#[actix_web::test]
async fn wrong_files_write_nothing_and_do_not_stop_the_next() {
    let test = TestApp::start().await;
    let broken_zip = &zipped(&[("a.json", &list(&IDS))])[..60];
    let wrong = [
        file(&test, "page.html", "<!DOCTYPE html>"),
        file(&test, "empty.json", ""),
        file(&test, "object.json", r#"{"error":"rate limit","companies":null}"#),
        file(&test, "other.zip", zipped(&[("readme.txt", "[]")])),
        file(&test, "cut.zip", broken_zip),
        test.dir.path().join("missing.json"),
        test.dir.path().to_owned(),
    ];
    let report = import(&test, &wrong);
    assert_eq!((report.read, report.new, report.failures.len()), (0, 0, wrong.len()), "{report}");
    for (failure, words) in report.failures.iter().zip(["not JSON", "empty", "companies", "no .json", "broken ZIP", "No such file"]) {
        assert!(failure.contains(words), "{failure}");
    }
    assert!(snapshot(&test).await.is_empty());
    let mut paths = wrong.to_vec();
    paths.push(file(&test, "good.json", list(&IDS)));
    assert_eq!(import(&test, &paths).new, 4);
    assert_eq!(company(&test, IDS[0]).await.expect("a row").name, "Öljynen 2646674-9");
}
