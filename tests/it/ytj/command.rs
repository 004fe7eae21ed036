//! The command itself: standard input, exit codes, words.

use super::files::zipped;
use super::{company, file};
use crate::support::{TestApp, program};
use std::io::Write;
use std::process::{Output, Stdio};

const RECORDS: &str =
    r#"[{"businessId":{"value":"2646674-9"},"names":[{"name":"Öljynen Oy","type":"1"}]},{"businessId":{"value":"0111111-1"}}]"#;

/// Runs `kohtaanto import ytj` with this on standard input.
fn run(test: &TestApp, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program(&test.app.config.database)
        .args(["import", "ytj"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A command that refuses its arguments closes its input early.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[actix_web::test]
async fn standard_input_plain_and_zipped() {
    let test = TestApp::start().await;
    let plain = run(&test, &["-"], RECORDS.as_bytes());
    assert!(plain.status.success(), "{}", words(&plain));
    assert!(words(&plain).contains("1 new companies") && words(&plain).contains("standard input, record 2"), "{}", words(&plain));
    assert_eq!(company(&test, "2646674-9").await.expect("a row").name, "Öljynen Oy");
    let zipped = run(&test, &["-"], &zipped(&[("data.json", RECORDS)]));
    assert!(zipped.status.success() && words(&zipped).contains("1 unchanged"), "{}", words(&zipped));
}

#[actix_web::test]
async fn what_can_not_be_read_is_a_failure() {
    let test = TestApp::start().await;
    let cut = file(&test, "cut.json", &RECORDS[..RECORDS.len() - 5]);
    let output = run(&test, &[&cut.display().to_string(), "missing.json"], b"");
    assert!(!output.status.success());
    assert!(words(&output).contains("1 new companies") && words(&output).contains("the file is cut"), "{}", words(&output));
    assert!(words(&output).contains("missing.json: "), "{}", words(&output));
    assert!(!run(&test, &["-"], b"").status.success());
}

#[actix_web::test]
async fn municipalities_are_checked() {
    let test = TestApp::start().await;
    let output = run(&test, &["--municipality", "734,999", "-"], RECORDS.as_bytes());
    assert!(!output.status.success() && words(&output).contains("999"), "{}", words(&output));
    let output = run(&test, &["--municipality", "734,761", "-"], RECORDS.as_bytes());
    assert!(output.status.success() && words(&output).contains("1 in other municipalities"), "{}", words(&output));
}
